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
import { type CollectedPassages, collectPassages, type PassageCollector } from './collect-passages.ts';
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

/** What is known of articles and the cuts of their passages, in their order. */
interface Collected {
  readonly problems: Problem[];
  readonly cuts: (Cut & { readonly article: number })[];
  readonly sketches: Uint32Array[];
  readonly articleEnds: number[];
  readonly structured: number[];
  readonly days: (string | null)[];
  readonly languages: Record<Language, number>;
  readonly servers: string[];
  /** Of each article the place in `servers` of the one that alone sees it, from 1; 0 where all do. */
  readonly seenBy: number[];
}

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
  const passages = collectPassages(embedder, earlier, journal, () => progress.tell());
  const progress = followProgress(listing, passages, onProgress, onEstimate);
  const collected: Collected = {
    ...{ problems: [], cuts: [], sketches: [], articleEnds: [], structured: [], days: [] },
    ...{ languages: { zh: 0, en: 0 }, servers: [], seenBy: [] },
  };
  const lines = await readArticles(listing, folder, collected, passages, progress);
  const made = await passages.finish();
  const files = {
    'articles.jsonl': lines,
    ...writePassages(folder, collected, made, embedder.dimensions, earlier),
  };
  const { problems, days, languages, servers } = collected;
  const { keywords: _, ...found } = made;
  return { ...found, articles: days.length, problems, days, languages, servers, files };
}

/** Tells how far reading and embedding have come. */
function followProgress(
  { files }: CorpusListing,
  passages: PassageCollector,
  onProgress: (progress: GatherProgress) => void,
  onEstimate: (secondsLeft: number) => void,
) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const estimate = estimateRest(total, onEstimate);
  let read = 0;
  let readBefore = 0;
  /** Bytes whose passages are embedded or waiting. */
  let reached = 0;
  const tell = (): void => {
    const embedding = passages.embedding();
    const secondsLeft = estimate(reached, embedding);
    const { passages: embedded, ms } = embedding;
    const perSecond = ms === 0 ? 0 : (1000 * embedded) / ms;
    onProgress({ bytes: read, embedded, perSecond, secondsLeft });
  };
  return {
    tell,
    /** So many further bytes are read. */
    count(bytes: number): void {
      reached = read;
      readBefore = read;
      read += bytes;
      tell();
    },
    /** The passages of what was read last are embedded or waiting up to here, a share. */
    reach(share: number): void {
      reached = readBefore + share * (read - readBefore);
      estimate(reached, passages.embedding());
    },
  };
}

async function readArticles(
  listing: CorpusListing,
  folder: string,
  collected: Collected,
  passages: PassageCollector,
  progress: ReturnType<typeof followProgress>,
): Promise<FileDescription> {
  const file = createFile(join(folder, 'articles.jsonl'));
  let last: Article | undefined;
  try {
    for await (const item of readCorpus(listing, progress.count)) {
      if (isProblem(item)) {
        addProblem(collected, item, last);
        continue;
      }
      last = item;
      const line = Buffer.from(`${JSON.stringify(item)}\n`, 'utf8');
      file.write(line);
      addArticle(collected, item, line.length);
      for (const cut of cutPassages(item)) {
        collected.cuts.push({ article: collected.days.length - 1, ...cut });
        const layout = layOutPassage(item, cut);
        const section = item.structure?.sections[cut.section] ?? TOP;
        await passages.add({ article: item, section, text: layout.text, units: unitsOf(layout) });
        // A file is one long article, or thousands read in one piece: how far those have come is not known in between.
        if (!JSON_LINES.test(item.file ?? '')) progress.reach(cut.end / item.text.length);
      }
    }
    return file.finish();
  } catch (error) {
    attempt(file.abandon);
    throw error;
  }
}

/** @param last the article before it */
function addProblem({ problems }: Collected, problem: Problem, last: Article | undefined): void {
  if (problem.isUnread) throw new UnreadError(problem);
  // What is told of an article comes after it; in a file of many it may be of any.
  const isOfLast = problem.where === last?.file && !JSON_LINES.test(problem.where);
  problems.push(isOfLast ? { ...problem, article: last!.id } : problem);
}

function addArticle(collected: Collected, article: Article, bytes: number): void {
  const { articleEnds, days, languages, servers, seenBy, structured, sketches } = collected;
  const { date, text, server, structure } = article;
  articleEnds.push((articleEnds.at(-1) ?? 0) + bytes);
  days.push(date);
  languages[rulesFor(text).code]++;
  if (server !== undefined && !servers.includes(server)) servers.push(server);
  seenBy.push(server === undefined ? 0 : servers.indexOf(server) + 1);
  structured.push(structure === undefined ? 0 : 1);
  sketches.push(sketch(text));
}

function writePassages(
  folder: string,
  { cuts, structured, days, seenBy, articleEnds, sketches }: Collected,
  { vectors, keys, isSame, keywords }: CollectedPassages,
  dimensions: number,
  earlier: Earlier | null,
): Record<string, FileDescription> {
  const whole = vectors.map(({ vector }) => vector);
  return {
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
