/** What is known of a passage beside its text, packed: its article, its vector and those of its units. */
import { unitSimilarity } from '../../embedding/units.ts';
import { isNearDuplicate, SKETCH_SIZE } from '../near-duplicates.ts';
import type { PassageFacts } from '../search-index.ts';
import { dot } from '../vector-index.ts';

export interface Payload {
  readonly article: number;
  /** Passages of its article: from `start` on, before `end`. */
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly isStructured: boolean;
  /** Of its article. */
  readonly sketch: Uint32Array;
  readonly vector: Float32Array;
  readonly scales: Float32Array;
  readonly units: Int8Array;
}

/** article, start, end, day, isStructured, number of units */
const HEAD = 6;

/** Little-endian, as base64. */
export function pack({
  article,
  start,
  end,
  day,
  isStructured,
  sketch,
  vector,
  scales,
  units,
}: Payload): string {
  const head = Uint32Array.of(article, start, end, day, isStructured ? 1 : 0, scales.length);
  return Buffer.concat([head, sketch, vector, scales, units].map(bytesOf)).toString('base64');
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

export function unpack(text: string, dimensions: number): Payload {
  const bytes = Buffer.from(text, 'base64');
  // Small buffers share a pool: only a copy begins where numbers may.
  const { buffer } = new Uint8Array(bytes);
  const [article, start, end, day, isStructured, units] = new Uint32Array(buffer, 0, HEAD) as unknown as [
    ...[number, number, number, number, number, number],
  ];
  let at = HEAD * 4;
  const take = (count: number): number => {
    at += count * 4;
    return at - count * 4;
  };
  return {
    ...{ article, start, end, day, isStructured: isStructured === 1 },
    sketch: new Uint32Array(buffer, take(SKETCH_SIZE), SKETCH_SIZE),
    vector: new Float32Array(buffer, take(dimensions), dimensions),
    scales: new Float32Array(buffer, take(units), units),
    units: new Int8Array(buffer, at),
  };
}

const similarityOf = (vector: Float32Array, payload: Payload): number => dot(vector, payload.vector);

export const unitSimilaritiesOf = (vector: Float32Array, { scales, units }: Payload): number[] =>
  Array.from(scales, (_, i) => unitSimilarity(vector, units, scales, i));

/** Facts of passages and of the articles that they belong to. */
export function factsOf(payloads: ReadonlyMap<number, Payload>): PassageFacts {
  const articles = new Map([...payloads.values()].map((payload) => [payload.article, payload]));
  return {
    articleOf: (passage) => payloads.get(passage)!.article,
    passagesOf(article) {
      const { start, end } = articles.get(article)!;
      return { start, end };
    },
    isStructured: (article) => articles.get(article)!.isStructured,
    dayOf: (article) => articles.get(article)!.day,
    similarity: (vector, passage) => similarityOf(vector, payloads.get(passage)!),
    unitSimilarities: (vector, passage) => unitSimilaritiesOf(vector, payloads.get(passage)!),
    nearDuplicates: (a, b) => isNearDuplicate(articles.get(a)!.sketch, articles.get(b)!.sketch),
  };
}
