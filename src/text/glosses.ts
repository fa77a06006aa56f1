/** English glosses of Chinese words, from the tables of `dictionary/` and the organisation names. */
import { readDictionaryLines } from './data-file.ts';
import { americanOf } from './gloss-form.ts';
import { findOrganisation } from './organisations.ts';

let glossesByWord: Map<string, string> | undefined;

/** What news and guides say of a word comes before what a dictionary says. */
const BY_HAND = ['news-glosses.tsv', 'guide-glosses.tsv'];
const TABLES = [...BY_HAND, 'glosses.tsv.gz'];

function load(): Map<string, string> {
  const map = new Map<string, string>();
  for (const line of TABLES.flatMap(readDictionaryLines)) {
    const tab = line.indexOf('\t');
    const word = line.slice(0, tab);
    const known = map.get(word);
    const glosses = line.slice(tab + 1);
    map.set(word, known === undefined ? glosses : `${known}/${glosses}`);
  }
  return map;
}

/** Glosses of a simplified Chinese word, most usual first; empty where the word is unknown. */
export function glossesOf(word: string): string[] {
  const organisation = findOrganisation(word);
  glossesByWord ??= load();
  const glosses = glossesByWord.get(word)?.split('/') ?? [];
  return organisation && !glosses.includes(organisation.english)
    ? [organisation.english, ...glosses]
    : glosses;
}

let byHand: Set<string> | undefined;

/** True for a word whose glosses were chosen by hand, so that they are what people say for it. */
export function isGlossedByHand(word: string): boolean {
  byHand ??= new Set(BY_HAND.flatMap(readDictionaryLines).map((line) => line.slice(0, line.indexOf('\t'))));
  return byHand.has(word);
}

/** True for what segmentation may cut although a dictionary has it whole: 持股比例, a name as 泽连斯基. */
export const isPhrase = (text: string): boolean =>
  isGlossedByHand(text) || (text.length > 2 && /^\p{Lu}/u.test(glossesOf(text)[0] ?? ''));

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
  glossesByWord ??= load();
  return [...glossesByWord.values()].flatMap((glosses) => glosses.split('/'));
};
