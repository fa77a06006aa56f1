/** Whether a folder can be written in, shown by writing there. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { FULL_DISK } from '../file-error.ts';
import { writeThrough } from '../index/files.ts';

/** Codes of a disk, or a person's share of it, that is used up. */
const FULL: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT']);

/** Throws where a folder cannot be written in; for one that is still to be made, its parent counts. */
export function checkWritable(folder: string, setting: string): string {
  let existing = resolve(folder);
  try {
    while (!existsSync(existing)) existing = dirname(existing);
    if (!statSync(existing).isDirectory()) throw new Error(`${existing} is not a folder`);
    const trial = join(existing, `.doctor.${process.pid}.tmp`);
    try {
      // Through to the disk: a full one may tell only then.
      writeThrough(trial, Buffer.from('This file can be removed.\n'));
    } finally {
      rmSync(trial, { force: true });
    }
  } catch (error) {
    // The trial's own name would say nothing to the person.
    const cause = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    const remedy = FULL.has(cause.code) ? FULL_DISK : 'Change its permissions';
    throw new Error(`${folder} cannot be written (${cause.message}). ${remedy}, or set ${setting}.`, {
      cause,
    });
  }
  return `${folder} can be written`;
}
