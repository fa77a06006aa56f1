import type { Terms } from '../types.ts';

/** Terms that are looked for in texts, by what has to be found out of a text for them. */
export interface WantedTerms {
  /** Those of terms that are wanted, grams apart; of the same terms found once. */
  among(terms: Terms): Terms;
  /** Characters and bigrams, which need no cutting into words. */
  readonly grams: readonly string[];
  /** Whether there are days or numbers. */
  readonly hasDays: boolean;
  /** Whether there are words in Latin letters, as they stand there or in English alone. */
  readonly hasWords: boolean;
  /** Whether there are organisations. */
  readonly hasOrganisations: boolean;
  /** Whether there are words that a Chinese one may stand for, by its glosses or as it is spelled in Latin letters. */
  readonly hasGlosses: boolean;
}

/** A character or bigram. */
export const isGram = (term: string): boolean => /^\p{Script=Han}{1,2}$/u.test(term);
export const isDayOrNumber = (term: string): boolean => /^[dn]:/.test(term);
const ORGANISATION = /^o:/;
const IN_ENGLISH = /^e:/;

export function wantedTerms(terms: Iterable<string>): WantedTerms {
  const all = [...new Set(terms)];
  const others = all.filter((term) => !isGram(term));
  const words = others.filter((term) => !isDayOrNumber(term));
  const hasOrganisations = words.some((term) => ORGANISATION.test(term));
  const wanted = new Set(others);
  const found = new Map<Terms, Terms>();
  return {
    among(terms) {
      let some = found.get(terms);
      if (some === undefined) {
        some = new Map([...terms].filter(([term]) => wanted.has(term)));
        found.set(terms, some);
      }
      return some;
    },
    grams: all.filter((term) => isGram(term)),
    hasDays: words.length < others.length,
    hasWords: words.some((term) => !ORGANISATION.test(term)),
    hasOrganisations,
    hasGlosses: words.some((term) => !ORGANISATION.test(term) && !IN_ENGLISH.test(term)),
  };
}
