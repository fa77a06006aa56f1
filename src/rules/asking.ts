/** What a language's rows of asking have to say: which words ask, for what, and in which way. */
import type { FactKind } from '../types.ts';
import type { Rule } from './rule.ts';

/** What exactly is asked for, of a kind of fact. */
export const WAYS = [
  // With who: a person, or the other party.
  'person',
  'organisation',
  // Who signed, not the side; or somebody who was there.
  'signer',
  'attendance',
  // One of lower rank: 副校长.
  'deputy',
  // A list: 哪些企业.
  'several',
  // A day, of which a year alone says nothing; a year or month, which a day does not tell better; a month.
  'day',
  'year',
  'month',
  // A day to come; one that somebody planned.
  'future',
  'planned',
  // The last, the first day of a time.
  'end',
  'beginning',
  // The score of a match, a place in a row, the term of a contract.
  'score',
  'ordinal',
  'term',
  // The place of an occasion, a whole country.
  'venue',
  'country',
] as const;

export type Way = (typeof WAYS)[number];

/** The fields of a cooperation; sectors or sorts, told in a row; a work between marks; a title or slogan. */
export type ThingKind = 'field' | 'sector' | 'work' | 'title';

/** The text is the whole question, with the noun between ‹ and ›. */
export interface NounRule extends Rule<FactKind> {
  /** What the noun is by itself; left out where that does not matter. */
  readonly of?: 'place' | 'organisation' | 'thing';
}

export interface AskingRules {
  /** Words that ask for a kind of fact. */
  readonly kinds: readonly Rule<FactKind>[];
  /** Words that ask for a party, unless their noun says a place. */
  readonly parties: readonly Rule<'who'>[];
  /** What a noun that is asked for means where it stands so; the first that fits counts. */
  readonly nouns: readonly NounRule[];
  readonly ways: readonly Rule<Way>[];
  readonly things: readonly Rule<ThingKind>[];
  /** Words by which a question asks, of whatever kind; with the flag `g`. */
  readonly words: readonly Rule<'question word'>[];
  /** What a number is asked in, with the word that asks: it says nothing of what is asked about. With the flag `g`. */
  readonly askedIn: readonly Rule<'unit'>[];
  /** Questions for yes or no. */
  readonly whether: readonly Rule<'whether'>[];
  /** How an answer to one begins, whatever picture stands before it. */
  readonly verdicts: readonly Rule<'verdict'>[];
  /** Noun phrases that say what kind of thing is asked for; with the flag `g`. */
  readonly phrases: readonly Rule<'asked phrase'>[];
  /** Nouns that say what kind of party is asked for without a question word beside them; with the flag `g`. */
  readonly partners: readonly Rule<'asked phrase'>[];
  /** Question words with the noun after them, which no name is looked for in; with the flag `g`. */
  readonly kindPhrases: readonly Rule<'asked kind'>[];
  /** Who did something is asked for by what they are: who founded it is its founder. */
  readonly doers: readonly Rule<string>[];
  /** For which side somebody signed, spoke or came: the group `side`; with the flag `d`. The first that fits counts. */
  readonly sides: readonly Rule<'side'>[];
  /** A side that may be either of the two, as it is written throughout: 公司, 省里. */
  readonly anySide: readonly Rule<'any side'>[];
  /** Nouns for who signs, which nobody need be called. */
  readonly signers: readonly Rule<'signer'>[];
  /** Without one of these, a noun for an organisation or a place asks for that: which district signed for it. */
  readonly people: readonly Rule<'somebody'>[];
}

/** Rows of asking with more behind them, of a field that has words of its own. */
export const withMore = (rules: AskingRules, more: Partial<AskingRules>): AskingRules =>
  Object.fromEntries(
    Object.entries(rules).map(([name, rows]) => [
      name,
      [...rows, ...(more[name as keyof AskingRules] ?? [])],
    ]),
  ) as unknown as AskingRules;
