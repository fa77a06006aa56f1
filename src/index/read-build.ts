/** Reads the files of a build, checked, into memory. */
import { join } from 'node:path';
import { SPLIT_VERSION } from '../passages/split.ts';
import { ANALYSIS_VERSION } from '../text/analyze.ts';
import type { Article } from '../types.ts';
import { readArrayFile } from './array-file.ts';
import { readWhole } from './files.ts';
import type { KeywordArrays } from './keyword-index.ts';
import { IndexError, type Manifest, readManifest, verifyFiles } from './manifest.ts';
import { SKETCH_SIZE } from './near-duplicates.ts';

/** What `passages.bin` holds; vectors and sketches one after the other. */
export interface PassageArrays {
  /** Number of the article of each passage. */
  readonly article: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Where the line of each article ends. */
  readonly articleEnds: Uint32Array;
  readonly vectors: Float32Array;
  readonly meanVector: Float32Array;
  readonly sketches: Uint32Array;
}

export interface BuildFiles {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly passages: PassageArrays;
  readonly keywords: KeywordArrays;
  /** Article by its number, from 0. */
  readonly article: (number: number) => Article;
}

/**
 * Reads a build made by the model of this fingerprint.
 * Throws {@link IndexError} where it is damaged, or of another format, analysis or model.
 */
export function readBuild(folder: string, model: { model: string; fingerprint: string }): BuildFiles {
  const manifest = readManifest(folder);
  checkOrigin(manifest, model);
  verifyFiles(folder, manifest);
  return cannotBeOpened(folder, () => {
    const lines = readWhole(join(folder, 'articles.jsonl'));
    const passages = readArrayFile(join(folder, 'passages.bin')) as unknown as PassageArrays;
    const keywords = readArrayFile(join(folder, 'keywords.bin')) as KeywordArrays;
    checkCounts(manifest, passages, keywords, lines.length);
    const { articleEnds } = passages;
    const article = (number: number): Article =>
      JSON.parse(lines.toString('utf8', articleEnds[number - 1] ?? 0, articleEnds[number])) as Article;
    return { folder, manifest, passages, keywords, article };
  });
}

/** Runs a step of opening; what it throws becomes an {@link IndexError}. */
export function cannotBeOpened<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new IndexError(`The index in ${folder} cannot be opened (${(error as Error).message})`, {
      cause: error,
    });
  }
}

function checkOrigin(manifest: Manifest, model: { model: string; fingerprint: string }): void {
  if (manifest.analysisVersion !== ANALYSIS_VERSION || manifest.splitVersion !== SPLIT_VERSION)
    throw new IndexError('The index was made by another version of the text analysis');
  if (manifest.model.fingerprint !== model.fingerprint) {
    const { name } = manifest.model;
    const reason = `The index was made with the model ${name}, now the model is ${model.model}`;
    if (name === model.model) throw new IndexError(`${reason} with other files`);
    // For who changed the model, and for a bot that somebody made an index of another model for.
    const remedy =
      `Start again with EMBEDDING_MODEL=${name} to answer from it, ` +
      `or make one with ${model.model}: npm run index`;
    throw new IndexError(reason, { remedy });
  }
  if (manifest.metric !== 'cosine')
    throw new IndexError(
      `The index was made for the metric ${manifest.metric}, this program searches by cosine`,
    );
}

function checkCounts(
  { articles, passages, dimensions }: Manifest,
  arrays: PassageArrays,
  keywords: KeywordArrays,
  bytes: number,
): void {
  const isWhole =
    arrays.articleEnds.length === articles &&
    (arrays.articleEnds.at(-1) ?? 0) === bytes &&
    arrays.sketches.length === articles * SKETCH_SIZE &&
    [arrays.article, arrays.start, arrays.end, keywords.lengths].every(({ length }) => length === passages);
  if (!isWhole) throw new Error(`expected ${articles} articles and ${passages} passages in every file`);
  if (arrays.vectors.length !== passages * dimensions || arrays.meanVector.length !== dimensions)
    throw new Error(
      `expected vectors of ${dimensions} dimensions, found ${arrays.vectors.length / passages}`,
    );
}
