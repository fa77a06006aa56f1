/** Puts what retrieval found into the order of a reranker, as far as there is time. */

import { embeddedPassage } from '../index/passage-key.ts';
import type { ReadArticles, SearchIndex } from '../index/search-index.ts';
import type { Reranker } from '../reranking/reranker.ts';
import type { ArticleHit, PassageHit, Retrieved } from './retrieve.ts';

/** Passages that a reranker may bring to the top. */
const CANDIDATES = 30;
/** Passages scored between two looks at the clock. */
const BATCH = 4;

/** The `k` best of what `retrieve` finds, read again by the reranker where there is one. */
export async function rerank(
  reranker: Reranker | undefined,
  index: SearchIndex,
  question: string,
  k: number,
  retrieve: (k: number) => Promise<Retrieved>,
): Promise<Retrieved> {
  if (reranker === undefined) return retrieve(k);
  const found = await retrieve(Math.max(k, CANDIDATES));
  const read = await index.read(
    found.passages.map(({ article }) => article),
    [],
    [],
  );
  const texts = found.passages.map(({ passage, article }) => textWithHeadings(read, passage, article));
  const { passages, articles, nearest } = reorder(found, await scoreInTime(reranker, question, texts));
  return { passages: passages.slice(0, k), articles: articles.slice(0, k), nearest };
}

function textWithHeadings(read: ReadArticles, passage: number, article: number): string {
  const { section, text } = read.passage(passage);
  return embeddedPassage({ article: read.article(article), section, text, units: [] }).text;
}

/** Scores of the first texts: as many as were begun within the budget. */
export async function scoreInTime(
  { budgetMs, score }: Reranker,
  question: string,
  texts: readonly string[],
  now: () => number = () => performance.now(),
): Promise<number[]> {
  const end = now() + budgetMs;
  const scores: number[] = [];
  while (scores.length < texts.length && now() < end)
    scores.push(...(await score(question, texts.slice(scores.length, scores.length + BATCH))));
  return scores;
}

/**
 * The passages that have a score, best first, then the others in their order; articles by their best passage.
 * A place keeps its score: what reads them was fitted on how they fall from place to place.
 */
export function reorder({ passages, articles, nearest }: Retrieved, scores: readonly number[]): Retrieved {
  const scored = passages
    .slice(0, scores.length)
    .map((hit, i) => ({ hit, score: scores[i]! }))
    .sort((a, b) => b.score - a.score || a.hit.rank - b.hit.rank)
    .map(({ hit }) => hit);
  const ordered = [...scored, ...passages.slice(scores.length)];
  const place = ({ article }: ArticleHit): number => {
    const first = ordered.findIndex((hit) => hit.article === article);
    return first === -1 ? ordered.length : first;
  };
  const byPassage = [...articles].sort((a, b) => place(a) - place(b) || a.rank - b.rank);
  return { passages: takePlaces(ordered, passages), articles: takePlaces(byPassage, articles), nearest };
}

const takePlaces = <T extends PassageHit | ArticleHit>(hits: readonly T[], places: readonly T[]): T[] =>
  hits.map((hit, i) => ({ ...hit, rank: places[i]!.rank, score: places[i]!.score }));
