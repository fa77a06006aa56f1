/** What a passage is made of: its text, its blocks, and the units that may answer by themselves. */
import { splitIntoSentences } from '../text/sentences.ts';
import type { Article, Block, BlockSpan, Section, Span } from '../types.ts';
import { type Cut, PASSAGE_CHARACTERS } from './cut.ts';

/** Where an article without structure, or what stands above its first heading, is. */
export const TOP: Section = { headings: [], anchor: null, isQuestion: false };

/** A passage's text, and its blocks as spans into that text. */
export interface PassageLayout {
  readonly text: string;
  readonly blocks: readonly BlockSpan[];
}

/** Text and blocks of a passage of an article: blocks joined by line ends, the head of a divided table repeated. */
export function layOutPassage(
  { text, structure }: Pick<Article, 'text' | 'structure'>,
  { start, end, repeats }: Pick<Cut, 'start' | 'end' | 'repeats'>,
): PassageLayout {
  const own = text.slice(start, end);
  if (structure === undefined) return { text: own, blocks: lineBlocks(own) };
  const head = repeats === null ? '' : `${firstLine(text, structure.blocks[repeats]!)}\n`;
  const blocks = blocksWithin(structure.blocks, start, end).map((block, i) => ({
    ...block,
    start: i === 0 && head !== '' ? 0 : Math.max(0, block.start - start) + head.length,
    end: Math.min(end, block.end) - start + head.length,
    // The second part of a table has its head because that is repeated, not because its first row is one.
    ...(block.kind === 'table' && block.start < start && head === '' && { hasHead: false }),
  }));
  return { text: head + own, blocks };
}

const firstLine = (text: string, { start, end }: Span): string => text.slice(start, end).split('\n', 1)[0]!;

/** Blocks are in order: the first is searched by halves, as some articles have thousands. */
function blocksWithin(blocks: readonly BlockSpan[], start: number, end: number): BlockSpan[] {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const within: BlockSpan[] = [];
  for (let i = low; i < blocks.length && blocks[i]!.start < end; i++) within.push(blocks[i]!);
  return within;
}

/** A block for each line of plain text that has one. */
const lineBlocks = (text: string): BlockSpan[] =>
  [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ 0: line, index }) => ({
    ...{ kind: 'text', section: 0, depth: 0 },
    start: index,
    end: index + line.length,
  }));

/**
 * Sentences, rows, steps and listings of a passage: what may answer by itself. Spans into its text, in order.
 * Between them there is at most white space, and the head of a table.
 */
export function unitsOf({ text, blocks }: PassageLayout): Span[] {
  return blocks.flatMap((block): Span[] => {
    const own = text.slice(block.start, block.end);
    return partsOf(own, block)
      .filter((part) => own.slice(part.start, part.end).trim() !== '')
      .map((part) => ({ start: block.start + part.start, end: block.start + part.end }));
  });
}

/** A step is read whole where it is no paragraph. */
const MAX_STEP = PASSAGE_CHARACTERS / 3;

function partsOf(own: string, { kind, hasHead }: BlockSpan): Span[] {
  const whole = { start: 0, end: own.length };
  if (kind === 'code' || (kind === 'item' && own.length <= MAX_STEP)) return [whole];
  if (kind !== 'table') return splitIntoSentences(own);
  const rows = [...own.matchAll(/[^\n]+/g)].map(({ index, 0: row }) => ({
    start: index,
    end: index + row.length,
  }));
  return hasHead === false || rows.length === 1 ? rows : rows.slice(1);
}

/** A block as those who show it get it. */
export function blockOf(
  passage: string,
  { kind, start, end, depth, number, language, hasHead }: BlockSpan,
): Block {
  const text = passage.slice(start, end);
  switch (kind) {
    case 'item':
      return { kind, text, depth, number: number ?? null };
    case 'code':
      return { kind, text, depth, language: language ?? null };
    case 'table': {
      const rows = text.split('\n').map((row) => row.split('\t'));
      const head = hasHead === false ? null : (rows[0] ?? null);
      return { kind, text, depth, head, rows: head === null ? rows : rows.slice(1) };
    }
    default:
      return { kind, text, depth };
  }
}
