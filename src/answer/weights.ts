/** Weights of the linear models. Made by `npm run fit`. */
import type { ConfidenceFeatures, SentenceFeatures } from './features.ts';
import weights from './weights.json' with { type: 'json' };

export const SENTENCE_WEIGHTS: Readonly<Record<keyof SentenceFeatures, number>> = weights.sentence;
export const CONFIDENCE_WEIGHTS: Readonly<Record<keyof ConfidenceFeatures, number>> = weights.confidence;
export const CONFIDENCE_BIAS: number = weights.confidenceBias;
/** An answer of less confidence than this is "the corpus does not tell". */
export const MIN_CONFIDENCE: number = weights.minConfidence;
