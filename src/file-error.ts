/** What a disk refuses, told with the name of the file. */

/** What to do about a full disk. */
export const FULL_DISK = 'Free some space on its disk';

/** A file cannot be written or read; the message names it and the system's reason, and what to do about a full disk. */
export class FileError extends Error {
  constructor(path: string, action: string, cause: unknown, remedy = remedyOf(cause as Error)) {
    const what = `${path} cannot be ${action} (${(cause as Error).message})`;
    super(remedy === null ? what : `${what}. ${remedy}`, { cause });
  }
}

const remedyOf = ({ code }: NodeJS.ErrnoException): string | null =>
  code === 'ENOSPC' || code === 'EDQUOT' ? FULL_DISK : null;

/** Runs one file operation. Throws {@link FileError}: the system's own message names no file after `open`. */
export function named<T>(path: string, action: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new FileError(path, action, error);
  }
}
