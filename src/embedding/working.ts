/** A process that embeds: `workers.ts` sends passages and questions, one call after the other; it ends with its parent. */
import { asError, beChild, report, reportAndEnd } from '../child.ts';
import { type EmbeddedPassage, loadEmbedder, type PassageInput } from './embedder.ts';

export interface WorkingOptions {
  readonly model: string;
  readonly models: string | undefined;
}

/** The next one comes when this one is answered. */
export type WorkerCall =
  | { readonly passages: readonly PassageInput[]; readonly question?: never }
  | { readonly question: string; readonly passages?: never };

/** First `loaded` or `refused`, then `made` or `failed` a call. Errors lose their class on the way. */
export type FromWorker =
  | { readonly kind: 'loaded'; readonly dimensions: number }
  | { readonly kind: 'refused'; readonly error: Error }
  | { readonly kind: 'made'; readonly made: readonly EmbeddedPassage[] | Float32Array }
  | { readonly kind: 'failed'; readonly error: Error };

const { model, models } = beChild<WorkingOptions>();
try {
  const embedder = await loadEmbedder(model, models);
  process.on('message', async ({ passages, question }: WorkerCall) => {
    try {
      const made =
        passages === undefined
          ? await embedder.embedQuestion(question)
          : await embedder.embedPassages(passages);
      report<FromWorker>({ kind: 'made', made });
    } catch (error) {
      report<FromWorker>({ kind: 'failed', error: asError(error) });
    }
  });
  report<FromWorker>({ kind: 'loaded', dimensions: embedder.dimensions });
} catch (error) {
  reportAndEnd<FromWorker>({ kind: 'refused', error: asError(error) });
}
