/** How near the question's words stand to a span of a sentence. */
import type { Match } from '../text/locate.ts';
import type { Span, Terms } from '../types.ts';

/** Weight of the question's terms that a word stands for. */
export const weightOf = ({ terms }: Match, weights: Terms): number =>
  [...terms].reduce((total, [term, fit]) => total + fit * (weights.get(term) ?? 0), 0);

/** Weight of the question's words right after an amount, which say what it counts: 73个金融网点. */
export const counted = (end: number, matches: readonly Match[], weights: Terms): number =>
  matches
    .filter(({ start }) => start >= end && start <= end + 4)
    .reduce((sum, match) => sum + weightOf(match, weights), 0);

/** A matched word this many characters away counts half as much as one next to the candidate. */
const HALF_DISTANCE = 12;
/** A clause end between the two counts as this many characters. */
const CLAUSE_END_DISTANCE = 8;

/** What was done on a day follows it; what stands before it is mostly of the sentence before, or who did it. */
export const BEFORE_DATE = 0.5;

/** A word that stands around a span more than once counts this much again. */
const REPEATED = 0.5;

/** Weight of the question's words around a span, each counting less the farther away it stands. */
export function nearness(
  span: Span,
  text: string,
  matches: readonly Match[],
  weights: Terms,
  before = 1,
): number {
  const near = new Map<string, { best: number; sum: number }>();
  for (const { start, end, terms } of matches) {
    const between =
      end <= span.start ? text.slice(end, span.start) : start >= span.end ? text.slice(span.end, start) : '';
    const clauseEnds = between.match(/[，。；：,;、]/gu)?.length ?? 0;
    const distance = between.length + clauseEnds * CLAUSE_END_DISTANCE;
    const closeness = (end <= span.start ? before : 1) / (1 + distance / HALF_DISTANCE);
    for (const [term, fit] of terms) {
      const weight = closeness * fit * (weights.get(term) ?? 0);
      const { best, sum } = near.get(term) ?? { best: 0, sum: 0 };
      near.set(term, { best: Math.max(best, weight), sum: sum + weight });
    }
  }
  return [...near.values()].reduce((total, { best, sum }) => total + best + REPEATED * (sum - best), 0.01);
}
