/** Opens the current index, checked, ready to be searched. */
import { join } from 'node:path';
import { unitSimilarity } from '../embedding/units.ts';
import {
  type ListedArticle,
  listedOf,
  type ReadArticle,
  type ReadPassage,
  readArticle,
  readPassage,
} from '../passages/read.ts';
import { currentBuild } from './generations.ts';
import { keepLatest } from './keep-latest.ts';
import { type KeywordIndex, openKeywordIndex } from './keyword-index.ts';
import { IndexError, type Manifest, readManifest } from './manifest.ts';
import { isNearDuplicate, SKETCH_SIZE } from './near-duplicates.ts';
import { type BuildFiles, cannotBeOpened, PASSAGE_KINDS, readBuild } from './read-build.ts';
import { searchFiles } from './search-files.ts';
import type { PassageFacts, ReadArticles, SearchIndex } from './search-index.ts';
import { type SearchedVectors, searchedVectors } from './searched-vectors.ts';
import { dot, EXACT, openVectorIndex } from './vector-index.ts';

/** An index in files of this machine, of which all is at hand. */
export interface IndexParts extends PassageFacts, Pick<SearchIndex, 'build' | 'manifest' | 'meanVector'> {
  readonly keywords: KeywordIndex;
  readonly vectors: SearchedVectors;
  /** Of a passage. */
  vector(passage: number): Float32Array;
  /** Article by its number, from 0. */
  article(number: number): ReadArticle;
  passage(number: number): ReadPassage;
  /** All articles by their numbers. The first call parses each of them, a second for tens of thousands. */
  list(): readonly ListedArticle[];
  /** Id of the server that alone sees an article; null where all do. */
  serverOf(article: number): string | null;
}

export interface OpenIndex extends IndexParts, SearchIndex, Pick<ReadArticles, 'frequency'> {}

/** Articles parsed and kept: a question reads some ten, the next one often the same. */
const MAX_KEPT_ARTICLES = 64;
/** Passages kept with what was analysed of them, up to some 100 KB each: a question reads ten to fifteen. */
const MAX_KEPT_PASSAGES = 100;

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
  const files = readBuild(folder, model);
  return searchFiles(cannotBeOpened(folder, () => assemble(build, files)));
}

function assemble(
  build: string,
  { folder, manifest, passages, vectors: exact, sentences, keywords, article: read }: BuildFiles,
): IndexParts {
  const { article, start, end, section, kind, repeats, meanVector, sketches } = passages;
  const { dimensions, ef } = manifest;
  const vectors = searchedVectors(
    exact.all,
    manifest.passages,
    ef === EXACT ? null : openVectorIndex(join(folder, 'vectors.hnsw'), dimensions, manifest.passages, ef),
  );
  const firsts = firstPassages(article, manifest.articles);
  const articleOf = keepLatest(MAX_KEPT_ARTICLES, (number) =>
    readArticle(read(number), manifest.typicalDate),
  );
  const sketchOf = (number: number): Uint32Array =>
    sketches.subarray(number * SKETCH_SIZE, (number + 1) * SKETCH_SIZE);
  let listed: readonly ListedArticle[] | undefined;

  return {
    build,
    manifest,
    keywords: openKeywordIndex(keywords),
    vectors,
    similarity: (vector, number) => dot(vector, exact.of(number)),
    // Not from hnswlib, which hands a vector out as a new list of numbers, 30 µs each.
    vector: exact.of,
    meanVector,
    article: articleOf,
    passage: keepLatest(MAX_KEPT_PASSAGES, (number) => {
      const owner = article[number]!;
      return readPassage(articleOf(owner), number - firsts[owner]! + 1, {
        start: start[number]!,
        end: end[number]!,
        section: section[number]!,
        kind: PASSAGE_KINDS[kind[number]!]!,
        repeats: repeats[number]! < 0 ? null : repeats[number]!,
      });
    }),
    list() {
      listed ??= Array.from({ length: manifest.articles }, (_, number) => listedOf(read(number)));
      return listed;
    },
    passagesOf: (number) => ({ start: firsts[number]!, end: firsts[number + 1]! }),
    serverOf: (number) => manifest.servers[passages.server[number]! - 1] ?? null,
    dayOf: (number) => passages.days[number]!,
    isStructured: (number) => passages.structured[number] === 1,
    articleOf: (number) => article[number]!,
    unitSimilarities(vector, number) {
      const { scales, units } = sentences(number);
      return Array.from(scales, (_, i) => unitSimilarity(vector, units, scales, i));
    },
    nearDuplicates: (a, b) => isNearDuplicate(sketchOf(a), sketchOf(b)),
  };
}

/** Number of the first passage of each article, and behind the last the number of passages. */
function firstPassages(articleOf: Uint32Array, articles: number): Uint32Array {
  const firsts = new Uint32Array(articles + 1);
  for (const article of articleOf) firsts[article + 1]!++;
  for (let article = 0; article < articles; article++) firsts[article + 1]! += firsts[article]!;
  return firsts;
}
