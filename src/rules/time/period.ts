/** Which days a time limits a question to. */
import type { Rule } from '../rule.ts';

/** `below` ends before the time begins, `above` begins after it ends; a time alone sets both bounds. */
type Bounds = 'from' | 'to' | 'below' | 'above' | 'both';

export interface PeriodRules {
  /** What stands right before a time. */
  readonly before: readonly Rule<Bounds>[];
  /** What stands right behind it; the first that fits counts. */
  readonly behind: readonly Rule<Bounds>[];
}
