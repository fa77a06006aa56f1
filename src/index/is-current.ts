/** Whether an index has to be built, told without model and index. */
import { join } from 'node:path';
import { corpusFingerprint, listCorpus } from '../corpus/list.ts';
import { findPointer } from './generations.ts';
import { IndexError, readManifest } from './manifest.ts';

/**
 * True where there is an index of the corpus as it is now, or one that was rolled back to from that of this corpus; false
 * where the pointer is of no use, which a build mends. Throws {@link IndexError} where the manifest of the build is no good.
 */
export function isCurrent({
  corpus,
  embeddings,
}: {
  readonly corpus: readonly string[];
  readonly embeddings: string;
}): boolean {
  const pointer = findPointer(embeddings);
  if (pointer === null || typeof pointer === 'string') return false;
  const { build, previous, rolledBack } = pointer;
  const now = corpusFingerprint(listCorpus(corpus));
  if (readManifest(join(embeddings, build)).corpus === now) return true;
  return rolledBack && previous !== null && corpusOf(join(embeddings, previous)) === now;
}

/** Null for a build that is gone or broken. */
function corpusOf(folder: string): string | null {
  try {
    return readManifest(folder).corpus;
  } catch (error) {
    if (error instanceof IndexError) return null;
    throw error;
  }
}
