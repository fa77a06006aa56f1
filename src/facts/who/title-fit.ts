/** Whether what is said of a person is the title that a question asks for, in either language. */
import type { TitleAsked } from '../../question/asked/title-asked.ts';
import { LANGUAGES } from '../../rules/languages.ts';
import { normalize } from '../../text/normalize.ts';
import { meansNoun } from '../../text/noun-kinds.ts';
import { cutWordsForSearch } from '../../text/words.ts';

/** Who asks for the 区委书记 may mean a 书记 of the party committee all the same. */
const RELATED = 0.6;
/** A dictionary calls a 总裁 a chairman, too, whom news seldom call so. */
const BY_DICTIONARY = 0.3;

const HEADS = LANGUAGES.flatMap(({ titles }) => titles.heads);

/** From 0, another title or none, to 1, the one asked for. */
export function titleFit({ isAnyHead, other, written, related, noun }: TitleAsked, said: string): number {
  const folded = normalize(said);
  if (isAnyHead) return HEADS.some(({ pattern }) => pattern.test(folded)) ? 1 : 0;
  if (other?.test(folded)) return 0;
  if (written?.test(folded)) return 1;
  if (related?.test(folded)) return RELATED;
  const means = noun !== null && cutWordsForSearch(folded).some((word) => meansNoun(word, noun));
  return means ? (written === null ? 1 : BY_DICTIONARY) : 0;
}
