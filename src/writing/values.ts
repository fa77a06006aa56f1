/** Whether the days and numbers of a statement stand in its passages. */
import { findAmounts } from '../text/amounts.ts';
import { firstDay, lastDay } from '../text/calendar.ts';
import { namesYear, type ResolvedDate, resolveDates } from '../text/dates.ts';
import { findDates } from '../text/find-dates.ts';
import { normalize } from '../text/normalize.ts';
import { findNumbers, numeralOf } from '../text/numbers.ts';
import { shareSaid } from '../text/shared-words.ts';
import { findWhole } from '../text/whole-words.ts';
import type { Span } from '../types.ts';
import { fold, type Ground, writtenValue } from './ground.ts';
import type { Fault } from './safe.ts';

/** Figures, alone or within what they belong to: 9:30, 1.20.4, x86_64, 10%. */
const FIGURES =
  /[\p{Script=Latin}]*\d[\p{Script=Latin}\d]*(?:[.,:/_-][\p{Script=Latin}\d]*\d[\p{Script=Latin}\d]*)*%?/gu;

/** The first day or number that none of the passages has. */
export function findWrongValue(text: string, grounds: readonly Ground[]): Fault<'date' | 'number'> | null {
  const folded = normalize(text);
  const dates = datesIn(folded, grounds);
  const wrong = dates.find(
    ({ span: { start, end }, isRight }) => !isRight && !isVerbatim(folded.slice(start, end), grounds),
  );
  if (wrong !== undefined) return { reason: 'date', what: folded.slice(wrong.span.start, wrong.span.end) };
  const rest = dates.reduce(
    (left, { span: { start, end } }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    folded,
  );
  const number = numbersOf(rest).find(
    (one) => !one.values.every((value) => hasNumber(value, one.text, grounds)),
  );
  return number === undefined ? null : { reason: 'number', what: number.text };
}

/** Days of a statement, each as it would be meant in one of the passages, and whether that one has it. */
function datesIn(text: string, grounds: readonly Ground[]): { span: Span; isRight: boolean }[] {
  const meant = grounds.map((ground) => ({ ground, dates: resolveDates(text, ground.date) }));
  return (meant[0]?.dates ?? []).map(({ start, end }, i) => ({
    span: { start, end },
    isRight: meant.some(({ ground, dates }) => dates[i] !== undefined && hasDate(dates[i], text, ground)),
  }));
}

function hasDate(date: ResolvedDate, text: string, ground: Ground): boolean {
  const { date: published, dates } = ground;
  if (date.recurs) return recursIn(text.slice(date.start, date.end), ground);
  if (published !== null && date.iso !== null && date.months === undefined && date.until === undefined)
    if (published.startsWith(date.iso)) return true;
  return dates.some((known) => isOf(date, known));
}

/** What comes again is no day: it is the same where its day of the week is, or else where its words are. */
function recursIn(stated: string, { text, dates, terms }: Ground): boolean {
  const weekday = weekdayIn(stated);
  if (weekday === null) return shareSaid(stated, terms) === 1;
  return dates.some(({ recurs, start, end }) => recurs && weekdayIn(text.slice(start, end)) === weekday);
}

/** From 0 for Monday; null where none is named. */
function weekdayIn(stated: string): number | null {
  for (let at = 1; at < stated.length; at++)
    for (const { relative, recurs } of findDates(stated.slice(at)))
      if (!recurs && relative?.unit === 'weekday') return relative.weekday;
  return null;
}

/** A day, month or year that a passage tells, or the month or year of one; without its year as it stands there. */
function isOf(date: ResolvedDate, known: ResolvedDate): boolean {
  if (date.relative !== undefined && JSON.stringify(date.relative) === JSON.stringify(known.relative))
    return true;
  if (!namesYear(date) && date.month !== undefined && date.relative === undefined)
    return (
      [known.iso, known.until].some((iso) => {
        const [, month, day] = (iso ?? '').split('-').map(Number);
        return month === date.month && (date.day === undefined || day === date.day);
      }) ||
      (known.month === date.month && (date.day === undefined || known.day === date.day))
    );
  if (date.iso === null || known.iso === null) return false;
  // Of a quarter or a season the year alone is known as a day.
  if (JSON.stringify(date.months) !== JSON.stringify(known.months) && date.months !== undefined) return false;
  if (date.until !== undefined && known.until !== undefined)
    return firstDay(date.iso) === firstDay(known.iso) && lastDay(date.until) === lastDay(known.until);
  return known.iso.startsWith(date.iso) || (known.until?.startsWith(date.iso) ?? false);
}

interface Stated {
  readonly text: string;
  /** All of them have to stand somewhere. */
  readonly values: readonly string[];
}

/** Figures as they are written, and numbers in words; one is mostly an article. */
function numbersOf(folded: string): Stated[] {
  const mentions = findNumbers(folded);
  const figures = [...folded.matchAll(FIGURES)].map(({ 0: text, index }) => {
    const within = mentions.filter(({ start, end }) => start < index + text.length && index < end);
    return { text, values: within.map(writtenValue), end: index + text.length };
  });
  const inWords = mentions.filter(({ start, end }) => !/\d/.test(folded.slice(start, end)));
  const counted = findAmounts(folded).flatMap(({ start, end }) => {
    const value = numeralOf(folded.slice(start, end));
    return value > 1 ? [{ text: folded.slice(start, end), values: [String(value)] }] : [];
  });
  return [
    ...figures.map(({ text, values }) => ({ text, values: values.length === 0 ? [text] : values })),
    ...inWords.map((one) => ({ text: folded.slice(one.start, one.end), values: [writtenValue(one)] })),
    ...counted,
  ];
}

/** A version, a time of day or a name with figures has to stand as it is written; a plain number may be written otherwise. */
function hasNumber(value: string, written: string, grounds: readonly Ground[]): boolean {
  if (isVerbatim(written, grounds)) return true;
  const isPlain = /^(?:\d[\d,]*(?:\.\d+)?%?|[^\d]+)$/u.test(written);
  const isRange = /^\d[\d.,:]*[/-]\d[\d.,:]*%?$/.test(written);
  if (isRange) return written.split(/[/-]/).every((part) => isVerbatim(part, grounds));
  return isPlain && grounds.some(({ numbers }) => numbers.has(value));
}

/** As written, and not within a longer number or name. */
const isVerbatim = (what: string, grounds: readonly Ground[]): boolean => {
  const sought = fold(what);
  return sought !== '' && grounds.some(({ folded }) => findWhole(folded, sought).length > 0);
};
