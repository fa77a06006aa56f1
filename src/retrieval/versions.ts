/** Whether two texts that say nearly the same are of different times, not only of different places. */
import { DAY_MS } from '../text/calendar.ts';

/** A text is reprinted, and an event reported, within days; a notice of every week replaces that of the week before. */
const DAYS_OF_ONE_STATE = 6;

/** Whether two days, `YYYY-MM-DD`, lie so far apart that what is told on the later may have changed since. */
export function areOfDifferentTimes(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  return Math.abs(Date.parse(a) - Date.parse(b)) > DAYS_OF_ONE_STATE * DAY_MS;
}
