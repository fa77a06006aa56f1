/** Kinds of organisation, and how a language names them. */
import type { Rule } from './rule.ts';

export type OrganisationType =
  | 'academy' | 'airline' | 'alliance' | 'association' | 'authority' | 'bank' | 'base' | 'broadcaster' | 'chamber' | 'club'
  | 'company' | 'court' | 'exchange' | 'federation' | 'foundation' | 'hospital' | 'institution' | 'interest group' | 'laboratory'
  | 'law firm' | 'library' | 'museum' | 'newspaper' | 'park' | 'port' | 'school' | 'society' | 'subdistrict' | 'unit'
  | 'university'; // biome-ignore format: a list

/** A question that asks for one by what matches `pattern` is answered by names that match `named`. Examples are names; the first row that fits a question counts. */
export interface OrganisationRule extends Rule<OrganisationType> {
  /** In a name, in lower case; as `pattern` where it is missing. */
  readonly named?: RegExp;
}
