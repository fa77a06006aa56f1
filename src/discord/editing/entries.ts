/** What a collection holds, as those who manage it see it: files, and addresses with all that came of them. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { listCorpus } from '../../documents/list.ts';
import { filesOf, listSources, type SourceState } from '../../import/records/records.ts';
import type { Collection } from './collection.ts';

/** A file, or an address with all that came of it. */
export interface Entry {
  /** Of the file below the folder of the server, or the address. */
  readonly name: string;
  readonly source: SourceState | null;
  readonly files: readonly string[];
  /** `YYYY-MM-DD`; null for an address that was never read. */
  readonly changed: string | null;
}

/** The addresses first. */
export async function entriesOf(collection: Collection): Promise<Entry[]> {
  const sources = await sourcesOf(collection);
  const ofSources = new Set(sources.flatMap(({ files }) => files));
  return [...sources, ...filesBeside(ofSources, collection)];
}

async function sourcesOf({ folder, places: { records }, sources }: Collection): Promise<Entry[]> {
  const states = new Map(
    listSources(records)
      .filter((one) => one.corpus === resolve(folder))
      .map((one) => [one.source, one]),
  );
  return (await sources()).map((name) => {
    const source = states.get(name) ?? null;
    const files = filesOf(records, name, folder);
    return { name, source, files, changed: source?.ended?.slice(0, 10) ?? null };
  });
}

/** Files that came of no address; what is learned of solved posts is no file to those who manage it. */
function filesBeside(ofSources: ReadonlySet<string>, { guildId, folder }: Collection): Entry[] {
  const files = statSync(folder, { throwIfNoEntry: false }) === undefined ? [] : listCorpus([folder]).files;
  return files
    .map((file): Entry => {
      const name = file.id + (file.ending ?? '');
      return { name, source: null, files: [name], changed: dayOf(file.modifiedMs) };
    })
    .filter(({ name }) => !ofSources.has(name) && !name.startsWith('learned/') && !isOfServer(guildId, name));
}

const dayOf = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 10);

/** What single servers have is not shared. */
const isOfServer = (guildId: string | null, name: string): boolean =>
  guildId === null && name.startsWith('servers/');
