/** How much of what a question speaks of no article says: who asks of another program's add-ons is told nothing near. */
import type { Limits, SearchIndex } from '../index/search-index.ts';
import { containsHan } from '../text/characters.ts';
import type { ContentWord, Language } from '../types.ts';

/** Stands in every Chinese text. */
const ANY_CHINESE = '的';

/** What is looked for in the articles, of a question. */
interface Asked {
  readonly words?: readonly ContentWord[];
  readonly language: Language;
  /** Only articles within these count. */
  readonly limits?: Limits;
}

/** Share, in [0, 1], of the words that the articles have in none of their ways; 1 where a name is among these. */
export async function shareUnheard(
  index: SearchIndex,
  { words = [], language, limits = {} }: Asked,
): Promise<number> {
  const terms = words.flatMap(({ ways }) => ways.flat());
  const heard = await index.heard([...new Set([ANY_CHINESE, ...terms])], limits);
  const has = (term: string): boolean => heard.has(term);
  // What a text in Latin letters calls a Chinese thing that no gloss is of is not known.
  const isKnown = ({ ways }: ContentWord): boolean =>
    has(ANY_CHINESE) || ways.some((way) => way.some((term) => !containsHan(term)));
  // How English texts put a verb is told by no gloss as surely as what they call a thing.
  const asked = words.filter(({ isChineseVerb }) => !isChineseVerb || has(ANY_CHINESE));
  const known = asked.filter(isKnown);
  const isBegun = async (beginning: string): Promise<boolean> =>
    (await index.heard(await index.termsFrom(beginning), limits)).size > 0;
  const unheard: ContentWord[] = [];
  for (const word of known) {
    const { ways, beginning } = word;
    if (ways.some((way) => way.every(has))) continue;
    if (beginning === null || !(await isBegun(beginning))) unheard.push(word);
  }
  // What is said of a thing that no article names is of another thing. A Chinese text may write a name in characters.
  const mayBeOtherwise = language !== 'zh' && has(ANY_CHINESE);
  if (!mayBeOtherwise && unheard.some(({ isName }) => isName)) return 1;
  return known.length === 0 ? 0 : unheard.length / asked.length;
}
