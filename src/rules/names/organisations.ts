/** Kinds of organisation, and how a language names them. */
import { type Rule, sourceOf } from '../rule.ts';

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

/** A word that names of organisations end in or are made of; `pattern` is the word alone, without groups that capture. */
export interface OrganisationWord extends Rule<'word of names'> {
  /** What ends in it is the name of an organisation, or the short name of a company where it follows a proper part. */
  readonly ends?: 'name' | 'short name';
  /** Types of which a name is that ends in it. */
  readonly of?: readonly OrganisationType[];
  /** Any name may hold it: it does not tell one from another. */
  readonly isCommon?: true;
  /** A name without it, at its end, means the same. */
  readonly isLegalForm?: true;
}

/** How the names of a type end by the words that say it, with what else its names hold; null where nothing does. */
export function endsOf(
  words: readonly OrganisationWord[],
  type: OrganisationType,
  held: RegExp | undefined,
): RegExp | null {
  const ends = words.filter((word) => word.of?.includes(type));
  const sources = [
    ...(ends.length > 0 ? [`${sourceOf(ends)}$`] : []),
    ...(held === undefined ? [] : [held.source]),
  ];
  return sources.length === 0 ? null : new RegExp(sources.join('|'), 'u');
}
