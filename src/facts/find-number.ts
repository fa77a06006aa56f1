/** Amounts of a sentence that could answer how many and how much. */

import { findAmounts, findOrdinals, findScores } from '../text/amounts.ts';
import type { Finder } from './candidate.ts';
import { counted, nearness } from './nearness.ts';

export const findNumber: Finder = ({ ways, expects: { unit } }, { text, dates, weights }, matches) => {
  const find = ways.ordinal ? findOrdinals : ways.score ? findScores : findAmounts;
  return find(text)
    .filter((amount) => !dates.some(({ start, end }) => start < amount.end && amount.start < end))
    .map(({ start, end }) => {
      const isPast = ways.term && IS_PAST.test(text.slice(0, start));
      const fits = (unit === undefined || unit.test(text.slice(start, end))) && !isPast;
      return {
        kind: 'number',
        start,
        end,
        fits,
        score:
          (fits ? (unit === undefined ? 1 : 3) : 0.3) *
          (nearness({ start, end }, text, matches, weights) + 2 * counted(end, matches, weights)),
      };
    });
};

/** For how long something went on already is no term of a contract: 连续四年, 过去三十余年. */
const IS_PAST = /(?:过去|连续|历时|时隔|近|成立|设立|创立|已|达)$/u;
