/** What is asked of everyone that is measured. */
import type { BenchPassages, BenchQuestion } from './data.ts';

/** Ids of articles, best first; those that share a place are one text. */
export type Found = readonly (readonly string[])[];

export interface Engine {
  /** Null for one that answers from what another has built. */
  readonly build: ((passages: BenchPassages, folder: string) => Promise<void>) | null;
  /** Opens what was built, in a process that has built nothing. */
  open(folder: string): Promise<(question: BenchQuestion) => Promise<Found>>;
}

/** Passages asked for: enough for five articles. */
export const PASSAGES_ASKED = 25;

/** Articles of passages, each once. */
export const articlesOf = (passages: readonly string[]): Found =>
  [...new Set(passages)].map((article) => [article]);
