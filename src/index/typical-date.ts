/** The time that a corpus is of. */
import { DAY_MS } from '../text/calendar.ts';

/** A corpus is of one time where the middle nine tenths of its days of publication lie within this many days. */
const ONE_TIME_DAYS = 366;
const MIN_DATED = 10;

/** An article without a date in a corpus of one time is most likely from that time too; null where it is of many. */
export function typicalDate(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null).sort();
  const at = (share: number): string => known[Math.floor(share * (known.length - 1))]!;
  if (known.length < Math.max(MIN_DATED, days.length / 2)) return null;
  const spread = (Date.parse(at(0.95)) - Date.parse(at(0.05))) / DAY_MS;
  return spread <= ONE_TIME_DAYS ? at(0.5) : null;
}
