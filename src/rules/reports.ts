/** How texts tell of the report itself: who wrote it, when and where, and from whom it has what it says. */
import type { Rule } from './rule.ts';

export interface ReportRules {
  /** Right before a name that only says who reports. */
  readonly bylines: readonly Rule<'byline'>[];
  /** Right behind such a name. */
  readonly behindNames: readonly Rule<'byline'>[];
  /** Right before a name that something is quoted from. */
  readonly quotedFrom: readonly Rule<'quoted from'>[];
  /** At the end of a name of the press. */
  readonly press: readonly Rule<'press'>[];
  /** Right behind the day of the report. */
  readonly datelines: readonly Rule<'dateline'>[];
  /** A day behind the place of the report, right before what ends the dateline. */
  readonly daysOfReport: readonly Rule<'day'>[];
  /** Right behind a day on which a reporter heard of it. */
  readonly heard: readonly Rule<'heard'>[];
}
