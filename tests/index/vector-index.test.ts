import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  buildVectorIndex,
  dot,
  exactReach,
  measureRecall,
  openVectorIndex,
} from '../../src/index/vector-index.ts';
import { makeFolder } from '../temporary-folder.ts';

const recallOf = (
  index: Parameters<typeof measureRecall>[0],
  vectors: readonly Float32Array[],
  sample: readonly Float32Array[],
  k = 10,
): number => measureRecall(index, vectors, sample, exactReach(vectors, sample, k), k);

const DIMENSIONS = 16;

/** Unit vectors from a small linear congruential generator: the same in every run. */
function someVectors(count: number, seed: number): Float32Array[] {
  let state = seed;
  const next = (): number => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff - 0.5;
  };
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: DIMENSIONS }, next);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}

const vectors = someVectors(500, 7);
const questions = someVectors(50, 11);

function savedIndex(): string {
  const path = join(makeFolder(), 'vectors.hnsw');
  buildVectorIndex(vectors, DIMENSIONS).save(path);
  return path;
}

describe('search', () => {
  it('finds exactly the nearest of a small index, best first, with their cosines', () => {
    const index = buildVectorIndex(vectors, DIMENSIONS);
    index.setEf(vectors.length);
    for (const question of questions) {
      const exact = vectors
        .map((vector, passage) => ({ passage, similarity: dot(question, vector) }))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, 10);
      const hits = index.search(question, 10);
      expect(hits.map(({ passage }) => passage)).toEqual(exact.map(({ passage }) => passage));
      for (const [i, { similarity }] of hits.entries())
        expect(similarity).toBeCloseTo(exact[i]!.similarity, 5);
    }
    expect(recallOf(index, vectors, questions)).toBe(1);
  });

  it('finds fewer than k where the index holds fewer, and none in an empty one', () => {
    const index = buildVectorIndex(vectors.slice(0, 3), DIMENSIONS);
    expect(index.search(questions[0]!, 10)).toHaveLength(3);
    expect(buildVectorIndex([], DIMENSIONS).search(questions[0]!, 10)).toEqual([]);
  });

  it('tells how many vectors are in after each one', () => {
    const counts: number[] = [];
    buildVectorIndex(vectors.slice(0, 3), DIMENSIONS, (count) => counts.push(count));
    expect(counts).toEqual([1, 2, 3]);
  });
});

describe('measureRecall', () => {
  it('counts a vector that equals the k-th nearest as found', () => {
    const twins = [vectors[0]!, vectors[0]!, vectors[0]!, vectors[1]!];
    expect(recallOf(buildVectorIndex(twins, DIMENSIONS), twins, [vectors[0]!], 1)).toBe(1);
  });

  it('is below 1 for an index that lacks half of the vectors', () => {
    const half = buildVectorIndex(vectors.slice(0, 250), DIMENSIONS);
    const recall = recallOf(half, vectors, questions);
    expect(recall).toBeGreaterThan(0.2);
    expect(recall).toBeLessThan(0.8);
  });

  it('is 1 for an empty sample', () => {
    expect(recallOf(buildVectorIndex([], DIMENSIONS), [], [])).toBe(1);
  });
});

describe('a saved index', () => {
  it('finds the same after it was opened again', () => {
    const index = buildVectorIndex(vectors, DIMENSIONS);
    index.setEf(vectors.length);
    const opened = openVectorIndex(savedIndex(), DIMENSIONS, vectors.length, vectors.length);
    expect(opened.count).toBe(vectors.length);
    for (const question of questions) expect(opened.search(question, 10)).toEqual(index.search(question, 10));
  });

  it('is searched with the ef that it is opened with, which the file does not keep', () => {
    const path = savedIndex();
    // Asked for one neighbour, hnswlib looks at ef candidates: 1 finds it less often than all do.
    const recall = (ef: number) =>
      recallOf(openVectorIndex(path, DIMENSIONS, vectors.length, ef), vectors, questions, 1);
    expect(recall(vectors.length)).toBe(1);
    expect(recall(1)).toBeLessThan(1);
  });

  it('is refused with another number of vectors, both numbers named', () => {
    expect(() => openVectorIndex(savedIndex(), DIMENSIONS, 499, 10)).toThrow(
      /vectors\.hnsw: expected 499 vectors, found 500/,
    );
  });

  it.each([8, 15, 17, 32])('is refused when %i dimensions are expected of its 16', (dimensions) => {
    expect(() => openVectorIndex(savedIndex(), dimensions, vectors.length, 10)).toThrow(/vectors\.hnsw/);
  });

  it('is refused where it was cut off', () => {
    const path = savedIndex();
    writeFileSync(path, readFileSync(path).subarray(0, 1000));
    expect(() => openVectorIndex(path, DIMENSIONS, vectors.length, 10)).toThrow();
  });
});
