/** Files that are not whole yet: `<file>.<process id>.part`, so that two processes never write into one. */
import { readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '../fork.ts';

/**
 * Path to write an unfinished file to. What a process that has ended left of it is taken over; the rename decides
 * between two that try.
 */
export function claimPart(target: string): string {
  const own = `${target}.${process.pid}.part`;
  const names = readdirSync(dirname(target));
  if (names.includes(basename(own))) return own;
  for (const name of names) {
    const id = processOf(name, basename(target));
    if (id === null || isRunning(id)) continue;
    try {
      renameSync(join(dirname(target), name), own);
      return own;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return own;
}

function processOf(name: string, file: string): number | null {
  if (!name.startsWith(`${file}.`)) return null;
  const id = /^(\d+)\.part$/.exec(name.slice(file.length + 1))?.[1];
  return id === undefined ? null : Number(id);
}
