/** Readings of Chinese names for people who read English. */
import { LANGUAGES } from '../rules/languages.ts';
import { containsHan } from '../text/characters.ts';
import { glossesOf } from '../text/glosses.ts';
import { toSimplified } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import { romanizeName, romanizeWord } from '../text/romanize.ts';
import { cutWords } from '../text/words.ts';
import { isForeignName } from './foreign-names.ts';
import type { Name } from './names.ts';

/** What names end in, with what English calls it; the rest of a name is romanised or glossed. */
const INSTITUTIONS = LANGUAGES.flatMap(({ names }) => (names.writing === 'running' ? names.readings : []));
/** A gloss of more words than this explains; the pinyin is shorter and says as much. */
const MAX_GLOSS_WORDS = 3;

/**
 * English reading of a Chinese name: its known English name, or its parts glossed or in pinyin. Null for a foreign
 * person whom no dictionary has: pinyin of the sounds would name nobody.
 */
export function englishReading(name: Pick<Name, 'kind' | 'text'>): string | null {
  const text = toSimplified(name.text);
  if (name.kind === 'person') {
    if (isForeignName(text)) return properGloss(text) ?? null;
    return romanizeName(text);
  }
  const known = findOrganisation(text)?.english ?? properGloss(text);
  if (known !== undefined) return known;
  const institution = INSTITUTIONS.find(
    ({ pattern }) => pattern.test(text) && text.replace(pattern, '') !== '',
  );
  const core = institution ? text.replace(institution.pattern, '') : text;
  const words = cutWords(core).map((word) =>
    containsHan(word) ? (properGloss(word) ?? romanizeWord(word)) : word,
  );
  return `${words.join(' ')} ${institution?.means ?? ''}`.replace(/\s+/g, ' ').trim();
}

/** The first gloss, where it is short and a name itself. */
function properGloss(word: string): string | undefined {
  // A single character is glossed as the province it is short for: 新 as Xinjiang.
  if (word.length < 2) return undefined;
  const [first] = glossesOf(word);
  const short = first?.split(/[,;]/)[0];
  return short && /^[A-Z]/.test(short) && short.split(' ').length <= MAX_GLOSS_WORDS + 2 ? short : undefined;
}
