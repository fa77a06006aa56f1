/** From the vectors of tokens to the vector of a text. */
import type { Output } from '../model/network.ts';

/** How a text's vector comes from its tokens' vectors: their mean, or the first one's. */
export type Pooling = 'mean' | 'cls';

/** Unit vectors of a batch; `lengths` tells how many tokens of each row are not padding. */
export function pool({ data, dims }: Output, lengths: readonly number[], pooling: Pooling): Float32Array[] {
  const [, columns, width] = dims as [number, number, number];
  return lengths.map((length, row) =>
    toUnitLength(sumRows(data, row * columns, pooling === 'cls' ? 1 : length, width)),
  );
}

function sumRows(data: Float32Array, first: number, count: number, width: number): Float32Array {
  const sum = new Float32Array(width);
  for (let row = first; row < first + count; row++)
    for (let i = 0, at = row * width; i < width; i++, at++) sum[i]! += data[at]!;
  return sum;
}

/** At unit length the mean and the sum of the tokens are the same; zeros stay zeros. */
export function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}
