/** Readings of Chinese names for people who read English. */
import { containsHan } from '../text/characters.ts';
import { glossesOf } from '../text/glosses.ts';
import { toSimplified } from '../text/normalize.ts';
import { findOrganisation } from '../text/organisations.ts';
import { romanizeName, romanizeWord } from '../text/romanize.ts';
import { cutWords } from '../text/words.ts';
import { isForeignName } from './foreign-names.ts';
import type { Name } from './names.ts';

/** What institutions are called; the rest of a name is romanised or glossed. */
const INSTITUTIONS: readonly (readonly [RegExp, string])[] = [
  [/省人民政府$|省政府$/, ' Provincial Government'],
  [/市人民政府$|市政府$/, ' Municipal Government'],
  [/县人民政府$|县政府$/, ' County Government'],
  [/新区人民政府$/, ' New Area Government'],
  [/区人民政府$|区政府$/, ' District Government'],
  [/人民政府$|政府$/, ' Government'],
  [/集团股份有限公司$|集团有限公司$|集团$/, ' Group'],
  [/股份有限公司$|有限责任公司$|有限公司$/, ' Co., Ltd.'],
  [/公司$/, ' Company'],
  [/医科大学$/, ' Medical University'],
  [/理工大学$/, ' University of Technology'],
  [/师范大学$/, ' Normal University'],
  [/大学$/, ' University'],
  [/学院$/, ' College'],
  [/医院$/, ' Hospital'],
  [/银行$/, ' Bank'],
  [/研究院$|研究所$/, ' Institute'],
  [/街道$/, ' Subdistrict'],
];
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
  const institution = INSTITUTIONS.find(([ending]) => ending.test(text) && text.replace(ending, '') !== '');
  const core = institution ? text.replace(institution[0], '') : text;
  const words = cutWords(core).map((word) =>
    containsHan(word) ? (properGloss(word) ?? romanizeWord(word)) : word,
  );
  return `${words.join(' ')}${institution?.[1] ?? ''}`.replace(/\s+/g, ' ').trim();
}

/** The first gloss, where it is short and a name itself. */
function properGloss(word: string): string | undefined {
  // A single character is glossed as the province it is short for: 新 as Xinjiang.
  if (word.length < 2) return undefined;
  const [first] = glossesOf(word);
  const short = first?.split(/[,;]/)[0];
  return short && /^[A-Z]/.test(short) && short.split(' ').length <= MAX_GLOSS_WORDS + 2 ? short : undefined;
}
