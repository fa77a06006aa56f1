/** What was chosen, as the data that those who show an answer get. */
import type { Evidence, Fact, FoundPassage } from '../answer-types.ts';
import type { FoundFact } from '../evidence/chosen-facts.ts';
import { sourceOf } from '../passages/read.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';
import type { Block, Passage, Span } from '../types.ts';
import type { ShownPassage } from './passages.ts';
import type { Shown } from './shown.ts';

export const textOf = (texts: Texts, article: number, { start, end }: Span): string =>
  texts.article(article).text.slice(start, end);

/** Where a passage stands, as all that is told of it says. */
const placeOf = ({ kind, section: { headings, anchor } }: Passage) => ({ kind, headings, anchor });

export function tellFound(texts: Texts, hit: PassageHit): FoundPassage {
  const passage = texts.passage(hit.passage);
  const { id, blocks, text } = passage;
  const { rank, score, keywordRank, denseRank } = hit;
  return {
    ...{ id, article: texts.article(hit.article).id, rank, score, keywordRank, denseRank },
    ...placeOf(passage),
    ...{ text, blocks },
  };
}

export function tellFact(
  texts: Texts,
  { kind, text, gloss, date, until, quote }: FoundFact,
  articles: readonly number[],
): Fact {
  return {
    kind,
    text,
    ...(gloss !== undefined && { gloss }),
    ...(date !== undefined && { date }),
    ...(until !== undefined && { until }),
    passage: texts.passage(quote.hit.passage).id,
    sources: articles.map((article) => sourceOf(texts.article(article))),
  };
}

export function tellQuote(
  texts: Texts,
  { article, passage, span, marks }: Shown,
  reprints: readonly number[],
): Evidence {
  return {
    article: sourceOf(texts.article(article)),
    alsoIn: reprints.map((reprint) => sourceOf(texts.article(reprint))),
    ...quotedFrom(texts, article, passage, span),
    highlights: marks.map(({ start, end }): [number, number] => [start - span.start, end - span.start]),
  };
}

/** A quote of sentences, with where it stands. */
function quotedFrom(texts: Texts, article: number, number: number, { start, end }: Span) {
  const passage = texts.passage(number);
  const quote = textOf(texts, article, { start, end });
  const block = blockAround(passage.blocks, passage.text, start - passage.span.start);
  return {
    ...{ passage: passage.id, ...placeOf(passage), quote },
    blocks: [
      { kind: block?.kind === 'byline' ? ('byline' as const) : ('text' as const), text: quote, depth: 0 },
    ],
  };
}

/** The block of a passage that holds a place of its text. */
function blockAround(blocks: readonly Block[], text: string, place: number): Block | undefined {
  let start = 0;
  for (const block of blocks) {
    start = text.indexOf(block.text, start);
    if (place < start + block.text.length) return block;
    start += block.text.length;
  }
  return undefined;
}

export const textOfBlocks = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');

export function tellPassage(
  texts: Texts,
  { article, passage: number, blocks }: ShownPassage,
  reprints: readonly number[],
): Evidence {
  const passage = texts.passage(number);
  return {
    article: sourceOf(texts.article(article)),
    alsoIn: reprints.map((reprint) => sourceOf(texts.article(reprint))),
    ...{ passage: passage.id, ...placeOf(passage) },
    quote: textOfBlocks(blocks),
    blocks,
    highlights: [],
  };
}
