/** Opens the current index, checked, ready to be searched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SPLIT_VERSION } from '../passages/split.ts';
import { ANALYSIS_VERSION } from '../text/analyze.ts';
import type { Article, Passage, Source } from '../types.ts';
import { readArrayFile } from './array-file.ts';
import { type KeywordIndex, openKeywordIndex } from './keyword-index.ts';
import { currentBuild, IndexError, type Manifest, readManifest, verifyFiles } from './manifest.ts';
import { isNearDuplicate, SKETCH_SIZE } from './near-duplicates.ts';
import { dot, openVectorIndex, type VectorIndex } from './vector-index.ts';

export interface OpenIndex {
  /** Name of the build it was opened from. */
  readonly build: string;
  readonly manifest: Manifest;
  readonly keywords: KeywordIndex;
  readonly vectors: VectorIndex;
  /** Cosine of a question's vector and a passage, exactly, in [-1, 1]. */
  similarity(vector: Float32Array, passage: number): number;
  /** Mean over all passage vectors. */
  readonly meanVector: Float32Array;
  /** Article by its number, from 0. */
  article(number: number): Article;
  passage(number: number): Passage;
  /** Number of the article that a passage belongs to. */
  articleOf(passage: number): number;
  passageText(number: number): string;
  /** True where two articles are reprints of one text. */
  nearDuplicates(a: number, b: number): boolean;
}

/** Articles parsed and kept: a question reads some ten, the next one often the same. */
const MAX_KEPT_ARTICLES = 256;

/** Manifest of the current build, or null where there is no index yet. Throws {@link IndexError}. */
export function readCurrentManifest(embeddings: string): Manifest | null {
  const build = currentBuild(embeddings);
  return build === null ? null : readManifest(join(embeddings, build));
}

/**
 * Opens the current index in `embeddings`, or the build named, made by the model of this fingerprint.
 * Throws {@link IndexError} where there is none, or it is damaged, or of another format, analysis or model.
 */
export function openIndex(
  embeddings: string,
  model: { model: string; fingerprint: string },
  build: string | null = currentBuild(embeddings),
): OpenIndex {
  if (build === null) throw new IndexError(`There is no index in ${embeddings}`);
  const folder = join(embeddings, build);
  const manifest = readManifest(folder);
  checkOrigin(manifest, model);
  verifyFiles(folder, manifest);
  try {
    return assemble(build, folder, manifest);
  } catch (error) {
    throw new IndexError(`The index in ${folder} cannot be opened (${(error as Error).message})`, {
      cause: error,
    });
  }
}

function checkOrigin(manifest: Manifest, model: { model: string; fingerprint: string }): void {
  if (manifest.analysisVersion !== ANALYSIS_VERSION || manifest.splitVersion !== SPLIT_VERSION)
    throw new IndexError('The index was made by another version of the text analysis');
  if (manifest.model.fingerprint !== model.fingerprint)
    throw new IndexError(
      `The index was made with the model ${manifest.model.name}, now the model is ${model.model}` +
        `${manifest.model.name === model.model ? ' with other files' : ''}`,
    );
}

function assemble(build: string, folder: string, manifest: Manifest): OpenIndex {
  const lines = readFileSync(join(folder, 'articles.jsonl'));
  const arrays = readArrayFile(join(folder, 'passages.bin'));
  const { article, start, end, articleEnds, sketches } = arrays as Record<string, Uint32Array>;
  const keywords = openKeywordIndex(readArrayFile(join(folder, 'keywords.bin')));
  const { dimensions, passages, ef } = manifest;
  const vectors = openVectorIndex(join(folder, 'vectors.hnsw'), dimensions, passages, ef);
  if (
    keywords.count !== passages ||
    article!.length !== passages ||
    articleEnds!.length !== manifest.articles
  )
    throw new Error(`expected ${manifest.articles} articles and ${passages} passages in every file`);

  const exact = arrays.vectors as Float32Array;
  const kept = new Map<number, Article>();
  const articleOf = (number: number): Article => {
    let found = kept.get(number);
    if (found === undefined) {
      const from = number === 0 ? 0 : articleEnds![number - 1]!;
      found = JSON.parse(lines.toString('utf8', from, articleEnds![number])) as Article;
      if (kept.size >= MAX_KEPT_ARTICLES) kept.clear();
      kept.set(number, found);
    }
    return found;
  };
  const sketchOf = (number: number): Uint32Array =>
    sketches!.subarray(number * SKETCH_SIZE, (number + 1) * SKETCH_SIZE);
  const firstPassage = (number: number): number => {
    let first = number;
    while (first > 0 && article![first - 1] === article![number]) first--;
    return first;
  };

  return {
    build,
    manifest,
    keywords,
    vectors,
    // From an array of their own: hnswlib hands a vector out as a new list of numbers, 30 µs each.
    similarity: (vector, number) =>
      dot(vector, exact.subarray(number * dimensions, (number + 1) * dimensions)),
    meanVector: arrays.meanVector as Float32Array,
    article: articleOf,
    passage: (number) => ({
      id: `${articleOf(article![number]!).id}#${number - firstPassage(number) + 1}`,
      article: article![number]!,
      span: { start: start![number]!, end: end![number]! },
    }),
    articleOf: (number) => article![number]!,
    passageText: (number) => articleOf(article![number]!).text.slice(start![number], end![number]),
    nearDuplicates: (a, b) => isNearDuplicate(sketchOf(a), sketchOf(b)),
  };
}

/** What is shown of an article, by its number. */
export function sourceOf(index: OpenIndex, number: number): Source {
  const { id, title, date, url } = index.article(number);
  return { id, title, date, url };
}
