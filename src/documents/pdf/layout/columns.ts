/** What stands on a page, in the order in which it is read: bands across the page, in each its columns one after the other. */

import { endsInWideMark, joinRows, type Line } from '../lines/lines.ts';
import { areProse, looksListed, sharedRows } from '../lines/prose.ts';
import type { PlacedTable } from './ruled.ts';
import { findAlignedTables } from './tables.ts';

type Placed = Line | PlacedTable;

/** Lines of one column, from top to bottom, and how far its text reaches; a heading may reach further. */
export interface Column {
  readonly kind: 'lines';
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
}
export interface TableRegion {
  readonly kind: 'table';
  /** From 1. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly caption: string | null;
  readonly cells: readonly (readonly string[])[];
  readonly hasHead: boolean;
}
export type Region = Column | TableRegion;

/** White between columns, in parts of the size of the text. */
const GUTTER = 0.7;
/** Left edges of the lines of one column differ by less. */
const SAME_EDGE = 2.5;
/** Lines that must begin at one place to be a column; as many as these only where both sides are running text. */
const MIN_EDGES = 2;
/** Columns within columns. */
const MAX_DEPTH = 6;
/** A page of more is no text that a person set. */
const MAX_CANDIDATES = 40;

/** `stretches` are parts of lines, in any order. */
export const readingOrder = (stretches: readonly Line[], tables: readonly PlacedTable[]): Region[] =>
  order(
    [...stretches, ...tables].sort((a, b) => a.y - b.y || a.left - b.left),
    MAX_DEPTH,
  );

const isTable = (placed: Placed): placed is PlacedTable => 'cells' in placed;
const isLine = (placed: Placed): placed is Line => !isTable(placed);

function order(placed: readonly Placed[], depth: number): Region[] {
  const bands = depth === 0 ? null : findBands(placed);
  if (bands === null) return leafRegions(placed);
  return bands.flatMap((band) =>
    'across' in band
      ? order(band.across, depth - 1)
      : [...order(band.before, depth - 1), ...order(band.after, depth - 1)],
  );
}

type Band =
  | { readonly across: readonly Placed[] }
  | { readonly before: readonly Placed[]; readonly after: readonly Placed[] };

/** Null where nothing on this part of the page stands side by side. */
function findBands(placed: readonly Placed[]): Band[] | null {
  let best: Band[] | null = null;
  let most = 0;
  for (const edge of leftEdges(placed)) {
    const bands = bandsAt(placed, edge);
    const score = bands.reduce((sum, band) => sum + scoreOf(band), 0);
    if (score > most) [best, most] = [bands, score];
  }
  return best;
}

/** Lines on the shorter side of columns; 0 for all that are none. */
function scoreOf(band: Band): number {
  return 'across' in band ? 0 : Math.min(weightOf(band.before), weightOf(band.after));
}

/** Places at which several lines begin, but for the first. */
function leftEdges(placed: readonly Placed[]): number[] {
  const counts: { edge: number; count: number }[] = [];
  for (const item of [...placed].sort((a, b) => a.left - b.left)) {
    const last = counts.at(-1);
    const count = weightOf([item]);
    if (last !== undefined && item.left - last.edge <= SAME_EDGE) last.count += count;
    else counts.push({ edge: item.left, count });
  }
  return counts
    .slice(1)
    .filter(({ count }) => count >= MIN_EDGES)
    .sort((a, b) => b.count - a.count)
    .slice(0, MAX_CANDIDATES)
    .map(({ edge }) => edge);
}

/** The page cut by what crosses the white left of `edge`. */
function bandsAt(placed: readonly Placed[], edge: number): Band[] {
  const bands: Band[] = [];
  let across: Placed[] = [];
  let before: Placed[] = [];
  let after: Placed[] = [];
  const close = (): void => {
    if (areColumns(before, after)) {
      if (across.length > 0) bands.push({ across });
      bands.push({ before, after });
      across = [];
    } else across.push(...[...before, ...after].sort((a, b) => a.y - b.y || a.left - b.left));
    before = [];
    after = [];
  };
  for (const item of placed) {
    const white = isLine(item) ? GUTTER * item.size : GUTTER * 10;
    if (item.left >= edge - SAME_EDGE) after.push(item);
    else if (inkRight(item) <= edge - white) before.push(item);
    else {
      close();
      across.push(item);
    }
  }
  close();
  if (across.length > 0) bands.push({ across });
  return bands;
}

/** A mark may hang over the edge of its column, and is white in its right half. */
const inkRight = (item: Placed): number =>
  isLine(item) && endsInWideMark(item.text) ? item.right - item.size / 2 : item.right;

/** A table counts for as many lines as make a column. */
const TABLE_WEIGHT = 3;

const weightOf = (placed: readonly Placed[]): number =>
  placed.reduce((sum, item) => sum + (isTable(item) ? TABLE_WEIGHT : 1), 0);

/** True where two sides are each read for itself; false where a row of one belongs to that of the other. */
function areColumns(before: readonly Placed[], after: readonly Placed[]): boolean {
  if (weightOf(before) < 2 || weightOf(after) < 2 || weightOf([...before, ...after]) < 4) return false;
  if (!overlap(before, after)) return false;
  const [left, right] = [before.filter(isLine), after.filter(isLine)];
  if (left.length < 2 || right.length < 2) return before.some(isTable) || after.some(isTable);
  if (areProse(left) && areProse(right)) return true;
  if (Math.min(left.length, right.length) <= MIN_EDGES) return false;
  if (looksListed(left) && looksListed(right)) return true;
  const shared = sharedRows(left, right);
  return shared < MAX_SHARED_ROWS && (areProse(left) || areProse(right) || shared < MAX_SHARED_BY_CHANCE);
}

/** Of the lines on the shorter side, those with one beside them on the same baseline. */
const MAX_SHARED_ROWS = 0.6;
const MAX_SHARED_BY_CHANCE = 0.25;

function overlap(a: readonly Placed[], b: readonly Placed[]): boolean {
  const endOf = (placed: readonly Placed[]): number =>
    Math.max(...placed.map((item) => (isTable(item) ? item.bottom : item.y)));
  return Math.min(endOf(a), endOf(b)) >= Math.max(a[0]!.y, b[0]!.y);
}

/** One column: its lines, and the tables between them. */
function leafRegions(placed: readonly Placed[]): Region[] {
  const regions: Region[] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 0) regions.push(...columnRegions(open));
    open = [];
  };
  for (const item of placed) {
    if (isLine(item)) open.push(item);
    else {
      close();
      regions.push({ kind: 'table', ...item });
    }
  }
  close();
  return regions;
}

function columnRegions(stretches: readonly Line[]): Region[] {
  const left = Math.min(...stretches.map((line) => line.left));
  const right = rightEdge(stretches);
  return findAlignedTables(stretches).map((part) =>
    'cells' in part
      ? { kind: 'table', caption: null, page: stretches[0]!.page, left, right, ...part }
      : { kind: 'lines', lines: joinRows(part.lines), left, right },
  );
}

/** How far the lines reach, but for the few that reach much further than all others. */
function rightEdge(lines: readonly Line[]): number {
  const sorted = [...lines].sort((a, b) => b.right - a.right);
  const few = Math.floor(MAX_OUTLIERS * lines.length);
  const at = sorted.findIndex(
    (line, i) => i >= few || line.right - sorted[i + 1]!.right < RAGGED * line.size,
  );
  return sorted[at]!.right;
}

/** Headings and overfull lines, in parts of the lines of a column. */
const MAX_OUTLIERS = 0.15;
/** Ends of full lines, that are not set to one edge, differ by less, in parts of the size. */
const RAGGED = 2.5;
