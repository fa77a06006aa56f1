/** Tables that a page of a PDF rules: cells between lines that cross, and the text that stands in each. */
import { type Hyphenated, joinLines } from '../lines/join.ts';
import { findStretches, joinRows, type Line, widthOf } from '../lines/lines.ts';
import type { Page, Piece } from '../lines/page.ts';
import { isProse } from '../lines/prose.ts';
import { groupRows } from '../lines/rows.ts';
import type { Rule } from '../lines/rules.ts';

/** A table in its place on the page; `y` is its upper edge. */
export interface PlacedTable {
  /** From 1. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly bottom: number;
  /** A first row of one cell over all columns; null without one. */
  readonly caption: string | null;
  /** All of one width. */
  readonly cells: readonly (readonly string[])[];
  readonly hasHead: boolean;
}

/** Lines that are meant to meet may miss each other by this. */
const TOLERANCE = 3;
const MAX_CROSSING_RULES = 1_500;
const MAX_ROWS = 150;
/** In points, of a row beyond the last line. */
const MIN_CELL = 8;
const MAX_COLUMNS = 40;
/** A longer cell, or a grid that is emptier, lays out the page or is a plot. */
const MAX_CELL_CHARACTERS = 1_500;
const MIN_FILLED = 0.4;

/** Tables of the page, and the pieces of text that are in none. */
export function findRuledTables(
  { rules, pieces, number }: Page,
  hyphenated: Hyphenated,
): { readonly tables: readonly PlacedTable[]; readonly rest: readonly Piece[] } {
  if (rules.length < 4 || rules.length > MAX_CROSSING_RULES) return { tables: [], rest: pieces };
  const tables: PlacedTable[] = [];
  let rest = pieces;
  for (const grid of crossing(rules).map(gridOf)) {
    if (grid === null) continue;
    const within = rest.filter((piece) => isWithin(piece, grid));
    const table = tableOf(grid, within, number, hyphenated);
    if (table === null) continue;
    tables.push(table);
    const taken = new Set(within);
    rest = rest.filter((piece) => !taken.has(piece));
  }
  return { tables, rest };
}

const isFlat = ({ top, bottom }: Rule): boolean => top === bottom;

/** Rules in groups of those that touch, at any remove. */
function crossing(rules: readonly Rule[]): Rule[][] {
  const group = rules.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (group[root] !== root) root = group[root]!;
    group[i] = root;
    return root;
  };
  for (const [i, a] of rules.entries())
    for (let j = 0; j < i; j++) {
      const b = rules[j]!;
      if (
        a.left - TOLERANCE <= b.right &&
        b.left - TOLERANCE <= a.right &&
        a.top - TOLERANCE <= b.bottom &&
        b.top - TOLERANCE <= a.bottom
      )
        group[find(i)] = find(j);
    }
  const groups = new Map<number, Rule[]>();
  for (const [i, rule] of rules.entries()) {
    const members = groups.get(find(i)) ?? [];
    groups.set(find(i), members);
    members.push(rule);
  }
  return [...groups.values()];
}

interface Grid {
  /** Edges of its columns and rows, in order. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: readonly Rule[];
}

/** Null where the rules make no two rows of two columns. */
function gridOf(rules: readonly Rule[]): Grid | null {
  const flats = rules.filter(isFlat);
  const steeps = rules.filter((rule) => !isFlat(rule));
  if (flats.length < 2 || steeps.length === 0) return null;
  // The outer edges are often left open.
  const xs = distinct([
    ...steeps.map(({ left }) => left),
    ...flats.flatMap(({ left, right }) => [left, right]),
  ]);
  const ys = distinct(flats.map(({ top }) => top));
  const [top, bottom] = [
    Math.min(...steeps.map((rule) => rule.top)),
    Math.max(...steeps.map((rule) => rule.bottom)),
  ];
  if (top < ys[0]! - MIN_CELL) ys.unshift(top);
  if (bottom > ys.at(-1)! + MIN_CELL) ys.push(bottom);
  if (xs.length < 3 || ys.length < 3 || xs.length > MAX_COLUMNS || ys.length > MAX_ROWS) return null;
  return { xs, ys, rules };
}

function distinct(numbers: readonly number[]): number[] {
  const edges: number[] = [];
  for (const number of [...numbers].sort((a, b) => a - b))
    if (edges.length === 0 || number - edges.at(-1)! > 2 * TOLERANCE) edges.push(number);
  return edges;
}

const middleOf = ({ left, right }: Piece): number => (left + right) / 2;
const heightOf = ({ y, size }: Piece): number => y - size / 3;

const isWithin = (piece: Piece, { xs, ys }: Grid): boolean =>
  middleOf(piece) > xs[0]! &&
  middleOf(piece) < xs.at(-1)! &&
  heightOf(piece) > ys[0]! &&
  heightOf(piece) < ys.at(-1)!;

function tableOf(
  grid: Grid,
  pieces: readonly Piece[],
  page: number,
  hyphenated: Hyphenated,
): PlacedTable | null {
  const { xs, ys } = grid;
  const columns = xs.length - 1;
  const owners = mergedCells(grid);
  const held = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const row = ys.findLastIndex((y) => y < heightOf(piece));
    const column = xs.findLastIndex((x) => x < middleOf(piece));
    const owner = owners[row * columns + column]!;
    held.set(owner, [...(held.get(owner) ?? []), piece]);
  }
  const lines = new Map(
    [...held].map(([owner, inside]) => [owner, joinRows(findStretches(inside, page).flat())]),
  );
  const rows = ys.slice(1).flatMap((_, row) => {
    // A cell over several rows counts for each; one over several columns stands in the first of them.
    const inRow = xs.slice(1).map((_, column) => {
      const owner = owners[row * columns + column]!;
      const isFirst = column === 0 || owners[row * columns + column - 1] !== owner;
      return isFirst ? (lines.get(owner) ?? []) : [];
    });
    return ys.length > 3 ? [inRow] : rowsWithin(inRow);
  });
  const named = withoutEmpty(rows.map((row) => row.map((cell) => textOf(cell, hyphenated))));
  const hasCaption =
    named.length > 2 && named[0]!.length > 2 && named[0]!.slice(1).every((text) => text === '');
  const caption = hasCaption ? named[0]![0]! : null;
  const cells = hasCaption ? withoutEmpty(named.slice(1)) : named;
  const all = cells.flat();
  const filled = all.filter((text) => text !== '').length;
  if (cells.length < 2 || cells[0]!.length < 2 || filled < MIN_FILLED * all.length) return null;
  if (all.some((text) => text.length > MAX_CELL_CHARACTERS)) return null;
  const place = { page, left: xs[0]!, right: xs.at(-1)!, y: ys[0]!, bottom: ys.at(-1)! };
  const isHeavy = (row: readonly (readonly Line[])[]): boolean => row.flat().every((line) => line.isHeavy);
  const isHeavyHead = !hasCaption && isHeavy(rows[0]!) && !isHeavy(rows.slice(1).flat());
  return { ...place, caption, cells, hasHead: isHeavyHead || looksLikeHead(cells) };
}

