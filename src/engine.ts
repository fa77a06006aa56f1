/** The whole path in one place: corpus and model in, answers out. The terminal and Discord both ask here. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { listCorpus } from './corpus/read.ts';
import { type Embedder, loadEmbedder } from './embedding/embedder.ts';
import { type BuildProgress, type BuildResult, buildIndex, corpusFingerprint } from './index/build.ts';
import { type OpenIndex, openIndex, readCurrentManifest } from './index/open.ts';
import { loadReranker, type Reranker } from './reranking/reranker.ts';

export interface Engine {
  readonly index: OpenIndex;
  readonly embedder: Embedder;
  readonly reranker?: Reranker;
  /** What the build did, where the index was missing or out of date. */
  readonly built: BuildResult | null;
}

export interface EngineOptions {
  readonly corpus: readonly string[];
  readonly embeddings: string;
  readonly model: string;
  /** Folder of the models of the hub; without it `models/` of the project. */
  readonly models?: string;
  /** Without it the order of retrieval stays. */
  readonly rerank?: { readonly model: string; readonly budgetMs: number } | null;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** Loads the model and opens the index, which is built first where it is missing or the corpus has changed. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const embedder = await loadEmbedder(options.model, options.models);
  const { rerank, models } = options;
  const reranker = rerank ? await loadReranker(rerank.model, rerank.budgetMs, models) : undefined;
  const listing = listCorpus(options.corpus);
  const manifest = readCurrentManifest(options.embeddings);
  const current = manifest !== null && manifest.corpus === corpusFingerprint(listing);
  const built = current ? null : await buildIndex(listing, options.embeddings, embedder, options.onProgress);
  const index = openIndex(options.embeddings, embedder);
  return { index, embedder, ...(reranker && { reranker }), built };
}

/** Builds the index whether it is current or not. */
export async function rebuild(options: EngineOptions): Promise<BuildResult> {
  const embedder = await loadEmbedder(options.model, options.models);
  return buildIndex(listCorpus(options.corpus), options.embeddings, embedder, options.onProgress);
}

/** Where the index of another corpus than the configured one goes, so that it never replaces the bot's. */
export const embeddingsOf = (embeddings: string, corpus: readonly string[]): string =>
  join(
    embeddings,
    `of-${createHash('sha256')
      .update(corpus.map((path) => resolve(path)).join('\n'))
      .digest('hex')
      .slice(0, 10)}`,
  );
