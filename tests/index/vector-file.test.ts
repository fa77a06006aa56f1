import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkVectorFile } from '../../src/index/vector-file.ts';
import { buildVectorIndex, openVectorIndex } from '../../src/index/vector-index.ts';
import { makeFolder } from '../temporary-folder.ts';

const DIMENSIONS = 4;
const COUNT = 40;
const HEADER_BYTES = 96;
/** Points on a circle: unit vectors, each with two nearest. */
const vectors = Array.from({ length: COUNT }, (_, i) => Float32Array.of(Math.cos(i), Math.sin(i), 0, 0));
const path = join(makeFolder(), 'vectors.hnsw');
buildVectorIndex(vectors, DIMENSIONS).save(path);
const whole = readFileSync(path);
const changed = join(makeFolder(), 'vectors.hnsw');

const check = (bytes: Uint8Array): void => {
  writeFileSync(changed, bytes);
  checkVectorFile(changed, DIMENSIONS, COUNT, vectors);
};

describe('a file of hnswlib', () => {
  it('passes as it was written, also without a vector', () => {
    check(whole);
    buildVectorIndex([], DIMENSIONS).save(changed);
    checkVectorFile(changed, DIMENSIONS, 0, []);
  });

  it('is refused where it was cut off anywhere, or goes on', () => {
    for (let length = 0; length < whole.length; length += 7)
      expect(() => check(whole.subarray(0, length)), `${length} of ${whole.length} bytes`).toThrow(
        /vectors\.hnsw/,
      );
    expect(() => check(Buffer.concat([whole, Buffer.alloc(1)]))).toThrow('is damaged');
  });

  it('is refused where a full disk left zeros', () => {
    for (const from of [0, 96, whole.length - 200])
      expect(() => check(Buffer.from(whole).fill(0, from))).toThrow(/vectors\.hnsw/);
  });

  it('is refused, or harmless to hnswlib, whichever bit of the header was flipped, or of a part of the rest', () => {
    let refused = 0;
    for (let at = 0; at < whole.length; at += at < HEADER_BYTES ? 1 : 19) {
      const bytes = Buffer.from(whole);
      bytes[at]! ^= 1 << (at % 8);
      try {
        check(bytes);
      } catch {
        refused++;
        continue;
      }
      const index = openVectorIndex(changed, DIMENSIONS, COUNT, COUNT);
      expect(index.search(vectors[0]!, COUNT).every(({ passage }) => passage < COUNT)).toBe(true);
    }
    expect(refused).toBeGreaterThan(HEADER_BYTES / 2);
  });

  it.each([
    ['another vector', [...vectors.slice(1), vectors[0]!], /vector 0 is not the one that was put in/],
    ['the same in other numbers', [Float32Array.of(1, 0, 0, 1e-7), ...vectors.slice(1)], /vector 0 is not/],
  ])('is refused where it holds %s', (_, expected, message) => {
    expect(() => checkVectorFile(path, DIMENSIONS, COUNT, expected)).toThrow(message);
  });
});
