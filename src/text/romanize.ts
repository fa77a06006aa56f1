/** Chinese in Latin letters, as English readers meet it. The door to pinyin-pro. */
import { createRequire } from 'node:module';
import type { Span } from '../types.ts';
import { readDictionaryLines } from './data-file.ts';

let loaded: typeof import('pinyin-pro') | undefined;

/** Toneless syllables; loaded when first asked for: it takes a tenth of a second, and English texts go without it. */
function toPinyin(word: string, options: { readonly surname?: 'head' }): string[] {
  // One file instead of thirty: 30 ms less where a process starts.
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro');
  return loaded
    .pinyin(word, { toneType: 'none', type: 'array', nonZh: 'removed', ...options })
    .map((syllable) => syllable.replace(/ü/g, 'u'));
}

/** Toneless syllables, one for each character: 霍步刚 → huo, bu, gang. */
export const syllables = (word: string): string[] => toPinyin(word, {});

/** Toneless syllables read as a person's name, so that 单 is Shan and 解 is Xie. */
export const nameSyllables = (name: string): string[] => toPinyin(name, { surname: 'head' });

let ranks: Map<string, number> | undefined;
/** Of each UTF-16 unit 1 where a surname begins with it: most characters begin none, and all are asked. */
const begins = new Uint8Array(1 << 16);

function ranksOfSurnames(): Map<string, number> {
  if (ranks === undefined) {
    ranks = new Map(readDictionaryLines('surnames.txt').map((each, rank) => [each, rank]));
    for (const surname of ranks.keys()) begins[surname.charCodeAt(0)] = 1;
  }
  return ranks;
}

/** Place of a surname among all, from 0, the most frequent first; Infinity for what is none. */
const rankOf = (surname: string): number => ranksOfSurnames().get(surname) ?? Number.POSITIVE_INFINITY;

const isSurname = (text: string): boolean => rankOf(text) < Number.POSITIVE_INFINITY;

/** Length of the surname a simplified text begins with: 0, 1 or 2 characters. */
export function surnameLength(text: string): 0 | 1 | 2 {
  ranksOfSurnames();
  if (begins[text.charCodeAt(0)] !== 1) return 0;
  if (text.length > 2 && isSurname(text.slice(0, 2))) return 2;
  return isSurname(text.slice(0, 1)) ? 1 : 0;
}

/** Surnames of most people: of a text that begins with one of them, a name is likelier than with a rare one. */
const FREQUENT_SURNAMES = 60;
/** Surnames of few people are mostly other words: 云, 华, 乐. */
const USUAL_SURNAMES = 240;
export const isFrequentSurname = (character: string): boolean => rankOf(character) < FREQUENT_SURNAMES;
export const isUsualSurname = (character: string): boolean => rankOf(character) < USUAL_SURNAMES;

const SYLLABLE =
  '(?:[zcs]h?|[bpmfdtnlgkhjqxrwy])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u)';
const GIVEN_NAME = new RegExp(`^${SYLLABLE}(?:['’-]?${SYLLABLE})?$`);
const NAME_IN_PINYIN =
  /(?<![\p{L}\p{N}’'-])(?<surname>\p{Lu}\p{Ll}+)(?= (?<given>\p{Lu}[\p{Ll}'’-]+)(?![\p{L}\p{N}-]))/gu;

/** Reads like a name in pinyin and is Cantonese. */
const HONG_KONG = 'Hong Kong';

let surnamesInPinyin: Set<string> | undefined;

/** Names of people that a text writes in pinyin, surname first, each in one small-letter word: yigang for Yi Gang. */
export function findNamesInPinyin(text: string): (Span & { readonly name: string })[] {
  return [...text.matchAll(NAME_IN_PINYIN)].flatMap(({ index, groups }) => {
    const { surname, given } = groups as { surname: string; given: string };
    const written = `${surname} ${given}`;
    surnamesInPinyin ??= new Set(
      readDictionaryLines('surnames.txt').map((surname) => nameSyllables(surname).join('')),
    );
    const isName = surnamesInPinyin.has(surname.toLowerCase()) && GIVEN_NAME.test(given.toLowerCase());
    if (!isName || written === HONG_KONG) return [];
    const name = written.toLowerCase().replace(/[ '’-]/g, '');
    return [{ start: index, end: index + written.length, name }];
  });
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A person's name the way English texts write it: 霍步刚 → Huo Bugang. */
export function romanizeName(name: string): string {
  const all = nameSyllables(name);
  const length = surnameLength(name) || 1;
  return [all.slice(0, length).join(''), all.slice(length).join('')].map(capitalize).join(' ').trim();
}

/** A word in one piece: 辽宁 → Liaoning. */
export const romanizeWord = (word: string): string => capitalize(syllables(word).join(''));
