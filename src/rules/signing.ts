/** What a language's rows have to say of how signings are asked about. */
import type { Way } from './asking.ts';
import type { Rule } from './rule.ts';

export interface SigningRules {
  readonly ways: readonly Rule<Way>[];
  /** For which side somebody signed, spoke or came: the group `side`; with the flag `d`. The first that fits counts. */
  readonly sides: readonly Rule<'side'>[];
  /** A side that may be either of the two, as it is written throughout: 公司, 省里. */
  readonly anySide: readonly Rule<'any side'>[];
  /** Without one of these, a noun for a house or a place asks for that: which district signed for it. */
  readonly people: readonly Rule<'somebody'>[];
}
