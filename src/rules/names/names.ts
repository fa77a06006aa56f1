/**
 * What a language's rows have to say of where a text names somebody. Texts are simplified, in small letters where words run
 * on, and as they are written where names have capitals. An example writes what is read between ‹ and ›.
 */
import type { Rule } from '../rule.ts';

/** Of a language that writes no spaces between words: by the words of a dictionary, and by what stands around. */
export interface RunningNames {
  readonly writing: 'running';
  readonly organisations: RunningOrganisations;
  readonly people: RunningPeople;
  readonly given: RunningGivenNames;
  /** What names end in, with what English calls it; the first that fits counts. */
  readonly readings: readonly Rule<string>[];
}

export interface RunningOrganisations {
  /** Whole verbs and words of time that stand inside names all the same; any other verb ends a name. */
  readonly inside: readonly Rule<'inside'>[];
  /** Whole words that no name runs across, whatever their part of speech. */
  readonly boundaries: readonly Rule<'boundary'>[];
  /** Where such a word begins that no dictionary has: segmentation took a joint and what follows it for a word. */
  readonly joints: readonly Rule<'joint'>[];
  /** Beginnings that point to a name, count names or say of which kind they are. */
  readonly pointers: readonly Rule<'pointer'>[];
  /** What some texts say in front of a name. */
  readonly leads: readonly Rule<'rank' | 'description'>[];
  /** Where a party stands, whatever it looks like; with the flag `g`. */
  readonly parties: readonly Rule<'party'>[];
  /** What stands there without being a name. */
  readonly noParties: readonly Rule<'no party'>[];
}

export interface RunningPeople {
  /** What a bearer of a name does or is said to be right after it; without groups that capture. */
  readonly acts: readonly Rule<'act'>[];
  /** What else a name may end before; `joint`: of two lengths that could be, the name ends there. */
  readonly followers: readonly Rule<'joint' | 'follower'>[];
  /** What a name may begin behind, besides a title. */
  readonly leads: readonly Rule<'lead'>[];
  /** Behind one of these a name may end before any verb. */
  readonly agents: readonly Rule<'agent'>[];
  /** Parts of titles that no name begins within. */
  readonly bodies: readonly Rule<'body'>[];
  /** What looks like a name and is none, as ‹name› with what follows it. */
  readonly noNames: readonly Rule<'no name'>[];
  /** Where the next word takes the last character of ‹a name›. */
  readonly cuts: readonly Rule<'cut'>[];
  /** What comes right before a place in a name's stead: 任 of 任中国人民银行行长. */
  readonly beforePlaces: readonly Rule<'before a place'>[];
  /** At the end of what stands before a foreign name. */
  readonly titlesAbroad: readonly Rule<'title'>[];
  /** Characters that write the sounds of foreign names. */
  readonly sounds: string;
}

/** Names that questions give. */
export interface RunningGivenNames {
  /** Whole words between two parties; segmentation may take one and the character behind it for a word. */
  readonly joints: readonly Rule<'joint'>[];
  /** A whole word before what looks like a name and is none: 那封信. */
  readonly pointers: readonly Rule<'pointer'>[];
  /** Words that no name of a party has. */
  readonly noParts: readonly Rule<'no part'>[];
  readonly noNames: readonly Rule<'no name'>[];
  /** What a name begins with and may be said without. */
  readonly leads: readonly Rule<'lead'>[];
  /** Two characters that many names begin with. */
  readonly usualBeginnings: readonly Rule<'usual'>[];
  /** The how manieth of a row of occasions, whole, with the group `edition`; with the flag `g`. */
  readonly editions: readonly Rule<'edition'>[];
}

/** Of a language that writes names with capitals. */
export interface CapitalNames {
  readonly writing: 'capitals';
  /** Words that say what kind of thing a name is of: a text in another language may call it otherwise or leave them out. */
  readonly kindWords: string;
  /** Words in small letters that stand within names. */
  readonly within: readonly Rule<'within'>[];
  /** Words of names of organisations, besides what these end in. */
  readonly ofOrganisations: readonly Rule<'organisation'>[];
  /** Words that have a capital at the start of a sentence, in a date or as what people are, and belong to no name. */
  readonly noNames: readonly Rule<'no name'>[];
  /** A verb and the name behind it, at the start of a sentence. */
  readonly verbsInFront: readonly Rule<'verb'>[];
  /** What says that the word before it does something: it is a name then. */
  readonly deeds: readonly Rule<'deed'>[];
  /** What forms of a verb end in beyond the verb itself. */
  readonly verbEnds: readonly Rule<'ending'>[];
  /** What joins two names, with the spaces around it. */
  readonly joints: readonly Rule<'joint'>[];
  /** An "and", as ‹and›, that is part of a name; any other joins two. */
  readonly joinedWithin: readonly Rule<'one name'>[];
  /** How places and events are called, which are nobody. */
  readonly places: readonly Rule<'place' | 'event'>[];
}

export type NameRules = RunningNames | CapitalNames;
