/** Reads a corpus once: articles to their file, their passages to terms and vectors. */

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusListing } from '../documents/list.ts';
import { type Problem, UnreadError } from '../documents/problem.ts';
import { isProblem, readCorpus } from '../documents/read.ts';
import type { EmbeddedPassage, Embedder } from '../embedding/embedder.ts';
import { named } from '../file-error.ts';
import { type Cut, cutPassages } from '../passages/cut.ts';
import { layOutPassage, TOP, unitsOf } from '../passages/passage.ts';
import { rulesFor } from '../rules/languages.ts';
import type { Article, Language } from '../types.ts';
import { type NumberArray, writeArrayFile } from './array-file.ts';
import { type CollectedPassages, collectPassages } from './collect-passages.ts';
import { dayNumber } from './day-number.ts';
import type { Earlier } from './earlier.ts';
import { estimateRest } from './estimate.ts';
import { attempt, createFile, type FileDescription, sync } from './files.ts';
import type { Journal } from './journal.ts';
import { SKETCH_SIZE, sketch } from './near-duplicates.ts';
import { PASSAGE_KINDS } from './read-build.ts';
import { meanOf } from './vector-index.ts';

export interface Gathered extends Omit<CollectedPassages, 'keywords'> {
  readonly articles: number;
  readonly problems: readonly Problem[];
  /** Day of publication of each article. */
  readonly days: readonly (string | null)[];
  /** Articles by the language that they are written in. */
  readonly languages: Readonly<Record<Language, number>>;
  /** Servers that have articles of their own. */
  readonly servers: readonly string[];
  readonly files: Readonly<Record<string, FileDescription>>;
}

/** How far reading and embedding have come. */
export interface GatherProgress {
  /** Of the corpus files. */
  readonly bytes: number;
  /** Passages that went through the model, and how many a second. */
  readonly embedded: number;
  readonly perSecond: number;
  /** Null while it cannot be told. */
  readonly secondsLeft: number | null;
}

const JSON_LINES = /\.jsonl(?:\.gz)?$/i;

