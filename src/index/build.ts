/** Builds an index of a corpus beside the current one, checks it, and only then makes it the current one. */
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { CorpusError, type Problem } from '../corpus/problem.ts';
import { type CorpusListing, isProblem, readCorpus } from '../corpus/read.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { measureText, SPLIT_VERSION, splitIntoPassages } from '../passages/split.ts';
import { ANALYSIS_VERSION, passageTerms } from '../text/analyze.ts';
import type { Article } from '../types.ts';
import { writeArrayFile } from './array-file.ts';
import { buildKeywordIndex } from './keyword-index.ts';
import {
  currentBuild,
  describeFile,
  FORMAT_VERSION,
  INDEX_FILES,
  IndexError,
  type Manifest,
  publish,
  writeManifest,
} from './manifest.ts';
import { SKETCH_SIZE, sketch } from './near-duplicates.ts';
import { buildVectorIndex, EF_STEPS, measureRecall, SMALL_INDEX, type VectorIndex } from './vector-index.ts';

/** Recall@10 of HNSW against exact search that a build must reach, on this many of its own vectors. */
const MIN_RECALL = 0.99;
const RECALL_SAMPLE = 100;
/** Passages embedded in one call. */
const BATCH = 256;
/** A title tells what its passages are about: its terms count this much in each of them. */
const TITLE_WEIGHT = 1;

export interface BuildProgress {
  /** `read`: bytes of the corpus files; `link`: vectors put into the graph. */
  readonly step: 'read' | 'link';
  readonly done: number;
  readonly total: number;
}

export interface BuildResult {
  readonly manifest: Manifest;
  readonly problems: readonly Problem[];
}

