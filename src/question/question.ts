/** What a person asks: in which language, for which kinds of fact, and the terms to look for. */
import { hasTerms, questionTerms } from '../text/analyze.ts';
import { countHan, latinWords } from '../text/characters.ts';
import { normalize } from '../text/normalize.ts';
import { ENGLISH_STOP_WORDS } from '../text/stems.ts';
import type { FactKind, Language, Terms } from '../types.ts';
import { type AskedNoun, askedNouns } from './asked-noun.ts';
import { withoutAskedPhrase } from './focus.ts';
import { kindsOf } from './kinds.ts';

export interface Question {
  readonly text: string;
  readonly language: Language;
  /** Kinds of fact asked for, in the order of the question; `what` alone where nothing else is. */
  readonly kinds: readonly FactKind[];
  /** Nouns that say what is asked for. */
  readonly asked: readonly AskedNoun[];
  readonly terms: Terms;
  /** Day on which it is asked, `YYYY-MM-DD`. */
  readonly today: string;
  /** The terms without those that only describe what is asked for: not "textile" of "which textile federation". */
  readonly given: Terms;
}

/** A longer question than this is cut: no one asks more, and terms cost time. */
export const MAX_QUESTION_CHARACTERS = 1_000;

/** Reads a question asked on the day `today`; null where it holds nothing to look up (empty, emoji only). */
export function readQuestion(text: string, today = new Date().toISOString().slice(0, 10)): Question | null {
  const shortened = [...text.trim()].slice(0, MAX_QUESTION_CHARACTERS).join('');
  if (!hasTerms(shortened)) return null;
  const folded = normalize(shortened);
  const asked = askedNouns(folded);
  return {
    text: shortened,
    language: languageOf(shortened),
    kinds: kindsOf(folded, asked),
    asked,
    terms: questionTerms(shortened, today),
    today,
    given: questionTerms(withoutAskedPhrase(shortened), today),
  };
}

/** What to tell a person about a question that cannot be taken as it is; null where it can. */
export function noteOn(text: string): string | null {
  if (readQuestion(text) === null)
    return 'There is nothing to look up in this question: write it with words.';
  const length = [...text.trim()].length;
  return length > MAX_QUESTION_CHARACTERS
    ? `The question has ${length} characters; only the first ${MAX_QUESTION_CHARACTERS} were used.`
    : null;
}

/** English where the words between the names are English: "西工大 signed with which province?". */
export function languageOf(text: string): Language {
  const han = countHan(text);
  if (han === 0) return 'en';
  // A name such as LGC or MODI Plus does not make a Chinese question English.
  const words = latinWords(text).filter((word) => word === word.toLowerCase());
  const grammar = words.filter((word) => ENGLISH_STOP_WORDS.has(word)).length;
  return words.length + 2 * grammar >= han ? 'en' : 'zh';
}
