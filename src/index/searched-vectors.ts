/** The vectors of an open index: the nearest of all, by the graph, and of some, by the graph or by comparing them. */
import type { VectorHit, VectorIndex } from './vector-index.ts';

export interface SearchedVectors extends Pick<VectorIndex, 'count' | 'search'> {
  /** The k nearest of these passages, best first, fewer where there are fewer. `passages` are in ascending order. */
  searchAmong(vector: Float32Array, k: number, passages: Uint32Array): VectorHit[];
}

/** Up to this many passages are all compared, in 5 ms; of more the graph finds enough sooner. */
const MOST_COMPARED = 10_000;

/**
 * @param vectors of all passages, one after the other, for those that are compared
 * @param count of the passages
 * @param graph null where every search compares all
 */
export function searchedVectors(
  vectors: () => Float32Array,
  count: number,
  graph: VectorIndex | null,
): SearchedVectors {
  return {
    count,
    search: (vector, k) =>
      graph === null
        ? nearestAmong(
            vectors(),
            vector,
            k,
            Uint32Array.from({ length: count }, (_, i) => i),
          )
        : graph.search(vector, k),
    searchAmong(vector, k, passages) {
      if (graph === null || passages.length <= MOST_COMPARED)
        return nearestAmong(vectors(), vector, k, passages);
      const isAdmitted = new Uint8Array(count);
      for (const passage of passages) isAdmitted[passage] = 1;
      return graph.searchAdmitted(vector, k, isAdmitted);
    },
  };
}

/** Among equals the earlier one. */
function nearestAmong(
  vectors: Float32Array,
  vector: Float32Array,
  k: number,
  passages: Uint32Array,
): VectorHit[] {
  let found: VectorHit[] = [];
  let least = Number.NEGATIVE_INFINITY;
  const trim = (): void => {
    found.sort((a, b) => b.similarity - a.similarity || a.passage - b.passage);
    found = found.slice(0, k);
    if (found.length === k) least = found.at(-1)!.similarity;
  };
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i]!;
    const similarity = dotAt(vectors, passage * vector.length, vector);
    if (similarity <= least) continue;
    found.push({ passage, similarity });
    // Sorting now and then costs less than keeping a heap: most never pass the least.
    if (found.length >= 8 * k) trim();
  }
  trim();
  return found;
}

/** Four sums at once: one alone waits for each addition before the next. */
function dotAt(vectors: Float32Array, start: number, vector: Float32Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const { length } = vector;
  const whole = length - (length % 4);
  for (let i = 0; i < whole; i += 4) {
    a += vectors[start + i]! * vector[i]!;
    b += vectors[start + i + 1]! * vector[i + 1]!;
    c += vectors[start + i + 2]! * vector[i + 2]!;
    d += vectors[start + i + 3]! * vector[i + 3]!;
  }
  for (let i = whole; i < length; i++) a += vectors[start + i]! * vector[i]!;
  return a + b + c + d;
}
