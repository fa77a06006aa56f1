/** Organisations: their Chinese names, short names and English names, from `dictionary/organisations.tsv`. */
import type { Span } from '../types.ts';
import { readDictionaryLines } from './data-file.ts';
import { normalize } from './normalize.ts';
import { IS_LEGAL_FORM } from './organisation-words.ts';

export interface Organisation {
  /** Full Chinese name, the canonical one. */
  readonly name: string;
  readonly english: string;
  readonly shortNames: readonly string[];
  /** Other English names and abbreviations. */
  readonly aliases: readonly string[];
}

let rows: readonly Organisation[] | undefined;

function organisations(): readonly Organisation[] {
  rows ??= readDictionaryLines('organisations.tsv').map((line) => {
    const [name, english, shortNames, aliases] = line.split('\t');
    const list = (names: string | undefined): string[] => names?.split('/').filter(Boolean) ?? [];
    return { name: name!, english: english!, shortNames: list(shortNames), aliases: list(aliases) };
  });
  return rows;
}

let byName: Map<string, Organisation> | undefined;

function organisationsByName(): Map<string, Organisation> {
  byName ??= new Map([
    ...organisations().flatMap((one) => one.shortNames.map((name) => [normalize(name), one] as const)),
    ...organisations().map((one) => [normalize(one.name), one] as const),
  ]);
  return byName;
}

/** All Chinese names and short names, normalised. */
export const organisationNames = (): string[] => [...organisationsByName().keys()];

/** The organisation of this full or short Chinese name in simplified characters, if it is known. */
export const findOrganisation = (name: string): Organisation | undefined =>
  organisationsByName().get(name.toLowerCase());

const ENGLISH_WORD = /[\p{Script=Latin}\p{N}&]+/gu;
const MAX_ABBREVIATION = 5;

interface EnglishName {
  readonly organisation: Organisation;
  /** Counts only if capitalised: a single word, or two that lost their Corporation (not "china investment"). */
  readonly isCapitalised: boolean;
}

let byEnglish: Map<string, EnglishName> | undefined;

function loadEnglish(): Map<string, EnglishName> {
  const map = new Map<string, EnglishName>();
  for (const organisation of organisations()) {
    for (const name of [organisation.english, ...organisation.aliases]) {
      const words = englishWords(name);
      for (let end = words.length; end > 0; end--) {
        const key = keyOf(words.slice(0, end));
        const isCapitalised = end === 1 || (end === 2 && end < words.length);
        const before = map.get(key);
        if (before === undefined || (before.isCapitalised && !isCapitalised))
          map.set(key, { organisation, isCapitalised });
        // Without its legal form it still means the same: State Power Investment (Corporation).
        if (end < 3 || !IS_LEGAL_FORM.test(words[end - 1]!.text.toLowerCase())) break;
      }
    }
  }
  return map;
}

interface Word extends Span {
  readonly text: string;
}

/** What may stand between the words of a name: "China, mobile" is none. */
const WITHIN_NAME = /^[\s.'’-]+$/u;

const englishWords = (text: string): Word[] =>
  [...text.matchAll(ENGLISH_WORD)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));

/** An abbreviation counts in capitals only: CAS is an academy, cas is not. */
const keyOf = (words: readonly Word[]): string => {
  const [{ text: first } = { text: '' }] = words;
  const isAbbreviation =
    words.length === 1 && first.length <= MAX_ABBREVIATION && first === first.toUpperCase();
  return isAbbreviation ? first : words.map(({ text }) => text.toLowerCase()).join(' ');
};

const MAX_NAME_WORDS = 10;
const HAS_CAPITAL = /[\p{Lu}\p{N}]/u;

/** Organisations that a text names in English, the longest name at each place. A single word counts if it has a capital. */
export function findEnglishOrganisations(text: string): (Span & { readonly organisation: Organisation })[] {
  byEnglish ??= loadEnglish();
  const words = englishWords(text);
  const found: (Span & { readonly organisation: Organisation })[] = [];
  for (let first = 0; first < words.length; first++) {
    let longest = first + 1;
    while (
      longest < Math.min(words.length, first + MAX_NAME_WORDS) &&
      WITHIN_NAME.test(text.slice(words[longest - 1]!.end, words[longest]!.start))
    )
      longest++;
    for (let last = longest; last > first; last--) {
      const name = words.slice(first, last);
      const known = byEnglish.get(keyOf(name));
      if (known === undefined) continue;
      if (known.isCapitalised && !name.every(({ text: word }) => HAS_CAPITAL.test(word))) continue;
      found.push({ start: name[0]!.start, end: name.at(-1)!.end, organisation: known.organisation });
      first = last - 1;
      break;
    }
  }
  return found;
}
