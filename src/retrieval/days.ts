/** Days of articles: of what time they are, and whether two are of the same. */
import { dayNumber, dayOfNumber } from '../index/day-number.ts';
import type { OpenIndex } from '../index/open.ts';
import { DAY_MS } from '../text/calendar.ts';
import type { Period } from '../types.ts';

/** `YYYY-MM-DD`, or null for an article without a day. */
export const dateOf = (index: OpenIndex, article: number): string | null => dayOfNumber(index.dayOf(article));

/** Tells which articles are of a period: none without a day. As numbers, since each article is looked at. */
export function isOfPeriod(index: OpenIndex, { from, to }: Period): (article: number) => boolean {
  const first = from === null ? 1 : dayNumber(from);
  const last = to === null ? Number.POSITIVE_INFINITY : dayNumber(to);
  return (article) => index.dayOf(article) >= first && index.dayOf(article) <= last;
}

/** A text is reprinted, and an event reported, within days; a notice of every week replaces that of the week before. */
const DAYS_OF_ONE_STATE = 6;

/** Whether two days, `YYYY-MM-DD`, lie so far apart that what is told on the later may have changed since. */
export function areOfDifferentTimes(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  return Math.abs(Date.parse(a) - Date.parse(b)) > DAYS_OF_ONE_STATE * DAY_MS;
}
