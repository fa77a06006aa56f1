/** Words in a text that are no part of longer ones. */
import type { Span } from '../types.ts';

/** Places of `wording` in `text` that are no part of a longer word or number: not the 3 of 2023. */
export function findWhole(text: string, wording: string): Span[] {
  const spans: Span[] = [];
  if (wording === '') return spans;
  for (let start = text.indexOf(wording); start !== -1; start = text.indexOf(wording, start + 1)) {
    const end = start + wording.length;
    if (!joins(text, start) && !joins(text, end)) spans.push({ start, end });
  }
  return spans;
}

/** Whether a word or a number goes on over `offset`; a full stop behind a number does not. */
function joins(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 2), offset);
  const after = text.slice(offset, offset + 2);
  return (
    (/\p{Script=Latin}$/u.test(before) && /^\p{Script=Latin}/u.test(after)) ||
    (/\d$/.test(before) && /^[.,]?\d/.test(after)) ||
    (/\d[.,]$/.test(before) && /^\d/.test(after))
  );
}
