/**
 * The dates of a text with the day, month or year that each means. What the text leaves out comes from the text before it and
 * from the day of publication.
 */
import type { Span } from '../types.ts';
import { daysOfMonth, firstDay, isoDate, lastDay as lastDayOf, type PartialDate } from './calendar.ts';
import { containsHan } from './characters.ts';
import { tellsDayFirst } from './figures.ts';
import { type DateMention, findDates } from './find-dates.ts';
import { endsDateline } from './reported.ts';
import { type Before, type Reference, resolveDay } from './resolve-day.ts';

export interface ResolvedDate extends DateMention {
  /** Null where neither the text nor the day of publication tells. Of what lasts longer its beginning. */
  readonly iso: PartialDate | null;
  /** Last day, month or year of what lasts longer: of last week, Q3, or a range that this date opens. */
  readonly until?: PartialDate;
  /** Of a date that opens a range: the one that closes it. */
  readonly through?: Span;
  /** Of 当天, the next day: the date in the text that they are counted from; absent where that is the day of publication. */
  readonly from?: Span;
}

/** Sentence ends: a year given in one sentence is not carried into the next. */
const SENTENCE_END = /[。！？!?\n]/;

/**
 * All dates of a text with what they mean.
 * @param published day of publication, `YYYY-MM-DD`, or null where it is not known
 * @param around a day near which an article without a day of publication is likely to be from: it lends its year to
 * 今年 and to dates that have none, and nothing to 昨日 and the like; the day of the text's own dateline counts as published
 */
export function resolveDates(
  text: string,
  published: string | null,
  around: string | null = null,
): ResolvedDate[] {
  const mentions = findDates(text);
  if (mentions.length === 0) return [];
  const reference: Reference = {
    published,
    around,
    isRepublican: mentions.some(({ isRepublican }) => isRepublican),
    isDayFirst: tellsDayFirst(mentions.flatMap(({ figures }) => figures ?? [])),
    isChinese: containsHan(text),
  };
  const dates = resolveAll(text, mentions, reference);
  const [dateline] = dates;
  const hasDateline =
    dateline?.iso?.length === 10 && endsDateline(text.slice(dateline.end, dateline.end + 4));
  return published === null && hasDateline
    ? resolveAll(text, mentions, { ...reference, published: dateline.iso })
    : dates;
}

function resolveAll(text: string, mentions: readonly DateMention[], reference: Reference): ResolvedDate[] {
  let previous: ResolvedDate | null = null;
  let lastDay: ResolvedDate | null = null;
  const resolved = mentions.map((mention) => {
    const before: Before | null = previous && {
      iso: previous.iso!,
      hasYear: previous.iso !== null && namesYear(previous),
      isInSentence: !SENTENCE_END.test(text.slice(previous.end, mention.start)),
    };
    const meaning = resolveDay(mention, reference, before, lastDay?.iso ?? null);
    const { relative } = mention;
    const isCounted = relative !== undefined && relative.unit !== 'weekday' && relative.isFromMentioned;
    const origin: ResolvedDate | null = !isCounted ? null : relative.unit === 'day' ? lastDay : previous;
    const date: ResolvedDate = {
      ...mention,
      iso: meaning?.iso ?? null,
      ...(meaning?.until !== undefined && { until: meaning.until }),
      ...(origin && { from: origin.from ?? { start: origin.start, end: origin.end } }),
    };
    if (date.iso !== null && !(isCounted && relative.unit === 'day')) previous = date;
    // A week is no day that another is counted from.
    if (date.iso?.length === 10 && date.until === undefined) lastDay = date;
    return date;
  });
  return withWholeRanges(resolved);
}

/** True where a date says its year itself or by the date before it. */
export const namesYear = ({ year, shortYear, cycle, relative }: DateMention): boolean =>
  year !== undefined ||
  shortYear !== undefined ||
  cycle !== undefined ||
  (relative?.unit === 'year' && relative.isFromMentioned === true);

/** Tells the first day of each range its last, and moves a day without a year so that the last is not before the first. */
function withWholeRanges(dates: readonly ResolvedDate[]): ResolvedDate[] {
  const joined = [...dates];
  for (const [i, opening] of dates.entries()) {
    const closing = dates[i + 1];
    if (!opening.opens || closing === undefined) continue;
    const [first, last] = inOrder(opening, closing);
    const until = last.until ?? last.iso;
    joined[i + 1] = last;
    if (first.iso === null || until === null || lastDayOf(until) < firstDay(first.iso)) continue;
    joined[i] = { ...first, until, through: { start: last.start, end: last.end } };
  }
  return joined;
}

const hasOwnYear = ({ year, shortYear, cycle, relative }: DateMention): boolean =>
  year !== undefined || shortYear !== undefined || cycle !== undefined || relative !== undefined;

function inOrder(first: ResolvedDate, last: ResolvedDate): [ResolvedDate, ResolvedDate] {
  if (first.iso === null || last.iso === null) return [first, last];
  if (hasOwnYear(last) && !hasOwnYear(first) && first.month !== undefined) {
    // From 15 December to 20 January 2025.
    const sameYear = inYearOf(first, last.iso, 0);
    const isAfter = sameYear.slice(0, last.iso.length) > last.iso;
    return [moved(first, isAfter ? inYearOf(first, last.iso, -1) : sameYear), last];
  }
  if (hasOwnYear(last) || last.month === undefined) return [first, last];
  const sameYear = inYearOf(last, first.iso, 0);
  return [first, moved(last, sameYear < first.iso ? inYearOf(last, first.iso, 1) : sameYear)];
}

/** With another year, unless that has no such day. */
const moved = (date: ResolvedDate, iso: PartialDate): ResolvedDate =>
  date.day !== undefined && date.day > daysOfMonth(Number(iso.slice(0, 4)), date.month!)
    ? date
    : { ...date, iso };

const inYearOf = ({ month, day }: ResolvedDate, iso: PartialDate, offset: number): PartialDate =>
  isoDate(Number(iso.slice(0, 4)) + offset, month, day);
