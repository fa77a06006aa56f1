/** Whether lines that stand below each other are running text, a list, or cells of a table. */
import { type Line, widthOf } from './lines.ts';
import { groupRows } from './rows.ts';

/** Letters of a line on average, and share of lines that go on from the line above, of running text. */
const MIN_PROSE_WIDTH = 13;
const MIN_GOING_ON = 0.4;
/** A line that reaches this share of the widest goes on in the next where it ends no sentence. */
const FULL = 0.82;

/** Of lines from one column; the parts of one row count as one line. */
export function isProse(stretches: readonly Line[]): boolean {
  const rows = groupRows(stretches);
  if (rows.length < 2) return false;
  const lines = rows.map((row) => ({
    text: row.map(({ text }) => text).join(' '),
    width: row.at(-1)!.right - row[0]!.left,
    parts: row.length,
  }));
  if (lines.reduce((sum, { text }) => sum + widthOf(text), 0) / lines.length < MIN_PROSE_WIDTH) return false;
  // Cells of a table that leave wide white between them in most rows.
  if (lines.filter(({ parts }) => parts > 1).length > lines.length / 2) return false;
  const widest = nearlyWidest(lines.map(({ width }) => width));
  const verdicts = lines.slice(1).map(({ text }, i) => goesOn(lines[i]!, text, FULL * widest));
  const going = verdicts.filter((verdict) => verdict === true).length;
  return going > 0 && going >= MIN_GOING_ON * verdicts.filter((verdict) => verdict !== null).length;
}

/** Whether a line goes on with the one above it; null where a sentence ends there, which cells and lines of text do alike. */
function goesOn(
  above: { readonly text: string; readonly width: number },
  text: string,
  full: number,
): boolean | null {
  if (/^\p{Ll}/u.test(text)) return true;
  if (/[.!?。！？:：]["'”’)）」』]*$/.test(above.text)) return null;
  return above.width >= full && /[\p{L},，、;；]$/u.test(above.text) && /^\p{L}/u.test(text);
}

/** A heading may be wider than the column below it. */
const nearlyWidest = (widths: readonly number[]): number =>
  [...widths].sort((a, b) => b - a)[Math.floor(widths.length * 0.15)]!;

/** True where each of the columns that `stretches` make, one or several, is running text. */
export function areProse(stretches: readonly Line[]): boolean {
  const columns: { right: number; lines: Line[] }[] = [];
  for (const line of [...stretches].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last !== undefined && line.left < last.right) {
      last.lines.push(line);
      last.right = Math.max(last.right, line.right);
    } else columns.push({ right: line.right, lines: [line] });
  }
  return columns.every(({ lines }) => isProse(lines));
}

const LISTED =
  /^(?:[•●◦○▪■□◆◇▶►‣⁃·※–—-]|[\uf000-\uf0ff]|[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]|[\u2460-\u2473])\s*\S/u;

export const looksListed = (lines: readonly Line[]): boolean =>
  lines.length >= 2 && lines.filter(({ text }) => LISTED.test(text)).length >= lines.length / 2;

/** Share, of the lines on the side with fewer, that have a line of the other side on their baseline. */
export function sharedRows(a: readonly Line[], b: readonly Line[]): number {
  const [few, many] = groupRows(a).length <= groupRows(b).length ? [a, b] : [b, a];
  const rows = groupRows(few);
  const heights = groupRows(many).map((row) => row[0]!);
  const shared = rows.filter(([line]) => heights.some(({ y }) => Math.abs(y - line!.y) < 0.3 * line!.size));
  return shared.length / rows.length;
}
