/** Rerankers that are known to work; any other cross-encoder with one score a pair can be named too. */
import type { KnownModel } from '../embedding/models.ts';

export const RERANK_MODELS: readonly KnownModel[] = [
  { name: 'Xenova/bge-reranker-base', licence: 'MIT', megabytes: 300, languages: 'Chinese, English' },
  { name: 'Xenova/bge-reranker-large', licence: 'MIT', megabytes: 580, languages: 'Chinese, English' },
];
