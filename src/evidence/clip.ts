/** Cuts a sentence that is too long for a quote, at its clauses where it has some. */
import { containsHan, wholeCharacterOffset } from '../text/characters.ts';
import { trimSpan } from '../text/sentences.ts';
import type { Span } from '../types.ts';

/** Characters of a quote: two sentences of news, more where no fact says what to look at; in Latin letters twice as many say as much. */
const QUOTE_CHARACTERS = { fact: 160, prose: 240 } as const;
export const mostCharacters = (text: string, tellsFact: boolean): number =>
  QUOTE_CHARACTERS[tellsFact ? 'fact' : 'prose'] * (containsHan(text) ? 1 : 2);

/** Characters shown before what is kept, in the middle of a very long clause. */
const LEAD_CHARACTERS = 80;

/** The clauses of a span around what is to be kept, or its first ones; no word torn apart. */
export function clip(text: string, { start, end }: Span, kept: Span | null): Span {
  const most = mostCharacters(text.slice(start, end), kept !== null);
  if (end - start <= most) return { start, end };
  const clauses = [...text.slice(start, end).matchAll(/[^，；：,;:]+[，；：,;:]*/gu)].map(
    ({ 0: clause, index }) => ({ start: start + index, end: start + index + clause.length }),
  );
  let first = kept === null ? 0 : clauses.findIndex((clause) => clause.end > kept.start);
  let last = first;
  const size = (from: number, to: number): number =>
    (clauses[to]?.end ?? start) - (clauses[from]?.start ?? start);
  // Grows to both sides: what a name did stands before it as often as after it.
  while (true) {
    if (first > 0 && size(first - 1, last) <= most) first--;
    else if (last < clauses.length - 1 && size(first, last + 1) <= most) last++;
    else break;
  }
  const clauseStart = clauses[first]?.start ?? start;
  const clauseEnd = clauses[last]?.end ?? end;
  // One clause may be longer than a quote; what is kept must then not be cut off.
  const wanted = kept === null ? clauseStart : Math.min(kept.start - LEAD_CHARACTERS, clauseEnd - most);
  const from = clauseEnd - clauseStart <= most ? clauseStart : wordStart(text, clauseStart, wanted);
  const to = wholeCharacterOffset(text, Math.min(clauseEnd, from + most));
  return trimSpan(text, { start: from, end: to });
}

/** The first place from `wanted` on, and not before `start`, where neither a word nor a character is torn apart. */
function wordStart(text: string, start: number, wanted: number): number {
  if (wanted <= start) return start;
  const space = text.slice(wanted, wanted + LEAD_CHARACTERS / 2).search(/(?<=\s)\S/);
  return wholeCharacterOffset(text, space > 0 ? wanted + space : wanted);
}
