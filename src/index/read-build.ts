/** Reads the files of a build, checked, into memory. */
import { join } from 'node:path';
import { SPLIT_VERSION } from '../passages/cut.ts';
import { ANALYSIS_VERSION } from '../text/analyze.ts';
import type { Article, PassageKind } from '../types.ts';
import { readArrayFile } from './array-file.ts';
import { readWhole } from './files.ts';
import type { KeywordArrays } from './keyword-index.ts';
import { IndexError, type Manifest, readManifest, verifyFiles } from './manifest.ts';
import { SKETCH_SIZE } from './near-duplicates.ts';
import { KEY_BYTES } from './passage-key.ts';

/** Kinds of passages by their number in the index. */
export const PASSAGE_KINDS = [
  'prose', 'steps', 'code', 'table', 'question-and-answer', 'message',
] as const satisfies readonly PassageKind[]; // biome-ignore format: a table

/** What `passages.bin` holds; keys, vectors and sketches one after the other. */
export interface PassageArrays {
  /** Number of the article of each passage. */
  readonly article: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Number of its section in its article. */
  readonly section: Uint32Array;
  /** Place in {@link PASSAGE_KINDS}. */
  readonly kind: Uint8Array;
  /** Number of the block whose first row stands above it once more, -1 for none. */
  readonly repeats: Int32Array;
  readonly keys: Uint8Array;
  /** 1 for each article that has a structure, else 0. */
  readonly structured: Uint8Array;
  /** Of each article the place in `Manifest.servers` of the server that alone sees it, from 1; 0 where all do. */
  readonly server: Uint32Array;
  /** Where the line of each article ends. */
  readonly articleEnds: Uint32Array;
  readonly vectors: Float32Array;
  readonly meanVector: Float32Array;
  readonly sketches: Uint32Array;
}

/** What `sentences.bin` holds: vectors of sentences, rows, steps and listings, in the order of `unitsOf`. */
export interface SentenceArrays {
  /** How many there are up to the end of each passage. */
  readonly ends: Uint32Array;
  /** A number of a vector is its value times the vector's scale. */
  readonly scales: Float32Array;
  readonly values: Int8Array;
}

export interface BuildFiles {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly passages: PassageArrays;
  readonly sentences: SentenceArrays;
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
    const sentences = readArrayFile(join(folder, 'sentences.bin')) as unknown as SentenceArrays;
    const keywords = readArrayFile(join(folder, 'keywords.bin')) as KeywordArrays;
    checkCounts(manifest, passages, sentences, keywords, lines.length);
    const { articleEnds } = passages;
    const article = (number: number): Article =>
      JSON.parse(lines.toString('utf8', articleEnds[number - 1] ?? 0, articleEnds[number])) as Article;
    return { folder, manifest, passages, sentences, keywords, article };
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
  sentences: SentenceArrays,
  keywords: KeywordArrays,
  bytes: number,
): void {
  const isWhole =
    arrays.articleEnds.length === articles &&
    arrays.structured.length === articles &&
    arrays.server.length === articles &&
    (arrays.articleEnds.at(-1) ?? 0) === bytes &&
    arrays.sketches.length === articles * SKETCH_SIZE &&
    [
      ...[arrays.article, arrays.start, arrays.end, arrays.section, arrays.kind, arrays.repeats],
      ...[sentences.ends, keywords.lengths],
    ].every(({ length }) => length === passages) &&
    arrays.keys.length === passages * KEY_BYTES &&
    sentences.scales.length === (sentences.ends.at(-1) ?? 0);
  if (!isWhole) throw new Error(`expected ${articles} articles and ${passages} passages in every file`);
  const ofVectors =
    arrays.vectors.length === passages * dimensions &&
    arrays.meanVector.length === dimensions &&
    sentences.values.length === sentences.scales.length * dimensions;
  if (!ofVectors)
    throw new Error(
      `expected vectors of ${dimensions} dimensions, found ${arrays.vectors.length / passages}`,
    );
}
