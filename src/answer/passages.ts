/** The passages that are shown where no fact answers, each by its whole blocks around what matches best. */

import { mostCharacters } from '../evidence/clip.ts';
import type { ReadPassage } from '../passages/read.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';
import { LANGUAGES } from '../rules/languages.ts';
import { normalize } from '../text/normalize.ts';
import { splitIntoSentences } from '../text/sentences.ts';
import type { Block, Span } from '../types.ts';

/** Characters of a quoted passage; a longer one is quoted around its match. Steps, code and tables are no use in pieces. */
const QUOTE_CHARACTERS = 600;
const WHOLE_CHARACTERS = { prose: 700, structured: 1_200 } as const;

export interface ShownPassage {
  readonly article: number;
  readonly passage: number;
  readonly blocks: readonly Block[];
}

/** A passage that was found, as much of it as is shown: of one that says yes or no to who asks for that its first sentences. */
export function choosePassage(
  texts: Texts,
  { article, passage }: Pick<PassageHit, 'article' | 'passage'>,
  asksWhether = false,
): ShownPassage {
  const read = texts.passage(passage);
  const verdict = asksWhether ? verdictOf(read) : null;
  return {
    article,
    passage,
    blocks: verdict === null ? quotedBlocks(read, texts.similarities(passage)) : [verdict],
  };
}

const VERDICTS = LANGUAGES.flatMap(({ asking }) => asking.verdicts);

/** Yes or no under a heading that asks, with as many sentences as tell a fact; null where the passage says neither. */
function verdictOf({ blocks: [first], section }: ReadPassage): Block | null {
  if (first?.kind !== 'text' || !section.isQuestion) return null;
  const { text } = first;
  const folded = normalize(text);
  if (!VERDICTS.some(({ pattern }) => pattern.test(folded))) return null;
  const most = mostCharacters(text, true);
  const ends = splitIntoSentences(text).map(({ end }) => end);
  const end = ends.findLast((one) => one <= most) ?? ends[0] ?? text.length;
  return { ...first, text: text.slice(0, end).trimEnd() };
}

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
