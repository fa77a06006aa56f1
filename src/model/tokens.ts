/** Token ids on their way into a network: cut to its length, and put together by length. */

/** A text, or a pair of texts, as a network reads it. */
export interface Encoding {
  readonly ids: readonly number[];
  /** 0 for the first text of a pair and 1 for the second; null where the model does not tell them apart. */
  readonly types: readonly number[] | null;
}

/** How many special tokens stand before and behind a text or a pair. */
export interface Frame {
  readonly before: number;
  readonly behind: number;
}

/** Half-open ranges of tokens that stay. */
type Kept = readonly (readonly [number, number])[];

const keep = ({ ids, types }: Encoding, ranges: Kept): Encoding => ({
  ids: ranges.flatMap(([from, to]) => ids.slice(from, to)),
  types: types && ranges.flatMap(([from, to]) => types.slice(from, to)),
});

/** Cuts the end of a text, not the special tokens behind it: a network without its last separator has never been seen. */
export function truncate(encoding: Encoding, maxTokens: number, { behind }: Frame): Encoding {
  const { length } = encoding.ids;
  if (length <= maxTokens) return encoding;
  return keep(encoding, [
    [0, maxTokens - behind],
    [length - behind, length],
  ]);
}

/**
 * Cuts the longer text of a pair, and both only where each is longer than half: so the question stays whole.
 * `first` and `second` are their lengths without special tokens.
 */
export function truncatePair(
  encoding: Encoding,
  [first, second]: readonly [number, number],
  maxTokens: number,
  { before, behind }: Frame,
): Encoding {
  const { length } = encoding.ids;
  if (length <= maxTokens) return encoding;
  const room = maxTokens - (length - first - second);
  const half = Math.ceil(room / 2);
  const keptFirst = first <= half ? first : Math.max(half, room - second);
  return keep(encoding, [
    [0, before + keptFirst],
    [before + first, length - behind - second + room - keptFirst],
    [length - behind, length],
  ]);
}

/**
 * Numbers of texts that go through the network together: of similar length, so that little of a batch is padding, and
 * at most `maxRows` texts and `maxTokens` tokens with padding; a longer text goes alone. Shorter ones first.
 */
export function batchByLength(lengths: readonly number[], maxRows: number, maxTokens: number): number[][] {
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const i of lengths.map((_, i) => i).sort((a, b) => lengths[a]! - lengths[b]! || a - b)) {
    if (batch.length > 0 && (batch.length === maxRows || (batch.length + 1) * lengths[i]! > maxTokens)) {
      batches.push(batch);
      batch = [];
    }
    batch.push(i);
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}
