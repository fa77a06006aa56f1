/** A build of more passages than there are articles for: the real ones, then passages mixed of two real ones each. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../src/evaluation/metrics.ts';
import { writeArrayFile } from '../../src/index/array-file.ts';
import { createFile, type FileDescription, writeThrough } from '../../src/index/files.ts';
import { nameBuild, publish } from '../../src/index/generations.ts';
import { buildKeywordIndex, WEIGHT_STEPS } from '../../src/index/keyword-index.ts';
import { type Manifest, writeManifest } from '../../src/index/manifest.ts';
import { SKETCH_SIZE } from '../../src/index/near-duplicates.ts';
import { termAt } from '../../src/index/opensearch/weights.ts';
import { KEY_BYTES } from '../../src/index/passage-key.ts';
import { eachPosting } from '../../src/index/postings.ts';
import type { BuildFiles } from '../../src/index/read-build.ts';
import { EXACT, meanOf } from '../../src/index/vector-index.ts';
import { type Graph, writeGraph } from '../../src/index/write-graph.ts';
import type { Article } from '../../src/types.ts';

/** A term that so few real passages have is another one in each copy, as far as a larger corpus has more of them. */
const RARE = 2;

/** The graph of the files takes long to build: of more passages all are compared. */
const MOST_LINKED = 50_000;

/** What stands in for each passage: the real passage that it is a copy of, and the one that is mixed in. */
interface Plan {
  /** The same twice for a real passage. */
  readonly parents: readonly (readonly [first: number, second: number])[];
  /** Of each article the real one that it is a copy of, and which copy; 0 is the real one itself. */
  readonly articles: readonly (readonly [like: number, round: number])[];
  readonly articleOf: Uint32Array;
}

/** Writes a build of some `count` passages to the folder and makes it the current one; returns its name. */
export function generateBuild(like: BuildFiles, count: number, embeddings: string): string {
  const build = nameBuild();
  const folder = join(embeddings, build);
  mkdirSync(folder);
  const random = seededRandom(7);
  const plan = planCopies(like, count, random);
  const vectors = mixVectors(like, plan);
  const graph = linkVectors(vectors, like.manifest.dimensions, folder);
  const { lines, articleEnds } = writeArticles(like, plan, folder);
  const keywords = mixTerms(like, plan, random);
  // Each manifest has a seal of its own.
  const { sha256: _, ...manifest } = like.manifest as Manifest & { sha256: string };
  writeManifest(folder, {
    ...manifest,
    articles: plan.articles.length,
    passages: plan.parents.length,
    recall: graph.recall,
    ef: graph.ef,
    files: {
      'articles.jsonl': lines,
      'passages.bin': writePassages(like, plan, vectors, articleEnds, folder),
      'sentences.bin': writeSentences(like, plan, folder),
      'keywords.bin': writeArrayFile(join(folder, 'keywords.bin'), keywords),
      'vectors.hnsw': graph.file,
    },
  });
  publish(embeddings, { build, previous: null, rolledBack: false });
  return build;
}

function planCopies({ manifest, passages }: BuildFiles, count: number, random: () => number): Plan {
  const parents: [number, number][] = [];
  const articles: [number, number][] = [];
  const articleOf: number[] = [];
  for (let round = 0; parents.length < count; round++)
    for (let passage = 0; passage < manifest.passages && parents.length < count; passage++) {
      const like = passages.article[passage]!;
      if (passage === 0 || like !== passages.article[passage - 1]) articles.push([like, round]);
      parents.push([passage, round === 0 ? passage : Math.floor(random() * manifest.passages)]);
      articleOf.push(articles.length - 1);
    }
  return { parents, articles, articleOf: Uint32Array.from(articleOf) };
}

/** As far from the mean and from each other as the real ones are. */
function mixVectors({ passages, vectors }: BuildFiles, { parents }: Plan): Float32Array[] {
  const { meanVector } = passages;
  return parents.map(([first, second]) => {
    const [a, b] = [vectors.of(first), vectors.of(second)];
    if (first === second) return a;
    const mixed = meanVector.map((mean, i) => mean + (a[i]! + b[i]! - 2 * mean) * Math.SQRT1_2);
    const length = Math.hypot(...mixed);
    return mixed.map((value) => value / length);
  });
}

function linkVectors(vectors: readonly Float32Array[], dimensions: number, folder: string): Graph {
  if (vectors.length > MOST_LINKED)
    return { ef: EXACT, recall: 1, file: writeThrough(join(folder, 'vectors.hnsw')) };
  const embedded = vectors.map((vector) => ({ vector, ...NO_UNITS }));
  return writeGraph({ vectors: embedded, isSame: false }, folder, dimensions, null, () => {});
}

const NO_UNITS = { scales: new Float32Array(), units: new Int8Array() };

/** Terms that both have, and half of the others. */
function mixTerms(like: BuildFiles, { parents }: Plan, random: () => number) {
  const { keywords, manifest } = like;
  const known = termsByPassage(like);
  const variants = variantsOf(like, known, parents.length / manifest.passages);
  const index = buildKeywordIndex();
  const isOfFirst = new Int32Array(keywords.termEnds.length).fill(-1);
  const isOfBoth = new Int32Array(keywords.termEnds.length).fill(-1);
  for (const [passage, [first, second]] of parents.entries()) {
    const numbers: number[] = [];
    const weights: number[] = [];
    const add = ([term, weight]: [number, number]): void => {
      numbers.push(first === second ? term : variants.numberOf(term, random));
      weights.push(weight / WEIGHT_STEPS);
    };
    for (const [term] of known[first]!) isOfFirst[term] = passage;
    for (const posting of known[second]!)
      if (isOfFirst[posting[0]] === passage) {
        isOfBoth[posting[0]] = passage;
        add(posting);
      } else if (random() < 0.5) add(posting);
    for (const posting of known[first]!) if (isOfBoth[posting[0]] !== passage && random() < 0.5) add(posting);
    const length = (keywords.lengths[first]! + keywords.lengths[second]!) / 2;
    index.add({ numbers: Uint32Array.from(numbers), weights: Float64Array.from(weights) }, length);
  }
  return index.finish(variants.names);
}

