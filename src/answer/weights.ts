/** Weights of the linear models. Made by `npm run fit`. */
import type { SentenceFeatures } from './evidence.ts';

export const SENTENCE_WEIGHTS: Readonly<Record<keyof SentenceFeatures, number>> = {
  coverage: 4,
  context: 3.7,
  passage: 5.7,
  tells: 2.2,
  candidate: 1,
  size: 0.3,
};
