/** What a language's rows of talk have to say: how questions go on, where one ends, and whether it asks for what holds now. */
import type { CollectionWish, SmallTalk } from './messages.ts';
import type { Rule } from './rule.ts';

/**
 * `points`: a word stands for what was spoken of; `goes on`: it only begins as if it went on; `instead`: the same is asked
 * of the group `other`; `says all`: who does what to what is said, so it is likely to be about something else.
 */
export type GoingOn = 'points' | 'goes on' | 'instead' | 'says all';

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
  /** Characters that only carry grammar; with the flag `g`. */
  readonly grammar: readonly Rule<'grammar'>[];
  /** Words that ask for a measure of something: such a question stands alone. */
  readonly measures: readonly Rule<'measure'>[];
  /** Where what follows "and" adds a circumstance instead of another subject. */
  readonly circumstances: readonly Rule<'circumstance'>[];
  /** What is left of a date when its figures are gone; with the flag `g`. */
  readonly ofDates: readonly Rule<'of a date'>[];
  /** What is said to the bot, or asked about it, without asking anything of the articles. */
  readonly smallTalk: readonly Rule<SmallTalk>[];
  /** Questions about the collection of articles as a whole. */
  readonly collection: readonly Rule<CollectionWish>[];
  /** What leads into a question and adds nothing. */
  readonly leads: readonly Rule<'lead'>[];
  /** Words that may stand beside a time that limits the articles; with the flag `g`. */
  readonly aroundTimes: readonly Rule<'joint'>[];
  /** What says before a time that articles are of it, and of a question that it begins then. */
  readonly ofTimes: readonly Rule<'of'>[];
}
