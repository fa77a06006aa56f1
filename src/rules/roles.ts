/** Who did something, who did not, to whom it was done, and who no longer does: how a language says it. */
import type { Rule } from './rule.ts';

/** For a plan or against it. */
export type Stance = 'for' | 'against';
/** Who held an office before; who holds it for the time being. */
export type Tenure = 'former' | 'acting';

export interface RoleRules {
  /** Where what is said of one name ends and what is said of the next begins, in a text as it is written; with the flag `g`. */
  readonly joints: RegExp;
  /** In what is said of a name, and in a question. */
  readonly stances: readonly Rule<Stance>[];
  readonly negations: readonly Rule<'negation'>[];
  /** What stands right before a name that is left out: all but ‹›. */
  readonly exceptions: readonly Rule<'exception'>[];
  /** What stands right before a day or an amount that it is not: not on ‹›, 而不是‹›. */
  readonly denials: readonly Rule<'denial'>[];
  /** What stands right before who does it: opened by ‹›, 由‹›. */
  readonly agents: readonly Rule<'agent'>[];
  /** What somebody is, in the group `label`, and who all of them are, in the group `names`; with the flag `d`. */
  readonly labels: readonly Rule<'label'>[];
  /** What stands between those names. */
  readonly labelJoints: readonly Rule<'joint'>[];
  /** Questions for whom it is done to. */
  readonly patients: readonly Rule<'patient'>[];
  /** In what is said of a name, and in a question. */
  readonly tenures: readonly Rule<Tenure>[];
}

/** What texts say of those who are named where something is signed or done. */
export interface DeedRules {
  /** Behind a name: its bearer does it. */
  readonly does: readonly Rule<'does'>[];
  /** Behind a name: its bearer is there, or says something. */
  readonly onlyAttends: readonly Rule<'only attends'>[];
  /**
   * Behind the first or the second of two people, and for whom each of them does it: `second` is the other one, `parties`
   * both parties, `one` and `other` each.
   */
  readonly eachFor: readonly Rule<'each for a party'>[];
}
