/** English glosses of Chinese words, from the tables of `dictionary/` and the organisation names. */
import { hashOf, openWordTable, readDictionaryLines, type WordTable, wordTable } from './data-file.ts';
import { americanOf } from './gloss-form.ts';
import { findOrganisation, organisationNames } from './organisations.ts';

/** What news and guides say of a word comes before what a dictionary says. */
const BY_HAND = ['news-glosses.tsv', 'guide-glosses.tsv'];

interface Tables {
  readonly byHand: WordTable;
  readonly dictionary: WordTable;
  /** For each hash of what may be a phrase a bit: most of what is looked up is none, and the tables are large. */
  readonly mayBePhrase: Uint8Array;
}

let tables: Tables | undefined;

function readTables(): Tables {
  const byHand = new Map<string, string>();
  for (const line of BY_HAND.flatMap(readDictionaryLines)) {
    const tab = line.indexOf('\t');
    const word = line.slice(0, tab);
    const known = byHand.get(word);
    const glosses = line.slice(tab + 1);
    byHand.set(word, known === undefined ? glosses : `${known}/${glosses}`);
  }
  const lines = Array.from(byHand, ([word, glosses]) => `${word}\t${glosses}`);
  const dictionary = openWordTable('glosses.tsv.gz');
  const mayBePhrase = new Uint8Array(1 << PHRASE_BITS);
  const mark = (text: string, start: number, end: number): void => {
    const hash = hashOf(text, start, end);
    mayBePhrase[placeOf(hash)]! |= bitOf(hash);
  };
  for (const word of [...byHand.keys(), ...organisationNames()]) mark(word, 0, word.length);
  dictionary.each((text, start, end) => {
    if (!/[a-z(]/.test(text[end + 1]!)) mark(text, start, end);
  });
  return { byHand: wordTable(lines.join('\n')), dictionary, mayBePhrase };
}

/** Places of {@link Tables.mayBePhrase}, as a power of two. */
const PHRASE_BITS = 17;
const placeOf = (hash: number): number => (hash >>> 3) & ((1 << PHRASE_BITS) - 1);
const bitOf = (hash: number): number => 1 << (hash & 7);

/** Glosses of a simplified Chinese word, most usual first; empty where the word is unknown. */
export function glossesOf(word: string): string[] {
  const organisation = findOrganisation(word);
  tables ??= readTables();
  const { byHand, dictionary } = tables;
  const glosses = [byHand.get(word), dictionary.get(word)].flatMap((all) => all?.split('/') ?? []);
  return organisation && !glosses.includes(organisation.english)
    ? [organisation.english, ...glosses]
    : glosses;
}

/** Whether a word has any gloss. */
export function isGlossed(word: string): boolean {
  tables ??= readTables();
  return tables.byHand.has(word) || tables.dictionary.has(word) || findOrganisation(word) !== undefined;
}

/** True for a word whose glosses were chosen by hand, so that they are what people say for it. */
export function isGlossedByHand(word: string): boolean {
  tables ??= readTables();
  return tables.byHand.has(word);
}

/** True for what segmentation may cut although a dictionary has it whole, from `start` to `end`: 持股比例, a name as 泽连斯基. */
export function isPhrase(text: string, start: number, end: number): boolean {
  tables ??= readTables();
  const { byHand, mayBePhrase } = tables;
  const hash = hashOf(text, start, end);
  if ((mayBePhrase[placeOf(hash)]! & bitOf(hash)) === 0) return false;
  const phrase = text.slice(start, end);
  return byHand.has(phrase) || (phrase.length > 2 && /^\p{Lu}/u.test(glossesOf(phrase)[0] ?? ''));
}

let wordsOfGlosses: { proper: Set<string>; common: Set<string> } | undefined;

/**
 * Whether a name in small letters is the gloss of a Chinese word and no common word: a Chinese text that has 鹿特丹 is
 * found by rotterdam.
 */
export function isProperGloss(word: string): boolean {
  const { proper, common } = readWordsOfGlosses();
  return proper.has(word) && !common.has(word);
}

/** Whether a word in small letters stands in a gloss that is no name. */
export const isCommonGloss = (word: string): boolean => {
  const { common } = readWordsOfGlosses();
  return common.has(word) || common.has(americanOf(word));
};

/** From a list made of the glosses: reading all of them takes a quarter of a second. */
function readWordsOfGlosses(): { proper: Set<string>; common: Set<string> } {
  if (wordsOfGlosses === undefined) {
    const lines = readDictionaryLines('gloss-words.txt.gz');
    const end = lines.indexOf('');
    wordsOfGlosses = { common: new Set(lines.slice(0, end)), proper: new Set(lines.slice(end + 1)) };
  }
  return wordsOfGlosses;
}

/** Every gloss of every word, for the list of their words. */
export const allGlosses = (): string[] => {
  const { byHand, dictionary } = readTables();
  return [...byHand.values(), ...dictionary.values()].flatMap((glosses) => glosses.split('/'));
};
