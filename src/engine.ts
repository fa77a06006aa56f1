/** The whole path in one place: corpus and model in, answers out. The terminal and Discord both ask here. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type CorpusListing, listCorpus } from './documents/list.ts';
import { CorpusError } from './documents/problem.ts';
import { type Embedder, findEmbedder, loadEmbedder } from './embedding/embedder.ts';
import { startWorkers } from './embedding/workers.ts';
import type { BuildOptions, BuildResult } from './index/build.ts';
import { readPublished } from './index/generations.ts';
import { isCurrent } from './index/is-current.ts';
import { type OpenIndex, openIndex } from './index/open.ts';
import { type Rollback, rollBack } from './index/rollback.ts';
import type { SearchIndex } from './index/search-index.ts';
import { loadReranker, type Reranker } from './reranking/reranker.ts';

export interface Engine<Index extends SearchIndex = SearchIndex> {
  readonly index: Index;
  readonly embedder: Embedder;
  readonly reranker?: Reranker;
  /** An answer of less confidence is not given; without it the fitted threshold counts. */
  readonly minConfidence?: number;
  /** What the build did, where the index was missing or out of date. */
  readonly built: BuildResult | null;
}

/** Which models are loaded, from where, and how sure an answer has to be. */
export interface ModelOptions {
  readonly model: string;
  /** Folder of the models of the hub; without it `models/` of the project. */
  readonly models?: string;
  /** Without it the order of retrieval stays. */
  readonly rerank?: { readonly model: string; readonly budgetMs: number } | null;
  /** In [0, 1]; without it the fitted threshold counts. */
  readonly minConfidence?: number | null;
}

export interface EngineOptions extends ModelOptions, BuildOptions {
  readonly corpus: readonly string[];
  readonly embeddings: string;
  /** Processes that embed while an index is built, 1 or more; without it one. */
  readonly cores?: number;
}

/** Loads the model and opens the index, which is built first where it is missing or the corpus has changed. */
export async function openEngine(options: EngineOptions): Promise<Engine<OpenIndex>> {
  if (isCurrent(options)) return openBuild(options);
  // Before the build, which takes longer than to refuse a reranker.
  const judging = await loadJudging(options);
  const built = await rebuild(options);
  const embedder = await loadEmbedder(options.model, options.models);
  return { index: openIndex(options.embeddings, embedder), embedder, ...judging, built };
}

/** Loads the model and opens the current build, or the one named, as it is. Throws {@link IndexError}. */
export async function openBuild(
  options: ModelOptions & Pick<EngineOptions, 'embeddings'>,
  build?: string,
): Promise<Engine<OpenIndex>> {
  const found = findEmbedder(options.model, options.models);
  // Before the model is loaded, which takes longer than to refuse an index that is damaged or of another one.
  const index = openIndex(options.embeddings, found, build);
  return { index, embedder: await found.load(), ...(await loadJudging(options)), built: null };
}

/** Opens the index that is there, of whatever corpus, as it is; null where there is none. Throws {@link IndexError}. */
export async function openPublished(options: EngineOptions): Promise<Engine | null> {
  const { pointer } = readPublished(options.embeddings);
  return pointer === null ? null : openBuild(options, pointer.build);
}

/** What puts in order and refuses what was found. */
const loadJudging = async ({
  models,
  rerank,
  minConfidence,
}: ModelOptions): Promise<Pick<Engine, 'reranker' | 'minConfidence'>> => ({
  ...(rerank && { reranker: await loadReranker(rerank.model, rerank.budgetMs, models) }),
  ...(typeof minConfidence === 'number' && { minConfidence }),
});

/** Builds the index whether it is current or not. */
export async function rebuild({ corpus, embeddings, ...options }: EngineOptions): Promise<BuildResult> {
  const listing = listFiles(corpus);
  const { model, models, cores = 1 } = options;
  const found = findEmbedder(model, models);
  // What reads a corpus is loaded where one is read: a process that answers does without.
  const { buildIndex } = await import('./index/build.ts');
  if (found.isTable) return buildIndex(listing, embeddings, await found.load(), options);
  const workers = await startWorkers(found, { model, models }, cores);
  try {
    return await buildIndex(listing, embeddings, workers, options);
  } finally {
    workers.close();
  }
}

/** True where a build would change nothing: the index is whole, made as one would be made now, and current. */
export function isUpToDate(options: EngineOptions): boolean {
  try {
    if (!isCurrent(options)) return false;
    openIndex(options.embeddings, findEmbedder(options.model, options.models));
    return true;
  } catch {
    // The build tells of it, or mends it.
    return false;
  }
}

/** Throws {@link CorpusError} where there is no file at all, which is told without a model. */
function listFiles(corpus: readonly string[]): CorpusListing {
  const listing = listCorpus(corpus);
  const isRead = listing.problems.every(({ isUnread }) => !isUnread);
  if (listing.files.length === 0 && isRead) throw new CorpusError(listing.problems);
  return listing;
}

/** Goes back to the build before the current one. Throws what `rollBack` throws. */
export async function rollBackIndex(
  options: ModelOptions & Pick<EngineOptions, 'embeddings'>,
): Promise<Rollback> {
  return rollBack(options.embeddings, await loadEmbedder(options.model, options.models));
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
