/** Starts the library for a command that goes on asking it. Nothing here loads the model. */
import type { Config } from '../config.ts';
import type { LiveLibrary } from '../library.ts';
import { startLibrary } from '../service/live-library.ts';
import { showBuild, summarizeBuild } from './progress.ts';

/** `ready` waits like the library's own, and shows a build. */
export function startForCommand(
  config: Config,
  log: (line: string) => void,
  office?: () => number | null,
): { library: LiveLibrary; ready: Promise<void> } {
  const started = performance.now();
  const {
    corpus,
    embeddings,
    embeddingModel: model,
    models,
    rerank,
    minConfidence,
    search,
    buildCores: cores,
  } = config;
  const build = showBuild(model);
  const library = startLibrary({
    corpus,
    embeddings,
    model,
    models,
    rerank,
    minConfidence,
    search,
    cores,
    onProgress: build.onProgress,
    onEstimate: build.onEstimate,
    log,
    ...(office !== undefined && { officeNumber: office }),
  });
  const ready = library.ready.finally(build.finish).then((built) => {
    if (built) summarizeBuild(built, (performance.now() - started) / 1000);
  });
  return { library, ready };
}
