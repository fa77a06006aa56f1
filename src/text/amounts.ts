/** Amounts in a text: a number with what it counts or measures. */
import { LANGUAGES, rulesFor } from '../rules/languages.ts';
import { fitter, sourceOf } from '../rules/rule.ts';
import type { Measure, UnitRules } from '../rules/units.ts';
import type { Span } from '../types.ts';
import { normalize } from './normalize.ts';
import { ENGLISH_STOP_WORDS } from './stems.ts';

export interface Amount extends Span {
  /** What it can be an amount of; empty where the text writes no unit that is known. */
  readonly measures: readonly Measure[];
}

/** What a share costs, as some sites write it behind each company: 中国石油(7.920, 0.12, 1.54%). */
const QUOTATION = /[(（]\d+\.\d+,\s?-?\d+\.\d+,\s?-?\d+\.\d+%[)）]/gu;

/** Amounts of a text, in order of appearance; a bare numeral without a unit is not one. */
export function findAmounts(row: string): Amount[] {
  // No amount goes on in the next cell of a table.
  const text = row.replaceAll('\t', '|');
  const { units } = rulesFor(text);
  const quotations = spansOf(QUOTATION, text);
  return [...text.matchAll(units.amount)].flatMap((match) => {
    const amount = amountOf(match, text, units);
    return amount === null || quotations.some((one) => one.start <= amount.start && amount.end <= one.end)
      ? []
      : [amount];
  });
}

function amountOf(match: RegExpMatchArray, text: string, units: UnitRules): Amount | null {
  const { unit, noun } = match.groups ?? {};
  const said = match[0].trimEnd();
  // 2023 sales are sales of a year, and what "20 does" counts nobody says.
  const isNoun = noun !== undefined && !ENGLISH_STOP_WORDS.has(noun.toLowerCase());
  const found = noun === undefined || isNoun ? said : said.slice(0, -noun.length).trimEnd();
  const start = match.index!;
  const end = start + found.length;
  const isNamed = unit !== undefined || isNoun;
  if (!isAmount(found, isNamed, text.slice(end)) || standsElsewhere(start, end, text, isNamed, units))
    return null;
  const folded = normalize(found);
  const measures = units.measures.filter(({ pattern }) => pattern.test(folded)).map(({ means }) => means);
  const led =
    measures.length > 0 ? [] : units.leads.filter(({ pattern }) => pattern.test(text.slice(0, start)));
  return {
    start,
    end,
    measures: [...measures, ...led.map(({ means }) => means), ...(isNoun ? ['count' as const] : [])],
  };
}

/** Characters around a number that can tell that it is none. */
const REACH = 40;

function standsElsewhere(
  start: number,
  end: number,
  text: string,
  isNamed: boolean,
  { around }: UnitRules,
): boolean {
  const before = (start > REACH ? '…' : '') + text.slice(Math.max(0, start - REACH), start);
  const context = `${before}‹${isNamed ? 'u' : ''}›${text.slice(end, end + REACH)}`;
  return around.some(({ pattern }) => pattern.test(context));
}

/** 2023上海书展 counts nothing. */
const YEAR = /^(?:1[5-9]|20)\d\d(?!\d|[.,]\d)/;
/** Nor does 鸿联创2.0, a number that begins with 0, or one of more digits than anybody counts without marks. */
const NO_COUNT = /^(?:\d\.0$|0\d|\d{8,}$)/;
const UNITS = LANGUAGES.map(({ units }) => units);
const isOnePeriod = fitter(UNITS.flatMap(({ onePeriods }) => onePeriods));
const saysPeriod = fitter(UNITS.flatMap(({ periodEnds }) => periodEnds));
const isNoNumber = fitter(UNITS.flatMap(({ noNumbers }) => noNumbers));
const isBareNumber = fitter(UNITS.flatMap(({ bareNumbers }) => bareNumbers));

function isAmount(found: string, isNamed: boolean, after: string): boolean {
  if (/\d/.test(found)) return !(YEAR.test(found) && /^\d{4}(?:\s|$)/.test(found)) && !NO_COUNT.test(found);
  // 一年 is a time like any other, but a period in 一年的合同, 一年期.
  if (isOnePeriod(found)) return saysPeriod(after);
  return !isNoNumber(found) && (isNamed || isBareNumber(found));
}

const spansOf = (pattern: RegExp, text: string): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

/** Words that tell an amount without a number: 免票, half; each of one measure. */
export const findAmountWords = (text: string): Amount[] =>
  rulesFor(text).units.words.flatMap(({ pattern, means }) =>
    spansOf(pattern, text).map((span) => ({ ...span, measures: [means] })),
  );

const ORDINALS = UNITS.flatMap(({ ordinals }) => ordinals);

/** Places in a row: 第13个, 第97站, 3rd. */
export const findOrdinals = (text: string): Amount[] =>
  ORDINALS.flatMap(({ pattern }) => spansOf(pattern, text))
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ ...span, measures: [] }));

const SCORE = new RegExp(
  `(?<![\\d.:])\\d{1,3}\\s?(?:[:：]|-|–|${sourceOf(UNITS.flatMap(({ scoreJoints }) => scoreJoints))})\\s?\\d{1,3}(?![\\d.:])`,
  'gu',
);

/** Scores of matches: 3:2, 100比98. */
export const findScores = (text: string): Amount[] =>
  spansOf(SCORE, text).map((span) => ({ ...span, measures: [] }));
