/** Nearest vectors by HNSW. The door to hnswlib-node. */
import hnswlib from 'hnswlib-node'; // Its named export type-checks and fails at load: the package is CommonJS.
import { checkVectorFile } from './vector-file.ts';

/** Links a node keeps and candidates looked at while building (Malkov and Yashunin 2016, M and efConstruction). */
const M = 16;
const EF_CONSTRUCTION = 200;
/** Up to this many vectors the search looks at all of them: exact, and still well under a millisecond. */
export const SMALL_INDEX = 2_000;
/** Candidates looked at in a larger index, raised until the build's recall check passes. */
export const EF_STEPS = [200, 400, 800, 1600] as const;
/** `ef` of an index that is searched exactly, since no graph of its vectors finds enough: 20 ms for 20,000. */
export const EXACT = 0;

export interface VectorHit {
  /** Number of the passage. */
  readonly passage: number;
  /** Cosine of the angle between question and passage, in [-1, 1]. */
  readonly similarity: number;
}

export interface VectorIndex {
  readonly count: number;
  /** The k nearest, best first; fewer where the index holds fewer. */
  search(vector: Float32Array, k: number): VectorHit[];
  /** The same of the passages that `isAdmitted` has a 1 for: with few of them it looks at nearly all there are. */
  searchAdmitted(vector: Float32Array, k: number, isAdmitted: Uint8Array): VectorHit[];
  setEf(ef: number): void;
  /** Writes the index; hnswlib does not report a full disk, so the caller checks what was written. */
  save(path: string): void;
}

type Graph = InstanceType<typeof hnswlib.HierarchicalNSW>;

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/**
 * Builds an index over unit vectors; `onAdded` hears after each one how many are in.
 * Inner product on unit vectors is the cosine, and unlike hnswlib's cosine space it stores them unchanged.
 */
export function buildVectorIndex(
  vectors: readonly Float32Array[],
  dimensions: number,
  onAdded: (count: number) => void = () => {},
): VectorIndex {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  graph.initIndex({
    maxElements: Math.max(1, vectors.length),
    m: M,
    efConstruction: EF_CONSTRUCTION,
    randomSeed: 100,
  });
  for (const [i, vector] of vectors.entries()) {
    graph.addPoint(Array.from(vector), i);
    onAdded(i + 1);
  }
  const index = wrap(graph, vectors.length);
  index.setEf(Math.max(EF_STEPS[0], Math.min(SMALL_INDEX, vectors.length)));
  return index;
}

/**
 * Opens an index file. `ef` must be set here: hnswlib forgets it and falls back to 10. Throws where the file is damaged,
 * or holds others than these `vectors`.
 */
export function openVectorIndex(
  path: string,
  dimensions: number,
  count: number,
  ef: number,
  vectors?: readonly Float32Array[],
): VectorIndex {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  checkVectorFile(path, dimensions, count, vectors);
  graph.readIndexSync(path);
  const index = wrap(graph, count);
  index.setEf(ef);
  return index;
}

function wrap(graph: Graph, count: number): VectorIndex {
  const search = (vector: Float32Array, k: number, admits?: (passage: number) => boolean): VectorHit[] => {
    if (count === 0) return [];
    const { distances, neighbors } = graph.searchKnn(Array.from(vector), Math.min(k, count), admits);
    return neighbors.map((passage, i) => ({ passage, similarity: 1 - distances[i]! }));
  };
  return {
    count,
    search: (vector, k) => search(vector, k),
    searchAdmitted: (vector, k, isAdmitted) => search(vector, k, (passage) => isAdmitted[passage] === 1),
    setEf: (ef) => graph.setEf(ef),
    save: (path) => graph.writeIndexSync(path),
  };
}

/** Similarity of the k-th nearest of these vectors to each question, exactly; that of the last where there are fewer. */
export const exactReach = (
  vectors: readonly Float32Array[],
  sample: readonly Float32Array[],
  k = 10,
): number[] =>
  sample.map((question) => {
    const nearest: number[] = [];
    for (const vector of vectors) {
      const similarity = dot(question, vector);
      if (nearest.length === k && similarity <= nearest[0]!) continue;
      if (nearest.length === k) nearest.shift();
      let place = nearest.length;
      while (place > 0 && nearest[place - 1]! > similarity) place--;
      nearest.splice(place, 0, similarity);
    }
    return nearest[0] ?? 0;
  });

/** Share of the exact k nearest that the index finds, over questions and their {@link exactReach}; 1 for an empty sample. */
export function measureRecall(
  index: VectorIndex,
  vectors: readonly Float32Array[],
  sample: readonly Float32Array[],
  reach: readonly number[],
  k = 10,
): number {
  let found = 0;
  let wanted = 0;
  for (const [i, question] of sample.entries()) {
    // By similarity, not by number: equal vectors (repeated passages) are equally right.
    const least = reach[i]! - 1e-6;
    found += index
      .search(question, k)
      .filter(({ passage }) => dot(question, vectors[passage]!) >= least).length;
    wanted += Math.min(k, vectors.length);
  }
  return wanted === 0 ? 1 : Math.min(1, found / wanted);
}

/** The dense score of a passage is told relative to this vector's, the mean over all passages. */
export function meanOf(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const mean = new Float32Array(dimensions);
  for (const vector of vectors) for (let i = 0; i < dimensions; i++) mean[i]! += vector[i]! / vectors.length;
  return mean;
}
