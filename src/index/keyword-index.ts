/**
 * BM25 over weighted terms.
 *
 * A term's weight in a passage takes the place of its frequency, so a gloss of three words counts as a third of
 * an occurrence. Score of a passage: Σ idf(t) · w(t, question) · tf · (k1 + 1) / (tf + k1 · (1 − b + b · l / l̄)),
 * idf(t) = ln(1 + (N − n + ½) / (n + ½)); Robertson and Zaragoza 2009, with Lucene's idf, which is never negative.
 */
import type { NumberedTerms } from '../text/term-numbers.ts';
import type { Terms } from '../types.ts';
import type { NumberArray } from './array-file.ts';
import { eachPosting, writePostings } from './postings.ts';

export const K1 = 1.2;
const B = 0.75;
/** Weights are kept in one byte, in steps of 1/32 up to just under 8; beyond it a term hardly gains. */
export const WEIGHT_STEPS = 32;
const CHUNK = 1 << 20;

export interface KeywordIndex {
  readonly count: number;
  /** Number of passages that have a term. */
  frequency(term: string): number;
  /** Passages that have a term, in order. */
  passagesOf(term: string): number[];
  /** idf of a term, 0 or more; a term that no passage has gets the highest. */
  idf(term: string): number;
  /** Terms that begin with these letters, in the order of their bytes. */
  termsFrom(prefix: string): string[];
  /** Score of every passage, in passage order; 0 where no term matches. */
  scores(terms: Terms): Float32Array;
}

export interface KeywordIndexBuilder {
  /** Adds the next passage; its number is the count of those before it. `length` is its size for the formula. */
  add(terms: NumberedTerms, length: number): void;
  /** @param terms each term by its number */
  finish(terms: readonly string[]): KeywordArrays;
}

/** An index as it is stored: terms in byte order, postings as gap and weight, sizes of the passages. */
export interface KeywordArrays extends Record<string, NumberArray> {
  readonly termBytes: Uint8Array;
  readonly termEnds: Uint32Array;
  readonly frequencies: Uint32Array;
  readonly postings: Uint8Array;
  readonly postingEnds: Uint32Array;
  readonly lengths: Float32Array;
}

export function buildKeywordIndex(): KeywordIndexBuilder {
  let documentFrequency = new Uint32Array(CHUNK);
  const terms = chunkedArray((length) => new Uint32Array(length));
  const weights = chunkedArray((length) => new Uint8Array(length));
  const ends: number[] = [];
  const lengths: number[] = [];

  return {
    add(passageTerms, length) {
      for (let i = 0; i < passageTerms.numbers.length; i++) {
        const number = passageTerms.numbers[i]!;
        if (number >= documentFrequency.length) documentFrequency = doubled(documentFrequency);
        documentFrequency[number]!++;
        terms.push(number);
        weights.push(Math.min(255, Math.max(1, Math.round(passageTerms.weights[i]! * WEIGHT_STEPS))));
      }
      ends.push(terms.length);
      lengths.push(length);
    },

    finish(all) {
      // Terms in the order of their UTF-8 bytes, so that a search can halve its way through them.
      const byBytes = [...all.keys()]
        .filter((number) => documentFrequency[number]! > 0)
        .sort((a, b) => compareBytes(all[a]!, all[b]!));
      const position = new Uint32Array(all.length);
      const termEnds = new Uint32Array(byBytes.length);
      const frequencies = new Uint32Array(byBytes.length);
      const termBytes = Buffer.alloc(
        byBytes.reduce((sum, number) => sum + Buffer.byteLength(all[number]!), 0),
      );
      let end = 0;
      for (const [i, number] of byBytes.entries()) {
        position[number] = i;
        frequencies[i] = documentFrequency[number]!;
        end += termBytes.write(all[number]!, end);
        termEnds[i] = end;
      }

      const { postings, postingEnds } = writePostings(ends, terms.at, weights.at, position);
      return {
        termBytes: new Uint8Array(termBytes.buffer, termBytes.byteOffset, end),
        ...{ termEnds, frequencies, postings, postingEnds, lengths: Float32Array.from(lengths) },
      };
    },
  };
}

