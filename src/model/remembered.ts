/** What was found out of large files once, for as long as they stay as they are: to read a network takes a twentieth of a start. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../unfinished.ts';

/** Beside the bundles, which are made of files in the same way. */
const CACHE_FOLDER = fileURLToPath(new URL('../../dist/', import.meta.url));
const CACHE = 'models.json';
/** Models that anyone goes to and fro between; the newest are kept. */
const MAX_KEPT = 32;

/**
 * What `find` gives, found again only when one of the files has changed: the system moves the time of its last change
 * (`ctime`) on with every write, whatever the file says of itself. Without a folder to keep it in it is found each time.
 * @param what names the finding with all that it depends on beside the files
 */
export function remembered(
  what: string,
  files: readonly string[],
  find: () => string,
  folder = CACHE_FOLDER,
): string {
  const key = createHash('sha256')
    .update(JSON.stringify([what, ...files.map(stateOf)]))
    .digest('hex');
  const kept = readKept(folder);
  const known = kept[key];
  if (typeof known === 'string') return known;
  const found = find();
  keep(folder, { ...kept, [key]: found });
  return found;
}

function stateOf(path: string): unknown[] {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
  return [path, ...[dev, ino, size, mtimeNs, ctimeNs].map(String)];
}

function readKept(folder: string): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(folder, CACHE), 'utf8'));
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function keep(folder: string, all: Record<string, unknown>): void {
  const newest = Object.fromEntries(Object.entries(all).slice(-MAX_KEPT));
  try {
    mkdirSync(folder, { recursive: true });
    writeWhole(join(folder, CACHE), [JSON.stringify(newest)]);
  } catch {
    // It is found again next time.
  }
}
