import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NumberArray, openArrayFile, writeArrayFile } from '../../src/index/array-file.ts';
import { runs } from '../runs.ts';
import { makeFolder } from '../temporary-folder.ts';

const path = join(makeFolder(), 'arrays.bin');

function roundTrip(arrays: Record<string, NumberArray>): Record<string, NumberArray> {
  writeArrayFile(path, arrays);
  return readAll(Object.keys(arrays));
}

function readAll(names: readonly string[]): Record<string, NumberArray> {
  const file = openArrayFile(path);
  return Object.fromEntries(names.map((name) => [name, file.whole(name)]));
}

describe('array file', () => {
  it('gives back any named arrays, of any lengths', () => {
    const anyArray = fc.oneof(fc.uint8Array(), fc.uint32Array(), fc.int32Array(), fc.float32Array());
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1 }), anyArray)), (entries) => {
        const arrays = Object.fromEntries(entries.map(([name, array], i) => [`${i}${name}`, array]));
        expect(roundTrip(arrays)).toEqual(arrays);
      }),
      runs(30),
    );
  });

  it('gives back the part of a buffer that an array is a view of', () => {
    const view = new Uint8Array([9, 1, 2, 9]).subarray(1, 3);
    expect(roundTrip({ view, next: Float32Array.of(0.5) })).toEqual({
      view: Uint8Array.of(1, 2),
      next: Float32Array.of(0.5),
    });
  });

  it('gives any part of an array, whatever stands before it', () => {
    for (const name of ['a', 'ab', 'abc', '名']) {
      writeArrayFile(path, {
        [name]: Uint8Array.of(1, 2, 3),
        empty: new Uint32Array(),
        last: Uint32Array.of(7, 8, 9),
      });
      const file = openArrayFile(path);
      expect([...file.part('last', 1, 3)]).toEqual([8, 9]);
      expect([...file.part(name, 0, 1)]).toEqual([1]);
      expect(file.length('empty')).toBe(0);
    }
    expect(() => openArrayFile(path).whole('first')).toThrow(/expected numbers of first, found none/);
  });

  it('refuses a file of another kind', () => {
    writeFileSync(path, 'something else entirely');
    expect(() => openArrayFile(path)).toThrow(/arrays\.bin: expected a file that begins with "ARRAYS1/);
    writeFileSync(path, '');
    expect(() => openArrayFile(path)).toThrow(/expected a file that begins with/);
  });

  it('refuses a file that was cut off anywhere', () => {
    writeArrayFile(path, { a: Uint32Array.of(1, 2, 3), b: Uint8Array.of(4, 5, 6) });
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      expect(() => openArrayFile(path), `${length} of ${whole.length} bytes`).toThrow();
    }
  });
});
