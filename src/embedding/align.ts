/** Where the tokens of a text stand in it: transformers.js tokenizers do not say. */
import type { Span } from '../types.ts';

/** What stands before a piece for a space: of SentencePiece, or of byte-level BPE, which writes a line end as Ċ. */
const SPACES = [/^▁+/u, /^[ĠĊĉ]+/u];
/** What stands before a piece that goes on with a word (WordPiece). */
const GOES_ON = /^##/;
/** What tokenizers leave out, write together with its letter, or take for a space. */
const DROPPED = /[\s▁\p{M}\p{Cc}\p{Cf}]/gu;
/** Characters looked through for the next piece after one that the tokenizer writes otherwise than the text. */
const WINDOW = 64;

/**
 * Spans of tokens in a text, in order, which do not overlap: of the tokens of one character all but the last are empty.
 * Null for special tokens, for those of white space or marks alone, and for those that the tokenizer does not know, or
 * writes otherwise than the text does.
 * @param pieces of the tokens as the vocabulary has them, special tokens included
 * @param isSpecial whether a piece stands for no text, or for text that the vocabulary lacks
 */
export function alignTokens(
  text: string,
  pieces: readonly string[],
  isSpecial: (piece: string) => boolean,
): (Span | null)[] {
  const { folded, starts, ends } = fold(text);
  let at = 0;
  // Characters that may lie between the last token and the next: none while the two keep step.
  let reach = 0;
  return pieces.map((piece) => {
    if (isSpecial(piece)) {
      // What is unknown may be of any length.
      reach = Number.POSITIVE_INFINITY;
      return null;
    }
    const forms = formsOf(piece);
    if (forms.length === 0) return null;
    let form = forms.find((form) => folded.startsWith(form, at));
    if (form === undefined && reach > 0) {
      form = forms.at(-1)!;
      const skipped = folded.slice(at, at + reach + form.length).indexOf(form);
      if (skipped < 0) form = undefined;
      else at += skipped;
    }
    if (form === undefined) {
      reach = Math.max(reach, WINDOW);
      return null;
    }
    reach = 0;
    const start = starts[at]!;
    at += form.length;
    // The last part of a sign that is written out as several letters has it.
    return { start, end: starts[at] === starts[at - 1] ? starts[at]! : ends[at - 1]! };
  });
}

/** What a piece may stand for, the likeliest last: a text may begin as others mark their pieces. Empty for white space. */
function formsOf(piece: string): string[] {
  const [bare, spaced] = SPACES.map((mark) => piece.replace(mark, ''));
  const forms = [bare!, spaced!, bare!.replace(GOES_ON, '')].map((form) => fold(form).folded);
  return [...new Set(forms)].filter((form) => form !== '');
}

interface Folded {
  readonly folded: string;
  /** Where the characters begin and end that the units of `folded` come from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Chinese characters, small ASCII letters and ASCII digits: folding leaves them as they are, and most of a text is of them. */
const isPlain = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);

/** The text as tokenizers may compare it: without white space and accents, in compatible small letters. */
function fold(text: string): Folded {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (isPlain(code)) {
      starts.push(offset);
      ends.push(offset + 1);
      folded += character;
      offset++;
      continue;
    }
    // By way of capitals ς and σ are one letter.
    const plain = character.normalize('NFKD').toUpperCase().toLowerCase().replace(DROPPED, '');
    const end = offset + character.length;
    for (let i = 0; i < plain.length; i++) {
      starts.push(offset);
      ends.push(end);
    }
    // An accent belongs to the letter before it.
    if (plain === '' && ends.at(-1) === offset && !/\s/.test(character)) ends[ends.length - 1] = end;
    folded += plain;
    offset = end;
  }
  return { folded, starts, ends };
}
