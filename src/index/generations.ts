/** Which builds of the index there are: the current one, the one before it, and what may go. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FileError, named } from '../file-error.ts';
import { attempt, messageOf, remove, syncFolder, writeThrough } from './files.ts';
import { IndexError, isWhole, MANIFEST, parseObject, readManifest } from './manifest.ts';

const POINTER = 'current.json';
const BUILD = /^\d{14}-[0-9a-f]{6}$/;

export interface Pointer {
  /** Name of the build that is served. */
  readonly build: string;
  /** Name of the build that a rollback goes to; null where there is none. */
  readonly previous: string | null;
  /** True after a rollback: the corpus of `previous` is not indexed again by itself, or the rollback would be undone. */
  readonly rolledBack: boolean;
  /** Number of the office under which it was built, where several processes could; a lower one publishes nothing after it. */
  readonly office?: number;
}

/** A new name: builds stand in the order of their time. */
export const nameBuild = (): string =>
  `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}-${randomBytes(3).toString('hex')}`;

/** What `current.json` says, or null where there is no index yet. Throws {@link IndexError} on a broken one, FileError. */
export function readPointer(embeddings: string): Pointer | null {
  const path = join(embeddings, POINTER);
  const text = readPointerText(path);
  if (text === null) return null;
  const { build, previous = null, rolledBack = false, office } = parseObject<Partial<Pointer>>(text, path);
  if (!isName(build)) throw new IndexError(`${path} names no build`);
  if (previous !== null && !isName(previous)) throw new IndexError(`${path} names no build before ${build}`);
  return { build, previous, rolledBack: rolledBack === true, ...(typeof office === 'number' && { office }) };
}

/** Name of the current build, or null where there is none yet. Throws as {@link readPointer} does. */
export const currentBuild = (embeddings: string): string | null => readPointer(embeddings)?.build ?? null;

/** What `current.json` says or, where it is of no use, what stands in for it. */
export interface Published {
  readonly pointer: Pointer | null;
  /** Why `current.json` is of no use though there is an index, and what is taken instead; null where it is good. */
  readonly note: string | null;
}

/**
 * The pointer; where it is missing, damaged or names a build that is not there, one to the newest whole build, whose build
 * before is the next newest. Reads all of these builds. Throws FileError.
 */
export function readPublished(embeddings: string): Published {
  const found = findPointer(embeddings);
  if (typeof found !== 'string') return { pointer: found, note: null };
  const [build, previous = null] = finishedBuilds(embeddings).filter((name) =>
    isWhole(join(embeddings, name)),
  );
  if (build === undefined) return { pointer: null, note: `${found}, and no whole build is there` };
  return {
    pointer: { build, previous, rolledBack: false },
    note: `${found}; the newest whole build, ${build}, is taken for the current one`,
  };
}

/** The pointer where it leads to a build, null where there is no index at all, else what is wrong with it. Throws FileError. */
export function findPointer(embeddings: string): Pointer | null | string {
  const path = join(embeddings, POINTER);
  try {
    const pointer = readPointer(embeddings);
    if (pointer !== null && isFinished(embeddings, pointer.build)) return pointer;
    if (pointer !== null) return `${path} names ${pointer.build}, which is not there`;
    return finishedBuilds(embeddings).length === 0 ? null : `${path} is missing`;
  } catch (error) {
    if (error instanceof IndexError) return error.reason;
    throw error;
  }
}

/** Names of the builds that have come as far as their manifest, the newest first. Throws FileError. */
export function finishedBuilds(embeddings: string): string[] {
  const builtAt = (name: string): string[] => {
    try {
      return [readManifest(join(embeddings, name)).builtAt];
    } catch (error) {
      if (error instanceof IndexError) return [];
      throw error;
    }
  };
  // Not by their names, which are the same for a second.
  return namesIn(embeddings)
    .filter((name) => BUILD.test(name))
    .flatMap((name) => builtAt(name).map((time) => ({ name, time })))
    .sort((a, b) => (a.time < b.time ? 1 : -1))
    .map(({ name }) => name);
}

/** The manifest is the last file of a build. */
const isFinished = (embeddings: string, build: string): boolean =>
  existsSync(join(embeddings, build, MANIFEST));

/** Sizes and times of change of a build's files, as text: another one where it was copied further, mended or removed. */
export function stateOfBuild(embeddings: string, build: string): string {
  const folder = join(embeddings, build);
  try {
    return readdirSync(folder)
      .map((name) => {
        const { size, ctimeMs } = statSync(join(folder, name));
        return `${name} ${size} ${ctimeMs}`;
      })
      .join('\n');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? '';
  }
}

function namesIn(embeddings: string): string[] {
  try {
    return readdirSync(embeddings);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new FileError(embeddings, 'listed', error);
  }
}

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
 * old pointer is back then. Throws {@link IndexError} where somebody has published meanwhile who took over building.
 */
export function publish(embeddings: string, pointer: Pointer): void {
  const path = join(embeddings, POINTER);
  const before = readPointerText(path);
  const last = officeIn(before);
  if (pointer.office !== undefined && last !== undefined && pointer.office < last)
    throw new IndexError('Another process has taken over building the index');
  replace(path, JSON.stringify({ ...(last !== undefined && { office: last }), ...pointer }));
  try {
    syncFolder(embeddings);
  } catch (error) {
    attempt(() => (before === null ? remove(path) : replace(path, before)));
    throw error;
  }
}

/** Of a pointer that is of no use nothing holds. */
function officeIn(text: string | null): number | undefined {
  try {
    const { office } = JSON.parse(text ?? '{}') as Partial<Pointer>;
    return typeof office === 'number' ? office : undefined;
  } catch {
    return undefined;
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

/**
 * Removes what builds that died left behind, which may fill the disk; only who holds the lock may. Whole builds stay until
 * another one is published: the pointer may be wrong. Returns what could not be removed, told.
 */
export const removeUnfinished = (embeddings: string): string[] =>
  removeEach(embeddings, (name) => BUILD.test(name) && !isFinished(embeddings, name));

/** Removes all builds but these, finished or not; only who holds the lock may. Returns what could not be removed, told. */
export const removeOthers = (embeddings: string, keep: readonly (string | null)[]): string[] =>
  removeEach(embeddings, (name) => BUILD.test(name) && !keep.includes(name));

function removeEach(embeddings: string, isLeft: (name: string) => boolean): string[] {
  const isTemporary = (name: string): boolean => name.startsWith(POINTER) && name.endsWith('.tmp');
  let names: string[] = [];
  const problems = messageOf(() => {
    names = namesIn(embeddings).filter((name) => isTemporary(name) || isLeft(name));
  });
  return [...problems, ...names.flatMap((name) => messageOf(() => remove(join(embeddings, name))))];
}
