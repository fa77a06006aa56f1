/** Builds made of files, brought to a search engine and gone back to there. */
import { join } from 'node:path';
import type { Embedder } from '../../embedding/embedder.ts';
import { checkCanaries } from '../canaries.ts';
import { readPointer } from '../generations.ts';
import { readBuild } from '../read-build.ts';
import { withClient } from './client.ts';
import { loadBuild } from './load.ts';
import { openServed } from './open.ts';
import type { SearchPlace } from './place.ts';
import { hasBuild, removeBuilds, serveBuild } from './served.ts';

/**
 * Brings a build of the folder to the engine, unless it is there, and asks it the canaries. Nobody asks it before
 * {@link serveCurrent}. Throws IndexError, SearchError.
 */
export const takeOver = (
  place: SearchPlace,
  embeddings: string,
  build: string,
  embedder: Embedder,
  onLoaded?: (passages: number) => void,
): Promise<void> =>
  withClient(place, async (client) => {
    const { build: current = null, previous = null } = readPointer(embeddings) ?? {};
    // What a load that was ended left may fill the disk.
    await removeBuilds(client, [current, previous]);
    if (!(await hasBuild(client, build)))
      await loadBuild(client, build, readBuild(join(embeddings, build), embedder), onLoaded);
    await checkCanaries(await openServed(client, embedder, build), embedder);
  });

/** Lets the current build of the folder answer, and keeps the one before. Throws SearchError. */
export const serveCurrent = (place: SearchPlace, embeddings: string): Promise<void> =>
  withClient(place, async (client) => {
    const { build, previous } = readPointer(embeddings)!;
    await serveBuild(client, build);
    await removeBuilds(client, [build, previous]);
  });
