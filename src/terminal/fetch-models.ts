/** Fetches models with a bar for each. */
import pc from 'picocolors';
import type { Config } from '../config.ts';
import type { OnFetched } from '../hub/fetch-model.ts';
import { ensureModel, getModel } from '../model/ensure.ts';
import { RERANK_MODELS } from '../reranking/models.ts';
import { startBar } from './progress.ts';

const MEBIBYTE = 1 << 20;

/** Fetches the models that the settings name and that are not on disk. */
export async function fetchModels({ hub, models, embeddingModel, rerank }: Config): Promise<void> {
  await showFetching(embeddingModel, (onFetched) =>
    ensureModel(hub, embeddingModel, models, 'EMBEDDING_MODEL', onFetched),
  );
  if (rerank !== null)
    await showFetching(rerank.model, (onFetched) =>
      ensureModel(hub, rerank.model, models, 'RERANK_MODEL', onFetched),
    );
}

/** Fetches one model, or checks what is there of it. */
export async function fetchOne({ hub, models }: Config, model: string): Promise<void> {
  const setting = RERANK_MODELS.some(({ name }) => name === model) ? 'RERANK_MODEL' : 'EMBEDDING_MODEL';
  await showFetching(model, (onFetched) => getModel(hub, model, models, setting, onFetched));
  console.error(`${pc.green('Fetched and checked:')} ${model}`);
}

async function showFetching(model: string, work: (onFetched: OnFetched) => Promise<void>): Promise<void> {
  let bar: ReturnType<typeof startBar> | null = null;
  try {
    await work((done, total) => {
      bar ??= startBar(`Fetching ${model}`, 'MiB');
      bar.update(Math.round(done / MEBIBYTE), Math.max(1, Math.round(total / MEBIBYTE)));
    });
  } finally {
    (bar as ReturnType<typeof startBar> | null)?.stop();
  }
}
