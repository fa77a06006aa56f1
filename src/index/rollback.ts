/** Goes back to the build before the current one. */
import type { Embedder } from '../embedding/embedder.ts';
import { checkCanaries } from './canaries.ts';
import { publish, readPublished } from './generations.ts';
import { withLock } from './lock.ts';
import { IndexError, type Manifest } from './manifest.ts';
import { openIndex } from './open.ts';

export interface Rollback {
  /** Name of the build that was current. */
  readonly from: string;
  /** Name of the one that is current now. */
  readonly to: string;
  readonly manifest: Manifest;
  readonly notes: readonly string[];
}

/**
 * Points `embeddings/current.json` to the build before, once that is opened and checked as a new one would be. The build
 * that was current becomes the one before, so that a second rollback undoes the first. `onChecked` takes it to where it is asked. Throws {@link IndexError} where
 * there is none or it is no good, FileError and LockedError; the current build then stays.
 */
export function rollBack(
  embeddings: string,
  embedder: Embedder,
  onChecked: (build: string) => Promise<void> = async () => {},
): Promise<Rollback> {
  return withLock(embeddings, async (notes) => {
    const { pointer, note } = readPublished(embeddings);
    if (note !== null) notes.push(note);
    if (pointer === null) throw new IndexError(note ?? `There is no index in ${embeddings}`);
    const { build: from, previous: to, rolledBack } = pointer;
    if (to === null) throw new IndexError(`There is no build before ${from} to go back to`);
    let index: ReturnType<typeof openIndex>;
    try {
      index = openIndex(embeddings, embedder, to);
      await checkCanaries(index, embedder);
      await onChecked(to);
    } catch (error) {
      if (!(error instanceof IndexError)) throw error;
      throw new IndexError(`The build ${to} cannot be gone back to, ${from} stays: ${error.reason}`, {
        cause: error,
      });
    }
    publish(embeddings, { build: to, previous: from, rolledBack: !rolledBack });
    return { from, to, manifest: index.manifest, notes };
  });
}
