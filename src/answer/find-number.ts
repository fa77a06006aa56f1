/** Amounts of a sentence that could answer how many and how much. */
import { findAmounts, findOrdinals } from './amounts.ts';
import { asksForOrdinal } from './asks-for.ts';
import type { Finder } from './candidate.ts';
import { counted, nearness } from './nearness.ts';
import { expectedUnit } from './units.ts';

export const findNumber: Finder = (question, { text, dates, weights }, matches) => {
  const unit = expectedUnit(question);
  return (asksForOrdinal(question) ? findOrdinals(text) : findAmounts(text))
    .filter((amount) => !dates.some(({ start, end }) => start < amount.end && amount.start < end))
    .map(({ start, end }) => {
      const fits = unit === undefined || unit.test(text.slice(start, end));
      return {
        kind: 'number',
        start,
        end,
        fits,
        score:
          (unit === undefined ? 1 : fits ? 3 : 0.3) *
          (nearness({ start, end }, text, matches, weights) + 2 * counted(end, matches, weights)),
      };
    });
};
