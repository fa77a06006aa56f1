/** What a language's rows have to say of the places that questions ask for. */
import type { Rule } from '../rule.ts';

export type PlaceLevel =
  | 'town' | 'city' | 'province' | 'district' | 'county' | 'subdistrict' | 'school' | 'theatre' | 'campus' | 'building'
  | 'hotel' | 'meeting'; // biome-ignore format: a list

export interface PlaceRules {
  /** What a question asks for; the first that fits counts. */
  readonly levels: readonly Rule<PlaceLevel>[];
  /** A province, county or town that may be one of the parties. */
  readonly asParty: readonly Rule<'party'>[];
  /** How the language writes the name of one, where its name tells. */
  readonly written: Readonly<Partial<Record<PlaceLevel, RegExp>>>;
}
