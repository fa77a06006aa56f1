/** The passages that are shown where no fact answers, each by its whole blocks around what matches best. */

import type { OpenIndex } from '../index/open.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Block, Span } from '../types.ts';

/** Characters of a quoted passage; a longer one is quoted around its match. Steps, code and tables are no use in pieces. */
const QUOTE_CHARACTERS = 600;
const WHOLE_CHARACTERS = { prose: 700, structured: 1_200 } as const;

export interface ShownPassage {
  readonly article: number;
  readonly passage: number;
  readonly blocks: readonly Block[];
}

/** A passage, as much of it as is shown; `vector` is the question's. */
export const choosePassage = (
  index: OpenIndex,
  vector: Float32Array,
  { article, passage }: Pick<PassageHit, 'article' | 'passage'>,
): ShownPassage => ({ article, passage, blocks: quotedBlocks(index, vector, passage) });

function quotedBlocks(index: OpenIndex, vector: Float32Array, passage: number): readonly Block[] {
  const { blocks, kind } = index.passage(passage);
  const isStructured = blocks.some((block) => block.kind === 'code' || block.kind === 'table');
  const isInOrder = kind === 'steps' || kind === 'message' || isStructured;
  const most = isInOrder ? WHOLE_CHARACTERS[isStructured ? 'structured' : 'prose'] : QUOTE_CHARACTERS;
  const { start, end } = around(blocks, matchIn(index, vector, passage, blocks), most);
  return blocks.slice(start, end);
}

/** Number of the block that holds the sentence, row or step nearest to the question. */
function matchIn(index: OpenIndex, vector: Float32Array, passage: number, blocks: readonly Block[]): number {
  const similarities = index.unitSimilarities(vector, passage);
  const best = index.units(passage)[similarities.indexOf(Math.max(...similarities))];
  let end = 0;
  for (const [number, { text }] of blocks.entries()) {
    end += text.length + 1;
    if (best !== undefined && best.start < end) return number;
  }
  return 0;
}

/** Blocks around one of them, those that follow first: at most `most` characters, or that block alone. */
function around(blocks: readonly Block[], match: number, most: number): Span {
  const sizeOf = (start: number, end: number): number =>
    blocks.slice(start, end).reduce((sum, { text }) => sum + text.length + 1, -1);
  let [start, end] = [match, match + 1];
  for (;;) {
    if (end < blocks.length && sizeOf(start, end + 1) <= most) end++;
    else if (start > 0 && sizeOf(start - 1, end) <= most) start--;
    else return { start, end };
  }
}
