/** Blocks of an article as Discord markdown, in the room that there is. */
import {
  alignRow,
  cellsOf,
  columnWidths,
  displayWidth,
  indentOf,
  isParted,
  type Marked,
  type MarkedBlock,
  type MarkedTable,
  markBlocks,
  markerOf,
  pathOf,
  tableRule,
  tableWidth,
} from '../../blocks.ts';
import type { Block, Span, TableBlock } from '../../types.ts';
import { cut, cutAtSentence } from './limits.ts';
import { bold, clean, escapeText, fence, oneLine, subtext } from './markdown.ts';

/** In columns. Wider lines are broken in an embed, also on a screen of full size. */
const MAX_TABLE_WIDTH = 60;
/** Shows that something follows. */
const MORE = '…';
/** Less room holds no part of a block that is worth reading. */
const MIN_ROOM = 40;

/** Headings in one clean line of at most `max` UTF-16 units, outermost first; '' where there is none. */
export const headingPath = (headings: readonly string[], max: number): string =>
  cut(pathOf(headings.map(oneLine)), max);

export interface ShownBlocks {
  /** '' where nothing fits. */
  readonly markdown: string;
  readonly isWhole: boolean;
}

/**
 * Blocks in at most `max` UTF-16 units. What is too long is cut at the end of a block, or with `isTorn` within the first
 * block that does not fit, at the end of a sentence, of a row or of a line of code; then an ellipsis ends it. Fences are
 * closed, no character is split.
 */
export function renderBlocks(
  blocks: readonly Block[],
  highlights: readonly (readonly [number, number])[],
  max: number,
  isTorn: boolean,
): ShownBlocks {
  let markdown = '';
  let last: Block | null = null;
  const gapBefore = (block: Block): string => (last === null ? '' : isParted(last, block) ? '\n\n' : '\n');
  for (const marked of markBlocks(blocks, highlights)) {
    const whole = blockMarkdown(marked);
    if (whole === '') continue;
    const gap = gapBefore(marked.block);
    const room = max - markdown.length - gap.length;
    const end = `\n${MORE}`;
    if (whole.length > room) {
      const part = isTorn ? beginningOf(marked, room - end.length) : '';
      const shown = part === '' ? markdown : markdown + gap + part;
      return { markdown: endWithMore(shown, max), isWhole: false };
    }
    markdown += gap + whole;
    last = marked.block;
  }
  return { markdown, isWhole: true };
}

function endWithMore(markdown: string, max: number): string {
  if (markdown === '' || markdown.endsWith(MORE)) return markdown;
  const ended = `${markdown}\n${MORE}`;
  return ended.length <= max ? ended : markdown;
}

/** One block, or '' where it holds nothing to see. */
function blockMarkdown({ block, spans }: MarkedBlock): string {
  const indent = '  '.repeat(indentOf(block));
  switch (block.kind) {
    case 'byline': {
      const line = oneLine(block.text);
      return line === '' ? '' : subtext(escapeText(line));
    }
    case 'code':
      return fence(block.text, block.language);
    case 'table':
      return tableMarkdown(block, spans);
    default: {
      const text = boldText({ text: block.text, spans });
      if (text.trim() === '') return '';
      // Escaped, as Discord counts the entries of a list itself.
      return indent + (block.kind === 'item' ? escapeText(markerOf(block)) : '') + text;
    }
  }
}

const boldText = ({ text, spans }: Marked): string => bold(clean(text), spans);

/** Aligned in a fence, or a line a cell where that is too wide. */
function tableMarkdown(block: TableBlock, spans: readonly Span[]): string {
  const { head, rows } = cellsOf(block, spans);
  const lines = (head ? [head, ...rows] : rows).map((row) => row.map(({ text }) => oneLine(text)));
  const widths = columnWidths(lines);
  if (tableWidth(widths) > MAX_TABLE_WIDTH) return recordsMarkdown({ head, rows });
  const aligned = lines.map((cells) =>
    alignRow(
      cells.map((text) => ({ text, width: displayWidth(text) })),
      widths,
    ),
  );
  return fence((head ? [aligned[0], tableRule(widths), ...aligned.slice(1)] : aligned).join('\n'));
}

/** A line a cell behind the name of its column, an empty line between the rows. */
function recordsMarkdown({ head, rows }: MarkedTable): string {
  const records = rows.map((row) => {
    const cells = row.map((cell, column) => {
      const text = boldText({ ...cell, text: cell.text.replaceAll('\n', ' ') });
      const name = oneLine(head?.[column]?.text ?? '');
      if (text.trim() === '') return '';
      return name === '' ? text : `${bold(name, [{ start: 0, end: name.length }])}: ${text}`;
    });
    return cells.filter((cell) => cell !== '').join(head ? '\n' : ' · ');
  });
  return records.filter((record) => record !== '').join(head ? '\n\n' : '\n');
}

/** As much of a block as fits into `room`, '' where that is nothing worth reading. */
function beginningOf({ block, spans }: MarkedBlock, room: number): string {
  if (room < MIN_ROOM) return '';
  if (block.kind === 'table') {
    return longestOf(block.rows.length, room, (count) => {
      const rows = block.rows.slice(0, count);
      return tableMarkdown({ ...block, rows }, spans);
    });
  }
  if (block.kind === 'code') {
    const lines = block.text.split('\n');
    const whole = longestOf(lines.length, room, (count) =>
      fence(lines.slice(0, count).join('\n'), block.language),
    );
    if (whole !== '') return whole;
  }
  return longestOf(Math.min(block.text.length, room), room, (length) =>
    blockMarkdown({ block: { ...block, text: cutAtSentence(block.text, length) }, spans }),
  );
}

/** What `write` makes of the highest count, at most `most` and at least 1, for which it fits; '' where none does. */
function longestOf(most: number, room: number, write: (count: number) => string): string {
  for (let count = most; count > 0; ) {
    const written = write(count);
    if (written.length <= room) return written;
    count = Math.min(count - 1, Math.floor((count * room) / written.length));
  }
  return '';
}
