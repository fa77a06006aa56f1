/** Days of the lunar calendar on the Western one, by the calendar that JavaScript itself knows. */
import type { LunarDay } from '../rules/time/day.ts';
import { addDays, isoDate } from './calendar.ts';

/** The calendar has its present rules since this year; days before it cannot be worked out with them. */
const FIRST_YEAR = 1645;
/** Mean length of a month, in days. */
const MONTH_DAYS = 29.53;

/** Made when first asked for: it takes 10 ms. */
let format: Intl.DateTimeFormat | undefined;

/** The day of a lunar year, `YYYY-MM-DD`; null where the year has no such day, or none that can be worked out. */
export function lunarDay(year: number, { month, day, isLeap }: LunarDay): string | null {
  if (year < FIRST_YEAR || day === undefined) return null;
  if (day === 0) return lastDayOf(year, month);
  // New year is between 21 January and 20 February; a leap month before puts all later ones off.
  let guess = addDays(isoDate(year, 1, 21), Math.floor((month - 1) * MONTH_DAYS) + day - 1);
  if (isLeap) guess = addDays(guess, 29);
  for (let tried = 0; tried < 64; tried++, guess = addDays(guess, 1)) {
    const read = readLunar(guess);
    if (read.year === year && read.month === month && read.isLeap === isLeap) {
      if (read.day === day) return guess;
      // At once to the day; a month of 29 days has no 30th.
      const there = addDays(guess, day - read.day);
      const found = readLunar(there);
      return found.day === day && found.month === month ? there : null;
    }
  }
  return null;
}

/** The last day of a month: the day before the next begins. */
function lastDayOf(year: number, month: number): string | null {
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  const next = lunarDay(y, { month: m, day: 1, isLeap: false });
  return next === null ? null : addDays(next, -1);
}

function readLunar(iso: string): { year: number; month: number; day: number; isLeap: boolean } {
  format ??= new Intl.DateTimeFormat('en-u-ca-chinese', {
    year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC',
  }); // biome-ignore format: a line
  const parts = new Map<string, string>(
    format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  );
  const month = parts.get('month') ?? '';
  return {
    year: Number(parts.get('relatedYear')),
    month: Number.parseInt(month, 10),
    day: Number(parts.get('day')),
    isLeap: month.endsWith('bis'),
  };
}
