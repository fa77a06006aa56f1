/** Vectors of the passages of a build: of many those that are asked for are read from the disk, a kilobyte each. */
import type { ArrayFile } from './array-file.ts';

export interface PassageVectors {
  /** Of one passage. Throws FileError. */
  of(passage: number): Float32Array;
  /** Of all passages, one after the other; kept once they were asked for. Throws FileError. */
  all(): Float32Array;
}

/** Up to this many are kept from the beginning: 10 MB of 256 dimensions, which a small machine has. */
const MOST_KEPT = 10_000;

/** @param file has them as `vectors`, one after the other */
export function passageVectors(file: ArrayFile, passages: number, dimensions: number): PassageVectors {
  let kept: Float32Array | undefined;
  const all = (): Float32Array => {
    kept ??= file.whole('vectors') as Float32Array;
    return kept;
  };
  if (passages <= MOST_KEPT) all();
  return {
    all,
    of(passage) {
      const [start, end] = [passage * dimensions, (passage + 1) * dimensions];
      return kept?.subarray(start, end) ?? (file.part('vectors', start, end) as Float32Array);
    },
  };
}
