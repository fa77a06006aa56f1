import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/evaluation/metrics.ts';
import { searchedVectors } from '../../src/index/searched-vectors.ts';
import { buildVectorIndex, dot, type VectorIndex } from '../../src/index/vector-index.ts';

const DIMENSIONS = 7;
const random = seededRandom(7);
const vectorOf = (): Float32Array => {
  const vector = Float32Array.from({ length: DIMENSIONS }, () => random() - 0.5);
  return vector.map((value) => value / Math.hypot(...vector));
};
const make = (count: number): { all: Float32Array; each: Float32Array[] } => {
  const each = Array.from({ length: count }, vectorOf);
  return { all: Float32Array.from(each.flatMap((vector) => [...vector])), each };
};
const numbers = (count: number, admits: (number: number) => boolean = () => true): Uint32Array =>
  Uint32Array.from(Array.from({ length: count }, (_, number) => number).filter(admits));

const FEW = make(3_000);
/** The nearest by comparing each. */
const nearest = ({ each }: typeof FEW, vector: Float32Array, k: number, passages: Uint32Array): number[] =>
  [...passages].sort((a, b) => dot(vector, each[b]!) - dot(vector, each[a]!)).slice(0, k);

describe('the nearest of some passages', () => {
  const { searchAmong, search, count } = searchedVectors(() => FEW.all, 3_000, null);

  it('are those of them alone, best first', () => {
    const even = numbers(3_000, (number) => number % 2 === 0);
    for (let i = 0; i < 20; i++) {
      const vector = vectorOf();
      const found = searchAmong(vector, 40, even);
      expect(found.map(({ passage }) => passage)).toEqual(nearest(FEW, vector, 40, even));
      for (const { passage, similarity } of found)
        expect(similarity).toBeCloseTo(dot(vector, FEW.each[passage]!), 5);
    }
  });

  it('are fewer where there are fewer, and none of none', () => {
    const vector = vectorOf();
    expect(
      searchAmong(vector, 5, numbers(3))
        .map(({ passage }) => passage)
        .sort(),
    ).toEqual([0, 1, 2]);
    expect(searchAmong(vector, 5, numbers(0))).toEqual([]);
  });

  it('are the earlier ones among equals', () => {
    const pairs = Float32Array.from([1, 0, 0, 1, 1, 0, 1, 0]);
    const twins = searchedVectors(() => pairs, 4, null);
    const found = twins.searchAmong(Float32Array.of(1, 0), 2, numbers(4));
    expect(found.map(({ passage }) => passage)).toEqual([0, 2]);
  });

  it('of all are what a search without a graph finds', () => {
    const vector = vectorOf();
    expect(count).toBe(3_000);
    expect(search(vector, 9)).toEqual(searchAmong(vector, 9, numbers(3_000)));
  });
});

describe('the nearest of many passages', () => {
  it('are looked for in the graph from more than ten thousand on, and nothing else is found', () => {
    const count = 10_002;
    const many = make(count);
    const graph = buildVectorIndex(many.each, DIMENSIONS);
    let asked = 0;
    const counting: VectorIndex = {
      ...graph,
      searchAdmitted(...query) {
        asked++;
        return graph.searchAdmitted(...query);
      },
    };
    const { searchAmong } = searchedVectors(() => many.all, count, counting);
    const vector = vectorOf();
    searchAmong(vector, 10, numbers(10_000));
    expect(asked).toBe(0);
    const odd = numbers(count, (number) => number !== 5);
    const found = searchAmong(many.each[5]!, 10, odd).map(({ passage }) => passage);
    expect(asked).toBe(1);
    expect(found).not.toContain(5);
    const right = nearest(many, many.each[5]!, 10, odd);
    expect(found.filter((passage) => right.includes(passage)).length).toBeGreaterThanOrEqual(9);
  }, 60_000);
});
