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
export function locateTerms(text: string, question: Terms): Match[] {
  const folded = normalizeWithOrigin(text);
  const matches: Match[] = [];
  for (const { 0: run, index } of folded.text.matchAll(/\p{Script=Han}+|[\p{Script=Latin}\p{N}'’]+/gu)) {
    const words = containsHan(run) ? cutWords(run) : [run];
    const starts = [index];
    for (const word of words) starts.push(starts.at(-1)! + word.length);
    const addMatch = (from: number, to: number, found: Terms, phrase: string): void => {
      const terms = new Map([...found].filter(([term]) => question.has(term)));
      // Who says women's federation says all of 妇联.
      for (const stems of longGlosses(phrase))
        if (stems.every((one) => question.has(one))) for (const one of stems) terms.set(one, 1);
      if (terms.size > 0) matches.push({ ...originalSpan(folded, starts[from]!, starts[to]!), terms });
    };
    for (const [i, word] of words.entries()) addMatch(i, i + 1, wordTerms(word), word);
    for (const { phrase, from, to } of findPhrases(words)) {
      // What its words say counts once.
      const said = words.slice(from, to).map(wordTerms);
      const more = [...bridgeTerms(phrase)].filter(([term]) => !said.some((terms) => terms.has(term)));
      addMatch(from, to, new Map(more), phrase);
    }
  }
  return matches;
}

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
