/** What of a sentence was done on which of its days. */
import { rulesFor } from '../../rules/languages.ts';
import type { Match } from '../../text/locate.ts';
import type { Span, Terms } from '../../types.ts';
import { weightOf } from '../nearness.ts';

const IS_NAME = /^\p{Lu}/u;

/** A day of another event counts this much, where its words are of this event only. */
const OF_ANOTHER = 0.25;

/**
 * For each of the days of a sentence how much of what the question asks about was done on it, in (0, 1]: in "founded in 1998
 * and moved in 2005" the moving was in 2005. Empty where there is one day; all are 1 where nothing tells them apart.
 * @param isTopic true of terms of what all of the sentence is about: names that the question gives, the title of the article
 */
export function sharesOfEvents<T extends Span>(
  days: readonly T[],
  text: string,
  matches: readonly Match[],
  weights: Terms,
  isTopic: (term: string) => boolean,
): Map<T, number> {
  if (days.length < 2) return new Map();
  const telling = matches
    .filter((match) => !days.some((day) => match.start < day.end && day.start < match.end))
    .filter((match) => !IS_NAME.test(text.slice(match.start, match.end)))
    .filter(({ terms }) => ![...terms.keys()].every(isTopic));
  const said = days.map((_, i) => {
    const { start, end } = stretchOf(days, i, text);
    const inside = telling.filter((match) => match.start >= start && match.end <= end);
    return inside.reduce((sum, match) => sum + weightOf(match, weights), 0);
  });
  const most = Math.max(...said);
  return new Map(
    days.map((day, i) => [day, most === 0 ? 1 : OF_ANOTHER + (1 - OF_ANOTHER) * (said[i]! / most)]),
  );
}

/** Whether what was done on a day stands before it: 成立于2005年, opened in 1998, but not in "In 1998 it opened". */
export const eventStandsBefore = ({ start, end }: Span, text: string): boolean =>
  rulesFor(text).dayContext.eventBefore.some(({ pattern }) =>
    pattern.test(`${text.slice(0, start)}‹›${text.slice(end)}`),
  );

/** The words around a day that tell what was done on it: those of its clause, and those up to the clause of the next. */
function stretchOf(days: readonly Span[], i: number, text: string): Span {
  const day = days[i]!;
  const isBefore = eventStandsBefore(day, text);
  const previous = days[i - 1]?.end;
  // What stands before the first day is what all of the sentence is about.
  const start =
    previous === undefined
      ? isBefore
        ? 0
        : day.start
      : (lastClauseEnd(previous, day.start, text) ?? previous);
  const next = days[i + 1]?.start;
  if (next === undefined) return { start, end: text.length };
  return { start, end: isBefore ? day.end : (lastClauseEnd(day.end, next, text) ?? next) };
}

/** Where the last clause ends that ends between two places. */
function lastClauseEnd(from: number, to: number, text: string): number | undefined {
  const last = [...text.slice(from, to).matchAll(rulesFor(text).dayContext.clauseEnd)].at(-1);
  return last && from + last.index;
}
