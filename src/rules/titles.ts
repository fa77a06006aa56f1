/** What a language's rows have to say of the titles of people that questions ask for. */
import type { Rule } from './rule.ts';

/** A title that a question asks for, and how texts in the other language write it. */
export interface TitleRule extends Rule<RegExp> {
  /** What it is the title of, where it is written so only there. */
  readonly of?: RegExp;
  /** Examples of how texts write it. */
  readonly written: readonly string[];
}

export interface TitleRules {
  /** Titles that stand for any head: the boss. */
  readonly anyHead: readonly Rule<'any head'>[];
  /** Titles that those of lower rank have, too: officials. */
  readonly anyRank: readonly Rule<'any rank'>[];
  /** How texts write that somebody is a head. */
  readonly heads: readonly Rule<'head'>[];
  /** How texts write that somebody is a deputy. */
  readonly deputies: readonly Rule<'deputy'>[];
  /** The first that fits counts. */
  readonly called: readonly TitleRule[];
  /** What looks like the title asked for and is another. */
  readonly others: readonly Rule<RegExp>[];
}
