/** What a question turns on: of all its words those next to the question word say most about the answer. */
import { LANGUAGES } from '../rules/languages.ts';
import type { Rule } from '../rules/rule.ts';
import { containsHan } from '../text/characters.ts';
import { locateTerms } from '../text/locate.ts';
import { normalize } from '../text/normalize.ts';
import type { Terms } from '../types.ts';

const WORDS = LANGUAGES.flatMap(({ asking }) => asking.words);
const ASKED_IN = LANGUAGES.flatMap(({ asking }) => asking.askedIn);
const PHRASES = LANGUAGES.flatMap(({ asking }) => asking.phrases);
const PARTNERS = LANGUAGES.flatMap(({ asking }) => asking.partners);
const KIND_PHRASES = LANGUAGES.flatMap(({ asking }) => asking.kindPhrases);

/** A word this many characters away from the question word counts half; an English word is longer. */
const HALF_DISTANCE = { han: 3, latin: 16 } as const;

/** Terms of a question, each weighing the more, up to 1, the nearer it stands to a question word. */
export function focusTerms(text: string, terms: Terms): Terms {
  const folded = normalize(text);
  const words = WORDS.flatMap(({ pattern }) => [...folded.matchAll(pattern)]).map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const focused = new Map<string, number>();
  for (const { start, end, terms: matched } of locateTerms(folded, terms)) {
    if (words.some((word) => word.start < end && start < word.end)) continue;
    const distance = Math.min(
      ...words.map((word) => (start >= word.end ? start - word.end : word.start - end)),
    );
    const half = containsHan(folded.slice(start, end)) ? HALF_DISTANCE.han : HALF_DISTANCE.latin;
    const weight = words.length === 0 ? 1 : 1 / (1 + distance / half);
    for (const term of matched.keys())
      focused.set(term, Math.max(weight * (terms.get(term) ?? 0), focused.get(term) ?? 0));
  }
  return focused;
}

const without = (rules: readonly Rule<unknown>[], text: string): string =>
  rules.reduce((left, { pattern }) => left.replace(pattern, ' '), normalize(text));

/** The question without its question words, so that another question word may follow. */
export const withoutQuestionWords = (text: string): string => without(WORDS, text).replace(/[？?]/gu, ' ');

/** What a question says of its own, beside the words that ask and what a number is asked in: 门票 of 门票多少钱. */
export const ownPart = (text: string): string => withoutQuestionWords(without(ASKED_IN, text));

/** The phrases that say what kind of thing is asked for, normalised: "which bank", 合作银行 of 合作银行是哪家. */
export const askedPhrases = (text: string): string[] =>
  [...PHRASES, ...PARTNERS].flatMap(({ pattern }) => normalize(text).match(pattern) ?? []);

/** The question without what follows a Chinese question word: 台湾哪个学会 names 台湾 and no society. */
export const withoutAskedKind = (text: string): string => without(KIND_PHRASES, text);

/** The question without the phrases that only describe what it asks for; what is left gives names and circumstances. */
export const withoutAskedPhrase = (text: string): string => without(PHRASES, text);
