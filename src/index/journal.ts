/**
 * Vectors of a build under way, in a file that only grows: a build that was interrupted embeds none of them again. A line
 * tells what they were made with; then each passage's key, number of units, vector, their scales and vectors, and a
 * checksum. A torn end is dropped.
 */
import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import type { EmbeddedPassage } from '../embedding/embedder.ts';
import { FileError, named } from '../file-error.ts';
import { remove, writeFully } from './files.ts';
import { KEY_BYTES, type PassageKey } from './passage-key.ts';

const CHECKSUM_BYTES = 8;
const COUNT_BYTES = 4;

export interface Journal {
  /** Vectors of an interrupted build. */
  readonly vectors: ReadonlyMap<PassageKey, EmbeddedPassage>;
  /** Appends vectors of these passages. Throws FileError. */
  add(keys: readonly PassageKey[], vectors: readonly EmbeddedPassage[]): void;
  close(): void;
  /** Closes and removes it: its vectors are published, or no good. */
  remove(): void;
}

/** Opens the journal at `path` for vectors that are made with `origin`; one with another origin starts anew. Throws FileError. */
export function openJournal(path: string, origin: object, dimensions: number): Journal {
  const header = Buffer.from(`${JSON.stringify({ journal: 2, dimensions, ...origin })}\n`, 'utf8');
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

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function record(key: PassageKey, { vector, scales, units }: EmbeddedPassage): Buffer {
  const count = Buffer.alloc(COUNT_BYTES);
  count.writeUInt32LE(scales.length);
  const body = Buffer.concat([
    Buffer.from(key, 'base64'),
    count,
    bytesOf(vector),
    bytesOf(scales),
    bytesOf(units),
  ]);
  return Buffer.concat([body, checksum(body)]);
}

const checksum = (body: Uint8Array): Buffer =>
  createHash('sha256').update(body).digest().subarray(0, CHECKSUM_BYTES);

/** The whole records, and where they end; 0 where there is no such journal. */
function readJournal(path: string, header: Buffer, dimensions: number) {
  const vectors = new Map<PassageKey, EmbeddedPassage>();
  let file: Buffer;
  try {
    file = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { vectors, end: 0 };
    throw new FileError(path, 'read', error);
  }
  if (!file.subarray(0, header.length).equals(header)) return { vectors, end: 0 };
  const vectorBytes = dimensions * Float32Array.BYTES_PER_ELEMENT;
  const vectorAt = KEY_BYTES + COUNT_BYTES;
  let end = header.length;
  for (;;) {
    if (end + vectorAt > file.length) break;
    const count = file.readUInt32LE(end + KEY_BYTES);
    const scalesAt = vectorAt + vectorBytes;
    const unitsAt = scalesAt + count * Float32Array.BYTES_PER_ELEMENT;
    const bodyBytes = unitsAt + count * dimensions;
    const next = end + bodyBytes + CHECKSUM_BYTES;
    const body = file.subarray(end, end + bodyBytes);
    if (next > file.length || !checksum(body).equals(file.subarray(end + bodyBytes, next))) break;
    // Copies: the bytes of a record begin anywhere, and the numbers of an array do not.
    const part = (from: number, to: number): ArrayBuffer => new Uint8Array(body.subarray(from, to)).buffer;
    const key = body.toString('base64', 0, KEY_BYTES) as PassageKey;
    vectors.set(key, {
      vector: new Float32Array(part(vectorAt, scalesAt)),
      scales: new Float32Array(part(scalesAt, unitsAt)),
      units: new Int8Array(part(unitsAt, bodyBytes)),
    });
    end = next;
  }
  return { vectors, end };
}
