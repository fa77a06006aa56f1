/** Reads the files of a build, checked, into memory. */
import { join } from 'node:path';
import type { UnitVectors } from '../embedding/units.ts';
import { SPLIT_VERSION } from '../passages/cut.ts';
import { ANALYSIS_VERSION } from '../text/analyze.ts';
import type { Article, PassageKind } from '../types.ts';
import { type ArrayFile, openArrayFile } from './array-file.ts';
import { openToRead } from './files.ts';
import type { KeywordArrays, StoredKeywords } from './keyword-index.ts';
import { IndexError, type Manifest, readManifest, verifyFiles } from './manifest.ts';
import { SKETCH_SIZE } from './near-duplicates.ts';
import { KEY_BYTES } from './passage-key.ts';
import { type PassageVectors, passageVectors } from './passage-vectors.ts';

/** Kinds of passages by their number in the index. */
export const PASSAGE_KINDS = [
  'prose', 'steps', 'code', 'table', 'question-and-answer', 'message',
] as const satisfies readonly PassageKind[]; // biome-ignore format: a table

/** What `passages.bin` holds beside the vectors; keys and sketches one after the other. */
interface PassageArrays {
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
  /** Day of publication of each article, as a number. */
  readonly days: Uint32Array;
  /** 1 for each article that has a structure, else 0. */
  readonly structured: Uint8Array;
  /** Of each article the place in `Manifest.servers` of the server that alone sees it, from 1; 0 where all do. */
  readonly server: Uint32Array;
  /** Where the line of each article ends. */
  readonly articleEnds: Uint32Array;
  readonly meanVector: Float32Array;
  readonly sketches: Uint32Array;
}

const PASSAGE_ARRAYS = [
  'article', 'start', 'end', 'section', 'kind', 'repeats', 'keys', 'structured', 'days', 'server', 'articleEnds', 'meanVector', 'sketches',
]; // biome-ignore format: a list
const TERM_ARRAYS = ['termBytes', 'termEnds', 'frequencies', 'postingEnds', 'lengths'];
type TermArrays = Pick<KeywordArrays, 'termBytes' | 'termEnds' | 'frequencies' | 'postingEnds' | 'lengths'>;

/** What `sentences.bin` holds beside their values. */
interface UnitArrays {
  /** How many there are up to the end of each passage. */
  readonly ends: Uint32Array;
  /** A number of a vector is its value times the vector's scale. */
  readonly scales: Float32Array;
}

export interface BuildFiles {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly passages: PassageArrays;
  readonly vectors: PassageVectors;
  /** Vectors of the sentences, rows, steps and listings of a passage, in the order of `unitsOf`; read as they are asked for. */
  readonly sentences: (passage: number) => UnitVectors;
  readonly keywords: StoredKeywords;
  /** Article by its number, from 0, read from the disk. */
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
    const lines = openToRead(join(folder, 'articles.jsonl'));
    const places = openArrayFile(join(folder, 'passages.bin'));
    const passages = wholeOf<PassageArrays>(places, PASSAGE_ARRAYS);
    const sentences = openArrayFile(join(folder, 'sentences.bin'));
    const keywords = openArrayFile(join(folder, 'keywords.bin'));
    const { ends, scales } = wholeOf<UnitArrays>(sentences, ['ends', 'scales']);
    const { postingEnds, ...terms } = wholeOf<TermArrays>(keywords, TERM_ARRAYS);
    const { dimensions } = manifest;
    checkCounts(manifest, passages, lines.bytes, {
      passages: [ends.length, terms.lengths.length],
      scales: [scales.length, ends.at(-1) ?? 0],
      values: [sentences.length('values'), scales.length * dimensions],
      vectors: places.length('vectors'),
    });
    const { articleEnds } = passages;
    return {
      ...{ folder, manifest, passages },
      vectors: passageVectors(places, manifest.passages, dimensions),
      sentences(number) {
        const [first, end] = [ends[number - 1] ?? 0, ends[number]!];
        return {
          scales: scales.subarray(first, end),
          units: sentences.part('values', first * dimensions, end * dimensions) as Int8Array,
        };
      },
      keywords: {
        ...terms,
        postingsOf: (term) =>
          keywords.part('postings', postingEnds[term - 1] ?? 0, postingEnds[term]!) as Uint8Array,
      },
      article(number) {
        const line = lines.read(articleEnds[number - 1] ?? 0, articleEnds[number]!);
        return JSON.parse(Buffer.from(line.buffer).toString('utf8')) as Article;
      },
    };
  });
}

const wholeOf = <T>(file: ArrayFile, names: readonly string[]): T =>
  Object.fromEntries(names.map((name) => [name, file.whole(name)])) as T;

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

/** Throws {@link IndexError} where a build was made by another analysis or model. */
export function checkOrigin(manifest: Manifest, model: { model: string; fingerprint: string }): void {
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

/** @param found what of the other files has to be the same, in pairs or as many as there are passages */
function checkCounts(
  { articles, passages, dimensions }: Manifest,
  arrays: PassageArrays,
  bytes: number,
  found: {
    readonly passages: readonly number[];
    readonly scales: number[];
    readonly values: number[];
    readonly vectors: number;
  },
): void {
  const isWhole =
    arrays.articleEnds.length === articles &&
    arrays.structured.length === articles &&
    arrays.days.length === articles &&
    arrays.server.length === articles &&
    (arrays.articleEnds.at(-1) ?? 0) === bytes &&
    arrays.sketches.length === articles * SKETCH_SIZE &&
    [arrays.article, arrays.start, arrays.end, arrays.section, arrays.kind, arrays.repeats].every(
      ({ length }) => length === passages,
    ) &&
    found.passages.every((length) => length === passages) &&
    arrays.keys.length === passages * KEY_BYTES &&
    found.scales[0] === found.scales[1];
  if (!isWhole) throw new Error(`expected ${articles} articles and ${passages} passages in every file`);
  const ofVectors =
    found.vectors === passages * dimensions &&
    arrays.meanVector.length === dimensions &&
    found.values[0] === found.values[1];
  if (!ofVectors)
    throw new Error(`expected vectors of ${dimensions} dimensions, found ${found.vectors / passages}`);
}
