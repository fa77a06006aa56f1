/** What a language's rows of talk have to say: how questions go on, where one ends, and whether it asks for what holds now. */
import type { Rule } from './rule.ts';

/**
 * `points`: a word stands for what was spoken of; `goes on`: it only begins as if it went on; `instead`: the same is asked
 * of the group `other`.
 */
export type GoingOn = 'points' | 'goes on' | 'instead';

/** Groups `a` and `b` are compared; `about`, where it is there, says in what. */
export type Comparison = 'comparison';

export interface TalkRules {
  /** The first that reads a question counts. */
  readonly goingOn: readonly Rule<GoingOn>[];
  /** Between two questions; with the flag `g`. */
  readonly joints: readonly Rule<'next question'>[];
  /** What makes a clause a question. */
  readonly asking: readonly Rule<'question'>[];
  readonly comparisons: readonly Rule<Comparison>[];
  /** Words that ask for what holds now, and that no article says of itself; with the flag `g`. */
  readonly newest: readonly Rule<'newest'>[];
}
