/** Links the vectors of a build, and checks what hnswlib wrote of them. */
import { join } from 'node:path';
import { FileError, FULL_DISK } from '../file-error.ts';
import type { Earlier } from './earlier.ts';
import { describeFile, type FileDescription, sync } from './files.ts';
import { copyFrom, type Gathered } from './gather.ts';
import {
  buildVectorIndex,
  EF_STEPS,
  EXACT,
  exactReach,
  measureRecall,
  openVectorIndex,
  SMALL_INDEX,
  type VectorIndex,
} from './vector-index.ts';

/** Recall@10 of HNSW against exact search that a build must reach, on this many of its own vectors. */
const MIN_RECALL = 0.99;
const RECALL_SAMPLE = 100;

/** What is told of the graph in the manifest. */
export interface Graph {
  readonly ef: number;
  readonly recall: number;
  readonly file: FileDescription;
}

/**
 * Links the vectors, or copies the links where no passage changed, and reads back what is on the disk. `onLinked` hears
 * after each one how many are in. Throws FileError, also where hnswlib wrote less than it should; nothing else.
 */
export function writeGraph(
  { vectors: embedded, isSame }: Pick<Gathered, 'vectors' | 'isSame'>,
  folder: string,
  dimensions: number,
  earlier: Earlier | null,
  onLinked: (count: number) => void,
): Graph {
  const vectors = embedded.map(({ vector }) => vector);
  const path = join(folder, 'vectors.hnsw');
  const total = vectors.length;
  if (isSame) copyFrom(earlier!, folder, 'vectors.hnsw');
  else buildVectorIndex(vectors, dimensions, onLinked).save(path);
  sync(path);
  let graph: VectorIndex;
  try {
    graph = openVectorIndex(path, dimensions, total, EF_STEPS[0], vectors);
  } catch (error) {
    if (error instanceof FileError) throw error;
    // hnswlib tells of no failed write. The vectors themselves are not to blame, so the journal keeps them.
    throw new FileError(path, 'written whole', error, FULL_DISK);
  }
  return { ...tuneRecall(graph, vectors), file: describeFile(path) };
}

/** Raises `ef` until the sample's recall is high enough; a small index is searched whole anyway. */
function tuneRecall(graph: VectorIndex, vectors: readonly Float32Array[]): { ef: number; recall: number } {
  const step = Math.max(1, Math.floor(vectors.length / RECALL_SAMPLE));
  const sample = vectors.filter((_, i) => i % step === 0).slice(0, RECALL_SAMPLE);
  const steps = vectors.length <= SMALL_INDEX ? [Math.max(10, vectors.length)] : EF_STEPS;
  const reach = exactReach(vectors, sample);
  for (const ef of steps) {
    graph.setEf(ef);
    const recall = measureRecall(graph, vectors, sample, reach);
    if (recall >= MIN_RECALL) return { ef, recall };
  }
  // Passages that are nearly the same, such as rows of one table, lie too close for a graph: all are compared then.
  return { ef: EXACT, recall: 1 };
}
