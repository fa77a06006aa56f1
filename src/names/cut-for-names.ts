/** A text as names are found in it where words run on, folded and cut once for all that look for them. */
import { type NormalizedText, normalizeWithOrigin } from '../text/normalize.ts';
import { type TaggedWord, tagWords } from '../text/words.ts';

export interface TextForNames extends NormalizedText {
  /** Words of the folded text with their parts of speech. */
  readonly words: readonly TaggedWord[];
}

export function cutForNames(text: string): TextForNames {
  const folded = normalizeWithOrigin(text);
  return { ...folded, words: tagWords(folded.text) };
}
