/** Days of articles, without reading the articles. */
import { dayNumber, dayOfNumber } from '../index/day-number.ts';
import type { OpenIndex } from '../index/open.ts';
import type { Period } from '../types.ts';

/** `YYYY-MM-DD`, or null for an article without a day. */
export const dateOf = (index: OpenIndex, article: number): string | null => dayOfNumber(index.dayOf(article));

/** Tells which articles are of a period: none without a day. As numbers, since each article is looked at. */
export function isOfPeriod(index: OpenIndex, { from, to }: Period): (article: number) => boolean {
  const first = from === null ? 1 : dayNumber(from);
  const last = to === null ? Number.POSITIVE_INFINITY : dayNumber(to);
  return (article) => index.dayOf(article) >= first && index.dayOf(article) <= last;
}
