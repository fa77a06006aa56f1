/** Keeps the postings of passages that an earlier keyword index has, beside those of new ones. */
import { type KeywordArrays, keepInMemory, type StoredKeywords } from './keyword-index.ts';
import { eachPosting, writeVarint } from './postings.ts';

/**
 * The index of all passages, as if it were built from nothing.
 * @param fresh index over all passages, in which kept ones have a length and no term
 * @param earlier index that the kept passages are in
 * @param numbers number of each passage in `earlier`; -1 for one that is not kept
 */
export function mergeKeywordIndex(
  fresh: KeywordArrays,
  earlier: StoredKeywords,
  numbers: ArrayLike<number>,
): KeywordArrays {
  const added = keepInMemory(fresh);
  const placesOf = invert(numbers, earlier.lengths.length);
  const termBytes = growingBytes(earlier.termBytes.length + fresh.termBytes.length);
  const postings = growingBytes(2 * fresh.postings.length + earlier.termBytes.length);
  const termEnds: number[] = [];
  const postingEnds: number[] = [];
  const frequencies: number[] = [];

  for (const { bytes, before, now } of mergeTerms(earlier, fresh)) {
    const found: { passage: number; weight: number }[] = [];
    if (before >= 0)
      eachPosting(earlier.postingsOf(before), (number, weight) => {
        for (let i = placesOf.starts[number]!; i < placesOf.starts[number + 1]!; i++)
          found.push({ passage: placesOf.places[i]!, weight });
      });
    if (now >= 0) eachPosting(added.postingsOf(now), (passage, weight) => found.push({ passage, weight }));
    if (found.length === 0) continue;
    found.sort((a, b) => a.passage - b.passage);
    postings.reserve(found.length * MAX_POSTING_BYTES);
    let last = -1;
    for (const { passage, weight } of found) {
      postings.end = writeVarint(postings.bytes, postings.end, passage - last);
      postings.bytes[postings.end++] = weight;
      last = passage;
    }
    termBytes.reserve(bytes.length);
    termBytes.bytes.set(bytes, termBytes.end);
    termBytes.end += bytes.length;
    termEnds.push(termBytes.end);
    postingEnds.push(postings.end);
    frequencies.push(found.length);
  }
  return {
    termBytes: termBytes.bytes.subarray(0, termBytes.end),
    termEnds: Uint32Array.from(termEnds),
    frequencies: Uint32Array.from(frequencies),
    postings: postings.bytes.subarray(0, postings.end),
    postingEnds: Uint32Array.from(postingEnds),
    lengths: fresh.lengths,
  };
}

/** A gap of 32 bits, seven a byte, and a weight. */
const MAX_POSTING_BYTES = 6;

/** Bytes and where they end; `reserve` makes room for so many more. */
function growingBytes(capacity: number) {
  const grown = {
    bytes: new Uint8Array(capacity),
    end: 0,
    reserve(length: number) {
      if (grown.end + length <= grown.bytes.length) return;
      const larger = new Uint8Array(Math.ceil((grown.end + length) * 1.25));
      larger.set(grown.bytes);
      grown.bytes = larger;
    },
  };
  return grown;
}

/** Where each earlier passage goes: repeated ones go to several places. */
function invert(numbers: ArrayLike<number>, count: number): { starts: Uint32Array; places: Uint32Array } {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! >= 0) starts[numbers[i]! + 1]!++;
  for (let number = 0; number < count; number++) starts[number + 1]! += starts[number]!;
  const places = new Uint32Array(starts[count]!);
  const cursor = starts.slice();
  for (let i = 0; i < numbers.length; i++) if (numbers[i]! >= 0) places[cursor[numbers[i]!]!++] = i;
  return { starts, places };
}

type Terms = Pick<KeywordArrays, 'termBytes' | 'termEnds'>;

/** Terms of both indexes in the order of their bytes, with their numbers in each, -1 where it lacks the term. */
function* mergeTerms(a: Terms, b: Terms) {
  const termOf = ({ termBytes, termEnds }: Terms, i: number): Uint8Array =>
    termBytes.subarray(i === 0 ? 0 : termEnds[i - 1], termEnds[i]);
  let i = 0;
  let j = 0;
  while (i < a.termEnds.length || j < b.termEnds.length) {
    let order = i === a.termEnds.length ? 1 : -1;
    if (i < a.termEnds.length && j < b.termEnds.length) order = Buffer.compare(termOf(a, i), termOf(b, j));
    const bytes = order <= 0 ? termOf(a, i) : termOf(b, j);
    yield { bytes, before: order <= 0 ? i++ : -1, now: order >= 0 ? j++ : -1 };
  }
}
