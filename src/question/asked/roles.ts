/** Which role somebody has whom a question asks for: who did it or who did not, for or against, still or no longer. */
import { LANGUAGES } from '../../rules/languages.ts';
import type { RoleRules, Stance, Tenure } from '../../rules/roles.ts';
import type { Rule } from '../../rules/rule.ts';

export interface RoleAsked {
  /** For or against what was decided; who did not vote for it was against. */
  readonly stance: Stance | null;
  /** Whether those are asked for who did not do it. */
  readonly isNegated: boolean;
  /** Whether those are asked for to whom it was done. */
  readonly isPatient: boolean;
  readonly tenure: Tenure | null;
}

const meansOf = <T>(rules: (roles: RoleRules) => readonly Rule<T>[], folded: string): T | null =>
  LANGUAGES.flatMap(({ roles }) => rules(roles)).find(({ pattern }) => pattern.test(folded))?.means ?? null;

const OPPOSITE = { for: 'against', against: 'for' } as const;

/** Of a normalised question. */
export function roleAsked(folded: string): RoleAsked {
  const stance = meansOf(({ stances }) => stances, folded);
  const negation = meansOf(({ negations }) => negations, folded) !== null;
  return {
    stance: stance !== null && negation ? OPPOSITE[stance] : stance,
    isNegated: stance === null && negation,
    isPatient: meansOf(({ patients }) => patients, folded) !== null,
    tenure: meansOf(({ tenures }) => tenures, folded),
  };
}
