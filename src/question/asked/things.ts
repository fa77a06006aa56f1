/** Kinds of thing that a question for what means, where texts write them in a way of their own. */
import type { ThingKind } from '../../rules/asking.ts';
import { LANGUAGES } from '../../rules/languages.ts';

const THINGS = LANGUAGES.flatMap(({ asking }) => asking.things);

/** Kinds of thing that a normalised question asks for; none where it asks for another what. */
export function thingsAsked(folded: string): ThingKind[] {
  const all = THINGS.filter(({ pattern }) => pattern.test(folded)).map(({ means }) => means);
  // Sectors to cooperate in are fields.
  return [...new Set(all)].filter((kind) => kind !== 'sector' || !all.includes('field'));
}
