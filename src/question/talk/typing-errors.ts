/** Words that no text has and that are a letter or two away from one that texts have: "Aldrebury" for Alderbury. */

import { editsWithin } from '../../text/edits.ts';
import { isCommonGloss, isProperGloss } from '../../text/glosses.ts';
import { normalize } from '../../text/normalize.ts';
import { ENGLISH_STOP_WORDS, stem } from '../../text/stems.ts';

/** Words of all texts by their stems. */
export interface Vocabulary {
  readonly has: (stem: string) => Promise<boolean>;
  /** Stems that begin with these letters. */
  readonly beginningWith: (letters: string) => Promise<readonly string[]>;
  /** How a text writes the word of a stem; null where none is found. */
  readonly spellingOf: (stem: string) => Promise<string | null>;
}

export interface Mended {
  readonly text: string;
  /** Each word that was mended, as it was written and as it is meant. */
  readonly words: readonly { readonly written: string; readonly meant: string }[];
}

/** A shorter word is a letter away from too many others. */
const MIN_LENGTH = 5;
/** A stem that is far shorter than its word is looked for behind so many letters: few errors are in the first. */
const LEAD = 3;
/** From this length on two letters may be wrong. */
const LONG = 8;

/** Mends the words that can mean one word of the texts only. */
export async function mendTyping(text: string, vocabulary: Vocabulary): Promise<Mended> {
  const words: { written: string; meant: string }[] = [];
  let [mended, end] = ['', 0];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const meant = await meantBy(normalize(written), vocabulary);
    if (meant === null) continue;
    words.push({ written, meant });
    mended += text.slice(end, index) + meant;
    end = index + written.length;
  }
  return { text: mended + text.slice(end), words };
}

/** Not a part of a name such as `x86`. */
const WORD = /(?<![\p{Script=Latin}\p{N}])\p{Script=Latin}+(?![\p{Script=Latin}\p{N}])/gu;

async function meantBy(word: string, { has, beginningWith, spellingOf }: Vocabulary): Promise<string | null> {
  const root = stem(word);
  if (word.length < MIN_LENGTH || ENGLISH_STOP_WORDS.has(word) || isProperGloss(word)) return null;
  if (isCommon(word, root) || (await has(root))) return null;
  const near = (await beginningWith(word[0]!)).filter(
    (other) => editsWithin(root, other, 2) || editsWithin(word, other, 2),
  );
  const found: (string | null)[] = [];
  for (const other of new Set([...near, ...(await longer(word, beginningWith))]))
    found.push(await spellingOf(other));
  const spellings = found.flatMap((spelling) => spelling ?? []);
  for (const most of word.length >= LONG ? [1, 2] : [1]) {
    const fitting = spellings.filter((spelling) => editsWithin(word, normalize(spelling), most));
    const stems = new Set(fitting.map((spelling) => stem(normalize(spelling))));
    if (stems.size > 0) return stems.size === 1 ? fitting[0]! : null;
  }
  return null;
}

/** Whether it is a word of the language, in any of its forms: spied, of spy. */
const isCommon = (word: string, root: string): boolean =>
  [word, root, word.replace(/ie[sd]$/, 'y'), word.replace(/(?:e?s|e?d|ing|er|ly)$/, '')].some(isCommonGloss);

/** Stems that a typing error hides in the ending: "univers" behind "univeristy". */
const longer = async (word: string, beginningWith: Vocabulary['beginningWith']): Promise<readonly string[]> =>
  (await beginningWith(word.slice(0, LEAD))).filter((other) =>
    editsWithin(word.slice(0, other.length), other, 2),
  );
