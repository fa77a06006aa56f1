/** How much of what a question speaks of no article says: who asks of another program's add-ons is told nothing near. */
import type { OpenIndex } from '../index/open.ts';
import { containsHan } from '../text/characters.ts';
import type { ContentWord } from '../types.ts';

/** Stands in every Chinese text. */
const ANY_CHINESE = '的';

/**
 * Share, in [0, 1], of the words that the articles have in none of their ways.
 * @param admits where it is given, only these articles count
 */
export function shareUnheard(
  { keywords, articleOf }: OpenIndex,
  words: readonly ContentWord[],
  admits?: (article: number) => boolean,
): number {
  const isAdmitted = (term: string): boolean =>
    admits === undefined || keywords.passagesOf(term).some((passage) => admits(articleOf(passage)));
  const has = (term: string): boolean => keywords.frequency(term) > 0 && isAdmitted(term);
  // What a text in Latin letters calls a Chinese thing that no gloss is of is not known.
  const isKnown = ({ ways }: ContentWord): boolean =>
    has(ANY_CHINESE) || ways.some((way) => way.some((term) => !containsHan(term)));
  const known = words.filter(isKnown);
  const isHeard = ({ ways, beginning }: ContentWord): boolean =>
    ways.some((way) => way.every(has)) ||
    (beginning !== null && keywords.termsFrom(beginning).some(isAdmitted));
  return known.length === 0 ? 0 : known.filter((word) => !isHeard(word)).length / words.length;
}
