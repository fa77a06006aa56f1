/** Whether the models load, from the files that they were fetched or committed with. */
import { relative } from 'node:path';
import type { Config } from '../config.ts';
import { loadEmbedder } from '../embedding/embedder.ts';
import { DEFAULT_MODEL, STATIC_MODEL } from '../embedding/models.ts';
import { CHECKSUMS, changedFiles } from '../hub/checksums.ts';
import { isHubName } from '../hub/hub.ts';
import { completeFolder, filesIn, findFolder, ModelError, PROJECT_FOLDER } from '../model/folder.ts';
import { loadReranker } from '../reranking/reranker.ts';

export async function checkModel({ embeddingModel, models }: Config): Promise<string> {
  const remark = await checkFiles(embeddingModel, models, 'EMBEDDING_MODEL');
  const { model, dimensions, fingerprint } = await loadEmbedder(embeddingModel, models);
  return `${model}, ${dimensions} dimensions, sha256 ${fingerprint.slice(0, 12)}…; ${remark}`;
}

export async function checkReranker({ rerank, models }: Config): Promise<string> {
  if (rerank === null) return 'no RERANK_MODEL is set: the order of retrieval stays';
  const remark = await checkFiles(rerank.model, models, 'RERANK_MODEL');
  const { model } = await loadReranker(rerank.model, rerank.budgetMs, models);
  return `${model}; ${remark}`;
}

/** Before a model is loaded: a network that was damaged can take its process with it. Throws {@link ModelError}. */
async function checkFiles(model: string, models: string, setting: string): Promise<string> {
  const folder = completeFolder(model, models, setting);
  const changed = await changedFiles(folder, filesIn(folder).present);
  if (changed === null) return `its files cannot be compared, as ${folder} has no ${CHECKSUMS}`;
  if (changed.length > 0)
    throw new ModelError(
      `${folder}: ${changed.join(', ')} ${changed.length === 1 ? 'is not the file' : 'are not the files'} of ` +
        `${CHECKSUMS}, and no index is to be built with ${changed.length === 1 ? 'it' : 'them'}. ` +
        remedyFor(model, folder, models),
    );
  return 'its files are those that were fetched';
}

function remedyFor(model: string, folder: string, models: string): string {
  if ([DEFAULT_MODEL, STATIC_MODEL].some((embedded) => findFolder(embedded, models) === folder))
    return `Run: git checkout -- ${relative(PROJECT_FOLDER, folder)}`;
  if (isHubName(model)) return `Run: npm run models -- --get ${model}`;
  return 'Copy the folder again from where it is whole.';
}