/** Changes whenever a file of the corpus is added, removed, renamed or written. */
export function corpusFingerprint({ files }: CorpusListing): string {
  const lines = files.map(({ path, bytes, modifiedMs }) => `${path}\t${bytes}\t${modifiedMs}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/**
 * Builds `embeddings/<build>/` and points `embeddings/current.json` to it.
 * Throws {@link CorpusError} where the corpus holds no article that can be used and {@link IndexError} where the
 * result fails its checks; the index before it then stays as it is.
 */
export async function buildIndex(
  listing: CorpusListing,
  embeddings: string,
  embedder: Embedder,
  onProgress: (progress: BuildProgress) => void = () => {},
): Promise<BuildResult> {
  const build = `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}-${randomBytes(3).toString('hex')}`;
  const folder = join(embeddings, build);
  mkdirSync(folder, { recursive: true });
  try {
    const { counts, vectors, days, problems } = await readAndAnalyze(listing, folder, embedder, onProgress);
    if (counts.articles === 0) throw new CorpusError(problems);
    const graph = buildVectorIndex(vectors, embedder.dimensions, (done) =>
      onProgress({ step: 'link', done, total: vectors.length }),
    );
    const { ef, recall } = tuneRecall(graph, vectors);
    graph.save(join(folder, 'vectors.hnsw'));
    const manifest: Manifest = {
      formatVersion: FORMAT_VERSION,
      analysisVersion: ANALYSIS_VERSION,
      splitVersion: SPLIT_VERSION,
      builtAt: new Date().toISOString(),
      model: { name: embedder.model, fingerprint: embedder.fingerprint },
      dimensions: embedder.dimensions,
      metric: 'cosine',
      ...counts,
      typicalDate: typicalDate(days),
      recall,
      ef,
      corpus: corpusFingerprint(listing),
      files: Object.fromEntries(INDEX_FILES.map((name) => [name, describeFile(join(folder, name))])),
    };
    writeManifest(folder, manifest);
    const previous = safeCurrentBuild(embeddings);
    publish(embeddings, build);
    removeOthers(embeddings, [build, previous]);
    return { manifest, problems };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function readAndAnalyze(
  listing: CorpusListing,
  folder: string,
  embedder: Embedder,
  onProgress: (progress: BuildProgress) => void,
) {
  const problems: Problem[] = [];
  const keywords = buildKeywordIndex();
  const vectors: Float32Array[] = [];
  const passages: { article: number; start: number; end: number }[] = [];
  const sketches: Uint32Array[] = [];
  const articleEnds: number[] = [];
  const days: (string | null)[] = [];
  const total = listing.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let read = 0;
  let waiting: string[] = [];
  const embedWaiting = async (): Promise<void> => {
    for (const vector of await embedder.embedPassages(waiting)) vectors.push(vector);
    waiting = [];
  };

  const file = openSync(join(folder, 'articles.jsonl'), 'w');
  try {
    const advance = (bytes: number): void => {
      read += bytes;
      onProgress({ step: 'read', done: read, total });
    };
    for await (const item of readCorpus(listing, advance)) {
      if (isProblem(item)) {
        problems.push(item);
        continue;
      }
      const article = articleEnds.length;
      const line = Buffer.from(`${JSON.stringify(item)}\n`, 'utf8');
      writeSync(file, line);
      articleEnds.push((articleEnds.at(-1) ?? 0) + line.length);
      days.push(item.date);
      sketches.push(sketch(item.text));
      const title = passageTerms(item.title, item.date);
      for (const span of splitIntoPassages(item.text)) {
        const text = item.text.slice(span.start, span.end);
        keywords.add(withTitle(passageTerms(text, item.date), title), measureText(text));
        passages.push({ article, ...span });
        waiting.push(embeddedText(item, text));
        if (waiting.length >= BATCH) await embedWaiting();
      }
    }
    await embedWaiting();
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  writeArrayFile(join(folder, 'keywords.bin'), keywords.finish());
  writeArrayFile(join(folder, 'passages.bin'), {
    article: Uint32Array.from(passages, ({ article }) => article),
    start: Uint32Array.from(passages, ({ start }) => start),
    end: Uint32Array.from(passages, ({ end }) => end),
    articleEnds: Uint32Array.from(articleEnds),
    vectors: concatenate(
      vectors,
      embedder.dimensions,
      new Float32Array(vectors.length * embedder.dimensions),
    ),
    meanVector: meanOf(vectors, embedder.dimensions),
    sketches: concatenate(sketches, SKETCH_SIZE, new Uint32Array(sketches.length * SKETCH_SIZE)),
  });
  return { counts: { articles: articleEnds.length, passages: passages.length }, vectors, days, problems };
}

/** What is embedded of a passage: its title tells the model what "the two sides" are. */
export const embeddedText = (article: Article, text: string): string =>
  text.startsWith(article.title) ? text : `${article.title}\n${text}`;

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

/** A corpus is of one time where the middle nine tenths of its days of publication lie within this many days. */
const ONE_TIME_DAYS = 366;
const MIN_DATED = 10;

/** An article without a date in a corpus of one time is most likely from that time too. */
function typicalDate(days: readonly (string | null)[]): string | null {
  const known = days.filter((day) => day !== null).sort();
  const at = (share: number): string => known[Math.floor(share * (known.length - 1))]!;
  if (known.length < Math.max(MIN_DATED, days.length / 2)) return null;
  const spread = (Date.parse(at(0.95)) - Date.parse(at(0.05))) / 86_400_000;
  return spread <= ONE_TIME_DAYS ? at(0.5) : null;
}

/** Raises `ef` until the sample's recall is high enough; a small index is searched whole anyway. */
function tuneRecall(graph: VectorIndex, vectors: readonly Float32Array[]): { ef: number; recall: number } {
  const step = Math.max(1, Math.floor(vectors.length / RECALL_SAMPLE));
  const sample = vectors.filter((_, i) => i % step === 0).slice(0, RECALL_SAMPLE);
  const steps = vectors.length <= SMALL_INDEX ? [Math.max(10, vectors.length)] : EF_STEPS;
  let recall = 0;
  for (const ef of steps) {
    graph.setEf(ef);
    recall = measureRecall(graph, vectors, sample);
    if (recall >= MIN_RECALL) return { ef, recall };
  }
  throw new IndexError(
    `The vector index finds only ${(recall * 100).toFixed(1)} % of the nearest passages (at least 99 % expected)`,
  );
}

function safeCurrentBuild(embeddings: string): string | null {
  try {
    return currentBuild(embeddings);
  } catch {
    // A broken pointer is about to be replaced; there is no previous build to keep then.
    return null;
  }
}

/** A build without a manifest may still be written by another process, but not for a day. */
const UNFINISHED_MS = 86_400_000;

/** Removes finished builds other than the given ones: the previous one stays for whoever is still reading it. */
function removeOthers(embeddings: string, keep: readonly (string | null)[]): void {
  const isOld = (folder: string): boolean => Date.now() - statSync(folder).mtimeMs > UNFINISHED_MS;
  const isFinished = (folder: string): boolean => existsSync(join(folder, 'manifest.json'));
  for (const name of readdirSync(embeddings))
    if (
      /^\d{14}-[0-9a-f]{6}$/.test(name) &&
      !keep.includes(name) &&
      (isFinished(join(embeddings, name)) || isOld(join(embeddings, name)))
    )
      rmSync(join(embeddings, name), { recursive: true, force: true });
}
