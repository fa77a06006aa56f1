/** Which builds of the index there are: the current one, the one before it, and what may go. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, FileError, named, remove, syncFolder, told, writeThrough } from './files.ts';
import { IndexError, parseObject } from './manifest.ts';

const POINTER = 'current.json';
const BUILD = /^\d{14}-[0-9a-f]{6}$/;

export interface Pointer {
  /** Name of the build that is served. */
  readonly build: string;
  /** Name of the build that a rollback goes to; null where there is none. */
  readonly previous: string | null;
  /** True after a rollback: the corpus of `previous` is not indexed again by itself, or the rollback would be undone. */
  readonly rolledBack: boolean;
}

/** A new name: builds stand in the order of their time. */
export const nameBuild = (): string =>
  `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}-${randomBytes(3).toString('hex')}`;

/** What `current.json` says, or null where there is no index yet. Throws {@link IndexError} on a broken one, FileError. */
export function readPointer(embeddings: string): Pointer | null {
  const path = join(embeddings, POINTER);
  const text = readPointerText(path);
  if (text === null) return null;
  const { build, previous = null, rolledBack = false } = parseObject<Partial<Pointer>>(text, path);
  if (!isName(build)) throw new IndexError(`${path} names no build`);
  if (previous !== null && !isName(previous)) throw new IndexError(`${path} names no build before ${build}`);
  return { build, previous, rolledBack: rolledBack === true };
}

/** Name of the current build, or null where there is none yet. Throws as {@link readPointer} does. */
export const currentBuild = (embeddings: string): string | null => readPointer(embeddings)?.build ?? null;

const isName = (name: unknown): name is string => typeof name === 'string' && /^[\w-]+$/.test(name);

function readPointerText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new FileError(path, 'read', error);
  }
}

/**
 * Makes a build the current one: a reader sees the old pointer or the new one, never half of one. Throws FileError; the
 * old pointer is back then.
 */
export function publish(embeddings: string, pointer: Pointer): void {
  const path = join(embeddings, POINTER);
  const before = readPointerText(path);
  replace(path, JSON.stringify(pointer));
  try {
    syncFolder(embeddings);
  } catch (error) {
    attempt(() => (before === null ? remove(path) : replace(path, before)));
    throw error;
  }
}

function replace(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeThrough(temporary, Buffer.from(text, 'utf8'));
    named(path, 'replaced', () => renameSync(temporary, path));
  } catch (error) {
    attempt(() => remove(temporary));
    throw error;
  }
}

/** Removes all builds but these, finished or not; only who holds the lock may. Returns what could not be removed, told. */
export function removeOthers(embeddings: string, keep: readonly (string | null)[]): string[] {
  const isLeft = (name: string): boolean =>
    (BUILD.test(name) && !keep.includes(name)) || (name.startsWith(POINTER) && name.endsWith('.tmp'));
  let names: string[] = [];
  const problems = told(() => {
    names = named(embeddings, 'listed', () => readdirSync(embeddings));
  });
  return [...problems, ...names.filter(isLeft).flatMap((name) => told(() => remove(join(embeddings, name))))];
}
