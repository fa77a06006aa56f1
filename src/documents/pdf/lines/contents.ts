/** Tables of contents, which answer nothing, and rows of dots that lead the eye from one cell to the next. */
import { type Line, widthOf } from './lines.ts';
import type { PageRows } from './running.ts';

const LEADER = /\s*(?:\s?[.·…‥]){5,}\s*|\s*[…‥]{2,}\s*/;
const HEADING = /^(?:table of contents|contents|目\s*[录錄次])$/i;
const NUMBER_AT_END = /(?:^|[\s.·…‥(（\p{Script=Han}])(\d{1,4}|[ivxlc]{1,6})[)）]?$/u;
/** Rows with leaders that make a table of contents. */
const MIN_ENTRIES = 3;
/** Entries that are broken over two lines, and numbers of chapters between. */
const MAX_BETWEEN = 2;
/** In letters, of what dots lead to. */
const MAX_BEHIND = 30;
/** Front matter counts its pages for itself. */
const MAX_PAGES_MORE = 30;

/** The pages without tables of contents. */
export function withoutContents(pages: readonly PageRows[]): PageRows[] {
  const rows = pages.flatMap((page) => page.rows);
  const isLeading = rows.map((row) => LEADER.test(textOf(row)));
  const pageOf = rows.map((row) => pageNumber(row, pages.length));
  const dropped = new Set<readonly Line[]>();
  for (let at = 0; at < rows.length; at++) {
    const isHeading = HEADING.test(textOf(rows[at]!));
    if (!isHeading && !(isLeading[at] && pageOf[at] !== null)) continue;
    const end = endOfEntries(
      at + (isHeading ? 1 : 0),
      (i) => pageOf[i] ?? null,
      (i) => isHeading || isLeading[i] === true,
      rows.length,
    );
    const entries = rows.slice(at, end).filter((_, i) => pageOf[at + i] !== null);
    if (entries.length >= MIN_ENTRIES && pages.length >= MIN_ENTRIES)
      for (const row of rows.slice(at, end)) dropped.add(row);
    at = Math.max(at, end - 1);
  }
  return pages.map((page) => ({ ...page, rows: page.rows.filter((row) => !dropped.has(row)) }));
}

const textOf = (row: readonly Line[]): string => row.map(({ text }) => text).join(' ');

/** At the end of a row, of a page that the document may have; Roman ones count as 0. */
function pageNumber(row: readonly Line[], pages: number): number | null {
  const found = NUMBER_AT_END.exec(textOf(row))?.[1];
  if (found === undefined) return null;
  const number = /\d/.test(found) ? Number(found) : 0;
  return number <= pages + MAX_PAGES_MORE ? number : null;
}

/** Behind the last entry of those that follow each other from `start`, with numbers that do not fall. */
function endOfEntries(
  start: number,
  numberOf: (row: number) => number | null,
  mayBe: (row: number) => boolean,
  rows: number,
): number {
  let end = start;
  let last = 0;
  for (let at = start; at < rows && at - end <= MAX_BETWEEN; at++) {
    const number = mayBe(at) ? numberOf(at) : null;
    if (number === null || number < last) continue;
    last = number;
    end = at + 1;
  }
  return end;
}

/** Rows whose stretches end where dots lead on, and begin behind them; where is told by the widths of characters. */
export const cutLeaders = (rows: readonly (readonly Line[])[]): Line[][] =>
  rows.map((row) => row.flatMap((line) => (LEADER.test(line.text) ? cut(line) : [line])));

function cut(line: Line): Line[] {
  const letter = (line.right - line.left) / Math.max(1, widthOf(line.text));
  const [before, ...after] = line.text.split(LEADER);
  const behind = after.join(' ').trim();
  const parts = [
    { ...line, text: before!.trim(), right: line.left + letter * widthOf(before!) },
    { ...line, text: behind, left: line.right - letter * widthOf(behind) },
  ].filter(({ text }) => text !== '');
  // An ellipsis in a sentence leads nowhere.
  return parts.length === 2 && widthOf(behind) <= MAX_BEHIND ? parts : [line];
}
