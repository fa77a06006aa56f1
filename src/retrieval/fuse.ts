/**
 * Joins the two legs, what the sentences of a passage say and what its article says into one score: a sum of normalised
 * scores with fitted weights.
 *
 * Reciprocal rank fusion was measured too: with legs of unequal strength it loses to the better one (XQuAD en-zh
 * MRR .815 as the keyword leg alone, against .849 for a sum of both).
 */
import { lastPart } from '../embedding/models.ts';
import { weighFeatures } from '../linear.ts';
import fitted from './weights.json' with { type: 'json' };

/** What a passage is ranked by: each about 1 for the best of a question's candidates, 0 for a passage like any other. */
export interface FusionFeatures {
  /** BM25 of the passage with what stands above it. */
  readonly keyword: number;
  /** The model on the passage. */
  readonly dense: number;
  /** The model on its best sentence, row, step or listing, and on the second best. */
  readonly sentence: number;
  readonly secondSentence: number;
  /** The best of its article by each leg. */
  readonly articleKeyword: number;
  readonly articleDense: number;
}

/**
 * Weights for passages of articles that are paragraphs one after the other, such as news, where names decide, and for
 * those with headings, lists, tables and code. Both sum to 1, so that their scores can be compared.
 */
export type FusionWeights = Readonly<
  Record<'plain' | 'structured', Readonly<Record<keyof FusionFeatures, number>>>
>;

export const FUSION_FEATURES = [
  'keyword', 'dense', 'sentence', 'secondSentence', 'articleKeyword', 'articleDense',
] as const satisfies readonly (keyof FusionFeatures)[]; // biome-ignore format: a table

/** What the scores of a question's candidates are compared with. */
export interface Scale {
  /** Best keyword score, 0 where no term matches. */
  readonly bestKeyword: number;
  /** Best cosine of a passage, and of a sentence. */
  readonly bestDense: number;
  readonly bestSentence: number;
  /** Mean cosine over all passages: what an unrelated one gets. */
  readonly meanDense: number;
}

/** Keyword score over the best one, in [0, 1]. */
export const normalizeKeyword = (score: number, { bestKeyword }: Scale): number =>
  bestKeyword > 0 ? score / bestKeyword : 0;

/**
 * Cosine above the mean, over the best one's: 1 for the best, 0 for a mean one, down to -1 for worse ones. The bound
 * keeps a passage with the question's words in a corpus where the best is hardly above the mean.
 */
export const normalizeDense = (
  cosine: number,
  best: number,
  { meanDense }: Pick<Scale, 'meanDense'>,
): number => (best > meanDense ? Math.max(-1, (cosine - meanDense) / (best - meanDense)) : 0);

/** Joined score, at most 1. */
export const fuse = (features: FusionFeatures, weights: FusionWeights['plain']): number =>
  weighFeatures(weights, features);

/** What was fitted and measured for a model. */
export interface Fusion extends FusionWeights {
  /** Mean cosine of a question and a passage of another subject; null where it was not measured. */
  readonly background: number | null;
}

/** The mean over fewer passages than some times this says more of those few than of the model. */
const FEW_PASSAGES = 30;

/**
 * Cosine above that of an average passage, over the most that it could be above it: about 0 where nothing is near, at
 * most 1. In a small corpus, whose average is made of what is near, the background counts as well.
 */
export function aboveAverage(
  cosine: number,
  average: number,
  passages: number,
  { background }: Pick<Fusion, 'background'>,
): number {
  const shared =
    background === null
      ? average
      : (passages * average + FEW_PASSAGES * background) / (passages + FEW_PASSAGES);
  return Math.max(0, cosine - shared) / Math.max(Number.EPSILON, 1 - shared);
}

/** Weights that were fitted for a model, by the last part of its name or folder; else those of the default. */
export function fusionOf(model: string): Fusion {
  const { models, other } = fitted as { models: Record<string, Fusion>; other: Fusion };
  return models[lastPart(model)] ?? other;
}
