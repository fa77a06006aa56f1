/** Files that are not whole yet: `<file>.<process id>.part`, so that two processes never write into one. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FileError } from './file-error.ts';
import { isRunning } from './fork.ts';

/** Where this process writes what is to be a file. */
export const unfinishedOf = (target: string): string => `${target}.${process.pid}.part`;

/** The process that writes, or wrote, a file with such a name; null for a name of another kind. */
const writerOf = (name: string): number | null => {
  const id = /\.(\d+)\.part$/.exec(name)?.[1];
  return id === undefined ? null : Number(id);
};

/** True for the name of a file that is not whole yet. */
export const isUnfinished = (name: string): boolean => writerOf(name) !== null;

/** Puts a text, given in pieces, in place of what a file has: whoever reads it sees all of the one or of the other. Throws {@link FileError}. */
export function writeWhole(target: string, pieces: Iterable<string>): void {
  const part = unfinishedOf(target);
  try {
    const file = openSync(part, 'w');
    try {
      for (const piece of pieces) writeFileSync(file, piece);
      // Through to the disk: a full one may tell only then.
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw new FileError(target, 'written', error);
  }
}

/**
 * Path to write an unfinished file to. What a process that has ended left of it is taken over; the rename decides
 * between two that try.
 */
export function claimPart(target: string): string {
  const own = unfinishedOf(target);
  const names = readdirSync(dirname(target));
  if (names.includes(basename(own))) return own;
  for (const name of names) {
    const writer = writerOf(name);
    if (writer === null || name !== `${basename(target)}.${writer}.part` || isRunning(writer)) continue;
    try {
      renameSync(join(dirname(target), name), own);
      return own;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return own;
}

/**
 * Removes what was left unfinished in a folder, also by a process of our own number, as in a container each has: what that
 * wrote is older than we are.
 */
export function removeUnfinished(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const writer = writerOf(name);
    const path = join(folder, name);
    if (writer !== null && (writer === process.pid ? isOlder(path) : !isRunning(writer)))
      rmSync(path, { force: true });
  }
}

const isOlder = (path: string): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < performance.timeOrigin;
