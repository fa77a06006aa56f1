/** Sentence ends, Chinese and English. */
import type { Span } from '../types.ts';

/** Closing quotes and brackets belong to the sentence they close. */
const CLOSING = '[”’」』）)\\]】》"\']*';
const SENTENCE_END = new RegExp(
  [
    `[。！？!?…]+${CLOSING}\\s*`,
    // An English full stop: not in 3.5, in U.S. or after one letter as in "J. Smith".
    `(?<=[\\p{L}\\p{N}%)”"'][\\p{L}\\p{N}%)”"'])\\.${CLOSING}(?:\\s+(?=[\\p{Lu}\\p{N}\\p{Script=Han}"“‘'(])|\\s*$)`,
    `\\n\\s*`,
  ].join('|'),
  'gu',
);
const ABBREVIATION =
  /\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Co|Ltd|Inc|Corp|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s*$/;

/** Sentences of a text, in order and without gaps: joined they are the text. Empty for an empty text. */
export function splitIntoSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (end === start || ABBREVIATION.test(text.slice(Math.max(start, end - 8), end))) continue;
    sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** The span without white space at either end. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}
