/** Blocks of an article as a person reads them in the terminal. */
import pc from 'picocolors';
import {
  alignRow,
  COLUMN_GAP,
  cellsOf,
  cleanCode,
  columnWidths,
  displayWidth,
  indentOf,
  isParted,
  type Marked,
  type MarkedBlock,
  type MarkedTable,
  markerOf,
  tableRule,
  tableWidth,
  withoutControls,
} from '../../blocks.ts';
import type { Span, TableBlock } from '../../types.ts';

const INDENT = '  ';
/** In columns. Narrower, a cell has nearly a line a word. */
const MIN_COLUMN = 8;
/** Longer words, such as addresses, are broken where the room asks for it. */
const MAX_WORD = 16;

/**
 * Lines of the blocks, each behind `indent`. Code and what it holds stays as it is, only coloured. `columns` is the width
 * that tables have to fit into; with null they take as much as they need.
 */
export function renderBlocks(
  blocks: readonly MarkedBlock[],
  indent: string,
  columns: number | null,
): string[] {
  return blocks.flatMap((marked, place) => {
    const before = blocks[place - 1]?.block;
    const inner = indent + INDENT.repeat(indentOf(marked.block));
    const room = columns === null ? null : columns - inner.length;
    const lines = blockLines(marked, room).map((line) => (line === '' ? '' : inner + line));
    return before && isParted(before, marked.block) ? ['', ...lines] : lines;
  });
}

function blockLines({ block, spans }: MarkedBlock, room: number | null): string[] {
  switch (block.kind) {
    case 'text':
      return markHighlights({ text: block.text, spans }).split('\n');
    case 'byline':
      return [pc.dim(pc.italic(withoutControls(block.text)))];
    case 'item':
      return [markerOf(block) + markHighlights({ text: block.text, spans })];
    case 'code':
      return cleanCode(block.text)
        .split('\n')
        .map((line) => (line.trim() === '' ? '' : INDENT + pc.cyan(line)));
    case 'table':
      return tableLines(block, spans, room);
  }
}

/** The text with its answering words in bold, or between ** without colour. */
export function markHighlights({ text, spans }: Marked): string {
  const shown = withoutControls(text);
  let marked = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    marked += shown.slice(at, start) + highlight(shown.slice(start, end));
    at = end;
  }
  return marked + shown.slice(at);
}

const highlight = (text: string): string => (pc.isColorSupported ? pc.bold(pc.green(text)) : `**${text}**`);

/** Aligned as wide as it is, with cells in several lines where that is too wide, or else a line a cell. */
function tableLines(block: TableBlock, spans: readonly Span[], room: number | null): string[] {
  const table = withStars(cellsOf(block, spans));
  const rows = [...(table.head ? [table.head] : []), ...table.rows];
  const natural = columnWidths(rows.map((row) => row.map(({ text }) => text)));
  const widths = room === null ? natural : narrow(rows, natural, room);
  if (widths === null) return recordLines(table);
  const lines = rows.map((row) => rowLines(row, widths));
  const [head = [], ...others] = lines;
  return table.head ? [...head.map(pc.bold), pc.dim(tableRule(widths)), ...others.flat()] : lines.flat();
}

/** Stars take columns, so without colour they are part of the cells that are measured. */
function withStars({ head, rows }: MarkedTable): MarkedTable {
  if (pc.isColorSupported) return { head, rows };
  const star = (cell: Marked): Marked => ({ text: markHighlights(cell), spans: [] });
  return { head: head?.map(star) ?? null, rows: rows.map((row) => row.map(star)) };
}

/** Widths that fit into `room`, taken off the widest columns; null where words would have to be broken for that. */
function narrow(
  rows: readonly (readonly Marked[])[],
  widths: readonly number[],
  room: number,
): number[] | null {
  const words = columnWidths(rows.map((row) => row.map(({ text }) => longestPiece(text))));
  let limit = Math.max(...widths, 0);
  const limited = (): number[] =>
    widths.map((width, column) => Math.max(Math.min(width, limit), Math.min(words[column] ?? 0, MAX_WORD)));
  while (tableWidth(limited()) > room && limit > MIN_COLUMN) limit--;
  return tableWidth(limited()) > room ? null : limited();
}

/** Words with the spaces behind them, and Chinese characters: a line may end behind each. */
const piecesOf = (text: string): string[] =>
  text.match(/[\p{Script=Han}\u3040-\u30ff]\p{P}*|[^\s\p{Script=Han}\u3040-\u30ff]+\s*|\s+/gu) ?? [];

const longestPiece = (text: string): string =>
  piecesOf(text)
    .map((piece) => piece.trimEnd())
    .reduce((a, b) => (displayWidth(b) > displayWidth(a) ? b : a), '');

/** A row, in as many lines as its longest cell needs. */
function rowLines(row: readonly Marked[], widths: readonly number[]): string[] {
  const cells = row.map((cell, column) => wrapCell(cell, widths[column] ?? 0));
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    alignRow(
      cells.map((lines) => lines[line] ?? { text: '', width: 0 }),
      widths,
    ),
  );
}

/** The lines of a cell, broken behind spaces and Chinese characters, in a long word where it must be. */
function wrapCell({ text, spans }: Marked, width: number): { text: string; width: number }[] {
  const lines: { text: string; width: number }[] = [];
  const add = (start: number, end: number): void => {
    const part = text.slice(start, end);
    const shown = part.trimEnd();
    const inPart = spans
      .map((span) => ({
        start: Math.max(0, span.start - start),
        end: Math.min(shown.length, span.end - start),
      }))
      .filter((span) => span.start < span.end);
    lines.push({ text: markHighlights({ text: shown, spans: inPart }), width: displayWidth(shown) });
  };
  let start = 0;
  let end = 0;
  for (const piece of piecesOf(text)) {
    if (end > start && displayWidth((text.slice(start, end) + piece).trimEnd()) > width) {
      add(start, end);
      start = end;
    }
    end += piece.length;
    while (displayWidth(text.slice(start, end).trimEnd()) > width) {
      const cut = start + fittingLength(text.slice(start, end), width);
      add(start, cut);
      start = cut;
    }
  }
  if (end > start || lines.length === 0) add(start, end);
  return lines;
}

/** Length of the beginning of `text` that takes at most `width` columns; at least one character. */
function fittingLength(text: string, width: number): number {
  let length = 0;
  for (const character of text) {
    if (length > 0 && displayWidth(text.slice(0, length + character.length)) > width) break;
    length += character.length;
  }
  return length;
}

/** A line a cell behind the name of its column, an empty line between the rows. */
function recordLines({ head, rows }: MarkedTable): string[] {
  return rows.flatMap((row, place) => {
    const lines = head
      ? row.flatMap((cell, column) => {
          const name = withoutControls(head[column]?.text ?? '');
          if (cell.text === '') return [];
          return [(name === '' ? '' : pc.dim(`${name}: `)) + markHighlights(cell)];
        })
      : [row.map(markHighlights).join(COLUMN_GAP)];
    return place > 0 ? ['', ...lines] : lines;
  });
}
