/** Reads a corpus once: articles to their file, their passages to terms and vectors. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusListing } from '../documents/list.ts';
import { type Problem, UnreadError } from '../documents/problem.ts';
import { isProblem, readCorpus } from '../documents/read.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { splitIntoPassages } from '../passages/split.ts';
import { writeArrayFile } from './array-file.ts';
import { type CollectedPassages, collectPassages } from './collect-passages.ts';
import type { Earlier } from './earlier.ts';
import { attempt, createFile, type FileDescription, named, sync } from './files.ts';
import type { Journal } from './journal.ts';
import { SKETCH_SIZE, sketch } from './near-duplicates.ts';

export interface Gathered extends Omit<CollectedPassages, 'keywords'> {
  readonly articles: number;
  readonly problems: readonly Problem[];
  /** Day of publication of each article. */
  readonly days: readonly (string | null)[];
  readonly files: Readonly<Record<string, FileDescription>>;
}

/** Writes `articles.jsonl`, `passages.bin` and `keywords.bin` into `folder`. Throws {@link UnreadError}, FileError. */
export async function gather(
  listing: CorpusListing,
  folder: string,
  embedder: Embedder,
  earlier: Earlier | null,
  journal: Journal,
  onRead: (bytes: number) => void,
): Promise<Gathered> {
  const problems: Problem[] = [];
  const passages = collectPassages(embedder, earlier, journal);
  const spans: { article: number; start: number; end: number }[] = [];
  const sketches: Uint32Array[] = [];
  const articleEnds: number[] = [];
  const days: (string | null)[] = [];
  const file = createFile(join(folder, 'articles.jsonl'));
  let lines: FileDescription;
  try {
    for await (const item of readCorpus(listing, onRead)) {
      if (isProblem(item)) {
        if (item.isUnread) throw new UnreadError(item);
        problems.push(item);
        continue;
      }
      const line = Buffer.from(`${JSON.stringify(item)}\n`, 'utf8');
      file.write(line);
      articleEnds.push((articleEnds.at(-1) ?? 0) + line.length);
      days.push(item.date);
      sketches.push(sketch(item.text));
      const found = splitIntoPassages(item.text);
      for (const span of found) spans.push({ article: days.length - 1, ...span });
      await passages.add(
        item,
        found.map(({ start, end }) => item.text.slice(start, end)),
      );
    }
    lines = file.finish();
  } catch (error) {
    attempt(file.abandon);
    throw error;
  }
  const { keywords, ...collected } = await passages.finish();
  const { vectors, isSame } = collected;
  const { dimensions } = embedder;
  const files = {
    'articles.jsonl': lines,
    'keywords.bin': isSame
      ? copyFrom(earlier!, folder, 'keywords.bin')
      : writeArrayFile(join(folder, 'keywords.bin'), keywords()),
    'passages.bin': writeArrayFile(join(folder, 'passages.bin'), {
      article: Uint32Array.from(spans, ({ article }) => article),
      start: Uint32Array.from(spans, ({ start }) => start),
      end: Uint32Array.from(spans, ({ end }) => end),
      articleEnds: Uint32Array.from(articleEnds),
      vectors: concatenate(vectors, dimensions, new Float32Array(vectors.length * dimensions)),
      meanVector: meanOf(vectors, dimensions),
      sketches: concatenate(sketches, SKETCH_SIZE, new Uint32Array(sketches.length * SKETCH_SIZE)),
    }),
  };
  return { ...collected, articles: days.length, problems, days, files };
}

/** Copies a file of an earlier build, through to the disk. */
export function copyFrom({ folder: from, manifest }: Earlier, folder: string, name: string): FileDescription {
  const path = join(folder, name);
  named(path, 'written', () => copyFileSync(join(from, name), path));
  sync(path);
  return manifest.files[name]!;
}

/** The dense score of a passage is told relative to this vector's, the mean over all passages. */
function meanOf(vectors: readonly Float32Array[], dimensions: number): Float32Array {
  const mean = new Float32Array(dimensions);
  for (const vector of vectors) for (let i = 0; i < dimensions; i++) mean[i]! += vector[i]! / vectors.length;
  return mean;
}

function concatenate<T extends Float32Array | Uint32Array>(rows: readonly T[], width: number, all: T): T {
  for (const [i, row] of rows.entries()) all.set(row, i * width);
  return all;
}
