/** Time limits in the words of a question: in August 2023, 去年, since July. */
import { LANGUAGES } from '../rules/languages.ts';
import { addDays, firstDay, lastDay, type PartialDate } from '../text/calendar.ts';
import { resolveDates } from '../text/dates.ts';
import { findDates } from '../text/find-dates.ts';
import { normalize, normalizeWithOrigin, originalSpan } from '../text/normalize.ts';
import type { Period } from '../types.ts';

const BEFORE = LANGUAGES.flatMap(({ periods }) => periods.before);
const BEHIND = LANGUAGES.flatMap(({ periods }) => periods.behind);

/**
 * The days that a question is limited to, or null where it gives no time.
 * @param today day of the question, from which last year is counted
 * @param around a day of the corpus, near which a month without a year is meant; null for today
 */
export function periodOf(text: string, today: string, around: string | null): Period | null {
  const folded = normalize(text);
  const relative = resolveDates(folded, today);
  const absolute = resolveDates(folded, null, around ?? today);
  const limits = absolute.flatMap((date, i): Period[] => {
    const { start, end, iso, until } = date.iso === null ? relative[i]! : date;
    if (iso === null) return [];
    const bounds =
      BEFORE.find(({ pattern }) => pattern.test(folded.slice(0, start)))?.means ??
      BEHIND.find(({ pattern }) => pattern.test(folded.slice(end)))?.means ??
      'both';
    if (bounds === 'below') return [{ from: null, to: addDays(firstDay(iso), -1) }];
    if (bounds === 'above') return [{ from: addDays(lastDay(until ?? iso), 1), to: null }];
    return [
      { from: bounds === 'to' ? null : firstDay(iso), to: bounds === 'from' ? null : lastDay(until ?? iso) },
    ];
  });
  if (limits.length === 0) return null;
  // "From July to August" sets one bound each; of several times the question is about all.
  const froms = limits.flatMap(({ from }) => from ?? []).sort();
  const tos = limits.flatMap(({ to }) => to ?? []).sort();
  const [from = null, to = null] = [froms[0], tos.at(-1)];
  // Bounds that leave no day between them limit nothing.
  return from !== null && to !== null && from > to ? null : { from, to };
}

export const isWithin = (day: string | null, { from, to }: Period): boolean =>
  day !== null && (from === null || day >= from) && (to === null || day <= to);

/** Whether a date, or what lasts from it on, has a day of a period. */
export const overlaps = (
  { iso, until }: { readonly iso: PartialDate | null; readonly until?: PartialDate },
  { from, to }: Period,
): boolean =>
  iso !== null && (from === null || lastDay(until ?? iso) >= from) && (to === null || firstDay(iso) <= to);

/** An article from before the time asked about does not tell of it; a later one may look back. */
const EARLIER = 0.8;
const LATER = 0.8;
const DAYS_OF_ECHO = 45;

/** What an article's score is multiplied by where the question is limited to `period` in its own words. */
export function favour(day: string | null, { from, to }: Period): number {
  if (day === null) return 1;
  if (from !== null && day < from) return EARLIER;
  const echo = to === null ? null : addDays(to, DAYS_OF_ECHO);
  return from !== null && echo !== null && day > echo ? LATER : 1;
}

/** Without the days, months and years that a question writes. */
export function withoutDates(text: string): string {
  const folded = normalizeWithOrigin(text);
  return findDates(folded.text)
    .map(({ start, end }) => originalSpan(folded, start, end))
    .reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
}
