/** Tables of HTML to those of mdast, which know neither cells over several places nor tables without a head. */
import type { Element, ElementContent } from 'hast';
import type { Paragraph, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Convert } from './handlers.ts';

/** Columns and rows that a cell may claim: a page may claim a thousand million. */
const MAX_SPAN = 100;
const MAX_COLUMNS = 200;

interface Row {
  readonly element: Element;
  readonly isHead: boolean;
  readonly cells: readonly Element[];
}

/**
 * A table with its caption above it, or the blocks of a table that only lays out a page. The first row is the head; it is
 * empty where the table names no columns. A cell over several rows is repeated in each; one over several columns stands
 * in the first of them, in the head in all.
 */
export function convertTable(table: Element, { phrasing, flow }: Convert): RootContent[] {
  const caption = table.children.find((child) => isElement(child, 'caption'));
  const above: Paragraph[] = caption ? [{ type: 'paragraph', children: phrasing(caption as Element) }] : [];
  let rows = rowsOf(table);
  if (isLayout(table, rows))
    return [...above, ...rows.flatMap(({ cells }) => cells.flatMap((cell) => flow(cell)))];
  const [first] = rows;
  // One cell over all columns, before any other, names the table.
  if (first?.cells.length === 1 && rows.length > 2 && spanOf(first.cells[0]!.properties.colSpan) > 1) {
    above.push({ type: 'paragraph', children: phrasing(first.cells[0]!) });
    rows = rows.slice(1);
  }
  const grid = layOut(rows, phrasing).filter(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  const width = Math.max(...grid.map(({ cells }) => cells.length), 0);
  const headRows = countHeadRows(grid);
  const head: PhrasingContent[][] = Array.from({ length: width }, (_, column) =>
    joinHead(grid.slice(0, headRows).map(({ cells }) => cells[column] ?? [])),
  );
  const body = grid
    .slice(headRows)
    .map(({ cells }) => Array.from({ length: width }, (_, column) => cells[column] ?? []));
  if (width === 0) return above;
  const result: Table = {
    type: 'table',
    align: Array(width).fill(null),
    children: [head, ...body].map(toRow),
  };
  return [...above, result];
}

const toRow = (cells: readonly PhrasingContent[][]): TableRow => ({
  type: 'tableRow',
  children: cells.map((children): TableCell => ({ type: 'tableCell', children: structuredClone(children) })),
});

function rowsOf(table: Element): Row[] {
  const rows: Row[] = [];
  const visit = (parent: Element, isHead: boolean): void => {
    for (const child of parent.children) {
      if (isElement(child, 'thead')) visit(child, true);
      else if (isElement(child, 'tbody') || isElement(child, 'tfoot')) visit(child, false);
      else if (isElement(child, 'tr'))
        rows.push({
          element: child,
          isHead,
          cells: child.children.filter(
            (cell): cell is Element => isElement(cell, 'td') || isElement(cell, 'th'),
          ),
        });
    }
  };
  visit(table, false);
  return rows.filter(({ cells }) => cells.length > 0);
}

interface GridRow {
  readonly isHead: boolean;
  readonly isBold: boolean;
  readonly cells: PhrasingContent[][];
}

function layOut(rows: readonly Row[], phrasing: Convert['phrasing']): GridRow[] {
  /** Cells of rows above that reach down into this one, by column. */
  const reaching = new Map<number, { left: number; content: PhrasingContent[] }>();
  const spanned = countSpannedHead(rows[0]?.cells ?? []);
  return rows.map(({ cells, isHead }, place) => {
    const out: PhrasingContent[][] = [];
    const fromAbove = (): void => {
      for (let above = reaching.get(out.length); above; above = reaching.get(out.length)) {
        if (above.left === 1) reaching.delete(out.length);
        else reaching.set(out.length, { ...above, left: above.left - 1 });
        out.push(above.content);
      }
    };
    const isNamed =
      isHead ||
      place < spanned ||
      (cells.length > 1 && cells.every((cell) => cell.tagName === 'th' || isEmpty(cell)));
    for (const cell of cells) {
      fromAbove();
      const content = phrasing(cell);
      const columns = spanOf(cell.properties.colSpan);
      const down = spanOf(cell.properties.rowSpan);
      for (let column = 0; column < columns && out.length < MAX_COLUMNS; column++) {
        const own = column === 0 || isNamed ? content : [];
        if (down > 1) reaching.set(out.length, { left: down - 1, content: own });
        out.push(own);
      }
    }
    fromAbove();
    return { isHead: isNamed, isBold: cells.length > 1 && cells.every(isBold), cells: out };
  });
}

const MAX_HEAD_ROWS = 3;

/** Rows of names where one name stands over several columns, and one beside it reaches as far down as they do. */
function countSpannedHead(cells: readonly Element[]): number {
  const isOverSeveral = cells.some((cell) => spanOf(cell.properties.colSpan) > 1);
  const down = Math.max(0, ...cells.map((cell) => spanOf(cell.properties.rowSpan)));
  return isOverSeveral && down > 1 && down <= MAX_HEAD_ROWS ? down : 0;
}

const spanOf = (value: unknown): number => Math.min(Math.max(Number(value) || 1, 1), MAX_SPAN);

const isElement = <Name extends string>(
  node: ElementContent,
  name: Name,
): node is Element & { tagName: Name } => node.type === 'element' && node.tagName === name;

const isEmpty = (node: Element): boolean =>
  node.children.every((child) => child.type === 'text' && !child.value.trim());

/** True of a cell that is bold from end to end: how a head is written without naming it one. */
function isBold(cell: Element): boolean {
  const inner = cell.children.filter(
    (child) => child.type === 'element' || (child.type === 'text' && child.value.trim()),
  );
  const [only] = inner;
  if (inner.length !== 1 || only?.type !== 'element') return false;
  return /^(?:b|strong)$/.test(only.tagName) || (/^(?:p|span|font|div)$/.test(only.tagName) && isBold(only));
}

/** A name of a column has no more characters. */
const MAX_NAME = 24;

/** True where short words without figures stand above a column of figures. */
function isNameRow([first, ...rest]: readonly GridRow[]): boolean {
  const names = first?.cells.map((cell) => textOf(cell)) ?? [];
  if (rest.length === 0 || names.length < 2) return false;
  if (names.some((name) => name === '' || name.length > MAX_NAME || /\p{N}/u.test(name))) return false;
  return names.some((_, column) => rest.every(({ cells }) => /\p{N}/u.test(textOf(cells[column] ?? []))));
}

/** Rows of names at the beginning, of which one must be followed by another row. */
function countHeadRows(grid: readonly GridRow[]): number {
  let count = 0;
  while (count < grid.length && grid[count]!.isHead) count++;
  if (count === 0 && grid.length > 1 && ((grid[0]!.isBold && !grid[1]!.isBold) || isNameRow(grid))) return 1;
  return count < grid.length || count === 1 ? count : 1;
}

/** Names of a column above each other as one: `Price` above `Member` is `Price Member`. */
function joinHead(names: readonly PhrasingContent[][]): PhrasingContent[] {
  const parts: PhrasingContent[][] = [];
  for (const name of names) {
    const text = textOf(name);
    if (text !== '' && !parts.some((part) => textOf(part) === text)) parts.push(name);
  }
  return parts.flatMap((part, place) =>
    place === 0 ? part : [{ type: 'text' as const, value: ' ' }, ...part],
  );
}

/** A cell with more characters than this is a part of a page. */
const MAX_CELL = 1_500;

/** True of a table that holds parts of a page: another table, headings, long text, or one row or column of anything. */
function isLayout(table: Element, rows: readonly Row[]): boolean {
  if (/^(?:presentation|none)$/.test(String(table.properties.role ?? ''))) return true;
  const cells = rows.flatMap((row) => row.cells);
  if (cells.some((cell) => holds(cell, /^(?:table|h[1-6])$/))) return true;
  if (rows.some(({ isHead }) => isHead) || cells.some(({ tagName }) => tagName === 'th')) return false;
  if (rows.every((row) => row.cells.length === 1)) return true;
  if (rows.length === 1) return true;
  return cells.some((cell) => lengthOf(cell) > MAX_CELL);
}

const holds = (element: Element, names: RegExp): boolean =>
  element.children.some(
    (child) => child.type === 'element' && (names.test(child.tagName) || holds(child, names)),
  );

const lengthOf = (node: ElementContent): number =>
  node.type === 'text'
    ? node.value.trim().length
    : node.type === 'element'
      ? node.children.reduce((sum, child) => sum + lengthOf(child), 0)
      : 0;
