/** Weights of the linear models. Made by `npm run fit`. */

import type { SentenceFeatures } from '../sentences/features.ts';
import type { ConfidenceFeatures, FactFeatures, PassageFeatures } from './features.ts';
import weights from './weights.json' with { type: 'json' };

export const SENTENCE_WEIGHTS: Readonly<Record<keyof SentenceFeatures, number>> = weights.sentence;
export const PASSAGE_WEIGHTS: Readonly<Record<keyof PassageFeatures, number>> = weights.passage;
export const CONFIDENCE_WEIGHTS: Readonly<Record<keyof ConfidenceFeatures, number>> = weights.confidence;
export const CONFIDENCE_BIAS: number = weights.confidenceBias;
/** An answer of less confidence than this is "the corpus does not tell". */
export const MIN_CONFIDENCE: number = weights.minConfidence;

/** For articles with headings: whether a fact out of them is right. */
export const FACT_WEIGHTS: Readonly<Record<keyof FactFeatures, number>> = weights.fact;
export const FACT_BIAS: number = weights.factBias;
/** A fact that is less probable than this gives way to its passage. */
export const MIN_FACT: number = weights.minFact;
