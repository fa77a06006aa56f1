/** Opens the engine for a command, showing the build where one is needed. */
import { resolve } from 'node:path';
import pc from 'picocolors';
import type { Config } from '../config.ts';
import { UnreadError } from '../documents/problem.ts';
import { freeCores } from '../embedding/workers.ts';
import {
  type Engine,
  type EngineOptions,
  embeddingsOf,
  isUpToDate,
  openEngine,
  openPublished,
  rebuild,
  rollBackIndex,
} from '../engine.ts';
import { FileError } from '../file-error.ts';
import type { BuildOptions, BuildResult } from '../index/build.ts';
import { LockedError } from '../index/lock.ts';
import { UnreadBuildError } from '../index/manifest.ts';
import { placeOf } from '../index/opensearch/place.ts';
import { fetchModels } from './fetch-models.ts';
import { showBuild, summarizeBuild, summarizeRollback } from './progress.ts';
import { watchCorpus } from './watch-corpus.ts';

export interface Places {
  /** From `--corpus`; empty for the configured one. */
  readonly corpus?: readonly string[] | undefined;
  /** From `--embeddings`. */
  readonly embeddings?: string | undefined;
}

/** Corpus, folder of the index and its place in the search engine, from a command's options and the settings. */
function placesOf(
  config: Config,
  {
    corpus = [],
    embeddings = corpus.length === 0 ? config.embeddings : embeddingsOf(config.embeddings, corpus),
  }: Places,
): Required<Pick<EngineOptions, 'corpus' | 'embeddings' | 'search'>> {
  const isOwn = resolve(embeddings) === resolve(config.embeddings);
  const { search } = config;
  return {
    corpus: corpus.length === 0 ? config.corpus : corpus,
    embeddings,
    search: search === null || isOwn ? search : placeOf(search, embeddings),
  };
}

const engineOptions = (config: Config, places: Places): EngineOptions => ({
  ...placesOf(config, places),
  model: config.embeddingModel,
  models: config.models,
  rerank: config.rerank,
  minConfidence: config.minConfidence,
  cores: config.buildCores ?? freeCores(),
});

export async function openForCommand(config: Config, places: Places): Promise<Engine> {
  return withProgress(config, places, async (options) => {
    const engine = await openEngine(options);
    return { result: engine, built: engine.built };
  });
}

/** As {@link openForCommand}; where the index cannot be brought up to date, one that is there answers, and a line says why. */
export async function openToAsk(config: Config, places: Places): Promise<Engine> {
  try {
    return await openForCommand(config, places);
  } catch (error) {
    // Why it could not be built is what is to be mended, not why the other cannot be opened.
    const engine = await openPublished(engineOptions(config, places)).catch(() => null);
    if (engine === null) throw error;
    const { message } = error as Error;
    console.error(pc.yellow(`The index could not be brought up to date, the one before answers: ${message}`));
    return engine;
  }
}

/** Builds the index whether it is current or not. */
export async function rebuildForCommand(
  config: Config,
  places: Places,
  { isFull = false }: Pick<BuildOptions, 'isFull'> = {},
): Promise<void> {
  await withProgress(config, places, async (options) => ({
    result: undefined,
    built: await rebuild({ ...options, isFull }),
  }));
}

/** Goes back to the build before the current one, and says what it did. */
export async function rollBackForCommand(config: Config, places: Places): Promise<void> {
  await fetchModels(config);
  const { embeddings, search } = placesOf(config, places);
  const { embeddingModel: model, models } = config;
  summarizeRollback(await rollBackIndex({ embeddings, model, models, search }));
}

/** What may pass without a change of the corpus: another process builds, a file cannot be read or written. */
const PASSING = [LockedError, UnreadError, UnreadBuildError, FileError];

/**
 * Builds the index now, unless it is up to date (also after a rollback), and whenever the corpus changes; a build that
 * fails says why. One that fails for a reason that may pass is tried again. Never resolves.
 */
export function rebuildOnChange(config: Config, places: Places): Promise<void> {
  let last = '';
  return watchCorpus(placesOf(config, places).corpus, async () => {
    try {
      if (!(await isUpToDate(engineOptions(config, places)))) await rebuildForCommand(config, places);
    } catch (error) {
      const { message } = error as Error;
      const isTriedAgain = PASSING.some((kind) => error instanceof kind);
      // Once, though each try has another name for its build and process.
      const reason = message.replaceAll(/\d+-[0-9a-f]{6}|\d+\.tmp/g, '…');
      if (!isTriedAgain || reason !== last) console.error(pc.red(message));
      last = reason;
      if (isTriedAgain) return false;
    }
    console.error(pc.dim('Waiting for the articles to change; Ctrl+C ends.'));
    return true;
  });
}

/** Shows the bars of a build while `work` runs, and its summary where there was one. */
async function withProgress<T>(
  config: Config,
  places: Places,
  work: (options: EngineOptions) => Promise<{ result: T; built: BuildResult | null }>,
): Promise<T> {
  await fetchModels(config);
  const started = performance.now();
  const build = showBuild(config.embeddingModel);
  try {
    const { onProgress, onEstimate } = build;
    const { result, built } = await work({
      ...engineOptions(config, places),
      onProgress,
      onEstimate,
    });
    build.finish();
    if (built) summarizeBuild(built, (performance.now() - started) / 1000);
    return result;
  } finally {
    build.finish();
  }
}
