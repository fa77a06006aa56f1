/** A file of JSON with a value a line: read in pieces, and each line again by its place. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs';

export interface PlacedLine {
  /** Offset of its first byte. */
  readonly place: number;
  /** Null where the line is no object. */
  readonly value: object | null;
}

const CHUNK_BYTES = 1 << 16;
const LINE_END = 10;

/** Lines from the first on; none where there is no such file. */
export function* readLines(path: string): Generator<PlacedLine> {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    let place = 0;
    for (;;) {
      const chunk = readAt(file, place + rest.length);
      const bytes = Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
        yield { place: place + start, value: parse(bytes.subarray(start, end)) };
        start = end + 1;
      }
      rest = bytes.subarray(start);
      place += start;
      if (chunk.length > 0) continue;
      if (rest.length > 0) yield { place, value: parse(rest) };
      return;
    }
  } finally {
    closeSync(file);
  }
}

/** The line that begins at a place of an open file; null where it is no object. */
export function readLine(file: number, place: number): object | null {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const chunk = readAt(file, place + bytes.length, LINE_BYTES);
    bytes = Buffer.concat([bytes, chunk]);
    const end = bytes.indexOf(LINE_END);
    if (end >= 0 || chunk.length === 0) return parse(end < 0 ? bytes : bytes.subarray(0, end));
  }
}

/** Most lines are shorter. */
const LINE_BYTES = 1024;

function readAt(file: number, place: number, bytes = CHUNK_BYTES): Buffer {
  const chunk = Buffer.alloc(bytes);
  return chunk.subarray(0, readSync(file, chunk, 0, bytes, place));
}

function parse(line: Buffer): object | null {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'));
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