/** Writes `articles.jsonl`, `passages.bin`, `sentences.bin` and `keywords.bin` into `folder`. Throws {@link UnreadError}, FileError. */
export async function gather(
  listing: CorpusListing,
  folder: string,
  embedder: Embedder,
  earlier: Earlier | null,
  journal: Journal,
  onProgress: (progress: GatherProgress) => void,
  onEstimate: (secondsLeft: number) => void,
): Promise<Gathered> {
  const problems: Problem[] = [];
  const passages = collectPassages(embedder, earlier, journal, () => tell());
  const cuts: (Cut & { readonly article: number })[] = [];
  const sketches: Uint32Array[] = [];
  const articleEnds: number[] = [];
  const structured: number[] = [];
  const days: (string | null)[] = [];
  const languages: Record<Language, number> = { zh: 0, en: 0 };
  const servers: string[] = [];
  const seenBy: number[] = [];
  const estimate = estimateRest(
    listing.files.reduce((sum, { bytes }) => sum + bytes, 0),
    onEstimate,
  );
  let last: Article | undefined;
  let read = 0;
  let readBefore = 0;
  /** Bytes whose passages are embedded or waiting. */
  let reached = 0;
  const tell = (): void => {
    const embedding = passages.embedding();
    const secondsLeft = estimate(reached, embedding);
    const { passages: embedded, ms } = embedding;
    onProgress({
      bytes: read,
      embedded,
      perSecond: ms === 0 ? 0 : (1000 * embedded) / ms,
      secondsLeft,
    });
  };
  const file = createFile(join(folder, 'articles.jsonl'));
  let lines: FileDescription;
  try {
    const count = (bytes: number): void => {
      reached = read;
      readBefore = read;
      read += bytes;
      tell();
    };
    for await (const item of readCorpus(listing, count)) {
      if (isProblem(item)) {
        if (item.isUnread) throw new UnreadError(item);
        // What is told of an article comes after it; in a file of many it may be of any.
        const isOfLast = item.where === last?.file && !JSON_LINES.test(item.where);
        problems.push(isOfLast ? { ...item, article: last!.id } : item);
        continue;
      }
      last = item;
      const line = Buffer.from(`${JSON.stringify(item)}\n`, 'utf8');
      file.write(line);
      articleEnds.push((articleEnds.at(-1) ?? 0) + line.length);
      days.push(item.date);
      languages[rulesFor(item.text).code]++;
      if (item.server !== undefined && !servers.includes(item.server)) servers.push(item.server);
      seenBy.push(item.server === undefined ? 0 : servers.indexOf(item.server) + 1);
      structured.push(item.structure === undefined ? 0 : 1);
      sketches.push(sketch(item.text));
      for (const cut of cutPassages(item)) {
        cuts.push({ article: days.length - 1, ...cut });
        const layout = layOutPassage(item, cut);
        const section = item.structure?.sections[cut.section] ?? TOP;
        await passages.add({ article: item, section, text: layout.text, units: unitsOf(layout) });
        // A file is one long article, or thousands read in one piece: how far those have come is not known in between.
        if (JSON_LINES.test(item.file ?? '')) continue;
        reached = readBefore + (cut.end / item.text.length) * (read - readBefore);
        estimate(reached, passages.embedding());
      }
    }
    lines = file.finish();
  } catch (error) {
    attempt(file.abandon);
    throw error;
  }
  const { keywords, ...collected } = await passages.finish();
  const { vectors, keys, isSame } = collected;
  const whole = vectors.map(({ vector }) => vector);
  const { dimensions } = embedder;
  const files = {
    'articles.jsonl': lines,
    'keywords.bin': isSame
      ? copyFrom(earlier!, folder, 'keywords.bin')
      : writeArrayFile(join(folder, 'keywords.bin'), keywords()),
    'passages.bin': writeArrayFile(join(folder, 'passages.bin'), {
      article: Uint32Array.from(cuts, ({ article }) => article),
      start: Uint32Array.from(cuts, ({ start }) => start),
      end: Uint32Array.from(cuts, ({ end }) => end),
      section: Uint32Array.from(cuts, ({ section }) => section),
      kind: Uint8Array.from(cuts, ({ kind }) => PASSAGE_KINDS.indexOf(kind)),
      repeats: Int32Array.from(cuts, ({ repeats }) => repeats ?? -1),
      keys: new Uint8Array(Buffer.concat(keys.map((key) => Buffer.from(key, 'base64')))),
      structured: Uint8Array.from(structured),
      days: Uint32Array.from(days, dayNumber),
      server: Uint32Array.from(seenBy),
      articleEnds: Uint32Array.from(articleEnds),
      vectors: concatenate(whole, new Float32Array(whole.length * dimensions)),
      meanVector: meanOf(whole, dimensions),
      sketches: concatenate(sketches, new Uint32Array(sketches.length * SKETCH_SIZE)),
    }),
    'sentences.bin': isSame
      ? copyFrom(earlier!, folder, 'sentences.bin')
      : writeArrayFile(join(folder, 'sentences.bin'), sentencesOf(vectors, dimensions)),
  };
  return { ...collected, articles: days.length, problems, days, languages, servers, files };
}

/** Copies a file of an earlier build, through to the disk. */
export function copyFrom({ folder: from, manifest }: Earlier, folder: string, name: string): FileDescription {
  const path = join(folder, name);
  named(path, 'written', () => copyFileSync(join(from, name), path));
  sync(path);
  return manifest.files[name]!;
}

function concatenate<T extends NumberArray>(rows: readonly T[], all: T): T {
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}

function sentencesOf(vectors: readonly EmbeddedPassage[], dimensions: number) {
  let count = 0;
  const ends = Uint32Array.from(vectors, ({ scales }) => {
    count += scales.length;
    return count;
  });
  const scales = vectors.map((one) => one.scales);
  const units = vectors.map((one) => one.units);
  return {
    ends,
    scales: concatenate(scales, new Float32Array(count)),
    values: concatenate(units, new Int8Array(count * dimensions)),
  };
}
