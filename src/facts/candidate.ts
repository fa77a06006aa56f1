/** What could be the fact that a question asks for, and what the search for it is given. */

import type { Name } from '../names/names.ts';
import type { SaidText } from '../passages/read.ts';
import type { Question } from '../question/question.ts';
import type { ResolvedDate } from '../text/dates.ts';
import type { Match, Matcher } from '../text/locate.ts';
import type { FactKind, Span, Terms } from '../types.ts';
import type { Description } from './who/people.ts';

export interface Candidate extends Span {
  readonly kind: FactKind;
  /** What the name is of, where it is one. */
  readonly nameOf?: Name['kind'];
  readonly date?: string;
  /** Last day, month or year of what lasts longer. */
  readonly until?: string;
  /** Where the date stands that this one is counted from; it may be before the sentence. */
  readonly from?: Span;
  /**
   * False for an amount of another unit than asked for, a bare year where a day, a day that was where one to come,
   * another kind of place, an organisation where a person is asked for, and a name of another type of organisation.
   */
  readonly fits?: boolean;
  /** True for a time of day, and a day that comes again. */
  readonly isHabit?: boolean;
  /**
   * True for what leads to the answer and is none: prices of which the difference is asked for, and who was for it where those
   * are asked for who were against it.
   */
  readonly isNoAnswer?: boolean;
  /** The names of a list, verbatim. */
  readonly members?: readonly string[];
  /** Of a person: what the sentence says of them, and what each unit of its weight adds to the score. */
  readonly description?: Description & { readonly factor: number };
  /** Of a person, where those are asked for who did something: whether the sentence says that they do. */
  readonly does?: boolean;
  /** How well it fits and how near the question's words stand to it; above 0, for comparison only. */
  readonly score: number;
}

/** A sentence of an article, as the search for candidates needs it. */
export interface SentenceContext {
  readonly said: SaidText;
  /** Dates of the sentence, offsets into its text. */
  readonly dates: readonly ResolvedDate[];
  /** Day of the article, or one near which it is likely to be from. */
  readonly published: string | null;
  /** What stands for the parties (双方), with the terms of their names. */
  readonly meant?: Match;
  /** Names of the columns, where the text is a row of a table: its cells have a tab between them. */
  readonly head?: readonly string[];
  /** Terms of the title: what all of the article is about. */
  readonly topic?: Terms;
  /** Weights of the question's terms, for this text's script. */
  readonly weights: Terms;
  /** Finds the words that stand for one of these. */
  readonly matcher: Matcher;
}

/** Finds the candidates of one kind; `matches` are the question's words in the sentence. */
export type Finder = (question: Question, context: SentenceContext, matches: readonly Match[]) => Candidate[];
