/** BM25 in two halves: what a passage has of a term, kept in the index, and what a question makes of it. */
import type { Terms } from '../../types.ts';
import { K1, penaltiesOf, type StoredKeywords, WEIGHT_STEPS } from '../keyword-index.ts';
import { postingsReader } from '../postings.ts';

/** The engine keeps as much of the number: the rest is rounded here, where it would be cut off there. */
const DROPPED_BITS = 15;

/** More clauses than this are refused. */
const MAX_CLAUSES = 1_000;

export const termAt = ({ termBytes, termEnds }: StoredKeywords, number: number): string =>
  Buffer.from(termBytes.subarray(termEnds[number - 1] ?? 0, termEnds[number])).toString('utf8');

/** Tells of passages, in order and a piece at a time, the numbers of their terms and their weights, in (0, 1). */
export function weightsInOrder(keywords: StoredKeywords) {
  const penalties = penaltiesOf(keywords.lengths);
  const read = postingsReader(keywords.postingsOf, keywords.termEnds.length);
  let start = 0;
  /** Of those before `end` that were not told of yet. */
  return (end: number): [term: number, weight: number][][] => {
    const weights = Array.from({ length: end - start }, (): [number, number][] => []);
    read(end, (term, passage, weight) => {
      const tf = weight / WEIGHT_STEPS;
      weights[passage - start]!.push([term, rounded(tf / (tf + penalties[passage]!))]);
    });
    start = end;
    return weights;
  };
}

const number = new Float32Array(1);
const bits = new Uint32Array(number.buffer);

function rounded(value: number): number {
  number[0] = value;
  bits[0] = ((bits[0]! + (1 << (DROPPED_BITS - 1))) >>> DROPPED_BITS) << DROPPED_BITS;
  return number[0];
}

/** What the weight of a term in a passage is multiplied by; the heaviest terms, where there are too many. */
export function questionWeights(
  terms: Terms,
  idf: (term: string) => number,
): [term: string, weight: number][] {
  const weighed = [...terms].map(([term, weight]): [string, number] => [term, weight * idf(term) * (K1 + 1)]);
  return weighed
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_CLAUSES);
}
