/** Vectors of sentences, rows and steps, from the pass of their passage, in a byte a number. */
import type { Span } from '../types.ts';

const LARGEST = 127;

/** Vectors of units, row after row; a number of one is its value times the vector's scale. */
export interface UnitVectors {
  readonly units: Int8Array;
  /** 0 for a unit without a token, such as one that was cut off. */
  readonly scales: Float32Array;
}

/**
 * The mean over the tokens that begin in each unit, at unit length.
 * @param states vectors of the tokens, row after row
 * @param tokens where each stands in the text, null for those that stand for no text
 */
export function poolUnits(
  states: Float32Array,
  width: number,
  tokens: readonly (Span | null)[],
  units: readonly Span[],
): UnitVectors {
  const pooled = { units: new Int8Array(units.length * width), scales: new Float32Array(units.length) };
  let token = 0;
  for (const [number, { start, end }] of units.entries()) {
    const sum = new Float32Array(width);
    for (; token < tokens.length; token++) {
      const place = tokens[token];
      if (!place || place.start < start) continue;
      if (place.start >= end) break;
      for (let i = 0, at = token * width; i < width; i++, at++) sum[i]! += states[at]!;
    }
    quantise(sum, number, pooled);
  }
  return pooled;
}

function quantise(sum: Float32Array, number: number, { units, scales }: UnitVectors): void {
  let squares = 0;
  let largest = 0;
  for (const value of sum) {
    squares += value * value;
    largest = Math.max(largest, Math.abs(value));
  }
  if (largest === 0) return;
  for (let i = 0, at = number * sum.length; i < sum.length; i++, at++)
    units[at] = Math.round((sum[i]! / largest) * LARGEST);
  scales[number] = largest / LARGEST / Math.sqrt(squares);
}

/** Cosine of a unit vector and the vector of a unit, in [-1, 1]; 0 for a unit without one. */
export function unitSimilarity(
  vector: Float32Array,
  units: Int8Array,
  scales: Float32Array,
  unit: number,
): number {
  let sum = 0;
  for (let i = 0, at = unit * vector.length; i < vector.length; i++, at++) sum += vector[i]! * units[at]!;
  return sum * scales[unit]!;
}
