/** Reads a corpus once: articles to their file, passages to terms and vectors, taking over what is known of them. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../corpus/problem.ts';
import { type CorpusListing, isProblem, readCorpus } from '../corpus/read.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { measureText, splitIntoPassages } from '../passages/split.ts';
import { passageTerms } from '../text/analyze.ts';
import type { Article } from '../types.ts';
import { writeArrayFile } from './array-file.ts';
import type { Earlier } from './earlier.ts';
import { attempt, createFile, type FileDescription, named, sync } from './files.ts';
import type { Journal } from './journal.ts';
import { buildKeywordIndex } from './keyword-index.ts';
import { mergeKeywordIndex } from './keyword-merge.ts';
import { SKETCH_SIZE, sketch } from './near-duplicates.ts';
import { embeddedText, type PassageKey, passageKey } from './passage-key.ts';

/** Passages embedded in one call. */
const BATCH = 256;
/** A title tells what its passages are about: its terms count this much in each of them. */
const TITLE_WEIGHT = 1;
const NO_TERMS: ReadonlyMap<string, number> = new Map();

export interface Gathered {
  readonly articles: number;
  readonly problems: readonly Problem[];
  /** Vector of each passage. */
  readonly vectors: readonly Float32Array[];
  /** Day of publication of each article. */
  readonly days: readonly (string | null)[];
  /** Passages that went through the model. */
  readonly embedded: number;
  /** True where the passages are those of the earlier build, in its order. */
  readonly isSame: boolean;
  readonly files: Readonly<Record<string, FileDescription>>;
}

/** Writes `articles.jsonl`, `passages.bin` and `keywords.bin` into `folder`. Throws FileError. */
export async function gather(
  listing: CorpusListing,
  folder: string,
  embedder: Embedder,
  earlier: Earlier | null,
  journal: Journal,
  onRead: (bytes: number) => void,
): Promise<Gathered> {
  const problems: Problem[] = [];
  const keywords = buildKeywordIndex();
  const vectors: Float32Array[] = [];
  const passages: { article: number; start: number; end: number }[] = [];
  /** Number of each passage in the earlier build, or -1. */
  const numbers: number[] = [];
  const sketches: Uint32Array[] = [];
  const articleEnds: number[] = [];
  const days: (string | null)[] = [];
  let embedded = 0;
  let waiting: { passage: number; key: PassageKey; text: string }[] = [];
  const embedWaiting = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const batch = waiting;
    waiting = [];
    const made = await embedder.embedPassages(batch.map(({ text }) => text));
    journal.add(
      batch.map(({ key }) => key),
      made,
    );
    for (const [i, { passage }] of batch.entries()) vectors[passage] = made[i]!;
    embedded += batch.length;
  };
  const addPassage = async (
    article: Article,
    text: string,
    title: () => Map<string, number>,
  ): Promise<void> => {
    const key = passageKey(article, text);
    const passage = numbers.length;
    const number = earlier?.find(key, passage) ?? -1;
    numbers.push(number);
    keywords.add(
      number >= 0 ? NO_TERMS : withTitle(passageTerms(text, article.date), title()),
      measureText(text),
    );
    const vector = number >= 0 ? earlier!.vector(number) : journal.vectors.get(key);
    if (vector !== undefined) {
      vectors[passage] = vector;
      return;
    }
    waiting.push({ passage, key, text: embeddedText(article, text) });
    if (waiting.length >= BATCH) await embedWaiting();
  };

  const path = join(folder, 'articles.jsonl');
  const file = createFile(path);
  let lines: FileDescription;
  try {
    for await (const item of readCorpus(listing, onRead)) {
      if (isProblem(item)) {
        problems.push(item);
        continue;
      }
      const line = Buffer.from(`${JSON.stringify(item)}\n`, 'utf8');
      file.write(line);
      articleEnds.push((articleEnds.at(-1) ?? 0) + line.length);
      days.push(item.date);
      sketches.push(sketch(item.text));
      let title: Map<string, number> | null = null;
      for (const span of splitIntoPassages(item.text)) {
        passages.push({ article: days.length - 1, ...span });
        await addPassage(item, item.text.slice(span.start, span.end), () => {
          title ??= passageTerms(item.title, item.date);
          return title;
        });
      }
    }
    await embedWaiting();
    lines = file.finish();
  } catch (error) {
    attempt(file.abandon);
    throw error;
  }
  const isSame =
    earlier !== null &&
    numbers.length === earlier.manifest.passages &&
    numbers.every((number, passage) => number === passage);
  const { dimensions } = embedder;
  const files = {
    'articles.jsonl': lines,
    'keywords.bin': isSame
      ? copyFrom(earlier, folder, 'keywords.bin')
      : writeArrayFile(
          join(folder, 'keywords.bin'),
          earlier === null
            ? keywords.finish()
            : mergeKeywordIndex(keywords.finish(), earlier.keywords, numbers),
        ),
    'passages.bin': writeArrayFile(join(folder, 'passages.bin'), {
      article: Uint32Array.from(passages, ({ article }) => article),
      start: Uint32Array.from(passages, ({ start }) => start),
      end: Uint32Array.from(passages, ({ end }) => end),
      articleEnds: Uint32Array.from(articleEnds),
      vectors: concatenate(vectors, dimensions, new Float32Array(vectors.length * dimensions)),
      meanVector: meanOf(vectors, dimensions),
      sketches: concatenate(sketches, SKETCH_SIZE, new Uint32Array(sketches.length * SKETCH_SIZE)),
    }),
  };
  return { articles: days.length, problems, vectors, days, embedded, isSame, files };
}

/** Copies a file of an earlier build, through to the disk. */
export function copyFrom({ folder: from, manifest }: Earlier, folder: string, name: string): FileDescription {
  const path = join(folder, name);
  named(path, 'written', () => copyFileSync(join(from, name), path));
  sync(path);
  return manifest.files[name]!;
}

function withTitle(terms: Map<string, number>, title: ReadonlyMap<string, number>): Map<string, number> {
  for (const [term, weight] of title) terms.set(term, (terms.get(term) ?? 0) + TITLE_WEIGHT * weight);
  return terms;
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
