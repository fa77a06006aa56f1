/** The passages that are shown where no fact answers, each by its whole blocks around what matches best. */

import type { ReadPassage } from '../passages/read.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';
import type { Block, Span } from '../types.ts';

/** Characters of a quoted passage; a longer one is quoted around its match. Steps, code and tables are no use in pieces. */
const QUOTE_CHARACTERS = 600;
const WHOLE_CHARACTERS = { prose: 700, structured: 1_200 } as const;

export interface ShownPassage {
  readonly article: number;
  readonly passage: number;
  readonly blocks: readonly Block[];
}

/** A passage that was found, as much of it as is shown. */
export const choosePassage = (
  texts: Texts,
  { article, passage }: Pick<PassageHit, 'article' | 'passage'>,
): ShownPassage => ({
  ...{ article, passage },
  blocks: quotedBlocks(texts.passage(passage), texts.similarities(passage)),
});

/** @param similarities of the question and each unit of the passage */
function quotedBlocks(
  { blocks, kind, units }: ReadPassage,
  similarities: readonly number[],
): readonly Block[] {
  const isStructured = blocks.some((block) => block.kind === 'code' || block.kind === 'table');
  const isInOrder = kind === 'steps' || kind === 'message' || isStructured;
  const most = isInOrder ? WHOLE_CHARACTERS[isStructured ? 'structured' : 'prose'] : QUOTE_CHARACTERS;
  const nearest = units[similarities.indexOf(Math.max(...similarities))];
  const { start, end } = around(blocks, matchIn(blocks, nearest), most);
  return blocks.slice(start, end);
}

/** Number of the block that holds a sentence, row or step. */
function matchIn(blocks: readonly Block[], unit: Span | undefined): number {
  let end = 0;
  for (const [number, { text }] of blocks.entries()) {
    end += text.length + 1;
    if (unit !== undefined && unit.start < end) return number;
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
