/** What a language's rows have to say of places: those that questions ask for, and where texts name some. */
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
  /** What a name may be written with and without, by which a dictionary may tell it: 区 of 房山区. */
  readonly endings: Readonly<Partial<Record<PlaceLevel, string>>>;
  /** What a gloss in the language says of one. */
  readonly glossed: Readonly<Partial<Record<PlaceLevel, RegExp>>>;
  /** What a place is called that acts, behind its name. */
  readonly governments: readonly Rule<'government'>[];
  /** Names of the whole country, which answer nobody who does not ask for a country. */
  readonly countries: readonly Rule<'country'>[];
  readonly names: RunningPlaces | CapitalPlaces;
}

/** Of a language that writes no spaces between words, in simplified, lower-case text. What is found is the group `place`, or all. */
export interface RunningPlaces {
  readonly writing: 'running';
  /** Whole words that lengthen the name of a place; ends of words that are one. */
  readonly ends: readonly Rule<'lengthens' | 'is a place'>[];
  /** Whole words that only look like the name of one. */
  readonly noPlaces: readonly Rule<'common noun' | 'kind of region'>[];
  /** Where something is said to take place; with the flag `g`. */
  readonly held: readonly Rule<'held'>[];
  /** Where something lies, or somebody goes; with the flag `g`. */
  readonly lies: readonly Rule<'lies' | 'visited'>[];
  /** A time, a circumstance or a field that the same is said of. */
  readonly noPhrases: readonly Rule<'no place'>[];
  /** The smallest unit at the end of an address. */
  readonly towns: readonly Rule<'town'>[];
  /** At the end of a phrase that says something of the place before it names it. */
  readonly sites: readonly Rule<'site'>[];
  /** A unit that segmentation may cut; with the flag `g`. */
  readonly units: readonly Rule<'unit'>[];
  /** A region at hand, or a kind of one. */
  readonly noUnits: readonly Rule<'no unit'>[];
  /** Right before a place where something is. */
  readonly prepositions: readonly Rule<'in'>[];
}

/** Of a language that writes names with capitals, in text as it is written. */
export interface CapitalPlaces {
  readonly writing: 'capitals';
  /** With the flag `g`. */
  readonly named: readonly Rule<'named'>[];
  /** Places without a name, which are worth less; no time or circumstance; with the flag `g`. */
  readonly common: readonly Rule<'common'>[];
  readonly noPlaces: readonly Rule<'month'>[];
}
