/** A question, read once: what it asks for, what it names, and the terms to look for. */
import type { ThingKind } from '../rules/asking.ts';
import { LANGUAGES } from '../rules/languages.ts';
import type { PlaceLevel } from '../rules/names/places.ts';
import { PASTED } from '../rules/pasted.ts';
import type { HoursAsked } from '../rules/time/hours.ts';
import { hasTerms, questionTerms } from '../text/analyze.ts';
import { normalize } from '../text/normalize.ts';
import type { ContentWord, FactKind, Language, Period, Terms } from '../types.ts';
import { type AskedNoun, askedNouns } from './asked/asked-noun.ts';
import { expectedOrganisation, expectedPlace, expectsPlaceAsParty } from './asked/expected.ts';
import { type PersonAsked, personAsked } from './asked/person-asked.ts';
import { type RoleAsked, roleAsked } from './asked/roles.ts';
import { thingsAsked } from './asked/things.ts';
import { type NumberAsked, numberAsked } from './asked/units.ts';
import { contentWords } from './content-words.ts';
import { focusTerms, ownPart, withoutAskedPhrase } from './focus.ts';
import { hoursAsked } from './hours.ts';
import { kindsOf } from './kinds.ts';
import { languageOf } from './language.ts';
import type { GivenName } from './names/given-name.ts';
import { namesGiven } from './names/given-names.ts';
import { withoutNewest } from './newest.ts';
import { periodOf, withoutDates } from './period.ts';
import { readMessage } from './talk/message.ts';
import { type Ways, waysOf } from './ways.ts';

/** All that later rooms need of a question's words; none of them looks at the words themselves. */
export interface Question {
  /** What is looked for: what was written, with what it takes over from the talk before it. */
  readonly text: string;
  /** As the person wrote it. */
  readonly written: string;
  /** Whether it takes something over from the talk before it. */
  readonly intent: 'question' | 'follow-up';
  readonly language: Language;
  /** Kinds of fact asked for, in the order of the question; `what` alone where nothing else is. */
  readonly kinds: readonly FactKind[];
  /** Nouns that say what is asked for. */
  readonly asked: readonly AskedNoun[];
  /** What exactly it means with its kinds; of a signer also that somebody in the flesh and a person is meant. */
  readonly ways: Ways;
  /** Whether yes or no would answer it. */
  readonly asksWhether: boolean;
  readonly expects: Expected;
  readonly person: PersonAsked;
  readonly role: RoleAsked;
  /** Kinds of thing that its "what" means; empty where it means any. */
  readonly things: readonly ThingKind[];
  readonly terms: Terms;
  /** The terms without those that only describe what is asked for: not "textile" of "which textile federation". */
  readonly given: Terms;
  /** The terms, each weighing the more, up to 1, the nearer it stands to a question word. */
  readonly focus: Terms;
  readonly names: readonly GivenName[];
  readonly words: readonly ContentWord[];
  /** Day on which it is asked, `YYYY-MM-DD`. */
  readonly today: string;
  /** Days that its words limit it to. */
  readonly period: Period | null;
  /** Terms of the time that limits it: an article of that time has them, whether or not it writes its day. */
  readonly periodTerms: Terms;
  /** Whether it asks for what holds now: the latest version, the current head. */
  readonly wantsNewest: boolean;
  /** What it says itself, beside the words that ask and what it takes over from the talk before it. */
  readonly own: Terms;
  /** How else it may be meant where this finds nothing that has all of `own`; null where it can be meant in one way. */
  readonly otherwise: Question | null;
  /** The questions that it is made of, in its order; none where it is one. */
  readonly parts: readonly Question[];
  /** Whether the parts are what it sets beside each other, which one text may tell together. */
  readonly compares: boolean;
}

/** How texts write what is asked for; undefined where any will do. */
interface Expected {
  readonly number: NumberAsked;
  /** Whether "when" asks for a time of day or for what comes again; null where a day is asked for. */
  readonly hours: HoursAsked | null;
  /** Of a name: the kind of organisation. */
  readonly organisation: RegExp | undefined;
  /** Of a place: city, county, hotel. */
  readonly place: PlaceLevel | undefined;
  /** Whether a province, county or town is asked for as one of the parties. */
  readonly placeAsParty: boolean;
}

const WHETHER = LANGUAGES.flatMap(({ asking }) => asking.whether);

/** A longer question than this is cut: no one asks more, and terms cost time. */
export const MAX_QUESTION_CHARACTERS = 1_000;

/**
 * Reads a question; null where it holds nothing to look up (empty, emoji only).
 * @param today day on which it is asked
 * @param around a day of the corpus, near which a month without a year is meant; null for today
 */
export function readQuestion(
  text: string,
  today = new Date().toISOString().slice(0, 10),
  around: string | null = null,
): Question | null {
  const shortened = shorten(text);
  if (!hasTerms(shortened)) return null;
  const folded = normalize(withoutPasted(shortened));
  const language = languageOf(shortened);
  const asked = askedNouns(folded);
  const ways = waysOf(folded, asked);
  const newest = withoutNewest(shortened);
  const terms = questionTerms(newest, today);
  return {
    text: shortened,
    written: shortened,
    intent: 'question',
    language,
    kinds: kindsOf(folded, asked),
    asked,
    ways,
    asksWhether: WHETHER.some(({ pattern }) => pattern.test(folded)),
    expects: {
      number: numberAsked(shortened),
      hours: hoursAsked(folded),
      organisation: expectedOrganisation(shortened),
      place: expectedPlace(shortened),
      placeAsParty: expectsPlaceAsParty(shortened),
    },
    person: personAsked({ text: shortened, language, asked, ways, terms, today }),
    role: roleAsked(folded),
    things: thingsAsked(folded),
    terms,
    given: questionTerms(withoutAskedPhrase(shortened), today),
    focus: focusTerms(shortened, terms),
    names: namesGiven(shortened),
    words: contentWords(shortened),
    today,
    period: periodOf(shortened, today, around),
    periodTerms: without(terms, questionTerms(withoutDates(newest), today)),
    wantsNewest: newest !== shortened,
    own: questionTerms(ownPart(newest), today),
    otherwise: null,
    parts: [],
    compares: false,
  };
}

const shorten = (text: string): string => [...text.trim()].slice(0, MAX_QUESTION_CHARACTERS).join('');

/** The question without an error message that was pasted into it. */
const withoutPasted = (text: string): string =>
  PASTED.reduce((left, { pattern }) => left.replace(pattern, ''), text);

const without = (terms: Terms, others: Terms): Terms =>
  new Map([...terms].filter(([term]) => !others.has(term)));

/** What to tell a person about a question that cannot be taken as it is; null where it can. */
export function noteOn(text: string): string | null {
  const { length } = [...text.trim()];
  const isWords = hasTerms(shorten(text));
  if ((isWords && length <= MAX_QUESTION_CHARACTERS) || readMessage(text).intent !== 'question') return null;
  return isWords
    ? `The question has ${length} characters; only the first ${MAX_QUESTION_CHARACTERS} were used.`
    : 'There is nothing to look up in this question: write it with words.';
}
