/** English words to the form they are compared in. The door to the Porter2 stemmer. */
import { createRequire } from 'node:module';
import { glossForm } from './gloss-form.ts';

// The package is CommonJS without types: a function from word to stem.
const stemWord: (word: string) => string = createRequire(import.meta.url)('wink-porter2-stemmer');

const remembered = new Map<string, string>();
/** Enough for the vocabulary of a large corpus; past it the memory is emptied, not grown. */
const MAX_REMEMBERED = 200_000;

/** Porter2 stem of a lower-case word; words with digits stay as they are. */
export function stem(word: string): string {
  let result = remembered.get(word);
  if (result === undefined) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    result = /^[a-z']+$/.test(word) ? stemWord(glossForm(word)).replace(/'/g, '') : word;
    remembered.set(word, result);
  }
  return result;
}

/** Words that carry the grammar of an English question or gloss and nothing of its subject. */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the of in on at to for from by with and or as is are was were be been being am do does did done has have
  had having it its this that these those there here i you he she we they them their our your his her my me us
  him who whom whose what which when where why how much many any some into onto about over under between during
  than then so if but not no can could would should will shall may might must also just one's oneself sb sth
  tell know please anyone someone called`
    .split(/\s+/)
    .filter(Boolean),
);
