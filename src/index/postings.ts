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

function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest > 127; rest >>>= 7) length++;
  return length;
}
