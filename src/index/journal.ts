/**
 * Vectors of a build under way, in a file that only grows: a build that was interrupted embeds none of them again. A line
 * tells what they were made with; then each passage's key, vector and checksum. A torn end is dropped.
 */
import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { FileError, named, remove, writeFully } from './files.ts';
import type { PassageKey } from './passage-key.ts';

const KEY_BYTES = 32;
const CHECKSUM_BYTES = 8;

export interface Journal {
  /** Vectors of an interrupted build. */
  readonly vectors: ReadonlyMap<PassageKey, Float32Array>;
  /** Appends vectors of these passages. Throws FileError. */
  add(keys: readonly PassageKey[], vectors: readonly Float32Array[]): void;
  close(): void;
  /** Closes and removes it: its vectors are published, or no good. */
  remove(): void;
}

/** Opens the journal at `path` for vectors that are made with `origin`; one with another origin starts anew. Throws FileError. */
export function openJournal(path: string, origin: object, dimensions: number): Journal {
  const header = Buffer.from(`${JSON.stringify({ journal: 1, dimensions, ...origin })}\n`, 'utf8');
  const { vectors, end } = readJournal(path, header, dimensions);
  let file: number | null = null;
  const open = (): number =>
    named(path, 'written', () => {
      file = openSync(path, end === 0 ? 'w' : 'r+');
      if (end === 0) writeFully(file, header, 0);
      else ftruncateSync(file, end);
      return file;
    });
  let position = end === 0 ? header.length : end;
  const close = (): void => {
    const open = file;
    file = null;
    if (open !== null) named(path, 'written', () => closeSync(open));
  };
  return {
    vectors,
    add(keys, added) {
      const bytes = Buffer.concat(keys.map((key, i) => record(key, added[i]!)));
      const to = file ?? open();
      named(path, 'written', () => writeFully(to, bytes, position));
      position += bytes.length;
    },
    close,
    remove() {
      close();
      remove(path);
    },
  };
}

function record(key: PassageKey, vector: Float32Array): Buffer {
  const { buffer, byteOffset, byteLength } = vector;
  const body = Buffer.concat([Buffer.from(key, 'base64'), new Uint8Array(buffer, byteOffset, byteLength)]);
  return Buffer.concat([body, checksum(body)]);
}

const checksum = (body: Uint8Array): Buffer =>
  createHash('sha256').update(body).digest().subarray(0, CHECKSUM_BYTES);

/** The whole records, and where they end; 0 where there is no such journal. */
function readJournal(path: string, header: Buffer, dimensions: number) {
  const vectors = new Map<PassageKey, Float32Array>();
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { vectors, end: 0 };
    throw new FileError(path, 'read', error);
  }
  if (!file.subarray(0, header.length).equals(header)) return { vectors, end: 0 };
  const bodyBytes = KEY_BYTES + dimensions * Float32Array.BYTES_PER_ELEMENT;
  let end = header.length;
  for (;;) {
    const body = file.subarray(end, end + bodyBytes);
    const next = end + bodyBytes + CHECKSUM_BYTES;
    if (next > file.length || !checksum(body).equals(file.subarray(end + bodyBytes, next))) break;
    const key = body.toString('base64', 0, KEY_BYTES) as PassageKey;
    vectors.set(key, new Float32Array(new Uint8Array(body.subarray(KEY_BYTES)).buffer));
    end = next;
  }
  return { vectors, end };
}
