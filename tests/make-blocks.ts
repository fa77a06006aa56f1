/** Blocks, and what holds them, for tests of how they are shown. */
import type { Evidence, FoundPassage } from '../src/answer-types.ts';
import type { Block } from '../src/types.ts';

export const paragraph = (text: string, depth = 0): Block => ({ kind: 'text', text, depth });

export const byline = (text: string): Block => ({ kind: 'byline', text, depth: 0 });

export const item = (text: string, depth = 1): Block => ({ kind: 'item', text, depth, number: null });

export const step = (number: number, text: string, depth = 1): Block => ({
  kind: 'item',
  text,
  depth,
  number,
});

export const code = (text: string, language: string | null = null, depth = 0): Block => ({
  kind: 'code',
  text,
  depth,
  language,
});

export function table(
  head: readonly string[] | null,
  ...rows: readonly (readonly string[])[]
): Extract<Block, { kind: 'table' }> {
  const lines = (head ? [head, ...rows] : rows).map((cells) => cells.join('\t'));
  return { kind: 'table', text: lines.join('\n'), depth: 0, head, rows };
}

/** The fields of evidence that tell what it shows: blocks at the beginning of an article. */
export const quoting = (
  ...blocks: readonly Block[]
): Pick<Evidence, 'headings' | 'anchor' | 'kind' | 'quote' | 'blocks'> => ({
  headings: [],
  anchor: null,
  kind: 'prose',
  quote: blocks.map(({ text }) => text).join('\n'),
  blocks,
});

/** The fields of a found passage that tell what it says: one paragraph at the beginning of an article. */
export const saying = (
  text: string,
): Pick<FoundPassage, 'headings' | 'anchor' | 'kind' | 'text' | 'blocks'> => ({
  headings: [],
  anchor: null,
  kind: 'prose',
  text,
  blocks: [paragraph(text)],
});
