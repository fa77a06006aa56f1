/** Where the tokens of a text stand in it: transformers.js tokenizers do not say. */
import type { Span } from '../types.ts';

/** What tokenizers put before a piece: a space (SentencePiece, byte-level BPE) or the rest of a word (WordPiece). */
const MARKS = /^(?:[▁Ġ]|##)+/u;
/** Characters looked through for the next known piece after some that the tokenizer does not know. */
const WINDOW = 64;

/**
 * Spans of tokens in a text; null for special tokens, for those of white space alone, and for those that the tokenizer
 * does not know, or writes otherwise than the text does.
 * @param pieces of the tokens as the vocabulary has them, special tokens included
 * @param isSpecial whether a piece stands for no text
 */
export function alignTokens(
  text: string,
  pieces: readonly string[],
  isSpecial: (piece: string) => boolean,
): (Span | null)[] {
  const { folded, origins } = fold(text);
  let at = 0;
  let isLost = false;
  return pieces.map((piece) => {
    const surface = piece.replace(MARKS, '').toLowerCase();
    if (isSpecial(piece)) {
      isLost ||= at > 0;
      return null;
    }
    if (surface === '') return null;
    while (/\s/.test(folded[at] ?? '')) at++;
    let start = folded.startsWith(surface, at) ? at : -1;
    if (start < 0 && isLost) start = folded.slice(at, at + WINDOW + surface.length).indexOf(surface);
    else if (start >= 0) start -= at;
    isLost = start < 0;
    if (start < 0) return null;
    start += at;
    at = start + surface.length;
    return { start: origins[start]!, end: origins[at]! };
  });
}

/** The text as tokenizers compare it (NFKC, small letters), and where each of its units comes from. */
function fold(text: string): { folded: string; origins: Uint32Array } {
  let folded = '';
  const origins: number[] = [];
  let offset = 0;
  for (const character of text) {
    const plain = character.normalize('NFKC').toLowerCase();
    for (let i = 0; i < plain.length; i++) origins.push(offset);
    folded += plain;
    offset += character.length;
  }
  origins.push(offset);
  return { folded, origins: Uint32Array.from(origins) };
}
