/** How much of what a question asks a text says. */
import { containsHan } from '../text/characters.ts';
import type { Terms } from '../types.ts';

/**
 * Terms of a question, weights summing to 1, for Chinese texts and for texts in Latin letters: the glosses of a
 * Chinese question are looked for in English texts only, and its characters in Chinese ones.
 */
export interface ByScript<T> {
  readonly han: T;
  readonly latin: T;
}

export function divideByScript(terms: Terms): ByScript<Terms> {
  const choose = (wanted: (term: string) => boolean): Terms => {
    const chosen = [...terms].filter(([term]) => wanted(term));
    const total = chosen.reduce((sum, [, weight]) => sum + weight, 0) || 1;
    return new Map(chosen.map(([term, weight]) => [term, weight / total]));
  };
  return { han: choose((term) => !term.startsWith('e:')), latin: choose((term) => !containsHan(term)) };
}

export const scriptOf = (text: string): keyof ByScript<unknown> => (containsHan(text) ? 'han' : 'latin');

/** Weights of terms, the more the fewer of the sentences have them: what all have tells none of them apart. */
export function tellApart(weights: Terms, sentences: readonly Terms[]): Terms {
  const rarity = (term: string): number => {
    const having = sentences.reduce((sum, terms) => sum + Math.min(1, terms.get(term) ?? 0), 0);
    return Math.log(1 + sentences.length / Math.max(1, having));
  };
  return new Map([...weights].map(([term, weight]) => [term, weight * rarity(term)]));
}

/** Share of the weight whose terms stand in one of the texts; a term with less than full weight counts in part. */
export function coverage(weights: Terms, texts: readonly Terms[]): number {
  let sum = 0;
  for (const [term, weight] of weights)
    sum += weight * Math.min(1, Math.max(...texts.map((terms) => terms.get(term) ?? 0)));
  return sum;
}
