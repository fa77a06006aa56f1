/** Two lines of one paragraph to one: what stands between their words, and what becomes of a hyphen. */
import { firstOf, isWide, lastOf } from './lines.ts';

/** Words with a hyphen that stand inside a line somewhere in the document, in lower case. */
export type Hyphenated = ReadonlySet<string>;

const COMPOUND = /\p{L}+(?:-\p{L}+)+(?![\p{L}-])/gu;

/** What of `text` is written with a hyphen within a line. */
export const hyphenatedIn = (text: string): string[] =>
  [...text.matchAll(COMPOUND)].map(([word]) => word.toLowerCase());

/** `line` with what goes on in `next`: a soft line end is a space, or nothing beside Chinese characters. */
export function joinLines(line: string, next: string, hyphenated: Hyphenated): string {
  if (/\p{L}\u00ad$/u.test(line)) return line.slice(0, -1) + next;
  if (/\p{L}[-\u2010]$/u.test(line) && /^\p{L}/u.test(next)) {
    const start = /[\p{L}-]+$/u.exec(line.slice(0, -1))?.[0] ?? '';
    const rest = /^[\p{L}-]+/u.exec(next)?.[0] ?? '';
    const isCompound =
      hyphenated.has(`${start}-${rest}`.toLowerCase()) || /^\p{Lu}/u.test(next) || start.includes('-');
    return (isCompound ? `${line.slice(0, -1)}-` : line.slice(0, -1)) + next;
  }
  // An address that is broken goes on after its slash.
  if (/https?:\/\/\S*\/$/.test(line) && !/^https?:/.test(next)) return line + next;
  return isWide(lastOf(line)) || isWide(firstOf(next)) ? line + next : `${line} ${next}`;
}
