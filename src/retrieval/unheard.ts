/** How much of what a question speaks of no article says: who asks of another program's add-ons is told nothing near. */
import type { OpenIndex } from '../index/open.ts';
import { containsHan } from '../text/characters.ts';
import type { ContentWord, Language } from '../types.ts';

/** Stands in every Chinese text. */
const ANY_CHINESE = '的';

/** What is looked for in the articles, of a question. */
interface Asked {
  readonly words?: readonly ContentWord[];
  readonly language: Language;
  /** Where it is given, only these articles count. */
  readonly admits?: (article: number) => boolean;
}

/** Share, in [0, 1], of the words that the articles have in none of their ways; 1 where a name is among these. */
export function shareUnheard(
  { keywords, articleOf }: OpenIndex,
  { words = [], language, admits }: Asked,
): number {
  const isAdmitted = (term: string): boolean =>
    admits === undefined || keywords.passagesOf(term).some((passage) => admits(articleOf(passage)));
  const has = (term: string): boolean => keywords.frequency(term) > 0 && isAdmitted(term);
  // What a text in Latin letters calls a Chinese thing that no gloss is of is not known.
  const isKnown = ({ ways }: ContentWord): boolean =>
    has(ANY_CHINESE) || ways.some((way) => way.some((term) => !containsHan(term)));
  // How English texts put a verb is told by no gloss as surely as what they call a thing.
  const asked = words.filter(({ isChineseVerb }) => !isChineseVerb || has(ANY_CHINESE));
  const known = asked.filter(isKnown);
  const isHeard = ({ ways, beginning }: ContentWord): boolean =>
    ways.some((way) => way.every(has)) ||
    (beginning !== null && keywords.termsFrom(beginning).some(isAdmitted));
  const unheard = known.filter((word) => !isHeard(word));
  // What is said of a thing that no article names is of another thing. A Chinese text may write a name in characters.
  const mayBeOtherwise = language !== 'zh' && has(ANY_CHINESE);
  if (!mayBeOtherwise && unheard.some(({ isName }) => isName)) return 1;
  return known.length === 0 ? 0 : unheard.length / asked.length;
}
