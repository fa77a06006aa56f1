/** Sees to it that a model's files are on disk before anything needs them. */
import { resolve } from 'node:path';
import type { OnFetched } from '../hub/fetch-model.ts';
import { HubError, type HubSettings, isHubName } from '../hub/hub.ts';
import { findFolder, ModelError, missingFiles } from './folder.ts';

/**
 * Fetches a model of the hub into `models/<owner>/<name>` where it is not on disk; nothing happens, and nobody is
 * asked, for one that is, and for a name that is no name of the hub. `setting` is the one that chose the model.
 * Throws {@link ModelError} with the files that are missing and the ways on.
 */
export async function ensureModel(
  hub: HubSettings,
  model: string,
  models: string,
  setting: string,
  onFetched?: OnFetched,
): Promise<void> {
  const folder = findFolder(model, models);
  if ((folder !== null && missingFiles(folder).length === 0) || !isHubName(model)) return;
  await getModel(hub, model, models, setting, onFetched);
}

/** Fetches a model of the hub, or checks what is there of it. Throws as {@link ensureModel} does. */
export async function getModel(
  hub: HubSettings,
  model: string,
  models: string,
  setting: string,
  onFetched?: OnFetched,
): Promise<void> {
  const folder = resolve(models, model);
  // Loads undici, which no model on disk needs: 0.1 s.
  const { fetchModel } = await import('../hub/fetch-model.ts');
  try {
    await fetchModel(hub, model, folder, onFetched);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const missing = missingFiles(folder);
    const lacks = missing.length === 0 ? '' : ` Missing in ${folder}: ${missing.join(', ')}.`;
    throw new ModelError(
      `The model ${model} could not be fetched: ${error.message}.${lacks} Ways on: try again (what came is kept) or ` +
        `set HF_ENDPOINT to a mirror of the hub; copy the folder from a computer that has it to ${folder}; ` +
        `or leave ${setting} out${setting === 'EMBEDDING_MODEL' ? ' to use the embedded model' : ''}.`,
      { cause: error },
    );
  }
}
