/** Heads and feet that run through a document, and numbers of its pages: they are of the paper, not of the text. */
import type { Line } from './lines.ts';

/** Stretches of a page, by rows from top to bottom. */
export interface PageRows {
  readonly number: number;
  readonly height: number;
  readonly rows: readonly (readonly Line[])[];
}

/** Rows at either end of a page that are looked at. */
const OUTER_ROWS = 3;
/** In points; half of the pages of a book lie the other way round, so that heights are compared and edges are not. */
const SAME_HEIGHT = 4;
/** Of the pages of a document. Left and right pages may have heads of their own. */
const MOST = 0.4;
/** Text that is larger is a heading even where it stands at the same height on each page. */
const LARGER = 1.12;

const PAGE_NUMBER =
  /^[-–—·|\s]*(?:page\s*|p\.\s*|第\s*)?(\d{1,4})(?:\s*页)?(?:\s*(?:of|\/|,|，|共)\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-–—·|\s]*$/i;
const ROMAN = /^[-–—\s]*[ivxlc]{1,7}[-–—\s]*$/;

/** The pages without what runs through them. A document of one page keeps all. */
export function withoutRunning(pages: readonly PageRows[], bodySize: number): PageRows[] {
  if (pages.length < 2) return [...pages];
  const outer = pages.flatMap(outerRows);
  const dropped = new Set<readonly Line[]>();
  for (const same of groupByHeight(outer)) {
    const setOff = same.filter(({ isSetOff }) => isSetOff);
    if (!areMost(setOff, pages.length)) continue;
    const running = [...repeated(setOff, pages.length), ...numbered(setOff, pages.length, bodySize)];
    // Also on pages that it fills alone, or whose text comes near, and on the first, which count in Roman numbers.
    const wordings = new Set(running.map((row) => wordingOf(row)));
    for (const { row } of same) if (wordings.has(wordingOf(row))) dropped.add(row);
    for (const row of running) dropped.add(row);
  }
  for (const { row, isEnd } of outer) {
    const text = textOf(row);
    if (isEnd && (PAGE_NUMBER.test(text) || ROMAN.test(text)) && row[0]!.size < LARGER * bodySize)
      dropped.add(row);
  }
  return pages.map((page) => ({ ...page, rows: page.rows.filter((row) => !dropped.has(row)) }));
}

const wordingOf = (row: readonly Line[]): string =>
  textOf(row)
    .replace(/\d+(?:\s*\/\s*\d+)?/g, '#')
    .replace(/(?<=^|\s)[ivxlc]{1,7}(?=\s|$)/g, '#');

interface OuterRow {
  readonly row: readonly Line[];
  readonly page: number;
  readonly isTop: boolean;
  /** True of the first and the last row. */
  readonly isEnd: boolean;
  /** True where white divides it from the text. */
  readonly isSetOff: boolean;
}

function outerRows({ rows, number }: PageRows): OuterRow[] {
  const heights = rows.map((row) => row[0]!.y);
  const gaps = heights.slice(1).map((y, i) => y - heights[i]!);
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0;
  const isSetOff = (gap: number, row: readonly Line[]): boolean =>
    gap > MORE * usual || gap > SET_OFF * row[0]!.size;
  const inTop = rows
    .slice(0, OUTER_ROWS)
    .findLastIndex((row, i) => i < gaps.length && isSetOff(gaps[i]!, row));
  const fromBottom = rows.slice(-OUTER_ROWS).findIndex((row, i, last) => {
    const gap = gaps[rows.length - last.length + i - 1];
    return gap !== undefined && isSetOff(gap, row);
  });
  const bottom = fromBottom < 0 ? rows.length : Math.max(0, rows.length - OUTER_ROWS) + fromBottom;
  return rows.flatMap((row, at) => {
    const fromEnd = rows.length - 1 - at;
    if (Math.min(at, fromEnd) >= OUTER_ROWS) return [];
    const isEnd = at === 0 || fromEnd === 0;
    return [{ row, page: number, isTop: at < fromEnd, isEnd, isSetOff: at <= inTop || at >= bottom }];
  });
}

/** Distance to the text of what is set off from it, in parts of the usual distance and of the size. */
const MORE = 1.25;
const SET_OFF = 1.9;

const textOf = (row: readonly Line[]): string => row.map(({ text }) => text).join(' ');

function groupByHeight(outer: readonly OuterRow[]): OuterRow[][] {
  const groups: OuterRow[][] = [];
  let height = Number.NEGATIVE_INFINITY;
  for (const item of [...outer].sort((a, b) => a.row[0]!.y - b.row[0]!.y)) {
    const { y } = item.row[0]!;
    if (y - height > SAME_HEIGHT) groups.push([]);
    groups.at(-1)!.push(item);
    height = y;
  }
  return groups;
}

const areMost = (rows: readonly OuterRow[], pages: number): boolean =>
  new Set(rows.map(({ page }) => page)).size >= Math.max(2, MOST * pages);

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Rows of one height whose text is on most pages. */
function repeated(same: readonly OuterRow[], pages: number): (readonly Line[])[] {
  const byText = groupBy(same, ({ row }) => textOf(row));
  return [...byText.values()]
    .filter((rows) => areMost(rows, pages))
    .flatMap((rows) => rows.map(({ row }) => row));
}

/** Rows of one height with a number that counts on with the pages, whatever else they say: the chapter, or nothing. */
function numbered(same: readonly OuterRow[], pages: number, bodySize: number): (readonly Line[])[] {
  const counted = same.flatMap((item) => {
    const { row, page, isTop } = item;
    // "Step 2" in bold at the top of the second page is a heading.
    const isHeading = isTop && row.length === 1 && row[0]!.isHeavy && !PAGE_NUMBER.test(row[0]!.text);
    if (isHeading || row.some(({ size }) => size > LARGER * bodySize)) return [];
    const numbers = textOf(row).match(/(?<![\d.])\d{1,4}(?![\d.])/g) ?? [];
    return [...new Set(numbers)].map((number) => ({ item, offset: Number(number) - page }));
  });
  const byOffset = groupBy(counted, ({ offset }) => offset);
  return [...byOffset.values()]
    .map((rows) => rows.map(({ item }) => item))
    .filter((rows) => areMost(rows, pages))
    .flatMap((rows) => rows.map(({ row }) => row));
}
