/** Postings: the passages of each term in turn, each as the gap to the one before, a varint, and a weight, a byte. */

/**
 * Writes the postings of terms that stand by passage.
 * @param ends where the terms of each passage end
 * @param position number that each term is stored under
 */
export function writePostings(
  ends: readonly number[],
  termAt: (i: number) => number,
  weightAt: (i: number) => number,
  position: Uint32Array,
): { postings: Uint8Array; postingEnds: Uint32Array } {
  const eachTerm = (visit: (term: number, passage: number, weight: number) => void): void => {
    let i = 0;
    for (const [passage, end] of ends.entries())
      for (; i < end; i++) visit(position[termAt(i)]!, passage, weightAt(i));
  };
  const last = new Int32Array(position.length).fill(-1);
  const cursor = new Uint32Array(position.length);
  eachTerm((term, passage) => {
    cursor[term] = cursor[term]! + varintLength(passage - last[term]!) + 1;
    last[term] = passage;
  });
  const postingEnds = new Uint32Array(position.length);
  let total = 0;
  for (let term = 0; term < cursor.length; term++) {
    const size = cursor[term]!;
    cursor[term] = total;
    total += size;
    postingEnds[term] = total;
  }
  const postings = new Uint8Array(total);
  last.fill(-1);
  eachTerm((term, passage, weight) => {
    let at = cursor[term]!;
    at = writeVarint(postings, at, passage - last[term]!);
    postings[at++] = weight;
    cursor[term] = at;
    last[term] = passage;
  });
  return { postings, postingEnds };
}

/** Writes a number seven bits a byte, the lowest first; returns where the next byte goes. */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let next = at;
  let rest = value;
  for (; rest > 127; rest >>>= 7) bytes[next++] = (rest & 127) | 128;
  bytes[next++] = rest;
  return next;
}

/** Visits the postings of a term, by passage. */
export function eachPosting(postings: Uint8Array, visit: (passage: number, weight: number) => void): void {
  let passage = -1;
  for (let at = 0; at < postings.length; ) {
    let gap = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = postings[at++]!;
      gap |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    passage += gap;
    visit(passage, postings[at++]!);
  }
}

/** Visits the postings of many terms piece by piece: those of passages before `end` that were not visited yet. */
export function postingsReader(postingsOf: (term: number) => Uint8Array, terms: number) {
  /** Of each term the byte that the next posting begins at, its passage, and the one before it. */
  const starts = new Uint32Array(terms);
  const upcoming = new Uint32Array(terms);
  const last = new Int32Array(terms).fill(-1);
  return (end: number, visit: (term: number, passage: number, weight: number) => void): void => {
    for (let term = 0; term < terms; term++) {
      // Most terms are in few passages: their bytes are not read for each piece.
      if (upcoming[term]! >= end) continue;
      const postings = postingsOf(term);
      let at = starts[term]!;
      let passage = last[term]!;
      let next = NONE;
      while (at < postings.length) {
        const [gap, after] = readVarint(postings, at);
        if (passage + gap >= end) {
          next = passage + gap;
          break;
        }
        passage += gap;
        visit(term, passage, postings[after]!);
        at = after + 1;
      }
      starts[term] = at;
      last[term] = passage;
      upcoming[term] = next;
    }
  };
}

/** No passage has this number. */
const NONE = 0xffffffff;

function readVarint(bytes: Uint8Array, at: number): [value: number, after: number] {
  let value = 0;
  let shift = 0;
  let after = at;
  let byte: number;
  do {
    byte = bytes[after++]!;
    value |= (byte & 127) << shift;
    shift += 7;
  } while (byte > 127);
  return [value, after];
}

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 127; rest >>>= 7) length++;
  return length;
}
