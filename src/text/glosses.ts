/** English glosses of Chinese words, from the tables of `dictionary/` and the organisation names. */
import { openWordTable, readDictionaryLines, type WordTable } from './data-file.ts';
import { americanOf } from './gloss-form.ts';
import { findOrganisation } from './organisations.ts';

/** What news and guides say of a word comes before what a dictionary says. */
const BY_HAND = ['news-glosses.tsv', 'guide-glosses.tsv'];

let tables: { readonly byHand: ReadonlyMap<string, string>; readonly dictionary: WordTable } | undefined;

function readTables() {
  const byHand = new Map<string, string>();
  for (const line of BY_HAND.flatMap(readDictionaryLines)) {
    const tab = line.indexOf('\t');
    const word = line.slice(0, tab);
    const known = byHand.get(word);
    const glosses = line.slice(tab + 1);
    byHand.set(word, known === undefined ? glosses : `${known}/${glosses}`);
  }
  return { byHand, dictionary: openWordTable('glosses.tsv.gz') };
}

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

/** True for what segmentation may cut although a dictionary has it whole: 持股比例, a name as 泽连斯基. */
export const isPhrase = (text: string): boolean =>
  isGlossedByHand(text) || (text.length > 2 && isGlossed(text) && /^\p{Lu}/u.test(glossesOf(text)[0] ?? ''));

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
