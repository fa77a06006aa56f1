/** The words of a sentence that are said of each of its amounts: of "adults pay 60 crowns, students 30" the students of 30. */
import { rulesFor } from '../../rules/languages.ts';
import type { Match } from '../../text/locate.ts';
import type { Span, Terms } from '../../types.ts';

/** For each of the amounts, in order, the stretch of the sentence that is about it; those that nothing divides share one. */
export function stretchesOf(amounts: readonly Span[], text: string): Span[] {
  const joints = [...text.matchAll(rulesFor(text).units.joints)]
    .map(({ 0: joint, index }) => ({ start: index, end: index + joint.length }))
    .filter((joint) => !amounts.some(({ start, end }) => joint.start < end && start < joint.end));
  const ends = amounts.map(({ end }, i) => {
    const next = amounts[i + 1];
    if (next === undefined) return text.length;
    return joints.find((joint) => joint.start >= end && joint.end <= next.start)?.end ?? null;
  });
  return amounts.map((_, i) => {
    const before = ends.slice(0, i).findLast((end) => end !== null) ?? 0;
    const after = ends.slice(i).find((end) => end !== null) ?? text.length;
    return { start: before, end: after };
  });
}

/**
 * What the first stretch says is the subject of those behind it, too (the prize is 8000, for the second 3000); what any other
 * says is its own.
 */
const OF_SUBJECT = 0.9;
const OF_ANOTHER = 0.15;

const shareIn = (match: Span, stretch: Span, first: Span): number =>
  match.start < stretch.end && stretch.start < match.end
    ? 1
    : match.end <= first.end && first.end <= stretch.start
      ? OF_SUBJECT
      : OF_ANOTHER;

/** The matches that say something of one of the stretches. */
export const matchesOf = (stretches: readonly Span[], place: number, matches: readonly Match[]): Match[] =>
  matches.filter((match) => shareIn(match, stretches[place]!, stretches[0]!) > OF_ANOTHER);

/** How much of what the question asks about is said of each stretch, over the most that is said of one; in (0, 1]. */
export function sharesOfStretches(
  stretches: readonly Span[],
  matches: readonly Match[],
  weights: Terms,
): number[] {
  const said = stretches.map((stretch) => {
    const best = new Map<string, number>();
    for (const match of matches)
      for (const [term, fit] of match.terms)
        best.set(term, Math.max(best.get(term) ?? 0, fit * shareIn(match, stretch, stretches[0]!)));
    return [...best].reduce((sum, [term, fit]) => sum + fit * (weights.get(term) ?? 0), 0);
  });
  const most = Math.max(0, ...said);
  return said.map((one) => (most === 0 ? 1 : Math.max(OF_ANOTHER, one / most)));
}
