/** Which index of the engine answers whoever asks by its name: that of a build, and the one before beside it. */
import { type SearchClient, withClient } from './client.ts';
import type { SearchPlace } from './place.ts';

/** Name of the index of a build. */
export const indexOf = ({ name }: Pick<SearchClient, 'name'>, build: string): string => `${name}-${build}`;

/** Names of the indexes of builds. Throws SearchError. */
async function indexesOf({ ask, name }: SearchClient): Promise<string[]> {
  const found = await ask<Record<string, object>>('GET', `/${name}-*/_alias`);
  return Object.keys(found).filter((index) => index.startsWith(`${name}-2`));
}

/** Whether the engine has a build; one that is still being loaded counts as well. Throws SearchError. */
export const hasBuild = async (client: SearchClient, build: string): Promise<boolean> =>
  (await indexesOf(client)).includes(indexOf(client, build));

/** Whether a build may be asked of the engine. Throws SearchError. */
export const isLoaded = (place: SearchPlace, build: string): Promise<boolean> =>
  withClient(place, (client) => hasBuild(client, build));

/** Makes a build the one that answers, in one step. Throws SearchError; the one before answers on then. */
export async function serveBuild(client: SearchClient, build: string): Promise<void> {
  const { name } = client;
  const remove = { remove: { index: `${name}-*`, alias: name, must_exist: false } };
  await client.ask('POST', '/_aliases', {
    actions: [remove, { add: { index: indexOf(client, build), alias: name } }],
  });
}

/** Removes the indexes of all builds but these, whole or not. Throws SearchError. */
export async function removeBuilds(client: SearchClient, keep: readonly (string | null)[]): Promise<void> {
  const kept = keep.map((build) => build && indexOf(client, build));
  for (const index of await indexesOf(client))
    if (!kept.includes(index)) await client.ask('DELETE', `/${index}`);
}
