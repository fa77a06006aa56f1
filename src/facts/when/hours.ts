/** Times of day, and days that come again, of a sentence that could answer when something opens or begins. */
import type { Question } from '../../question/question.ts';
import { rulesFor } from '../../rules/languages.ts';
import type { Match } from '../../text/locate.ts';
import type { Candidate, SentenceContext } from '../candidate.ts';
import { nearness } from '../nearness.ts';

/** A time answers who asks for one, and mostly who asks for what comes again. */
const WEIGHTS = { time: 4, habit: 3 } as const;
/** What a day is worth to them. */
const DAY = { time: 0.3, habit: 0.5 } as const;
/** A day that comes again is worth more than a day without a year usually is. */
const RECURRING = 6;

/** Times of day, where the question asks for one or may. */
export function timesOf(
  { expects: { hours } }: Question,
  { said: { text }, weights }: SentenceContext,
  matches: readonly Match[],
): Candidate[] {
  if (hours === null) return [];
  return rulesFor(text).hours.times.flatMap(({ pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: time, index }): Candidate => {
      const span = { start: index, end: index + time.length };
      return {
        ...{ kind: 'when', ...span, isHabit: true },
        score: WEIGHTS[hours] * nearness(span, text, matches, weights),
      };
    }),
  );
}

/** What a day is worth beside a time of day: of the days one that comes again answers. */
export function asHabit({ expects: { hours } }: Question, day: Candidate, recurs: boolean): Candidate {
  if (hours === null) return day;
  if (recurs) return { ...day, isHabit: true, score: day.score * (hours === 'habit' ? RECURRING : 1) };
  return { ...day, score: DAY[hours] * day.score, ...(hours === 'time' && { fits: false }) };
}
