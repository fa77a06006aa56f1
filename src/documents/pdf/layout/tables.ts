/** Tables without ruled cells: rows of short cells that stand below each other. */
import { type Line, widthOf } from '../lines/lines.ts';
import { isProse } from '../lines/prose.ts';
import { groupRows } from '../lines/rows.ts';
import { looksLikeHead } from './ruled.ts';

export type Part =
  | { readonly lines: readonly Line[] }
  | { readonly cells: readonly (readonly string[])[]; readonly hasHead: boolean };

/** A row further below the last, in parts of the size, is of another table. */
const MAX_ROW_GAP = 3.2;
const MIN_ROWS = 3;
/** Letters of a cell on average; longer ones are columns of prose. */
const MAX_CELL_WIDTH = 60;
/** In a table of two columns, letters of the first. */
const MAX_LABEL_WIDTH = 28;
/** A row that follows closer than this share of the usual distance goes on with the row above. */
const CLOSE = 0.8;

/** The lines and tables of one column, from top to bottom. `stretches` are parts of its lines. */
export function findAlignedTables(stretches: readonly Line[]): Part[] {
  const rows = groupRows(stretches);
  const parts: Part[] = [];
  let lines: Line[] = [];
  const close = (): void => {
    if (lines.length > 0) parts.push({ lines });
    lines = [];
  };
  for (let at = 0; at < rows.length; ) {
    const run = rows[at]!.length > 1 ? runFrom(rows, at) : null;
    if (run === null) {
      lines.push(...rows[at]!);
      at++;
      continue;
    }
    close();
    parts.push(run.table);
    at += run.length;
  }
  close();
  return parts;
}

interface Interval {
  left: number;
  right: number;
}

interface Run {
  readonly table: Extract<Part, { cells: unknown }>;
  readonly length: number;
}

/** The longest run of rows whose cells keep the same white between them, as a table; null where it is none. */
function runFrom(rows: readonly (readonly Line[])[], start: number): Run | null {
  let columns: Interval[] = [];
  let end = start;
  for (; end < rows.length; end++) {
    const row = rows[end]!;
    if (end > start && row[0]!.y - rows[end - 1]![0]!.y > MAX_ROW_GAP * row[0]!.size) break;
    const merged = merge(columns, row);
    if (merged === null || (end > start && !fits(columns, row, rows[end + 1]))) break;
    columns = merged;
  }
  while (end > start && rows[end - 1]!.length === 1 && columnOf(columns, rows[end - 1]![0]!) === 0) end--;
  const run = rows.slice(start, end);
  const full = run.filter((row) => row.length > 1);
  // Code is set in columns too.
  if (columns.length < 2 || full.length < MIN_ROWS || run.flat().every(({ isMono }) => isMono)) return null;
  const cells = cellsOf(run, columns);
  const isHeavyHead = run[0]!.every(({ isHeavy }) => isHeavy) && !run[1]!.every(({ isHeavy }) => isHeavy);
  if (!isTable(run, columns, cells)) return null;
  return { table: { cells, hasHead: isHeavyHead || looksLikeHead(cells) }, length: end - start };
}

/** Columns widened by a row; null where it lies across two of them. */
function merge(columns: readonly Interval[], row: readonly Line[]): Interval[] | null {
  const merged = columns.map((column) => ({ ...column }));
  for (const { left, right } of row) {
    const over = merged.filter((column) => column.left < right && left < column.right);
    if (over.length > 1) return null;
    if (over[0] === undefined) merged.push({ left, right });
    else
      Object.assign(over[0], { left: Math.min(over[0].left, left), right: Math.max(over[0].right, right) });
  }
  merged.sort((a, b) => a.left - b.left);
  return merged.every(({ right }, i) => i + 1 === merged.length || right < merged[i + 1]!.left)
    ? merged
    : null;
}

/** A lone stretch goes on with a cell, or heads the rows below it. */
function fits(
  columns: readonly Interval[],
  row: readonly Line[],
  next: readonly Line[] | undefined,
): boolean {
  if (row.length > 1) return true;
  return (
    columnOf(columns, row[0]!) > 0 ||
    (next !== undefined && next.length > 1 && widthOf(row[0]!.text) <= MAX_LABEL_WIDTH)
  );
}

/** Of the column that a stretch overlaps, else of the one that would follow it. */
function columnOf(columns: readonly Interval[], { left, right }: Line): number {
  const at = columns.findIndex((column) => column.left < right && left < column.right);
  return at >= 0 ? at : columns.filter((column) => column.left < left).length;
}

function isTable(
  run: readonly (readonly Line[])[],
  columns: readonly Interval[],
  cells: readonly (readonly string[])[],
): boolean {
  const texts = columns.map((_, at) => cells.map((row) => row[at]!).filter((text) => text !== ''));
  const widths = texts.map(
    (column) => column.reduce((sum, text) => sum + widthOf(text), 0) / Math.max(1, column.length),
  );
  if (
    widths.some((width) => width > MAX_CELL_WIDTH * 3) ||
    widths.filter((width) => width > MAX_CELL_WIDTH).length > 1
  )
    return false;
  const prose = columns.filter((_, at) =>
    isProse(run.flat().filter((line) => columnOf(columns, line) === at)),
  );
  if (columns.length > 2) return prose.length <= 1;
  const filled = cells.filter((row) => row.every((text) => text !== '')).length;
  return (
    prose.length <= 1 && widths[0]! <= MAX_LABEL_WIDTH && filled >= 0.6 * cells.length && !isProse(run.flat())
  );
}

/** A row without its first cell, close below another, goes on with that one's cells. */
function cellsOf(run: readonly (readonly Line[])[], columns: readonly Interval[]): string[][] {
  const distances = run.slice(1).map((row, i) => row[0]!.y - run[i]![0]!.y);
  const usual = Math.max(
    ...distances.filter((_, i) => run[i + 1]!.length > 1 && columnOf(columns, run[i + 1]![0]!) === 0),
    0,
  );
  const cells: string[][] = [];
  for (const [i, row] of run.entries()) {
    const own = columns.map(() => '');
    for (const line of row) {
      const at = columnOf(columns, line);
      own[at] = own[at] ? `${own[at]} ${line.text}` : line.text;
    }
    const above = cells.at(-1);
    const isClose = i > 0 && distances[i - 1]! < CLOSE * usual;
    const goesOn = own.every((text) => text === '' || /^\p{Ll}/u.test(text));
    if (above === undefined || own[0] !== '' || !(isClose || goesOn)) {
      cells.push(own);
      continue;
    }
    for (const [at, text] of own.entries()) {
      if (text !== '') above[at] = above[at] ? `${above[at]} ${text}` : text;
    }
  }
  return cells;
}