/** Where no more is ruled than a head, the rows are those whose lines stand beside each other. */
function rowsWithin(cells: readonly (readonly Line[])[]): (readonly Line[])[][] {
  const heights = groupRows(cells.flat()).map((row) => row[0]!.y);
  const isProseRow = cells.filter((cell) => cell.length > 1).every(isProse);
  if (heights.length < 2 || isProseRow) return [[...cells]];
  const rows: Line[][][] = [];
  for (const [i, height] of heights.entries()) {
    const next = heights[i + 1] ?? Number.POSITIVE_INFINITY;
    const row = cells.map((cell) =>
      cell.filter(({ y, size }) => y > height - size / 3 && y < next - size / 3),
    );
    if (row[0]!.length > 0 || rows.length === 0) rows.push(row);
    else for (const [column, cell] of row.entries()) rows.at(-1)![column]!.push(...cell);
  }
  return rows;
}

/** Number of the first cell of the area that each cell belongs to, where no line is drawn between them. */
function mergedCells({ xs, ys, rules }: Grid): number[] {
  const columns = xs.length - 1;
  const owners = Array.from({ length: columns * (ys.length - 1) }, (_, i) => i);
  const flats = rules.filter(isFlat);
  const steeps = rules.filter((rule) => !isFlat(rule));
  const join = (a: number, b: number): void => {
    const [from, to] = [Math.max(owners[a]!, owners[b]!), Math.min(owners[a]!, owners[b]!)];
    for (const [i, owner] of owners.entries()) if (owner === from) owners[i] = to;
  };
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < columns; column++) {
      const x = (xs[column]! + xs[column + 1]!) / 2;
      const y = (ys[row]! + ys[row + 1]!) / 2;
      const at = row * columns + column;
      const hasWall = steeps.some(
        ({ left, top, bottom }) =>
          Math.abs(left - xs[column + 1]!) <= 2 * TOLERANCE && top <= y && bottom >= y,
      );
      const hasFloor = flats.some(
        ({ top, left, right }) => Math.abs(top - ys[row + 1]!) <= 2 * TOLERANCE && left <= x && right >= x,
      );
      if (!hasWall && column + 1 < columns) join(at, at + 1);
      if (!hasFloor && row + 2 < ys.length) join(at, at + columns);
    }
  return owners;
}

const textOf = (lines: readonly Line[], hyphenated: Hyphenated): string =>
  lines
    .map(({ text }) => text)
    .reduce((text, line) => (text === '' ? line : joinLines(text, line, hyphenated)), '');

function withoutEmpty(rows: readonly (readonly string[])[]): string[][] {
  const kept = rows.filter((row) => row.some((text) => text !== ''));
  const columns = (kept[0] ?? []).flatMap((_, column) =>
    kept.some((row) => row[column] !== '') ? [column] : [],
  );
  return kept.map((row) => columns.map((column) => row[column]!));
}

/** A first row whose cells all name something: filled, and without the figures that the rows below have. */
export function looksLikeHead(cells: readonly (readonly string[])[]): boolean {
  const [head, ...rows] = cells;
  if (head === undefined || rows.length === 0) return false;
  const isNamed =
    head.filter((text) => text === '').length <= 1 && head.every((text) => !/^[\d.,%￥¥$€\s-]+$/.test(text));
  // A pair of a name and its value says nothing of the rows below, but for how these differ from it.
  if (head.length > 2 || !isNamed) return isNamed;
  const hasFigure = (text: string | undefined): boolean => /\d/.test(text ?? '');
  const haveFigures = rows.filter((row) => hasFigure(row.at(-1))).length > rows.length / 2;
  const isShorter = head.every((text, at) => rows.every((row) => 2 * widthOf(text) < widthOf(row[at]!)));
  return isShorter || (haveFigures && !hasFigure(head.at(-1)));
}
