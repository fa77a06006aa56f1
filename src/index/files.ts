/** Files written whole and through to the disk, or not at all as far as a caller can tell; errors name the file. */

import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { FileError, named } from '../file-error.ts';

/** True where the system refused to read a file that is there, so that what it holds is unknown. */
export function isRefusedBySystem(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (syscall !== undefined && code !== 'ENOENT') return true;
  }
  return false;
}

/** What was written of a file, or is to be found in it. */
export interface FileDescription {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes all of `bytes` at a place: one call may write less, near a full disk or where a signal comes in. */
export function writeFully(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    const written = writeSync(file, bytes, done, bytes.length - done, position + done);
    if (written === 0) throw new Error(`only ${done} of ${bytes.length} bytes were written`);
    done += written;
  }
}

export interface FileWriter {
  write(bytes: Uint8Array): void;
  /** Writes it through to the disk and closes it. */
  finish(): FileDescription;
  /** Closes it as it is. */
  abandon(): void;
}

/** Small pieces are gathered up to this size. */
const CHUNK_BYTES = 1 << 16;

/** Starts a new file, or a file anew. Throws {@link FileError}, as every function of it does. */
export function createFile(path: string): FileWriter {
  const file = named(path, 'written', () => openSync(path, 'w'));
  const hash = createHash('sha256');
  let written = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const put = (bytes: Uint8Array): void => {
    named(path, 'written', () => writeFully(file, bytes, written));
    hash.update(bytes);
    written += bytes.length;
  };
  const flush = (): void => {
    put(Buffer.concat(waiting));
    waiting = [];
    waitingBytes = 0;
  };
  return {
    write(bytes) {
      if (waitingBytes + bytes.length >= CHUNK_BYTES) flush();
      if (bytes.length >= CHUNK_BYTES) return put(bytes);
      waiting.push(bytes);
      waitingBytes += bytes.length;
    },
    finish() {
      flush();
      named(path, 'written', () => fsyncSync(file));
      named(path, 'written', () => closeSync(file));
      return { bytes: written, sha256: hash.digest('hex') };
    },
    abandon: () => closeSync(file),
  };
}

/** Writes a whole file through to the disk; what was written of one that fails is closed, not removed. */
export function writeThrough(path: string, ...pieces: readonly Uint8Array[]): FileDescription {
  const file = createFile(path);
  try {
    for (const piece of pieces) file.write(piece);
    return file.finish();
  } catch (error) {
    attempt(() => file.abandon());
    throw error;
  }
}

/** Brings a file that something else wrote, or the names in a folder, through to the disk. */
export function sync(path: string): void {
  named(path, 'written through to the disk', () => {
    const file = openSync(path, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

/** Brings the names in a folder through to the disk; Windows does that by itself and opens no folder. */
export function syncFolder(path: string): void {
  if (process.platform !== 'win32') sync(path);
}

export const readWhole = (path: string): Buffer => named(path, 'read', () => readFileSync(path));

/** A file that parts are read of as they are asked for; it stays the same one when another takes its name. */
export interface FileReader {
  readonly bytes: number;
  /** Throws {@link FileError}, also where the file is shorter. */
  read(start: number, end: number): Uint8Array<ArrayBuffer>;
}

/** Closes files of which no reader is left. */
const readers = new FinalizationRegistry<number>((file) => attempt(() => closeSync(file)));

/** Throws {@link FileError}. */
export function openToRead(path: string): FileReader {
  const file = named(path, 'read', () => openSync(path, 'r'));
  const reader: FileReader = {
    bytes: named(path, 'read', () => fstatSync(file).size),
    read(start, end) {
      const bytes = new Uint8Array(end - start);
      for (let done = 0; done < bytes.length; ) {
        const count = named(path, 'read', () =>
          readSync(file, bytes, done, bytes.length - done, start + done),
        );
        if (count === 0)
          throw new FileError(path, 'read', new Error(`expected ${end} bytes, found ${start + done}`));
        done += count;
      }
      return bytes;
    },
  };
  readers.register(reader, file);
  return reader;
}

/** Bytes hashed at a time. */
const HASHED_BYTES = 1 << 20;

export function describeFile(path: string): FileDescription {
  const file = openToRead(path);
  const hash = createHash('sha256');
  for (let at = 0; at < file.bytes; at += HASHED_BYTES)
    hash.update(file.read(at, Math.min(file.bytes, at + HASHED_BYTES)));
  return { bytes: file.bytes, sha256: hash.digest('hex') };
}

/** Removes a file or folder, if it is there. */
export const remove = (path: string): void =>
  named(path, 'removed', () => rmSync(path, { recursive: true, force: true }));

/** Tidies up after a failure, which is the one to be told of; what stays is removed by the next build. */
export function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // See above.
  }
}

/** Runs what may fail without harm; returns the message of what failed, for the person to read, or nothing. */
export function messageOf(work: () => void): string[] {
  try {
    work();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
