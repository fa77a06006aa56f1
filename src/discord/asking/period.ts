/** Days that limit which articles are looked at, as a person types them. */
import { isDay } from '../../text/calendar.ts';
import { resolveDates } from '../../text/dates.ts';

/**
 * The day meant by `text`, or null where it is no date; of a month or a year the first or the last day.
 *
 * `2024-01-31`, `2024-01`, `2024`, `31 January 2024`, `2024年1月`, and 昨天 counted from `today`.
 */
export function readDay(text: string, edge: 'first' | 'last', today: string): string | null {
  const trimmed = text.trim();
  const date = /^\d{4}-\d\d$/.test(trimmed) ? trimmed : dateThroughout(trimmed, today);
  if (date === null) return null;
  const day = wholeDay(date, edge);
  return isDay(day) ? day : null;
}

/** A date that the whole text is. */
function dateThroughout(text: string, today: string): string | null {
  const [date] = resolveDates(text, today);
  return date && date.start === 0 && date.end === text.length ? date.iso : null;
}

function wholeDay(date: string, edge: 'first' | 'last'): string {
  const [year, month, day] = date.split('-').map(Number);
  if (day !== undefined) return date;
  if (edge === 'first') return `${date}${month === undefined ? '-01' : ''}-01`;
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(year!, month ?? 12, 0)).getUTCDate();
  return `${date}${month === undefined ? '-12' : ''}-${last}`;
}
