/** Chinese words. The door to jieba, with the organisation names as words of their own. */
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';
import type { Span } from '../types.ts';
import { containsHan } from './characters.ts';
import { organisationNames } from './organisations.ts';

/** Frequency of an added name: high enough that jieba keeps it whole. */
const NAME_FREQUENCY = 20_000;

const load = createRequire(import.meta.url);

let instance: Jieba | undefined;

// Loading takes 0.2 s, so it waits for the first text in Chinese.
function jieba(): Jieba {
  if (!instance) {
    const { Jieba } = load('@node-rs/jieba') as typeof import('@node-rs/jieba');
    const { dict } = load('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js');
    instance = Jieba.withDict(dict);
    const names = organisationNames().map((name) => `${name} ${NAME_FREQUENCY} nt`);
    instance.loadDict(Buffer.from(`${names.join('\n')}\n`, 'utf8'));
  }
  return instance;
}

/** Words of simplified Chinese text, in order, none overlapping; together they are the text. */
export const cutWords = (text: string): string[] => jieba().cut(text, true);

/** What stands in no run and is a word of its own. */
const BETWEEN = '\n';

/** Words of each of several runs of Chinese characters: to ask for each takes longer than to cut it. */
export function cutRunsOfHan(runs: readonly string[]): string[][] {
  if (runs.length < 2) return runs.map(cutWords);
  const cut: string[][] = [[]];
  for (const word of cutWords(runs.join(BETWEEN)))
    if (word === BETWEEN) cut.push([]);
    else cut.at(-1)!.push(word);
  return cut;
}

/** Words and the shorter dictionary words inside them: 辽宁省 gives 辽宁 and 辽宁省. */
export const cutWordsForSearch = (text: string): string[] => jieba().cutForSearch(text, true);

export interface TaggedWord extends Span {
  readonly word: string;
  /** Part of speech in the ICTCLAS set: n noun, ns place, nr person, nt organisation, v verb, p preposition … */
  readonly tag: string;
}

/** Words of simplified Chinese text with their parts of speech, in order; together they are the text. */
export const tagWords = (text: string): TaggedWord[] => tag(text, true);

/** The same with words of the dictionary only: what none has falls into characters. */
export const tagKnownWords = (text: string): TaggedWord[] => tag(text, false);

function tag(text: string, guesses: boolean): TaggedWord[] {
  // The dictionary takes a quarter of a second to load, and knows no other language.
  if (!containsHan(text)) return text === '' ? [] : [{ word: text, tag: 'eng', start: 0, end: text.length }];
  let start = 0;
  return jieba()
    .tag(text, guesses)
    .map(({ word, tag }) => {
      const tagged = { word, tag, start, end: start + word.length };
      start = tagged.end;
      return tagged;
    });
}
