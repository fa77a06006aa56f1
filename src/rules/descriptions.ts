/** What texts say of people and parties beside their names: what they are, for whom they act, who else is named with them. */
import type { Rule } from './rule.ts';

export interface DescriptionRules {
  /** A piece of what may be said right before a name, without groups that capture; what is none ends it. */
  readonly before: readonly Rule<'said before'>[];
  /** What is said right after a name; the first that fits counts. */
  readonly after: readonly Rule<'said after'>[];
  /** Between two names of which the same is said; without groups that capture. */
  readonly joints: readonly Rule<'joint'>[];
  /** Between two titles of one person. */
  readonly titleJoints: readonly Rule<'joint'>[];
  /** Right after the last of several names: it is said of that one alone. */
  readonly ofLast: readonly Rule<'of the last'>[];
  /** Right after the last of several names: the group `roles` has what each of them is, in their order. */
  readonly inOrder: readonly Rule<'in order'>[];
  /** All that stands between two names of one list. */
  readonly listJoints: readonly Rule<'list'>[];
  /** Behind a name of a list: the joint and, as group `name`, a last one that may be any word, up to the end of the sentence. */
  readonly listEnds: readonly Rule<'last'>[];
  /** All that stands between the names of two parties to the same. */
  readonly partnerJoints: readonly Rule<'partner'>[];
  /** Right before a name where something only takes place. */
  readonly onlyThere: readonly Rule<'only there'>[];
  /** What stands for the parties where a sentence does not name them. */
  readonly parties: readonly Rule<'both parties'>[];
}

/** How texts write what is told in a row: fields of a cooperation, sectors, sorts. */
export interface RowRules {
  /** A row, as group `thing`; with the flag `g`. */
  readonly rows: readonly Rule<'row'>[];
  /** Behind a row: it is one of fields or sectors. */
  readonly ofFields: readonly Rule<'of fields'>[];
  /** Where a row begins: what leads to it and is no part of it. */
  readonly leads: readonly Rule<'lead'>[];
}
