/** Words that no text has and that are a letter or two away from one that texts have: "Aldrebury" for Alderbury. */

import { editsWithin } from '../../text/edits.ts';
import { isCommonGloss, isProperGloss } from '../../text/glosses.ts';
import { normalize } from '../../text/normalize.ts';
import { ENGLISH_STOP_WORDS, stem } from '../../text/stems.ts';

/** Words of all texts by their stems. */
export interface Vocabulary {
  readonly has: (stem: string) => boolean;
  /** Stems that begin with these letters. */
  readonly beginningWith: (letters: string) => readonly string[];
  /** How a text writes the word of a stem; null where none is found. */
  readonly spellingOf: (stem: string) => string | null;
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
export function mendTyping(text: string, vocabulary: Vocabulary): Mended {
  const words: { written: string; meant: string }[] = [];
  const mended = text.replace(
    /(?<![\p{Script=Latin}\p{N}])\p{Script=Latin}+(?![\p{Script=Latin}\p{N}])/gu,
    (written) => {
      const meant = meantBy(normalize(written), vocabulary);
      if (meant === null) return written;
      words.push({ written, meant });
      return meant;
    },
  );
  return { text: mended, words };
}

function meantBy(word: string, { has, beginningWith, spellingOf }: Vocabulary): string | null {
  const root = stem(word);
  const isKnown = ENGLISH_STOP_WORDS.has(word) || has(root) || isProperGloss(word) || isCommon(word, root);
  if (word.length < MIN_LENGTH || isKnown) return null;
  const near = beginningWith(word[0]!).filter(
    (other) => editsWithin(root, other, 2) || editsWithin(word, other, 2),
  );
  const spellings = [...new Set([...near, ...longer(word, beginningWith)])].flatMap(
    (other) => spellingOf(other) ?? [],
  );
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
const longer = (word: string, beginningWith: Vocabulary['beginningWith']): readonly string[] =>
  beginningWith(word.slice(0, LEAD)).filter((other) => editsWithin(word.slice(0, other.length), other, 2));
