/** What every way of showing blocks has in common, whatever the channel. */
import type { Answer, Evidence } from './answer-types.ts';
import type { Block, ItemBlock, Span, TableBlock } from './types.ts';

/** A sentence or two that tell a fact; code and tables lose their sense between quotation marks. */
const MAX_SHORT_QUOTE = 240;

/** Whether a piece of evidence is shown between quotation marks; otherwise by its blocks, under its headings. */
export const isShortQuote = ({ quote, blocks }: Evidence, { facts }: Pick<Answer, 'facts'>): boolean =>
  facts.length > 0 &&
  quote.length <= MAX_SHORT_QUOTE &&
  blocks.every(({ kind }) => kind !== 'code' && kind !== 'table');

/** A text, and what of it answers the question: offsets into `text`, within it. */
export interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
}

export interface MarkedBlock {
  readonly block: Block;
  /** Offsets into the text of the block. */
  readonly spans: readonly Span[];
}

/** Each block with its share of `highlights`, which are offsets into the texts of all of them, joined by line ends. */
export function markBlocks(
  blocks: readonly Block[],
  highlights: readonly (readonly [number, number])[] = [],
): MarkedBlock[] {
  const spans = highlights.map(([start, end]) => ({ start, end }));
  let start = 0;
  return blocks.map((block) => {
    const marked = { block, spans: spansWithin(spans, { start, end: start + block.text.length }) };
    start += block.text.length + 1;
    return marked;
  });
}

/** The parts of `spans` that lie in `whole`, counted from its start. */
const spansWithin = (spans: readonly Span[], whole: Span): Span[] =>
  spans
    .map(({ start, end }) => ({
      start: Math.max(start, whole.start) - whole.start,
      end: Math.min(end, whole.end) - whole.start,
    }))
    .filter(({ start, end }) => start < end);

export interface MarkedTable {
  readonly head: readonly Marked[] | null;
  readonly rows: readonly (readonly Marked[])[];
}

/** The cells of a table; `spans` are offsets into its text. */
export function cellsOf({ head, rows }: TableBlock, spans: readonly Span[]): MarkedTable {
  let start = 0;
  const marked = [...(head ? [head] : []), ...rows].map((row) =>
    row.map((text): Marked => {
      const cell = { text, spans: spansWithin(spans, { start, end: start + text.length }) };
      start += text.length + 1;
      return cell;
    }),
  );
  return head ? { head: marked[0] ?? [], rows: marked.slice(1) } : { head: null, rows: marked };
}

/** What stands before an entry of a list: the number that its author gave it, or a dot. */
export const markerOf = ({ number }: ItemBlock): string => (number === null ? '• ' : `${number}. `);

/** Lists within which the mark or the text of a block stands to the right. */
export const indentOf = ({ kind, depth }: Block): number => Math.max(0, kind === 'item' ? depth - 1 : depth);

/** Whether an empty line stands between two blocks: between paragraphs, behind a list, and before what somebody wrote. */
export const isParted = (before: Block, after: Block): boolean =>
  after.kind === 'byline' ||
  (before.kind !== 'byline' && after.depth === 0 && (after.kind === 'text' || after.kind === before.kind));

/** Between the title of an article and its headings. */
const PATH_MARK = ' › ';

/** A title and headings in one line, outermost first; what is empty is left out. */
export const pathOf = (headings: readonly string[]): string =>
  headings.filter((heading) => heading !== '').join(PATH_MARK);

/** `url` with `anchor` behind it, percent-encoded; unchanged where it names a place in its page itself. */
export function addressAt(url: string, anchor: string | null): string {
  if (anchor === null || anchor === '' || url.includes('#')) return url;
  return `${url}#${encodeURIComponent(anchor.replace(/\p{Cs}/gu, '\uFFFD'))}`;
}

/**
 * Control characters as spaces, and those that turn the direction of what follows as ones without width; unit for unit,
 * so that offsets stay true. Line feeds and tabs stay.
 */
export const withoutControls = (text: string): string =>
  text.replace(/(?![\n\t])\p{Cc}/gu, ' ').replace(/[\u202a-\u202e\u2066-\u2069]/g, '\u200b');

/**
 * Code without the characters that nobody sees and that a terminal or a compiler obeys. Joiners stay, as emoji are made
 * with them; all else is as the author wrote it.
 */
export const cleanCode = (code: string): string =>
  code
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\p{Cs}/gu, '\uFFFD');

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Of East Asian width wide or full, and emoji: they take two columns. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|^\p{Emoji_Presentation}|\ufe0f/u;
const WITHOUT_WIDTH = /^[\p{Cc}\p{Cf}\p{M}]+$/u;

/** Columns that a line takes in a font of one width. */
export function displayWidth(line: string): number {
  if (/^[\x20-\x7e]*$/.test(line)) return line.length;
  let width = 0;
  for (const { segment } of CHARACTERS.segment(line)) {
    if (!WITHOUT_WIDTH.test(segment)) width += WIDE.test(segment) ? 2 : 1;
  }
  return width;
}

/** Widths of the columns of a table, each as wide as its widest cell; rows may lack cells at their ends. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
  return widths;
}

/** Between two columns. */
export const COLUMN_GAP = '  ';

export const tableWidth = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, COLUMN_GAP.length * Math.max(0, widths.length - 1));

/** Cells in columns; `text` is what is written of a cell and may hold marks that take no column. */
export const alignRow = (
  cells: readonly { readonly text: string; readonly width: number }[],
  widths: readonly number[],
): string =>
  widths
    .map((width, column) => {
      const cell = cells[column] ?? { text: '', width: 0 };
      return cell.text + ' '.repeat(Math.max(0, width - cell.width));
    })
    .join(COLUMN_GAP)
    .trimEnd();

/** The line under the head of a table. */
export const tableRule = (widths: readonly number[]): string =>
  widths.map((width) => '-'.repeat(Math.max(1, width))).join(COLUMN_GAP);
