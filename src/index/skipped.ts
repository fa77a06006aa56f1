/** What a build could not use of the articles, kept beside it for those who look later. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../documents/problem.ts';
import { named } from '../file-error.ts';

/** A file, or a line of one, that is left out or cut; why; and what to do. */
export type Skipped = Pick<Problem, 'where' | 'reason' | 'remedy' | 'article'>;

const FILE = 'skipped.json';
/** A broken file of a million lines would be a list that nobody reads. */
const MAX_SKIPPED = 1_000;
const OF_SERVER = /(?:^|[/\\])servers[/\\](\d{17,20})[/\\]/;

/** Throws FileError. The manifest does not know the file: an index without it is whole. */
export function writeSkipped(folder: string, problems: readonly Problem[]): void {
  const skipped = problems
    .slice(0, MAX_SKIPPED)
    .map(({ where, reason, remedy, article }) => ({ where, reason, remedy, ...(article && { article }) }));
  const path = join(folder, FILE);
  named(path, 'written', () => writeFileSync(path, JSON.stringify(skipped)));
}

/** What all servers see, and this one; nothing where it is not known. */
export function readSkipped(folder: string, server: string | null): Skipped[] {
  try {
    const skipped = JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Skipped[];
    return skipped.filter(({ where }) => {
      const [, owner] = OF_SERVER.exec(where) ?? [];
      return owner === undefined || owner === server;
    });
  } catch {
    return [];
  }
}
