/** What a language's rows have to say of the titles of people: how texts write them, and how questions ask for them. */
import type { Rule } from '../rule.ts';

/** A title that a question asks for, and how texts in the other language write it. */
export interface TitleRule extends Rule<RegExp> {
  /** What it is the title of, where it is written so only there. */
  readonly of?: RegExp;
  /** Examples of how texts write it. */
  readonly written: readonly string[];
}

/** What somebody holds, as a chairman does, or only is, as a painter is. */
type TitleKind = 'office' | 'occupation';

export interface TitleRules {
  /** What people are called right before or after their name, in texts; without groups that capture. */
  readonly besideNames: readonly Rule<TitleKind>[];
  /** What stands in front of a title and is part of it; without groups that capture. */
  readonly ranks: readonly Rule<'rank'>[];
  /** Words of rank that only say a title, in questions; null where a title is written as texts write it. */
  readonly rankWords: string | null;
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