function doubled(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

/** Order of two texts by their UTF-8 bytes: that of their UTF-16 units, but for pairs of them, which come last. */
function compareBytes(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000;

/** A list that grows by whole chunks: it is never copied, which would double the peak of a large build. */
function chunkedArray<T extends Uint32Array | Uint8Array>(create: (length: number) => T) {
  const chunks: T[] = [];
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value: number) {
      if (length % CHUNK === 0) chunks.push(create(CHUNK));
      chunks[chunks.length - 1]![length % CHUNK] = value;
      length++;
    },
    at: (i: number): number => chunks[Math.floor(i / CHUNK)]![i % CHUNK]!,
  };
}

/** Of a term that `frequency` of `count` passages have. */
export const idfOf = (count: number, frequency: number): number =>
  Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));

/** An index whose postings, most of its size, are read as they are asked for. */
export interface StoredKeywords
  extends Pick<KeywordArrays, 'termBytes' | 'termEnds' | 'frequencies' | 'lengths'> {
  /** Postings of the term of this number. */
  postingsOf(term: number): Uint8Array;
}

export function keepInMemory(arrays: KeywordArrays): StoredKeywords {
  const { termBytes, termEnds, frequencies, lengths, postings, postingEnds } = arrays;
  return {
    ...{ termBytes, termEnds, frequencies, lengths },
    postingsOf: (term) => postings.subarray(postingEnds[term - 1] ?? 0, postingEnds[term]),
  };
}

/** Of each passage what is added to the weight of a term below the line, by its length. */
export function penaltiesOf(lengths: Float32Array): Float32Array {
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length) || 1;
  return lengths.map((length) => K1 * (1 - B + (B * length) / meanLength));
}

type StoredTerms = Pick<StoredKeywords, 'termBytes' | 'termEnds'>;

const bytesAt = ({ termBytes, termEnds }: StoredTerms, i: number): Uint8Array =>
  termBytes.subarray(i === 0 ? 0 : termEnds[i - 1]!, termEnds[i]!);

/** Number of the first term that does not come before these bytes; the count of terms where all do. */
function firstFrom(stored: StoredTerms, bytes: Uint8Array): number {
  let low = 0;
  let high = stored.termEnds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Buffer.compare(bytesAt(stored, middle), bytes) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Number of a term; -1 where it is not there. */
function findTerm(stored: StoredTerms, term: string): number {
  const bytes = Buffer.from(term, 'utf8');
  const first = firstFrom(stored, bytes);
  const isThere = first < stored.termEnds.length && Buffer.compare(bytesAt(stored, first), bytes) === 0;
  return isThere ? first : -1;
}

function termsWith(stored: StoredTerms, prefix: string): string[] {
  const terms: string[] = [];
  for (let i = firstFrom(stored, Buffer.from(prefix, 'utf8')); i < stored.termEnds.length; i++) {
    const term = Buffer.from(bytesAt(stored, i)).toString('utf8');
    if (!term.startsWith(prefix)) break;
    terms.push(term);
  }
  return terms;
}

/** Opens what {@link KeywordIndexBuilder.finish} made. */
export function openKeywordIndex(stored: StoredKeywords): KeywordIndex {
  const { frequencies, lengths } = stored;
  const count = lengths.length;
  const penalties = penaltiesOf(lengths);
  const frequency = (term: string): number => {
    const found = findTerm(stored, term);
    return found < 0 ? 0 : frequencies[found]!;
  };
  return {
    count,
    frequency,
    passagesOf(term) {
      const found = findTerm(stored, term);
      const passages: number[] = [];
      if (found >= 0) eachPosting(stored.postingsOf(found), (passage) => passages.push(passage));
      return passages;
    },
    idf: (term) => idfOf(count, frequency(term)),
    termsFrom: (prefix) => termsWith(stored, prefix),
    scores(terms) {
      const scores = new Float32Array(count);
      for (const [term, weight] of terms) {
        const found = findTerm(stored, term);
        if (found < 0) continue;
        const factor = weight * idfOf(count, frequencies[found]!) * (K1 + 1);
        eachPosting(stored.postingsOf(found), (passage, weight) => {
          const tf = weight / WEIGHT_STEPS;
          scores[passage]! += (factor * tf) / (tf + penalties[passage]!);
        });
      }
      return scores;
    },
  };
}
