/** The whole path in one place: corpus and model in, answers out. The terminal and Discord both ask here. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { type CorpusListing, listCorpus } from './documents/list.ts';
import { CorpusError } from './documents/problem.ts';
import { type Embedder, findEmbedder, loadEmbedder } from './embedding/embedder.ts';
import { startWorkers } from './embedding/workers.ts';
import type { BuildOptions, BuildResult } from './index/build.ts';
import { currentBuild, readPublished } from './index/generations.ts';
import { isOutOfDate } from './index/is-current.ts';
import { type OpenIndex, openIndex } from './index/open.ts';
import type { SearchPlace } from './index/opensearch/place.ts';
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

/** Which models are loaded, from where, what is searched, and how sure an answer has to be. */
export interface ModelOptions {
  readonly model: string;
  /** Folder of the models of the hub; without it `models/` of the project. */
  readonly models?: string;
  /** Without it the order of retrieval stays. */
  readonly rerank?: { readonly model: string; readonly budgetMs: number } | null;
  /** In [0, 1]; without it the fitted threshold counts. */
  readonly minConfidence?: number | null;
  /** The engine that is asked; without it the files are. */
  readonly search?: SearchPlace | null;
}

export interface EngineOptions extends ModelOptions, BuildOptions {
  readonly corpus: readonly string[];
  readonly embeddings: string;
  /** Processes that embed while an index is built, 1 or more; without it one. */
  readonly cores?: number;
}

/** Loads the model and opens the index, which is built first where it is missing or the corpus has changed. */
export async function openEngine(
  options: EngineOptions & { readonly search?: null },
): Promise<Engine<OpenIndex>>;
export async function openEngine(options: EngineOptions): Promise<Engine>;
export async function openEngine(options: EngineOptions): Promise<Engine> {
  if (!(await isOutOfDate(options))) return openBuild(options);
  // Before the build, which takes longer than to refuse a reranker.
  const judging = await loadJudging(options);
  const built = await rebuild(options);
  const embedder = await loadEmbedder(options.model, options.models);
  return { index: await openCurrent(options, embedder), embedder, ...judging, built };
}

/** Loads the model and opens the current build, or the one named, as it is. Throws {@link IndexError}. */
export async function openBuild(
  options: ModelOptions & Pick<EngineOptions, 'embeddings'> & { readonly search?: null },
  build?: string,
): Promise<Engine<OpenIndex>>;
export async function openBuild(
  options: ModelOptions & Pick<EngineOptions, 'embeddings'>,
  build?: string,
): Promise<Engine>;
export async function openBuild(
  options: ModelOptions & Pick<EngineOptions, 'embeddings'>,
  build?: string,
): Promise<Engine> {
  const found = findEmbedder(options.model, options.models);
  // Before the model is loaded, which takes longer than to refuse an index that is damaged or of another one.
  const index = await openCurrent(options, found, build);
  return { index, embedder: await found.load(), ...(await loadJudging(options)), built: null };
}

/** Opens the index that is there, of whatever corpus, as it is; null where there is none. Throws {@link IndexError}. */
export async function openPublished(options: EngineOptions): Promise<Engine | null> {
  const { pointer } = readPublished(options.embeddings);
  return pointer === null ? null : openBuild(options, pointer.build);
}

/** The current build, or the one named, where it is asked. */
async function openCurrent(
  { embeddings, search }: ModelOptions & Pick<EngineOptions, 'embeddings'>,
  model: { model: string; fingerprint: string },
  build?: string,
): Promise<SearchIndex> {
  if (!search) return openIndex(embeddings, model, build);
  const { connect, openServed } = await searching();
  return openServed(connect(search), model, build ?? currentBuild(embeddings));
}

/** Loaded where it is needed: most ask the files. */
const searching = async () => ({
  ...(await import('./index/opensearch/client.ts')),
  ...(await import('./index/opensearch/open.ts')),
  ...(await import('./index/opensearch/take-over.ts')),
});

/** What puts in order and refuses what was found. */
const loadJudging = async ({
  models,
  rerank,
  minConfidence,
}: ModelOptions): Promise<Pick<Engine, 'reranker' | 'minConfidence'>> => ({
  ...(rerank && { reranker: await loadReranker(rerank.model, rerank.budgetMs, models) }),
  ...(typeof minConfidence === 'number' && { minConfidence }),
});

/** Builds the index whether it is current or not, and brings it to where it is asked. */
export async function rebuild(options: EngineOptions): Promise<BuildResult> {
  const { search, embeddings } = options;
  if (!search) return buildFiles(options);
  const { takeOver, serveCurrent } = await searching();
  const embedder = await loadEmbedder(options.model, options.models);
  const onBuilt = (build: string): Promise<void> => takeOver(search, embeddings, build, embedder);
  const built = await buildFiles({ ...options, onBuilt });
  await serveCurrent(search, embeddings);
  return built;
}

async function buildFiles({ corpus, embeddings, ...options }: EngineOptions): Promise<BuildResult> {
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
export async function isUpToDate(options: EngineOptions): Promise<boolean> {
  try {
    if (await isOutOfDate(options)) return false;
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
  const { embeddings, search } = options;
  const embedder = await loadEmbedder(options.model, options.models);
  if (!search) return rollBack(embeddings, embedder);
  const { takeOver, serveCurrent } = await searching();
  const done = await rollBack(embeddings, embedder, (build) => takeOver(search, embeddings, build, embedder));
  await serveCurrent(search, embeddings);
  return done;
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
