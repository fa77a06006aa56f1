/** What a language's rows have to say of nouns: what they name, and how a question asks for one. */
import type { Rule } from './rule.ts';

/** A `party` may be a person or an organisation: a partner, a supplier, a shareholder. */
export type NounKind = 'person' | 'organisation' | 'party' | 'place' | 'time' | 'amount' | 'thing';

/** Of a language that writes no spaces between words, in simplified, lower-case questions. */
export interface RunningNouns {
  readonly writing: 'running';
  /** How nouns end that name something of a kind; the first that fits counts. */
  readonly ends: readonly Rule<NounKind>[];
  /** Words that ask for the noun right behind them; with the flag `g`. */
  readonly before: readonly Rule<'asks'>[];
  /** Words that ask for the noun right before them; `called`: also of an organisation. With the flag `g`. */
  readonly behind: readonly Rule<'asks' | 'called'>[];
  /** Who asks what somebody is, up to that noun; with the flag `g`. */
  readonly whoIs: readonly Rule<'asks'>[];
  /** Characters by which a question asks; where none does, its last noun does. */
  readonly asks: readonly Rule<'asks'>[];
  /** What stands behind such words is no subject: 谁点灯. */
  readonly asksBefore: readonly Rule<'asks'>[];
  /** A word at the beginning, as group `subject`, that a question asks right behind; `length`: how long it lasts. */
  readonly subjectsFirst: readonly Rule<'length' | 'asks'>[];
  /** Behind the noun that asks alone. */
  readonly nameOf: readonly Rule<'name'>[];
  /** Where the phrase of a noun ends behind a question word. */
  readonly phraseEnds: readonly Rule<'end'>[];
  /** Between what a noun is of and the noun, and at the end of either; without groups that capture. */
  readonly particles: readonly Rule<'of'>[];
  /** Nouns for places that ask alone. */
  readonly alone: readonly Rule<'asks alone'>[];
  /** What is counted, as group `noun`; `long`: with what may belong to it. */
  readonly counted: readonly Rule<'counted' | 'long'>[];
}

/** Of a language that writes spaces between words, in lower-case questions. */
export interface SpacedNouns {
  readonly writing: 'spaced';
  /** Nouns of which news mean something else than most texts, or that the dictionary lacks. */
  readonly named: Readonly<Record<NounKind, string>>;
  /** What is asked for follows; with the flag `g`. */
  readonly starts: readonly Rule<'asks'>[];
  /** Which of several is asked for, right before the noun. */
  readonly which: readonly Rule<'which'>[];
  /** The verb in front of a subject; `be`: what ends the clause may be the subject itself. */
  readonly verbs: readonly Rule<'verb' | 'be'>[];
  /** In front of the noun of a subject. */
  readonly determiners: readonly Rule<'determiner'>[];
  /** Behind these a noun ends the clause: where is the mill, how old is the mill. */
  readonly asksOfNoun: readonly Rule<'asks'>[];
  /** Words by which a question asks without a noun. */
  readonly otherwise: readonly Rule<'asks'>[];
  /** Behind the noun that asks alone. */
  readonly nameOf: readonly Rule<'name'>[];
  readonly articles: readonly Rule<'article'>[];
  /** Right before a noun of what somebody wants to do: none that is asked for. */
  readonly objectOf: readonly Rule<'object'>[];
  /** A noun that its phrase goes on from or ends with. */
  readonly whole: readonly Rule<'whole'>[];
  /** Nouns for places that ask alone. */
  readonly alone: readonly Rule<'asks alone'>[];
  /** Whole words for what was done. */
  readonly past: readonly Rule<'past'>[];
  readonly plurals: readonly Rule<'plural'>[];
  /** At the end of whose something is. */
  readonly owners: readonly Rule<'owner'>[];
  /** A word before a noun with which it is a title of its own, and what other languages call that title. */
  readonly joinedTitles: readonly {
    readonly before: string;
    readonly noun: Rule<string>;
    /** All words that may say it. */
    readonly words: string;
  }[];
  /** What a noun is of, behind it, as group `of`. */
  readonly of: readonly Rule<'of'>[];
  /** Where the phrase of what it is of ends. */
  readonly phraseEnds: readonly Rule<'end'>[];
  /** What is counted, as group `noun`. */
  readonly counted: readonly Rule<'counted'>[];
}

export type NounRules = RunningNouns | SpacedNouns;
