/** What each leg makes of the candidates of a question, for those who want to see why they stand where they do. */
import type { PassageFacts, SearchIndex } from '../index/search-index.ts';
import { favourOf } from './favour.ts';
import { type Fusion, type FusionFeatures, type FusionWeights, fuse } from './fuse.ts';
import { findCandidates, type Query, ranksBy } from './retrieve.ts';

/** A candidate with its place by each leg and by both, from 1; null where that leg scores it 0 or less. */
export interface RankedByLegs {
  readonly passage: number;
  readonly rank: number | null;
  /** Of both legs, times what the question's period and numbers favour. */
  readonly score: number;
  readonly keyword: { readonly rank: number | null; readonly score: number };
  /** The score is a cosine. */
  readonly dense: { readonly rank: number | null; readonly score: number };
  readonly features: FusionFeatures;
  readonly weights: FusionWeights['plain'];
}

/** The candidates that are among the first `most` by either leg or by both, best first; nothing is folded or left out. */
export async function rankByLegs(
  index: SearchIndex,
  fusion: Fusion,
  query: Query,
  most: number,
): Promise<{ ranked: RankedByLegs[]; facts: PassageFacts }> {
  const found = await findCandidates(index, query);
  const { facts } = found;
  const favour = await favourOf(index, query, found);
  const candidates = found.scored.map(({ isStructured, features, ...one }) => {
    const weights = fusion[isStructured ? 'structured' : 'plain'];
    return { ...one, features, weights, score: fuse(features, weights) * favour(one.passage) };
  });
  const ranks = ranksBy(candidates, ({ score }) => score);
  const keywordRanks = ranksBy(candidates, ({ keyword }) => keyword);
  const denseRanks = ranksBy(candidates, ({ dense }) => dense);
  const ranked = candidates
    .map(({ passage, score, keyword, dense, features, weights }) => ({
      ...{ passage, score, features, weights },
      rank: ranks.get(passage) ?? null,
      keyword: { rank: keywordRanks.get(passage) ?? null, score: keyword },
      dense: { rank: denseRanks.get(passage) ?? null, score: dense },
    }))
    .filter((one) =>
      [one.rank, one.keyword.rank, one.dense.rank].some((rank) => rank !== null && rank <= most),
    )
    .sort((a, b) => b.score - a.score || a.passage - b.passage);
  return { ranked, facts };
}
