/** What one date of a text means, given the day of publication and the date before it. */
import type { RelativeDay } from '../rules/time/day.ts';
import {
  addDays,
  DAY_MS,
  daysOfMonth,
  isDay,
  isoDate,
  isoMonth,
  type PartialDate,
  weekdayOf,
} from './calendar.ts';
import { readFigures } from './figures.ts';
import type { DateMention } from './find-dates.ts';
import { lunarDay } from './lunar.ts';

/** A date, and of what lasts longer than one day, month or year its last. */
export interface Meaning {
  readonly iso: PartialDate;
  readonly until?: PartialDate;
}

/** What dates of a text are counted from. */
export interface Reference {
  /** Day of publication, or null where it is not known. */
  readonly published: string | null;
  /** A day near which the text is likely to be from; it lends its year to dates without one. */
  readonly around: string | null;
  /** True where the text counts years from 1912. */
  readonly isRepublican: boolean;
  /** Whether the text has the day before the month in figures; null where nothing tells. */
  readonly isDayFirst: boolean | null;
  readonly isChinese: boolean;
}

/** The date before: what a text leaves out is taken from it. */
export interface Before {
  readonly iso: PartialDate;
  /** True where it names its year. */
  readonly hasYear: boolean;
  readonly isInSentence: boolean;
}

/** Farther from the day of publication a year of the cycle of sixty is as likely one of another cycle: 辛亥年 is mostly 1911. */
const CYCLE_YEARS = 2;
/** Of years with two digits a text names few that are still to come. */
const YEARS_AHEAD = 10;
/** Years with two digits up to this one are of this century, as POSIX has it, where nothing tells the time of the text. */
const LAST_SHORT_YEAR = 68;

/** Null where neither the text nor the day of publication tells. */
export function resolveDay(
  mention: DateMention,
  reference: Reference,
  before: Before | null,
  lastDay: PartialDate | null,
): Meaning | null {
  if (mention.recurs) return null;
  const meaning = resolve(mention, reference, before, lastDay);
  // 本月31日 in February is no day.
  return meaning !== null && meaning.iso.length === 10 && !isDay(meaning.iso) ? null : meaning;
}

function resolve(
  mention: DateMention,
  reference: Reference,
  before: Before | null,
  lastDay: PartialDate | null,
): Meaning | null {
  const { relative, lunar, months, month, day, figures } = mention;
  const { published } = reference;
  const near = published ?? reference.around;
  if (figures) return withIso(readFigures(figures, reference, (short) => wholeYear(short, reference)));
  if (relative?.unit === 'weekday')
    return withIso(published && weekday(relative, published, mention.isPlanned));
  if (relative && relative.unit !== 'year') return fromRelative(relative, day, published, before, lastDay);
  if (hasYear(mention)) {
    const year = yearOf(mention, reference, before);
    return year === null ? null : inYear(mention, year, near);
  }
  const [previousYear, previousMonth] = (before?.iso ?? '').split('-').map(Number);
  if (lunar) {
    if (lunar.day === undefined) return null;
    const carried = before?.hasYear && before.isInSentence ? lunarDay(previousYear!, lunar) : null;
    return withIso(
      carried ?? (near === null ? null : nearest(near, mention.isPlanned, (year) => lunarDay(year, lunar))),
    );
  }
  const first = months?.first ?? month;
  if (first !== undefined) {
    const carried = before?.hasYear && before.isInSentence && first >= (previousMonth ?? 1);
    if (carried || (published === null && previousYear)) return inYear(mention, previousYear!, near);
    if (near === null) return null;
    const iso = nearest(near, mention.isPlanned, (year) => isoDate(year, first, day ?? 1));
    return iso === null ? null : inYear(mention, Number(iso.slice(0, 4)), near);
  }
  if (day === undefined) return null;
  if (previousMonth !== undefined && (before!.isInSentence || published === null))
    return { iso: isoDate(previousYear!, previousMonth, day) };
  return published === null ? null : withIso(dayOfThatNumber(day, published, mention.isPlanned));
}

const withIso = (iso: PartialDate | null): Meaning | null => (iso === null ? null : { iso });

const hasYear = ({ year, shortYear, cycle, relative }: DateMention): boolean =>
  year !== undefined || shortYear !== undefined || cycle !== undefined || relative?.unit === 'year';

function yearOf(
  { year, shortYear, cycle, relative }: DateMention,
  reference: Reference,
  before: Before | null,
): number | null {
  if (year !== undefined) return year;
  if (shortYear !== undefined) return wholeYear(shortYear, reference);
  const near = reference.published ?? reference.around;
  if (relative?.unit === 'year') {
    const base = (relative.isFromMentioned ? before?.iso : undefined) ?? near;
    return base === null ? null : Number(base.slice(0, 4)) + relative.offset;
  }
  if (near === null) return null;
  const { place, length } = cycle!;
  // The year 4 began the first cycle.
  const behind = (((Number(near.slice(0, 4)) - 4 - place) % length) + length) % length;
  const years = behind > length / 2 ? length - behind : -behind;
  return length === 60 && Math.abs(years) > CYCLE_YEARS ? null : Number(near.slice(0, 4)) + years;
}

