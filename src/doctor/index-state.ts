/** Whether the index is whole and of the articles as they are. */
import type { Config } from '../config.ts';
import { findEmbedder } from '../embedding/embedder.ts';
import { knowledgeAge } from '../import/knowledge-age.ts';
import { listSources } from '../import/records/records.ts';
import { isRefusedBySystem } from '../index/files.ts';
import { findPointer } from '../index/generations.ts';
import { stateOfIndex } from '../index/is-current.ts';
import { describeLock } from '../index/lock.ts';
import { IndexError, UnreadBuildError } from '../index/manifest.ts';
import { openIndex } from '../index/open.ts';
import { counted } from '../terminal/counted.ts';
import { describeAge } from '../terminal/render/age.ts';

/** Throws with what to do; while somebody builds, that is to wait. */
export function checkIndex(config: Config): string {
  const building = describeLock(config.embeddings);
  try {
    const found = describeIndex(config);
    return building === null ? found : `${found}\n  ${building}`;
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    if (building !== null) throw new Error(`${error.reason}. ${building}`, { cause: error });
    // A build refuses what may be whole, and says what to do.
    throw isRefusedBySystem(error) ? new UnreadBuildError(error) : error;
  }
}

function describeIndex(config: Config): string {
  const { embeddings, embeddingModel, models, records } = config;
  const pointer = findPointer(embeddings);
  if (pointer === null) throw new IndexError(`There is no index in ${embeddings}`);
  if (typeof pointer === 'string') throw new IndexError(pointer);
  const state = stateOfIndex(config);
  const index = openIndex(embeddings, findEmbedder(embeddingModel, models));
  const { build, manifest } = index;
  if (state === 'other articles') throw new IndexError(`The articles have changed since ${build} was built`);
  if (state === 'other dictionary')
    throw new IndexError(`The dictionary has changed since ${build} was built`);
  const counts = `${counted(manifest.articles, 'article')}, ${counted(manifest.passages, 'passage')}`;
  const age = describeAge(knowledgeAge(index.list(), listSources(records)), 'en');
  const old = age === null ? '' : `\n  ${age}`;
  if (state === 'current') return `${build}, whole and current, ${counts}${old}`;
  return (
    `${build}, whole, ${counts}; rolled back: the articles of ${pointer.previous} are not in it ` +
    `(npm run index brings them in)${old}`
  );
}
