/** What a model's files were when they were fetched and checked, kept beside them: later damage can be told from a change. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../unfinished.ts';
import type { HubFile } from './files.ts';
import { HubError } from './hub.ts';
import { sha256Of } from './verify.ts';

/** As `sha256sum` writes and checks it. */
export const CHECKSUMS = 'SHA256SUMS';

/** Writes the checksums of files that are whole, as the hub states them, or where it states others, as they are. Throws {@link HubError}. */
export async function writeChecksums(folder: string, files: readonly HubFile[]): Promise<void> {
  const lines = await Promise.all(
    files.map(async ({ path, hash }) => {
      const sha256 = hash.kind === 'sha256' ? hash.value : await sha256Of(join(folder, path));
      return `${sha256}  ${path}\n`;
    }),
  );
  const text = lines.join('');
  const target = join(folder, CHECKSUMS);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  // Two processes that fetch one model write the same; a reader sees all of it or nothing.
  try {
    writeWhole(target, [text]);
  } catch (error) {
    throw new HubError((error as Error).message, { cause: error });
  }
}

/**
 * Those of `present`, the files that the model is loaded from, that are not as their checksums say, and those that are
 * gone; null for a folder without checksums.
 */
export async function changedFiles(folder: string, present: readonly string[]): Promise<string[] | null> {
  const path = join(folder, CHECKSUMS);
  if (!existsSync(path)) return null;
  const expected = new Map(
    Array.from(readFileSync(path, 'utf8').matchAll(/^([0-9a-f]{64}) [ *](.+)$/gm), ([, sha256, name]) => [
      name!,
      sha256!,
    ]),
  );
  const changed: string[] = [];
  for (const name of new Set([...expected.keys(), ...present])) {
    const file = join(folder, name);
    if (!existsSync(file) || (await sha256Of(file)) !== expected.get(name)) changed.push(name);
  }
  return changed;
}
