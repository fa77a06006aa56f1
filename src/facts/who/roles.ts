/** Whether a sentence gives a name the role that the question asks for. */
import type { RoleAsked } from '../../question/asked/roles.ts';
import { rulesFor } from '../../rules/languages.ts';
import type { RoleRules, Stance } from '../../rules/roles.ts';
import type { Rule } from '../../rules/rule.ts';
import { normalize } from '../../text/normalize.ts';
import type { Span } from '../../types.ts';

/** What the score of a name counts by its role, above 0; and whether it has the opposite role, which answers nothing. */
export interface RoleFit {
  readonly factor: number;
  readonly isOpposite: boolean;
}

const NEUTRAL: RoleFit = { factor: 1, isOpposite: false };
/** Who is said to have the role is worth more than who only stands near, and who is not said to have it less. */
const HAS_ROLE = 3;
const UNSAID = 0.5;
/** What a sentence denies is no answer to who does, but a sentence may deny something else. */
const DENIED = 0.3;
/** As little as another title. */
const OTHER_TENURE = 0.2;
const AGENT = 2;
const AGENT_UNASKED = 0.2;

/** Judges a name of a sentence; `names` are all of the sentence, in order. */
export function roleFit(asked: RoleAsked, name: Span, names: readonly Span[], text: string): RoleFit {
  const roles = rulesFor(text).roles;
  const lead = normalize(text.slice(names[names.indexOf(name) - 1]?.end ?? 0, name.start));
  const said = saidOf(name, text, roles);
  const isDenied = isSaid(roles.negations, said) !== isSaid(roles.exceptions, lead);
  const isAgent = isSaid(roles.agents, lead);
  const factor =
    (isAgent ? (asked.isPatient ? AGENT_UNASKED : AGENT) : 1) *
    (hasTenure(asked, lead.split(roles.joints).at(-1)!, said, roles) ? 1 : OTHER_TENURE);
  if (asked.stance !== null) {
    const stance = stanceOf(said, roles);
    if (stance === null) return { factor: factor * UNSAID, isOpposite: false };
    // Who was not for it was against it.
    return (stance === asked.stance) !== isDenied
      ? { factor: factor * HAS_ROLE, isOpposite: false }
      : { factor, isOpposite: true };
  }
  if (asked.isNegated)
    return isDenied ? { factor: factor * HAS_ROLE, isOpposite: false } : { factor, isOpposite: true };
  return isDenied ? { factor: factor * DENIED, isOpposite: false } : { ...NEUTRAL, factor };
}

const isSaid = (rules: readonly Rule<unknown>[], text: string): boolean =>
  rules.some(({ pattern }) => pattern.test(text));

const stanceOf = (said: string, { stances }: RoleRules): Stance | null =>
  stances.find(({ pattern }) => pattern.test(said))?.means ?? null;

/** A question that asks for no tenure asks for who holds the office. */
function hasTenure({ tenure }: RoleAsked, lead: string, said: string, { tenures }: RoleRules): boolean {
  const found = tenures.find(({ pattern }) => pattern.test(lead) || pattern.test(said))?.means ?? null;
  return found === tenure || (tenure === null && found === 'acting');
}

/** What the clause of a name says, normalised; of names that only a joint divides from what is said of both, that. */
function saidOf(name: Span, text: string, { joints }: RoleRules): string {
  const places = [...text.matchAll(joints)].map(({ 0: joint, index }) => ({
    start: index,
    end: index + joint.length,
  }));
  const start = places.findLast(({ end }) => end <= name.start)?.end ?? 0;
  const ends = places.filter((joint) => joint.start >= name.end);
  const first = ends.findIndex((joint) => text.slice(name.end, joint.start).trim() !== '');
  const end = (first < 0 ? undefined : ends[first]?.start) ?? text.length;
  return normalize(text.slice(start, end));
}
