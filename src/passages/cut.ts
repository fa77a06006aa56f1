/** Cuts an article into passages: consecutive blocks under one heading, long prose at sentence ends. */
import { trimSpan } from '../text/sentences.ts';
import type { Article, BlockSpan, PassageKind, Span, Structure } from '../types.ts';
import { splitIntoPassages } from './split.ts';

/** Goes into the manifest of an index: raise it when an article is cut at other places. */
export const SPLIT_VERSION = 5;

/** Characters of a passage, about: the size that retrieval was measured at. */
export const PASSAGE_CHARACTERS = 600;
/** With code, which says little once it is torn; longer code is cut between lines. */
export const CODE_CHARACTERS = 1_200;

/** A passage before it has a place in an index. */
export interface Cut extends Span {
  /** Number of its section in the article. */
  readonly section: number;
  readonly kind: PassageKind;
  /** Number of the block whose first row stands above it once more: the head of a table that it is a part of. */
  readonly repeats: number | null;
}

/** Passages of an article in the order of its text. Empty where its text is. */
export function cutPassages(article: Pick<Article, 'text' | 'structure'>): Cut[] {
  const { text, structure } = article;
  if (structure === undefined)
    return splitIntoPassages(text, PASSAGE_CHARACTERS).map((span) => ({
      ...trimSpan(text, span),
      section: 0,
      kind: 'prose',
      repeats: null,
    }));
  const pieces = structure.blocks.flatMap((block, number) => piecesOf(text, block, number));
  return pack(pieces).map((packed) => describe(packed, structure));
}

/** A block, or a part of one that is too long for a passage. */
interface Piece extends Span {
  readonly block: BlockSpan;
  readonly repeats: number | null;
  /** True where it must not be read without what follows: a line that ends in a colon. */
  readonly leadsIn: boolean;
}

function piecesOf(text: string, block: BlockSpan, number: number): Piece[] {
  const own = text.slice(block.start, block.end);
  const parts = (spans: readonly Span[]): Piece[] =>
    spans.map(({ start, end }, i) => ({
      ...{ start: block.start + start, end: block.start + end, block },
      repeats: block.kind === 'table' && block.hasHead !== false && i > 0 ? number : null,
      leadsIn: block.kind === 'byline' || (i === spans.length - 1 && /[:：]\s*$/.test(own)),
    }));
  if (block.kind === 'code') return parts(cutLines(own, CODE_CHARACTERS));
  if (block.kind === 'table') return parts(cutLines(own, PASSAGE_CHARACTERS));
  return parts(splitIntoPassages(own, PASSAGE_CHARACTERS));
}

/** Groups of whole lines of at most `most` characters; a longer line is cut. */
function cutLines(text: string, most: number): Span[] {
  const groups: Span[] = [];
  let start = 0;
  let end = 0;
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    if (end > start && index + line.length - start > most) {
      groups.push({ start, end });
      start = index;
    }
    end = index + line.length;
    for (; end - start > most; start += most) groups.push({ start, end: start + most });
  }
  if (end > start) groups.push({ start, end });
  return groups;
}

/** Pieces that follow each other under one heading, as many as a passage may hold. */
function pack(pieces: readonly Piece[]): Piece[][] {
  const passages: Piece[][] = [];
  let open: Piece[] = [];
  const close = (): void => {
    if (open.length > 0) passages.push(open);
    open = [];
  };
  for (const piece of pieces) {
    const first = open[0];
    if (
      first !== undefined &&
      (first.block.section !== piece.block.section || isCutFrom(open.at(-1)!, piece))
    )
      close();
    if (open.length > 0 && piece.end - open[0]!.start > roomFor([...open, piece])) {
      // What only leads in goes with what it leads to.
      const lead = open.length > 1 && open.at(-1)!.leadsIn ? open.pop() : undefined;
      close();
      if (lead !== undefined) open.push(lead);
    }
    open.push(piece);
  }
  close();
  return passages;
}

/** True for parts of one block: it was too long for a passage, and is not put together again. */
const isCutFrom = (before: Piece, piece: Piece): boolean => before.block === piece.block;

/** Characters that these pieces may have together: code goes with the step, or the words, that lead to it. */
function roomFor(pieces: readonly Piece[]): number {
  const [before, last] = pieces.slice(-2);
  const isLedTo = last!.block.kind === 'code' && (last!.block.depth > 0 || before!.leadsIn);
  return isLedTo ? CODE_CHARACTERS : PASSAGE_CHARACTERS;
}

function describe(pieces: readonly Piece[], { sections }: Structure): Cut {
  const [first] = pieces;
  const { section } = first!.block;
  return {
    start: first!.start,
    end: pieces.at(-1)!.end,
    section,
    kind: sections[section]!.isQuestion ? 'question-and-answer' : kindOf(pieces),
    repeats: first!.repeats,
  };
}

function kindOf(pieces: readonly Piece[]): PassageKind {
  if (pieces.some(({ block }) => block.kind === 'byline')) return 'message';
  if (pieces.some(({ block }) => block.number !== undefined)) return 'steps';
  const charactersOf = (kind: BlockSpan['kind']): number =>
    pieces.reduce((sum, piece) => sum + (piece.block.kind === kind ? piece.end - piece.start : 0), 0);
  const total = pieces.at(-1)!.end - pieces[0]!.start;
  if (2 * charactersOf('table') > total) return 'table';
  return 2 * charactersOf('code') > total ? 'code' : 'prose';
}