function termsByPassage({ keywords, manifest }: BuildFiles): [term: number, weight: number][][] {
  const known = Array.from({ length: manifest.passages }, (): [number, number][] => []);
  for (let term = 0; term < keywords.termEnds.length; term++)
    eachPosting(keywords.postingsOf(term), (passage, weight) => known[passage]!.push([term, weight]));
  return known;
}

/** Names for rare terms in copies, as many as make the terms of a corpus so many times as large (Heaps's law). */
function variantsOf(
  { keywords }: BuildFiles,
  known: readonly (readonly [number, number])[][],
  times: number,
) {
  const { frequencies } = keywords;
  const count = frequencies.length;
  const half = new Set(known.slice(0, known.length / 2).flatMap((terms) => terms.map(([term]) => term)));
  const wanted = count * times ** Math.log2(count / half.size);
  const rare = frequencies.reduce((sum, frequency) => sum + (frequency <= RARE ? 1 : 0), 0);
  const each = Math.max(1, Math.round((wanted - count + rare) / Math.max(1, rare)));
  const names = Array.from(frequencies, (_, term) => termAt(keywords, term));
  const firsts = new Uint32Array(count);
  for (let term = 0; term < count; term++) {
    if (frequencies[term]! > RARE) continue;
    firsts[term] = names.length;
    for (let i = 1; i < each; i++) names.push(`${names[term]}~${i}`);
  }
  const numberOf = (term: number, random: () => number): number => {
    const variant = frequencies[term]! > RARE ? 0 : Math.floor(random() * each);
    return variant === 0 ? term : firsts[term]! + variant - 1;
  };
  return { names, numberOf };
}

function writeArticles(
  { article: read, manifest }: BuildFiles,
  { articles }: Plan,
  folder: string,
): { lines: FileDescription; articleEnds: Uint32Array } {
  const real = Array.from({ length: manifest.articles }, (_, number): Article => read(number));
  const file = createFile(join(folder, 'articles.jsonl'));
  const articleEnds = new Uint32Array(articles.length);
  for (const [i, [like, round]] of articles.entries()) {
    const copy = { ...real[like]!, ...(round > 0 && { id: `${real[like]!.id}~${round}` }) };
    const line = Buffer.from(`${JSON.stringify(copy)}\n`, 'utf8');
    file.write(line);
    articleEnds[i] = (articleEnds[i - 1] ?? 0) + line.length;
  }
  return { lines: file.finish(), articleEnds };
}

function writePassages(
  { passages, manifest }: BuildFiles,
  { parents, articles, articleOf }: Plan,
  vectors: readonly Float32Array[],
  articleEnds: Uint32Array,
  folder: string,
): FileDescription {
  const { dimensions } = manifest;
  const firsts = parents.map(([first]) => first);
  const likes = articles.map(([like]) => like);
  const all = new Float32Array(vectors.length * dimensions);
  for (const [i, vector] of vectors.entries()) all.set(vector, i * dimensions);
  return writeArrayFile(join(folder, 'passages.bin'), {
    article: articleOf,
    start: Uint32Array.from(firsts, (one) => passages.start[one]!),
    end: Uint32Array.from(firsts, (one) => passages.end[one]!),
    section: Uint32Array.from(firsts, (one) => passages.section[one]!),
    kind: Uint8Array.from(firsts, (one) => passages.kind[one]!),
    repeats: Int32Array.from(firsts, (one) => passages.repeats[one]!),
    keys: new Uint8Array(randomBytes(firsts.length * KEY_BYTES)),
    structured: Uint8Array.from(likes, (one) => passages.structured[one]!),
    days: Uint32Array.from(likes, (one) => passages.days[one]!),
    server: Uint32Array.from(likes, (one) => passages.server[one]!),
    articleEnds,
    vectors: all,
    meanVector: meanOf(vectors, dimensions),
    sketches: sketchesOf(passages.sketches, articles),
  });
}

/** Those of copies are of nothing, so that no copy is a reprint. */
function sketchesOf(real: Uint32Array, articles: Plan['articles']): Uint32Array {
  const sketches = new Uint32Array(randomBytes(articles.length * SKETCH_SIZE * 4).buffer.slice(0));
  for (const [i, [like, round]] of articles.entries()) {
    const own = sketches.subarray(i * SKETCH_SIZE, (i + 1) * SKETCH_SIZE);
    if (round === 0) own.set(real.subarray(like * SKETCH_SIZE, (like + 1) * SKETCH_SIZE));
    else own.sort();
  }
  return sketches;
}

function writeSentences({ sentences, manifest }: BuildFiles, { parents }: Plan, folder: string) {
  const real = Array.from({ length: manifest.passages }, (_, passage) => sentences(passage));
  const units = parents.map(([first]) => real[first]!);
  const total = units.reduce((sum, { scales }) => sum + scales.length, 0);
  const ends = new Uint32Array(units.length);
  const scales = new Float32Array(total);
  const values = new Int8Array(total * manifest.dimensions);
  let at = 0;
  for (const [i, one] of units.entries()) {
    scales.set(one.scales, at);
    values.set(one.units, at * manifest.dimensions);
    at += one.scales.length;
    ends[i] = at;
  }
  return writeArrayFile(join(folder, 'sentences.bin'), { ends, scales, values });
}
