/** What of a sentence was done on which of its days. */
import { rulesFor } from '../rules/languages.ts';
import type { Match } from '../text/locate.ts';
import type { Span, Terms } from '../types.ts';
import { weightOf } from './nearness.ts';

/** A day of another event counts this much, where its words are of this event only. */
const OF_ANOTHER = 0.25;
const CLAUSE_END = /[，。；,;]|\b(?:and|but)\b/giu;
const IS_NAME = /^\p{Lu}/u;

/**
 * For each of the days of a sentence how much of what the question asks about was done on it, in (0, 1]: in "founded in 1998
 * and moved in 2005" the moving was in 2005. Empty where there is one day; all are 1 where nothing tells them apart.
 * @param names terms of the names that the question gives
 */
export function sharesOfEvents<T extends Span>(
  days: readonly T[],
  text: string,
  matches: readonly Match[],
  weights: Terms,
  names: ReadonlySet<string>,
): Map<T, number> {
  if (days.length < 2) return new Map();
  const stretches = days.map((_, i) => stretchOf(days, i, text));
  const said = stretches.map(({ start, end }) =>
    matches
      .filter((match) => match.start >= start && match.end <= end)
      .filter((match) => !days.some((day) => match.start < day.end && day.start < match.end))
      .filter((match) => !isOfName(match, text, names))
      .reduce((sum, match) => sum + weightOf(match, weights), 0),
  );
  const most = Math.max(...said);
  return new Map(
    days.map((day, i) => [day, most === 0 ? 1 : OF_ANOTHER + (1 - OF_ANOTHER) * (said[i]! / most)]),
  );
}

/** A name is what all days of the sentence are about. */
const isOfName = ({ start, end, terms }: Match, text: string, names: ReadonlySet<string>): boolean =>
  IS_NAME.test(text.slice(start, end)) || [...terms.keys()].every((term) => names.has(term));

/** The words around a day that tell what was done on it. */
function stretchOf(days: readonly Span[], i: number, text: string): Span {
  const day = days[i]!;
  const [before, after] = [days[i - 1]?.end ?? 0, days[i + 1]?.start ?? text.length];
  if (rulesFor(text).dayContext.eventStands === 'behind')
    return { start: day.start, end: clauseOf(after, day.end, text) };
  const lead = text.slice(before, day.start);
  // At the beginning of a clause the event follows: In 1998 it opened.
  const isFirst = /(?:^|[,;])\s*(?:\S+\s+){0,2}$/u.test(lead);
  return isFirst
    ? { start: day.start, end: after }
    : { start: before, end: i === days.length - 1 ? text.length : day.end };
}

/** The next day begins where its clause does: 1998年开馆，并于2005年搬迁. */
function clauseOf(place: number, atLeast: number, text: string): number {
  const ends = [...text.slice(atLeast, place).matchAll(CLAUSE_END)];
  const last = ends.at(-1);
  return last === undefined ? place : atLeast + last.index;
}
