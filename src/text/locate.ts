/** Where a text says what a question asks for. */
import type { Span, Terms } from '../types.ts';
import { bridgeTerms, findPhrases, MAX_REMEMBERED, nameTerms } from './bridge.ts';
import { containsHan } from './characters.ts';
import { glossesOf } from './glosses.ts';
import { normalize, normalizeWithOrigin, originalSpan } from './normalize.ts';
import { findOrganisation } from './organisations.ts';
import { surnameLength } from './romanize.ts';
import { stem } from './stems.ts';
import { addGrams, keep, wordsThatSay } from './terms.ts';
import { cutWords, cutWordsForSearch } from './words.ts';

/** A word of a text that a question asks for. */
export interface Match extends Span {
  /** Terms of the question that the word matches, with how well it stands for each, in (0, 1]. */
  readonly terms: Terms;
}

/** Where the words of a text match terms of a question, directly or through their glosses and pinyin. */
/** A word or phrase of a text, with all that it may stand for. */
export interface LocatedWord extends Span {
  /** Terms, with how well it stands for each, in (0, 1]. */
  readonly terms: Terms;
  /** Stems of each of its glosses that has more than one word. */
  readonly glosses: readonly (readonly string[])[];
}

/** The words and phrases of a text, which are the same whatever is asked. */
export function locateWords(text: string): LocatedWord[] {
  const folded = normalizeWithOrigin(text);
  const located: LocatedWord[] = [];
  for (const { 0: run, index } of folded.text.matchAll(/\p{Script=Han}+|[\p{Script=Latin}\p{N}'’]+/gu)) {
    const words = containsHan(run) ? cutWords(run) : [run];
    const starts = [index];
    for (const word of words) starts.push(starts.at(-1)! + word.length);
    const spanOf = (from: number, to: number): Span => originalSpan(folded, starts[from]!, starts[to]!);
    const terms = words.map(wordTerms);
    for (const [i, word] of words.entries())
      located.push({ ...spanOf(i, i + 1), terms: terms[i]!, glosses: longGlosses(word) });
    for (const { phrase, from, to } of findPhrases(words)) {
      // What its words say counts once.
      const said = terms.slice(from, to);
      const more = [...bridgeTerms(phrase)].filter(([term]) => !said.some((one) => one.has(term)));
      located.push({ ...spanOf(from, to), terms: new Map(more), glosses: longGlosses(phrase) });
    }
  }
  return located;
}

/** Those of the words that stand for something that a question asks for. */
export function matchWords(words: readonly LocatedWord[], question: Terms): Match[] {
  return words.flatMap(({ start, end, terms: all, glosses }) => {
    const terms = new Map<string, number>();
    for (const [term, weight] of all) if (question.has(term)) terms.set(term, weight);
    // Who says women's federation says all of 妇联.
    for (const stems of glosses)
      if (stems.every((one) => question.has(one))) for (const one of stems) terms.set(one, 1);
    return terms.size > 0 ? [{ start, end, terms }] : [];
  });
}

/** {@link matchWords} of a text that nothing else is asked of. */
export const locateTerms = (text: string, question: Terms): Match[] =>
  matchWords(locateWords(text), question);

const rememberedGlosses = new Map<string, readonly (readonly string[])[]>();

/** Stems of each gloss of more than one word. */
function longGlosses(word: string): readonly (readonly string[])[] {
  let glosses = rememberedGlosses.get(word);
  if (glosses === undefined) {
    if (rememberedGlosses.size >= MAX_REMEMBERED) rememberedGlosses.clear();
    glosses = glossesOf(word)
      .map((gloss) => wordsThatSay(normalize(gloss)).map(stem))
      .filter((stems) => stems.length > 1);
    rememberedGlosses.set(word, glosses);
  }
  return glosses;
}

function wordTerms(word: string): Terms {
  const terms = new Map<string, number>();
  if (!containsHan(word)) {
    for (const part of wordsThatSay(word))
      for (const term of [stem(part), `e:${stem(part)}`]) keep(terms, term, 1);
    return terms;
  }
  addGrams(terms, word);
  for (const [term, weight] of bridgeTerms(word)) keep(terms, term, weight);
  // 投资规模 has no gloss of its own, its parts have.
  if (glossesOf(word).length === 0 && findOrganisation(word) === undefined)
    for (const part of cutWordsForSearch(word))
      for (const [term, weight] of bridgeTerms(part)) keep(terms, term, (weight * part.length) / word.length);
  if (surnameLength(word) > 0 && word.length <= 4)
    for (const [term, weight] of nameTerms(word)) keep(terms, term, weight);
  return new Map([...terms].map(([term, weight]) => [term, Math.min(1, weight)]));
}
