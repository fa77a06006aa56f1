/** Days of articles: which they are, and whether two are of the same time. */
import { dayOfNumber } from '../index/day-number.ts';
import type { PassageFacts } from '../index/search-index.ts';
import { DAY_MS } from '../text/calendar.ts';

/** `YYYY-MM-DD`, or null for an article without a day. */
export const dateOf = ({ dayOf }: Pick<PassageFacts, 'dayOf'>, article: number): string | null =>
  dayOfNumber(dayOf(article));

/** A text is reprinted, and an event reported, within days; a notice of every week replaces that of the week before. */
const DAYS_OF_ONE_STATE = 6;

/** Whether two days, `YYYY-MM-DD`, lie so far apart that what is told on the later may have changed since. */
export function areOfDifferentTimes(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  return Math.abs(Date.parse(a) - Date.parse(b)) > DAYS_OF_ONE_STATE * DAY_MS;
}
