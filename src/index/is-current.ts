/** Whether an index has to be built, told without model and index. */
import { join } from 'node:path';
import { corpusFingerprint, listCorpus } from '../documents/list.ts';
import { named } from '../file-error.ts';
import { dictionaryFingerprint } from '../text/data-file.ts';
import { currentBuild, findPointer } from './generations.ts';
import { IndexError, type Manifest, OlderFormatError, readManifest } from './manifest.ts';
import type { SearchPlace } from './opensearch/place.ts';

interface Places {
  readonly corpus: readonly string[];
  readonly embeddings: string;
}

/**
 * What the current build is to the corpus and the dictionary as they are now. `rolled back`: they are those of the build
 * that was gone back from, so that nothing is to be built until they change. `missing`: also where the pointer is of no use,
 * which a build mends.
 */
export type IndexState =
  | 'missing'
  | 'older format'
  | 'current'
  | 'rolled back'
  | 'other articles'
  | 'other dictionary';

/** Throws {@link IndexError} where the manifest of the build is no good, FileError. Model and versions are compared where the index is opened. */
export function stateOfIndex({ corpus, embeddings }: Places): IndexState {
  const pointer = findPointer(embeddings);
  if (pointer === null || typeof pointer === 'string') return 'missing';
  const { build, previous, rolledBack } = pointer;
  const articles = corpusFingerprint(listCorpus(corpus));
  const dictionary = named('dictionary', 'read', dictionaryFingerprint);
  const isMadeFrom = (manifest: Manifest | null): boolean =>
    manifest?.corpus === articles && manifest.dictionary === dictionary;
  let manifest: Manifest;
  try {
    manifest = readManifest(join(embeddings, build));
  } catch (error) {
    if (error instanceof OlderFormatError) return 'older format';
    throw error;
  }
  if (isMadeFrom(manifest)) return 'current';
  if (rolledBack && previous !== null && isMadeFrom(manifestOrNull(join(embeddings, previous))))
    return 'rolled back';
  return manifest.corpus === articles ? 'other dictionary' : 'other articles';
}

/** True where nothing is to be built. Throws {@link IndexError}, FileError. */
export const isCurrent = (places: Places): boolean =>
  ['current', 'rolled back'].includes(stateOfIndex(places));

/**
 * True where something is to be built, or to be brought to the search engine that is asked. Throws {@link IndexError},
 * FileError, SearchError.
 */
export async function isOutOfDate({
  search,
  ...places
}: Places & { readonly search?: SearchPlace | null }): Promise<boolean> {
  if (!isCurrent(places)) return true;
  if (!search) return false;
  const build = currentBuild(places.embeddings);
  return build === null || !(await (await import('./opensearch/served.ts')).isLoaded(search, build));
}

/** Null for a build that is gone or broken. */
function manifestOrNull(folder: string): Manifest | null {
  try {
    return readManifest(folder);
  } catch (error) {
    if (error instanceof IndexError) return null;
    throw error;
  }
}
