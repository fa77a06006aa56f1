/** How texts write what is told in a row: fields of a cooperation, sectors, sorts. */
import type { Rule } from './rule.ts';

export interface RowRules {
  /** A row, as group `thing`; with the flag `g`. */
  readonly rows: readonly Rule<'row'>[];
  /** Behind a row: it is one of fields or sectors. */
  readonly ofFields: readonly Rule<'of fields'>[];
  /** Where a row begins: what leads to it and is no part of it. */
  readonly leads: readonly Rule<'lead'>[];
}
