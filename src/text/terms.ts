/** Terms with weights, as texts are indexed under them and questions ask for them: `analyze.ts` has the table. */
import type { Terms } from '../types.ts';
import { ENGLISH_STOP_WORDS } from './stems.ts';

const LATIN_OR_DIGIT_WORD = /[\p{Script=Latin}\p{N}]+(?:['’][\p{Script=Latin}]+)?/gu;

/** Words in Latin letters and numbers of a folded text, without those that carry only grammar. */
export function wordsThatSay(folded: string): string[] {
  const words: string[] = [];
  for (const [match] of folded.matchAll(LATIN_OR_DIGIT_WORD)) {
    const word = match.replace(/['’]s?$/, '').replace(/’/g, "'");
    if (!ENGLISH_STOP_WORDS.has(word)) words.push(word);
  }
  return words;
}

/** Characters and bigrams of Chinese text. */
export function addGrams(terms: Map<string, number>, run: string): void {
  // Slices of the run: a string that is put together costs more to look up.
  for (let at = 0; at < run.length; ) {
    const next = at + widthAt(run, at);
    add(terms, run.slice(at, next), 1);
    if (next < run.length) add(terms, run.slice(at, next + widthAt(run, next)), 1);
    at = next;
  }
}

/** UTF-16 units of the character there. */
const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);

/** Adds to what the term weighs already. */
export function add(terms: Map<string, number>, term: string, weight: number): void {
  terms.set(term, (terms.get(term) ?? 0) + weight);
}

/** Adds each of several terms. */
export function addAll(terms: Map<string, number>, more: Terms): void {
  for (const [term, weight] of more) add(terms, term, weight);
}

/** Like {@link add}, but a term counts once, with its best weight. */
export function keep(terms: Map<string, number>, term: string, weight: number): void {
  if (term !== '') terms.set(term, Math.max(terms.get(term) ?? 0, weight));
}
