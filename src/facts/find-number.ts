/** Amounts of a sentence that could answer how many and how much. */

import type { NumberAsked } from '../question/asked/units.ts';
import { measuresOfColumn } from '../question/asked/units.ts';
import { overlaps } from '../question/period.ts';
import { LANGUAGES, rulesFor } from '../rules/languages.ts';
import { fitter } from '../rules/rule.ts';
import { DIMENSIONS, type Measure } from '../rules/units.ts';
import { type Amount, findAmounts, findAmountWords, findOrdinals, findScores } from '../text/amounts.ts';
import { containsHan } from '../text/characters.ts';
import type { ResolvedDate } from '../text/dates.ts';
import type { Match } from '../text/locate.ts';
import type { Period, Span } from '../types.ts';
import type { Finder } from './candidate.ts';
import { columnOf } from './columns.ts';
import { isDenied } from './denied.ts';
import { counted, nearness } from './nearness.ts';
import { matchesOf, sharesOfStretches, stretchesOf } from './when/stretches.ts';

export const findNumber: Finder = (question, { said: { text }, dates, head, weights }, matches) => {
  const { ways, period, expects } = question;
  const { measures, isDifference } = expects.number;
  const find = ways.ordinal ? findOrdinals : ways.score ? findScores : findAmounts;
  const words = measures.includes('money') ? findAmountWords(text) : [];
  const amounts = [...find(text), ...words]
    .filter((amount) => !dates.some(({ start, end }) => start < amount.end && amount.start < end))
    .map((amount) => measured(amount, text, head))
    .map((amount) => ({
      ...amount,
      fits: !countsOther(amount, text, expects.number, matches) && fitsAsked(amount, text, expects.number),
    }))
    .sort((a, b) => a.start - b.start);
  const fitting = amounts.filter(({ fits }) => fits);
  const stretches = stretchesOf(fitting, text);
  const shares = sharesOfStretches(stretches, matches, weights);
  return amounts.map((amount): ReturnType<Finder>[number] => {
    const { start, end } = amount;
    const isPast = ways.term && isPastTerm(text.slice(0, start));
    const fits = amount.fits && !isPast;
    const place = fitting.indexOf(amount);
    const stretch = stretches[place];
    const near = stretch === undefined ? matches : matchesOf(stretches, place, matches);
    return {
      ...{ kind: 'number', start, end, fits },
      ...((answersNothing(amount, text, expects.number) ||
        countsOther(amount, text, expects.number, matches) ||
        isDenied(amount, text)) && { isNoAnswer: true }),
      score:
        (fits ? (measures.length === 0 ? 1 : 3) : 0.3) *
        (amount.measures.length === 0 && !measures.includes('count') ? BARE : 1) *
        (stretch === undefined ? 1 : shares[place]! ** WHOSE * factorInPeriod(stretch, dates, period)) *
        (!isDifference && isOfDifference(amount, text) ? ONLY_DIFFERENCE : 1) *
        (nearness({ start, end }, text, near, weights) + 2 * counted(end, near, weights)),
    };
  });
};

/** Who asks how big it is wants 25 megabytes sooner than 100. */
const BARE = 0.5;

/** What an amount is said of outweighs what stands near it. */
const WHOSE = 3;

/** For how long something went on already is no term of a contract: 连续四年, 过去三十余年. */
const isPastTerm = fitter(LANGUAGES.flatMap(({ units }) => units.past));

/** Who asks how much it is does not ask by how much it rose. */
const ONLY_DIFFERENCE = 0.6;

function isOfDifference({ start, end }: Span, text: string): boolean {
  const context = `${text.slice(0, start)}‹u›${text.slice(end)}`;
  return rulesFor(text).units.differences.some(({ pattern }) => pattern.test(context));
}

const isDimension = (measure: Measure): boolean => (DIMENSIONS as readonly Measure[]).includes(measure);

/** A price alone is no difference, and an amount of something else no price. */
const answersNothing = (amount: Amount, text: string, { measures, isDifference }: NumberAsked): boolean =>
  (isDifference && !isOfDifference(amount, text)) || measuresOther(amount.measures, measures);

/** The noun at the end of an amount, which says what it counts: corners of "two corners"; a numeral is none. */
const COUNTED_NOUN = /[\s-](\p{Script=Latin}{3,})$/u;

/** Whether an amount says itself that it counts something else than what is asked for: of claims two corners tell nothing. */
function countsOther(
  { start, end, measures }: Amount,
  text: string,
  { counted }: NumberAsked,
  matches: readonly Match[],
): boolean {
  // Of a bare number only its column tells what it counts.
  if (counted.size === 0 || !/[^\d.,\s]/.test(text.slice(start, end))) return false;
  const noun = COUNTED_NOUN.exec(text.slice(start, end))?.[1];
  const isAsked = matches.some(
    (match) =>
      noun !== undefined &&
      match.end === end &&
      match.start >= end - noun.length &&
      [...match.terms.keys()].some((term) => counted.has(term)),
  );
  return !isAsked && (measures.some(isDimension) || (noun !== undefined && measures.length > 0));
}

/** Whether an amount measures what is surely not asked for; what is counted may be called otherwise. */
const measuresOther = (measured: readonly Measure[], asked: readonly Measure[]): boolean =>
  measured.length > 0 &&
  asked.length > 0 &&
  !measured.some((measure) => asked.includes(measure)) &&
  (measured.some(isDimension) || asked.every((measure) => isDimension(measure) || measure === 'scaled'));

/** A cell without a unit has the one of its column. */
function measured(amount: Amount, text: string, head: readonly string[] | undefined): Amount {
  const name = head?.[columnOf(amount, text)];
  return amount.measures.length > 0 || name === undefined
    ? amount
    : { ...amount, measures: measuresOfColumn(name) };
}

/** Whether an amount measures what is asked for; one without a unit may count anything where texts leave units out. */
function fitsAsked(amount: Amount, text: string, { measures: asked, unit }: NumberAsked): boolean {
  const { start, end, measures } = amount;
  if (asked.length === 0) return unit === undefined || text.slice(start, end).endsWith(unit);
  if (measures.some((measure) => asked.includes(measure))) return true;
  if (asked.includes('count')) return !measures.some(isDimension);
  const mayCount =
    measures.length === 0 ? !containsHan(text) : measures.every((measure) => measure === 'count');
  return mayCount && !asked.every((measure) => isDimension(measure) || measure === 'scaled');
}

/** Who asks about a quarter is not told of another. */
const OF_OTHER_PERIOD = 0.3;

function factorInPeriod(stretch: Span, dates: readonly ResolvedDate[], period: Period | null): number {
  if (period === null) return 1;
  const inside = dates.filter(
    ({ iso, start, end }) => iso !== null && start >= stretch.start && end <= stretch.end,
  );
  return inside.length === 0 || inside.some((date) => overlaps(date, period)) ? 1 : OF_OTHER_PERIOD;
}
