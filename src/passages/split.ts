/** Cuts an article into passages at sentence ends. */
import { isHan, wholeCharacterOffset } from '../text/characters.ts';
import { splitIntoSentences } from '../text/sentences.ts';
import type { Span } from '../types.ts';

/** Size of a passage in Chinese characters: near what BM25 and the static model were measured at. */
const PASSAGE_SIZE = 350;
/** At most this much of the end of one passage begins the next, so that no pair of sentences is torn apart. */
const OVERLAP_SIZE = 80;
/** A character of an alphabet says about this much of what a Chinese character says. */
const LETTER_SIZE = 0.3;

/** Size of a text in Chinese characters; a letter, digit or space counts for {@link LETTER_SIZE}. */
export function measureText(text: string): number {
  let size = 0;
  for (const character of text) size += isHan(character) || character >= '\u3000' ? 1 : LETTER_SIZE;
  return size;
}

/**
 * Spans of the passages of a text, in order. They cover it without gaps; neighbours may share sentences.
 * Empty where the text is empty or white space.
 * @param mostCharacters of a passage, beside its size
 */
export function splitIntoPassages(text: string, mostCharacters = Number.POSITIVE_INFINITY): Span[] {
  if (text.trim() === '') return [];
  const pieces = splitIntoSentences(text)
    .flatMap((sentence) => cutLongSentence(text, sentence, mostCharacters))
    .map((span) => ({ ...span, size: measureText(text.slice(span.start, span.end)) }));
  const passages: Span[] = [];
  let first = 0;
  let size = 0;
  for (const [i, piece] of pieces.entries()) {
    const isFull = size + piece.size > PASSAGE_SIZE || piece.end - pieces[first]!.start > mostCharacters;
    if (size > 0 && isFull) {
      passages.push({ start: pieces[first]!.start, end: pieces[i - 1]!.end });
      const last = pieces[i - 1]!;
      const repeats =
        i - 1 > first &&
        last.size <= OVERLAP_SIZE &&
        last.size + piece.size <= PASSAGE_SIZE &&
        piece.end - last.start <= mostCharacters;
      first = repeats ? i - 1 : i;
      size = repeats ? last.size : 0;
    }
    size += piece.size;
  }
  passages.push({ start: pieces[first]!.start, end: text.length });
  return passages;
}

/** A sentence longer than a passage is cut after a comma or space, or else between two characters. */
function cutLongSentence(text: string, sentence: Span, mostCharacters: number): Span[] {
  const pieces: Span[] = [];
  let { start } = sentence;
  while (true) {
    const limit = Math.min(offsetOfSize(text, start, sentence.end, PASSAGE_SIZE), start + mostCharacters);
    if (limit >= sentence.end) break;
    const part = text.slice(start, limit);
    const comma = Math.max(...['，', '、', '；', ', ', '; ', ' '].map((mark) => part.lastIndexOf(mark)));
    // In the second half only: a comma at the very start would make crumbs.
    const end = comma > part.length / 2 ? start + comma + 1 : wholeCharacterOffset(text, limit);
    pieces.push({ start, end });
    start = end;
  }
  pieces.push({ start, end: sentence.end });
  return pieces;
}

function offsetOfSize(text: string, start: number, end: number, size: number): number {
  let offset = start;
  let rest = size;
  while (offset < end) {
    const character = String.fromCodePoint(text.codePointAt(offset)!);
    rest -= measureText(character);
    if (rest < 0) break;
    offset += character.length;
  }
  return offset;
}
