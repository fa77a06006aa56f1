/** The day of which a page says, in a line of its own, that it was changed last. */
import { LANGUAGES } from '../../rules/languages.ts';
import type { ChangeRule } from '../../rules/time/changes.ts';
import { resolveDates } from '../../text/dates.ts';
import { normalize } from '../../text/normalize.ts';

const RULES: readonly ChangeRule[] = LANGUAGES.flatMap(({ changes }) => changes);
const fits = (place: ChangeRule['means'], text: string): boolean =>
  RULES.some(({ pattern, means }) => means === place && pattern.test(text));

/** A longer line is a sentence of the text. */
const MAX_LINE = 80;
/** Behind the day there is room for a time and a name. */
const MAX_REST = 30;
const SIGNS_BEFORE = /^[^\p{L}\p{N}([【]+/u;

/** The day, `YYYY-MM-DD`, that a line gives for the last change of what it stands in; null where it is another line. */
export function changedOn(line: string): string | null {
  if (line.length > MAX_LINE || !/\d{4}/.test(line)) return null;
  const text = normalize(line).trim().replace(SIGNS_BEFORE, '');
  const [date] = resolveDates(text, null);
  if (date?.iso?.length !== 10) return null;
  const before = text.slice(0, date.start);
  const rest = text.slice(date.end);
  const isLabelled = fits('before the day', before) && rest.length <= MAX_REST;
  return isLabelled || (/^[([【]?$/.test(before) && fits('behind the day', rest)) ? date.iso : null;
}

/** Such lines stand above or below a text, not within it. */
const LINES_AT_AN_END = 8;

/** The latest such day of the first and last lines of a text; null where none has one. */
export function changedIn(text: string): string | null {
  const lines = text.split('\n');
  const isOuter = (_: string, i: number): boolean =>
    i < LINES_AT_AN_END || i >= lines.length - LINES_AT_AN_END;
  return lines.filter(isOuter).map(changedOn).reduce(latest, null);
}

/** The later of two days, `YYYY-MM-DD`, of which either may be missing. */
export const latest = (a: string | null, b: string | null): string | null => ((a ?? '') > (b ?? '') ? a : b);
