/** Paragraphs, tables and listings of a PDF to a tree, with its lists. */
import type {
  List,
  ListItem,
  Code as MdastCode,
  Paragraph as MdastParagraph,
  RootContent,
  Table,
} from 'mdast';
import type { TableRegion } from '../layout/columns.ts';
import type { Body } from './breaks.ts';
import { findHeadings, isChapterNumber } from './headings.ts';
import type { Paragraph, Unit } from './paragraphs.ts';

/** A list that is still open, and where its entries stand. */
interface OpenList {
  readonly list: List;
  readonly style: string;
  /** Of its markers, from the left edge of the page. */
  readonly left: number;
  readonly page: number;
  /** Number of the last entry. */
  number: number | null;
  /** Text of its entries is indented by more than the marker. */
  readonly textLeft: number;
}

/** Blocks of the tree. The title, where letters tell one, is a heading of depth 1. */
export function buildTree(units: readonly Unit[], body: Body): RootContent[] {
  const headings = findHeadings(units, body);
  const blocks: RootContent[] = [];
  let lists: OpenList[] = [];
  for (const [at, unit] of units.entries()) {
    const next = units[at + 1];
    if (unit.kind === 'text' && next?.kind === 'text' && headings.has(next) && isChapterNumber(unit.text)) {
      next.text = `${unit.text} ${next.text}`;
      continue;
    }
    const depth = unit.kind === 'text' ? headings.get(unit) : undefined;
    if (unit.kind === 'table' || depth !== undefined) {
      lists = [];
      if (unit.kind === 'table' && unit.caption !== null) blocks.push(paragraphOf(unit.caption));
      blocks.push(unit.kind === 'table' ? tableOf(unit) : headingOf(unit as Paragraph, depth!));
    } else if (unit.kind === 'text' && unit.marker !== null) lists = addEntry(blocks, lists, unit, body);
    else {
      lists = belongingLists(lists, unit, body);
      const block: MdastCode | MdastParagraph =
        unit.kind === 'code' ? { type: 'code', value: unit.text } : paragraphOf(unit.text);
      const entry = lists.at(-1)?.list.children.at(-1);
      (entry?.children ?? blocks).push(block);
    }
  }
  return blocks;
}

/** Text of an entry begins at most this far from where its marker does, in parts of the size. */
const SAME_LEVEL = 0.8;

function addEntry(
  blocks: RootContent[],
  lists: readonly OpenList[],
  paragraph: Paragraph,
  body: Body,
): OpenList[] {
  const { marker, lines, text } = paragraph;
  const { style, number } = marker!;
  const { left, page } = lines[0]!;
  const near = SAME_LEVEL * body.size;
  const entry: ListItem = { type: 'listItem', spread: false, children: [paragraphOf(text)] };
  const follows = (open: OpenList): boolean =>
    open.style === style &&
    (number === null || number === (open.number ?? 0) + 1) &&
    (open.page !== page || Math.abs(open.left - left) < near || number !== null);
  const at = lists.findLastIndex(follows);
  if (at >= 0) {
    lists[at]!.list.children.push(entry);
    lists[at]!.number = number;
    return lists.slice(0, at + 1);
  }
  const outer = lists.filter(
    (open) =>
      open.style !== style &&
      (open.left + near < left ||
        (open.number !== null && number === null) ||
        (open.left - near <= left && number === 1)),
  );
  const list: List = { type: 'list', ordered: number !== null, spread: false, children: [entry] };
  if (number !== null) list.start = number;
  (outer.at(-1)?.list.children.at(-1)?.children ?? blocks).push(list);
  const textLeft = lines.length > 1 ? Math.max(left, lines[1]!.left) : left + 2 * near;
  return [...outer, { list, style, left, page, number, textLeft }];
}

/** Lists to whose last entry a paragraph or listing without a marker belongs: it is indented like their text. */
function belongingLists(
  lists: readonly OpenList[],
  unit: Exclude<Unit, TableRegion>,
  body: Body,
): OpenList[] {
  const left = unit.kind === 'code' ? unit.left : Math.min(...unit.lines.map((line) => line.left));
  return lists.filter(
    (open) =>
      left >= Math.min(open.textLeft, open.left + 2 * body.size) - body.size / 4 &&
      left > open.left + body.size / 2,
  );
}

const paragraphOf = (value: string): MdastParagraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});

/** The number of a heading is part of it. */
function headingOf({ text, marker, lines }: Paragraph, depth: number): RootContent {
  const first = lines[0]!.text;
  const number = marker === null ? '' : first.slice(0, first.length - marker.rest.length);
  return {
    type: 'heading',
    depth: depth as 1 | 2 | 3 | 4 | 5 | 6,
    children: [{ type: 'text', value: number + text }],
  };
}

/** mdast has a head in each table; it is empty where the columns have no names. */
function tableOf({ cells, hasHead }: TableRegion): Table {
  const rows = hasHead ? cells : [cells[0]!.map(() => ''), ...cells];
  return {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((value) => ({
        type: 'tableCell',
        children: value === '' ? [] : [{ type: 'text', value }],
      })),
    })),
  };
}
