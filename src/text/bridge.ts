/** English of Chinese words, whose stems and pinyin are the same terms in both languages. */

import { NUMERAL_CHARACTERS } from '../rules/zh/time/numerals.ts';
import type { Terms } from '../types.ts';
import { countriesOf, isCountryBesideOthers } from './country-characters.ts';
import { glossesOf, isCommonGloss, isGlossed, isGlossedByHand, isPhrase, isProperGloss } from './glosses.ts';
import { normalize } from './normalize.ts';
import { findOrganisation } from './organisations.ts';
import { isFrequentSurname, nameSyllables, surnameLength, syllables } from './romanize.ts';
import { stem } from './stems.ts';
import { TermMap, wordsThatSay } from './terms.ts';

/** English stems and pinyin of a Chinese word, each with its best weight, and its canonical organisation. */
export function findBridgeTerms(word: string): Terms {
  const terms = new TermMap();
  const organisation = findOrganisation(word);
  if (organisation) {
    terms.set(`o:${organisation.name}`, 1);
    // Huadian of China Huadian Corporation names it alone.
    for (const part of wordsThatSay(normalize(organisation.english)))
      if (!isCommonGloss(part) && !isProperGloss(part)) terms.keep(stem(part), 1);
  }
  for (const gloss of glossesOf(countedUnit(word) ?? word)) {
    if (isCountryBesideOthers(word, gloss)) continue;
    const words = wordsThatSay(normalize(gloss));
    for (const glossWord of words) terms.keep(stem(glossWord), 1 / words.length);
  }
  if (word.length === 2)
    for (const country of countriesOf(word[0]!, word[1]!)) terms.keep(stem(country.toLowerCase()), 1);
  if (word.length >= 2) terms.keep(stem(syllables(word).join('')), 1);
  return terms;
}

const COUNTED = new RegExp(`^[${NUMERAL_CHARACTERS}几数半]+(.+)$`);

/** What is counted by a word that segmentation joined with its number: 年 of 一年, 分钟 of 几分钟. */
function countedUnit(word: string): string | null {
  if (isGlossed(word)) return null;
  const unit = COUNTED.exec(word)?.[1];
  return unit !== undefined && isGlossedByHand(unit) ? unit : null;
}

const MAX_PHRASE_WORDS = 4;
const MAX_PHRASE_CHARACTERS = 8;

export interface Phrase {
  readonly phrase: string;
  /** Numbers of its first word and of the one after its last. */
  readonly from: number;
  readonly to: number;
}

/**
 * Words in a row that a dictionary has as one.
 * @param run all of the words together
 */
export function findPhrases(words: readonly string[], run = words.join('')): Phrase[] {
  const found: Phrase[] = [];
  let start = 0;
  for (const [from, word] of words.entries()) {
    let end = start + word.length;
    for (let to = from + 2; to <= Math.min(words.length, from + MAX_PHRASE_WORDS); to++) {
      end += words[to - 1]!.length;
      if (end - start > MAX_PHRASE_CHARACTERS) break;
      if (isPhrase(run, start, end) || (to === from + 2 && end === start + 2 && isCountries(run, start)))
        found.push({ phrase: run.slice(start, end), from, to });
    }
    start += word.length;
  }
  return found;
}

const isCountries = (run: string, at: number): boolean => countriesOf(run[at]!, run[at + 1]!).length > 0;

/** A word, and whether a table has English for it. */
interface WordInTables {
  readonly word: string;
  readonly isGlossed: boolean;
}

const END: WordInTables = { word: '', isGlossed: false };

const LONGEST_SURNAME = 2;

/**
 * Stretches of two or three characters that look like a person's name: a surname and a given name of which no
 * dictionary word is a part. Segmentation cuts names it does not know anywhere (霍步 刚), so this looks itself; where
 * it found a word and left one character over (张开 富), a frequent surname makes a name of the three.
 * @param known words of a run of Chinese characters
 */
export function personNames(known: readonly WordInTables[]): string[] {
  const names: string[] = [];
  const run = known.map(({ word }) => word).join('');
  let offset = 0;
  for (const [i, one] of known.entries()) {
    const { word } = one;
    const surname = surnameLength(run.slice(offset, offset + LONGEST_SURNAME + 1));
    const isWord = word.length >= 2 && one.isGlossed;
    const leftOver = word.length === 2 && known[i + 1]?.word.length === 1 && isFrequentSurname(word[0]!);
    const lengths = surname === 0 ? [] : !isWord ? [surname + 1, surname + 2] : leftOver ? [3] : [];
    for (const length of lengths) {
      const name = run.slice(offset, offset + length);
      if (name.length === length) names.push(name);
    }
    offset += word.length;
  }
  return names;
}

/**
 * Stretches of words that no dictionary has, with the single characters beside them: segmentation cuts a name that it
 * does not know anywhere (子 牛亦东), and who writes it in English cuts it otherwise (Ziniu Yidong).
 */
export function unknownStretches(known: readonly WordInTables[]): string[] {
  const stretches: string[] = [];
  let stretch = '';
  let isUnknown = false;
  for (let i = 0; i <= known.length; i++) {
    const { word, isGlossed } = known[i] ?? END;
    const unknown = word.length > 1 && !isGlossed;
    if (unknown || word.length === 1) {
      stretch += word;
      isUnknown ||= unknown;
      continue;
    }
    if (isUnknown && stretch.length > 2) stretches.push(stretch);
    stretch = '';
    isUnknown = false;
  }
  return stretches;
}

/** Pinyin of each two and three characters in a row. */
export function windowTerms(name: string): string[] {
  const all = syllables(name);
  return all.flatMap((_, i) =>
    [2, 3]
      .filter((length) => i + length <= all.length)
      .map((length) => stem(all.slice(i, i + length).join(''))),
  );
}

/** Surname and given name apart and joined: huo, bugang, huobugang. */
export function nameTerms(name: string): Terms {
  const surname = surnameLength(name);
  const all = nameSyllables(name);
  const given = all.slice(surname).join('');
  const terms = new TermMap([[stem(all.join('')), 1]]);
  if (name.length - surname >= 2) terms.keep(stem(given), 1);
  terms.keep(stem(all.slice(0, surname).join('')), 0.5);
  return terms;
}

/** Of a word that no dictionary has the parts that people ask with: 休 of 能休, 改 of 改了, which segmentation joins. */
export function partsByHand(word: string): string[] {
  if (isGlossed(word)) return [];
  const characters = [...word];
  return characters
    .flatMap((character, i) => [character, character + (characters[i + 1] ?? '')])
    .filter((part) => part !== word && isGlossedByHand(part));
}
