import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberArray, readArrayFile, writeArrayFile } from '../../src/index/array-file.ts';
import { makeFolder } from '../temporary-folder.ts';

const path = join(makeFolder(), 'arrays.bin');

function roundTrip(arrays: Record<string, NumberArray>): Record<string, NumberArray> {
  writeArrayFile(path, arrays);
  return readArrayFile(path);
}

describe('array file', () => {
  it('gives back any named arrays, of any lengths', () => {
    const anyArray = fc.oneof(fc.uint8Array(), fc.uint32Array(), fc.int32Array(), fc.float32Array());
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), anyArray)), (entries) => {
        const arrays = Object.fromEntries(entries.map(([name, array], i) => [`${i}${name}`, array]));
        expect(roundTrip(arrays)).toEqual(arrays);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back the part of a buffer that an array is a view of', () => {
    const view = new Uint8Array([9, 1, 2, 9]).subarray(1, 3);
    expect(roundTrip({ view, next: Float32Array.of(0.5) })).toEqual({
      view: Uint8Array.of(1, 2),
      next: Float32Array.of(0.5),
    });
  });

  it('begins every array at a multiple of 8, whatever stands before it', () => {
    const names = ['a', 'ab', 'abc', 'abcd', 'abcde', '名'];
    for (const name of names) {
      const { last } = roundTrip({
        [name]: Uint8Array.of(1, 2, 3),
        empty: new Uint32Array(),
        last: Uint32Array.of(7),
      });
      expect(last!.byteOffset % 8).toBe(0);
      expect([...last!]).toEqual([7]);
    }
  });

  it('refuses a file of another kind', () => {
    writeFileSync(path, 'something else entirely');
    expect(() => readArrayFile(path)).toThrow(/arrays\.bin: expected a file that begins with "ARRAYS1/);
    writeFileSync(path, '');
    expect(() => readArrayFile(path)).toThrow(/expected a file that begins with/);
  });

  it('refuses a file that was cut off anywhere', () => {
    writeArrayFile(path, { a: Uint32Array.of(1, 2, 3), b: Uint8Array.of(4, 5, 6) });
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      expect(() => readArrayFile(path), `${length} of ${whole.length} bytes`).toThrow();
    }
  });
});
