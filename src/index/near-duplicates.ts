/**
 * Tells nearly equal articles apart from merely similar ones: bottom-k sketches of the 5-character shingles
 * (Broder 1997). The share of common values among the k smallest of both estimates the Jaccard similarity.
 */
import { normalize } from '../text/normalize.ts';

/** Values kept of an article: the estimate errs by about 1/√64, an eighth. */
export const SKETCH_SIZE = 64;
const SHINGLE = 5;
/** Reprints of one report share most of their text; two reports of one event share far less. */
const NEAR_DUPLICATE = 0.5;
/** Read no more of an article than this: enough to know a reprint by, and a bound for enormous ones. */
const MAX_CHARACTERS = 8_000;

/** The smallest hashes of an article's shingles, ascending; padded with the largest value where it has fewer. */
export function sketch(text: string): Uint32Array {
  const letters = normalize(text.slice(0, MAX_CHARACTERS)).replace(/[^\p{L}\p{N}]+/gu, '');
  const hashes = new Set<number>();
  for (let i = 0; i + SHINGLE <= Math.max(letters.length, SHINGLE); i++)
    hashes.add(hash(letters, i, i + SHINGLE));
  const smallest = Uint32Array.from(hashes).sort().subarray(0, SKETCH_SIZE);
  const padded = new Uint32Array(SKETCH_SIZE).fill(0xffffffff);
  padded.set(smallest);
  return padded;
}

/** FNV-1a over UTF-16 units, then MurmurHash3's finaliser: FNV alone leaves the low values unevenly spread. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end && i < text.length; i++)
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** True where two sketches say that their articles are reprints of one text. */
export function isNearDuplicate(a: Uint32Array, b: Uint32Array): boolean {
  let common = 0;
  let taken = 0;
  for (let i = 0, j = 0; taken < SKETCH_SIZE && i < a.length && j < b.length; taken++) {
    if (a[i] === 0xffffffff && b[j] === 0xffffffff) break;
    if (a[i] === b[j]) {
      common++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return taken > 0 && common / taken >= NEAR_DUPLICATE;
}
