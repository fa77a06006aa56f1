/** What texts say of those who are named where something is signed or done. */
import type { Rule } from './rule.ts';

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
