/** Opens the engine for a command, showing the build where one is needed. */
import pc from 'picocolors';
import type { Config } from '../config.ts';
import { UnreadError } from '../corpus/problem.ts';
import {
  type Engine,
  type EngineOptions,
  embeddingsOf,
  openEngine,
  rebuild,
  rollBackIndex,
} from '../engine.ts';
import type { BuildOptions, BuildResult } from '../index/build.ts';
import { LockedError } from '../index/lock.ts';
import { UnreadBuildError } from '../index/manifest.ts';
import { fetchModels } from './fetch-models.ts';
import { showBuild, summarizeBuild, summarizeRollback } from './progress.ts';
import { watchCorpus } from './watch-corpus.ts';

export interface Places {
  /** From `--corpus`; empty for the configured one. */
  readonly corpus?: readonly string[] | undefined;
  /** From `--embeddings`. */
  readonly embeddings?: string | undefined;
}

/** Corpus and folder of the index, from a command's options and the settings. */
function placesOf(
  config: Config,
  { corpus = [], embeddings }: Places,
): { corpus: readonly string[]; embeddings: string } {
  if (corpus.length === 0) return { corpus: config.corpus, embeddings: embeddings ?? config.embeddings };
  return { corpus, embeddings: embeddings ?? embeddingsOf(config.embeddings, corpus) };
}

export async function openForCommand(config: Config, places: Places): Promise<Engine> {
  return withProgress(config, places, async (options) => {
    const engine = await openEngine(options);
    return { result: engine, built: engine.built };
  });
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
  const { embeddings } = placesOf(config, places);
  const { embeddingModel: model, models } = config;
  summarizeRollback(await rollBackIndex({ embeddings, model, models }));
}

/**
 * Builds the index now and whenever the corpus changes; a build that fails says why. One that another process or the
 * system keeps from starting is tried again. Never resolves.
 */
export function rebuildOnChange(config: Config, places: Places): Promise<void> {
  let told = '';
  return watchCorpus(placesOf(config, places).corpus, async () => {
    try {
      await rebuildForCommand(config, places);
    } catch (error) {
      const { message } = error as Error;
      const isTriedAgain = [LockedError, UnreadError, UnreadBuildError].some((kind) => error instanceof kind);
      // Every two seconds, for as long as the other builds.
      if (!isTriedAgain || message !== told) console.error(pc.red(message));
      told = message;
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
  const build = showBuild();
  try {
    const { onProgress } = build;
    const { result, built } = await work({
      ...placesOf(config, places),
      model: config.embeddingModel,
      models: config.models,
      rerank: config.rerank,
      minConfidence: config.minConfidence,
      onProgress,
    });
    build.finish();
    if (built) summarizeBuild(built, (performance.now() - started) / 1000);
    return result;
  } finally {
    build.finish();
  }
}
