/** Opens the engine for a command, showing the build where one is needed. */
import type { Config } from '../config.ts';
import { type Engine, embeddingsOf, openEngine } from '../engine.ts';
import { showBuild, summarizeBuild } from './progress.ts';

export interface Places {
  /** From `--corpus`; empty for the configured one. */
  readonly corpus?: readonly string[] | undefined;
  /** From `--embeddings`. */
  readonly embeddings?: string | undefined;
}

/** Corpus and folder of the index, from a command's options and the settings. */
export function placesOf(
  config: Config,
  { corpus = [], embeddings }: Places,
): { corpus: readonly string[]; embeddings: string } {
  if (corpus.length === 0) return { corpus: config.corpus, embeddings: embeddings ?? config.embeddings };
  return { corpus, embeddings: embeddings ?? embeddingsOf(config.embeddings, corpus) };
}

export async function openForCommand(config: Config, places: Places): Promise<Engine> {
  const started = performance.now();
  const build = showBuild();
  try {
    const engine = await openEngine({
      ...placesOf(config, places),
      model: config.embeddingModel,
      onProgress: build.onProgress,
    });
    build.finish();
    if (engine.built) summarizeBuild(engine.built, (performance.now() - started) / 1000);
    return engine;
  } finally {
    build.finish();
  }
}