function wholeYear(short: number, { published, around, isRepublican }: Reference): number {
  if (isRepublican) return 1911 + short;
  const near = published ?? around;
  const latest = near === null ? 2000 + LAST_SHORT_YEAR : Number(near.slice(0, 4)) + YEARS_AHEAD;
  const inCentury = Math.floor(latest / 100) * 100 + short;
  return inCentury > latest ? inCentury - 100 : inCentury;
}

/** The month, day, quarter or lunar day of a mention in a year that is known. */
function inYear(
  { month, day, months, lunar, lastYear, relative }: DateMention,
  year: number,
  near: string | null,
): Meaning {
  if (lunar) return { iso: lunarDay(year, lunar) ?? isoDate(year) };
  const toward = relative?.unit === 'year' ? relative.toward : undefined;
  const first = months?.first ?? month;
  const there =
    toward !== undefined && near !== null && first !== undefined ? towards(toward, year, first, near) : year;
  if (months?.isSharp) return { iso: isoMonth(there, months.first), until: isoMonth(there, months.last) };
  const iso = months ? isoDate(there) : isoDate(there, month, day);
  return lastYear === undefined ? { iso } : { iso, until: isoDate(lastYear) };
}

/** The year of the last such month before a day, or of the next after it. */
function towards(direction: -1 | 1, year: number, month: number, near: string): number {
  const isPast = isoDate(year, month) < near.slice(0, 7);
  if (direction < 0) return isPast ? year : year - 1;
  return isoDate(year, month) > near.slice(0, 7) ? year : year + 1;
}

function fromRelative(
  relative: Exclude<RelativeDay, { unit: 'year' | 'weekday' }>,
  day: number | undefined,
  published: string | null,
  before: Before | null,
  lastDay: PartialDate | null,
): Meaning | null {
  const { unit, offset } = relative;
  const mentioned = unit === 'month' ? before?.iso.slice(0, 7) : lastDay;
  const base = (relative.isFromMentioned && mentioned) || published;
  if (base === null || base.length === 4) return null;
  if (unit === 'day') return { iso: addDays(base, offset) };
  const [year, month] = base.split('-').map(Number) as [number, number];
  if (unit === 'month') {
    const iso = isoMonth(year, month + offset);
    return { iso: day === undefined ? iso : `${iso}-${String(day).padStart(2, '0')}` };
  }
  if (unit === 'quarter') {
    const first = 3 * (Math.ceil(month / 3) + offset) - 2;
    return { iso: isoMonth(year, first), until: isoMonth(year, first + 2) };
  }
  const monday = addDays(base, 7 * offset - weekdayOf(base));
  return unit === 'weekend'
    ? { iso: addDays(monday, 5), until: addDays(monday, 6) }
    : { iso: monday, until: addDays(monday, 6) };
}

function weekday(
  { weekday: wanted, offset, isBefore }: Extract<RelativeDay, { unit: 'weekday' }>,
  published: string,
  isPlanned: boolean | undefined,
): string {
  const days = wanted - weekdayOf(published);
  if (offset !== null) return addDays(published, days + offset * 7);
  if (isPlanned) return addDays(published, days < 0 ? days + 7 : days);
  // "On Friday", "last Friday" and 周五 in a news text are the last one before the paper came out.
  return addDays(published, days > 0 || (days === 0 && isBefore) ? days - 7 : days);
}

/** A day to come must be this much nearer than one that was: news tells mostly what has been. */
const FUTURE_PENALTY = 1.5;
/** Where the text speaks of what is to come it is the other way round; a report may still be late by some days. */
const PAST_PENALTY = 3;

function distance(day: string, from: string, isPlanned: boolean | undefined): number {
  const days = (Date.parse(day) - Date.parse(from)) / DAY_MS;
  if (days > 0) return isPlanned ? days : days * FUTURE_PENALTY;
  return isPlanned ? -days * PAST_PENALTY : -days;
}

const nearestOf = (days: readonly string[], from: string, isPlanned: boolean | undefined): string | null =>
  days.reduce<string | null>(
    (best, day) =>
      best === null || distance(day, from, isPlanned) < distance(best, from, isPlanned) ? day : best,
    null,
  );

/** The nearest of the days of several years; 29 February and a leap month may be years away. */
function nearest(
  from: string,
  isPlanned: boolean | undefined,
  dayIn: (year: number) => string | null,
): string | null {
  const year = Number(from.slice(0, 4));
  const days = [0, -1, 1, -2, 2, -3, 3, -4, 4].flatMap((offset) => dayIn(year + offset) ?? []).filter(isDay);
  return nearestOf(days, from, isPlanned);
}

/** The 26th without a month: the last up to the day of publication, unless it is to come. */
function dayOfThatNumber(day: number, published: string, isPlanned: boolean | undefined): string | null {
  const [year, month] = published.split('-').map(Number) as [number, number];
  const days = [0, -1, -2, 1, 2]
    .map((offset) => isoMonth(year, month + offset))
    .filter((iso) => day <= daysOfMonth(Number(iso.slice(0, 4)), Number(iso.slice(5))))
    .map((iso) => `${iso}-${String(day).padStart(2, '0')}`);
  if (isPlanned) return nearestOf(days, published, true);
  return days.find((one) => one <= published) ?? null;
}
