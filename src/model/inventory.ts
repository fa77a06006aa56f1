/** Which models are on disk. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, findFolder } from './folder.ts';

export interface OnDisk {
  readonly folder: string;
  /** Of the files that are used. */
  readonly bytes: number;
  /** Files that have not been fetched yet. */
  readonly missing: readonly string[];
}

/** What is on disk of a model, or null where nothing is. */
export function lookOnDisk(model: string, models: string): OnDisk | null {
  const folder = findFolder(model, models);
  if (folder === null) return null;
  const { present, missing } = filesIn(folder);
  const bytes = present.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  return { folder, bytes, missing };
}

/** Names `<owner>/<model>` of the models in the folder of models, sorted; those that the project carries have no owner. */
export function namesOnDisk(models: string): string[] {
  const foldersIn = (path: string): string[] =>
    existsSync(path)
      ? readdirSync(path, { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => name)
      : [];
  return foldersIn(models)
    .filter((owner) => !existsSync(join(models, owner, 'config.json')))
    .flatMap((owner) => foldersIn(join(models, owner)).map((name) => `${owner}/${name}`))
    .filter((name) => existsSync(join(models, name, 'config.json')))
    .sort();
}
