/** Times of day, and questions for them: how a language writes them. */
import type { Rule } from '../rule.ts';

/** `time`: a time of day and nothing else; `habit`: what comes again (when does the pool open), or else a day. */
export type HoursAsked = 'time' | 'habit';

export interface HoursRules {
  /** Times of day, or from one to another; with the flag `g`. */
  readonly times: readonly Rule<'time of day'>[];
  /** The first row that a question fits counts. */
  readonly asked: readonly Rule<HoursAsked>[];
}
