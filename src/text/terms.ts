/** Terms with weights, as texts are indexed under them and questions ask for them: `analyze.ts` has the table. */
import type { Terms } from '../types.ts';
import { ENGLISH_STOP_WORDS } from './stems.ts';

const LATIN_OR_DIGIT_WORD = /[\p{Script=Latin}\p{N}]+(?:['’][\p{Script=Latin}]+)?/gu;

const APOSTROPHE = /['’]/;

/** Words in Latin letters and numbers of a folded text, without those that carry only grammar. */
export function wordsThatSay(folded: string): string[] {
  const words: string[] = [];
  for (const [match] of folded.matchAll(LATIN_OR_DIGIT_WORD)) {
    const word = APOSTROPHE.test(match) ? match.replace(/['’]s?$/, '').replace(/’/g, "'") : match;
    if (!ENGLISH_STOP_WORDS.has(word)) words.push(word);
  }
  return words;
}

/** What takes in the terms of a text one by one. */
export interface TermCollector {
  /** Adds to what the term weighs already. */
  add(term: string, weight: number): void;
  /** A term counts once, with its best weight. The empty term is left out. */
  keep(term: string, weight: number): void;
  /** Adds characters and bigrams of Chinese text. */
  addGrams(run: string): void;
  /** Adds each of several, which stay what they are. */
  addAll(terms: Terms): void;
}

/** Collects in a map. */
export class TermMap extends Map<string, number> implements TermCollector {
  add(term: string, weight: number): void {
    this.set(term, (this.get(term) ?? 0) + weight);
  }

  keep(term: string, weight: number): void {
    if (term !== '') this.set(term, Math.max(this.get(term) ?? 0, weight));
  }

  addGrams(run: string): void {
    // Slices of the run: a string that is put together costs more to look up.
    eachGram(run, (start, end) => this.add(run.slice(start, end), 1));
  }

  addAll(terms: Terms): void {
    for (const [term, weight] of terms) this.add(term, weight);
  }
}

/** Visits the characters and bigrams of Chinese text. */
export function eachGram(run: string, visit: (start: number, end: number) => void): void {
  for (let at = 0; at < run.length; ) {
    const next = at + widthAt(run, at);
    visit(at, next);
    if (next < run.length) visit(at, next + widthAt(run, next));
    at = next;
  }
}

/** UTF-16 units of the character there. */
const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);
