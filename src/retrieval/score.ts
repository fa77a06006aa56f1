/** What each candidate of a question is ranked by. */
import type { Candidates, PassageFacts } from '../index/search-index.ts';
import { dot } from '../index/vector-index.ts';
import { type FusionFeatures, normalizeDense, normalizeKeyword, type Scale } from './fuse.ts';

/** A passage with its scores by each leg, and what it is ranked by. */
export interface ScoredPassage {
  readonly passage: number;
  /** BM25, 0 or more. */
  readonly keyword: number;
  /** Cosine, in [-1, 1]. */
  readonly dense: number;
  readonly features: FusionFeatures;
  readonly isStructured: boolean;
}

/** A candidate by its own scores. */
interface Measured {
  readonly passage: number;
  readonly article: number;
  readonly keyword: number;
  readonly dense: number;
  /** Cosines of its best and second best sentence, row, step or listing. */
  readonly sentence: number;
  readonly second: number;
}

/** Scores the candidates of a question, in their order; each is compared with the best of them. */
export function scorePassages(
  facts: PassageFacts,
  vector: Float32Array,
  meanVector: Float32Array,
  candidates: readonly number[],
  keywords: Candidates['keywords'],
): { passages: ScoredPassage[]; scale: Scale } {
  const measured = candidates.map((passage): Measured => {
    const dense = facts.similarity(vector, passage);
    const [sentence = dense, second = sentence] = facts
      .unitSimilarities(vector, passage)
      .sort((a, b) => b - a);
    return {
      passage,
      article: facts.articleOf(passage),
      keyword: keywords[passage]!,
      dense,
      sentence,
      second,
    };
  });
  const meanDense = dot(vector, meanVector);
  const best = (of: (one: Measured) => number, least: number): number =>
    measured.reduce((most, one) => Math.max(most, of(one)), least);
  const scale: Scale = {
    bestKeyword: best(({ keyword }) => keyword, 0),
    bestDense: best(({ dense }) => dense, meanDense),
    bestSentence: best(({ sentence }) => sentence, meanDense),
    meanDense,
  };
  const ofArticle = bestOfArticles(measured);
  const passages = measured.map(({ passage, article, keyword, dense, sentence, second }) => ({
    ...{ passage, keyword, dense, isStructured: facts.isStructured(article) },
    features: {
      keyword: normalizeKeyword(keyword, scale),
      dense: normalizeDense(dense, scale.bestDense, scale),
      sentence: normalizeDense(sentence, scale.bestSentence, scale),
      secondSentence: normalizeDense(second, scale.bestSentence, scale),
      articleKeyword: normalizeKeyword(ofArticle.get(article)!.keyword, scale),
      articleDense: normalizeDense(ofArticle.get(article)!.dense, scale.bestDense, scale),
    },
  }));
  return { passages, scale };
}

/** The best scores that candidates of each article have. */
function bestOfArticles(measured: readonly Measured[]): Map<number, Pick<Measured, 'keyword' | 'dense'>> {
  const best = new Map<number, Pick<Measured, 'keyword' | 'dense'>>();
  for (const { article, keyword, dense } of measured) {
    const known = best.get(article) ?? { keyword, dense };
    best.set(article, { keyword: Math.max(keyword, known.keyword), dense: Math.max(dense, known.dense) });
  }
  return best;
}
