import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArrayFile, writeArrayFile } from '../../src/index/array-file.ts';
import { passageVectors } from '../../src/index/passage-vectors.ts';

const DIMENSIONS = 2;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passage-vectors-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens vectors [0, 0.5], [1, 1.5], …, and counts how often all of them are read. */
function open(count: number) {
  const path = join(folder, 'passages.bin');
  writeArrayFile(path, { vectors: Float32Array.from({ length: count * DIMENSIONS }, (_, i) => i / 2) });
  const file = openArrayFile(path);
  const reads = { all: 0 };
  const counting = {
    ...file,
    whole(name: string) {
      reads.all++;
      return file.whole(name);
    },
  };
  return { vectors: passageVectors(counting, count, DIMENSIONS), reads };
}

describe('vectors of the passages of a build', () => {
  it.each([10_000, 10_001])('of %i passages are each what was written', (count) => {
    const { vectors } = open(count);
    expect([0, 7, count - 1].map((passage) => [...vectors.of(passage)])).toEqual([
      [0, 0.5],
      [7, 7.5],
      [count - 1, count - 0.5],
    ]);
  });

  it('are read one by one where there are many, until all are asked for, and then kept', () => {
    const { vectors, reads } = open(10_001);
    vectors.of(3);
    expect(reads.all).toBe(0);
    expect(vectors.all()).toHaveLength(10_001 * DIMENSIONS);
    vectors.all();
    expect([...vectors.of(3)]).toEqual([3, 3.5]);
    expect(reads.all).toBe(1);
  });

  it('are read at once where there are few', () => {
    expect(open(10_000).reads.all).toBe(1);
  });
});
