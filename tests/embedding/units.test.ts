import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poolUnits, unitSimilarity } from '../../src/embedding/units.ts';
import type { Span } from '../../src/types.ts';

const span = (start: number, end: number): Span => ({ start, end });

/** Tokens of one character each, side by side. */
const side = (count: number): Span[] => Array.from({ length: count }, (_, i) => span(i, i + 1));

/** Values of the vector of a unit. */
const vectorOf = ({ units, scales }: ReturnType<typeof poolUnits>, width: number, unit: number): number[] =>
  Array.from(units.subarray(unit * width, (unit + 1) * width), (value) => value * scales[unit]!);

function expectVector(found: readonly number[], expected: readonly number[]): void {
  const length = Math.hypot(...expected);
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value / length, 2);
}

const STATES = Float32Array.from([1, 0, 0, 1, 4, 3]);

describe('the vector of a unit', () => {
  it('is the mean of the tokens that begin in it, at unit length', () => {
    const pooled = poolUnits(STATES, 2, side(3), [span(0, 2), span(2, 3)]);
    expectVector(vectorOf(pooled, 2, 0), [1, 1]);
    expectVector(vectorOf(pooled, 2, 1), [4, 3]);
  });

  it('leaves out tokens without a place, and those between the units', () => {
    const tokens = [null, span(0, 1), span(5, 6)];
    const pooled = poolUnits(STATES, 2, tokens, [span(0, 1), span(2, 5), span(5, 9)]);
    expectVector(vectorOf(pooled, 2, 0), [0, 1]);
    expect(pooled.scales[1]).toBe(0);
    expectVector(vectorOf(pooled, 2, 2), [4, 3]);
  });

  it('has a token over the border of two units once, where it begins', () => {
    const pooled = poolUnits(STATES, 2, [span(0, 1), span(1, 4), span(4, 5)], [span(0, 3), span(3, 5)]);
    expectVector(vectorOf(pooled, 2, 0), [1, 1]);
    expectVector(vectorOf(pooled, 2, 1), [4, 3]);
  });

  it('has scale 0 where it was cut off, is empty, or its tokens say nothing', () => {
    const pooled = poolUnits(Float32Array.from([0, 0, 1, 0]), 2, side(2), [
      span(0, 1),
      span(1, 1),
      span(1, 2),
      span(2, 9),
    ]);
    expect(Array.from(pooled.scales, (scale) => scale === 0)).toEqual([true, true, false, true]);
    for (const unit of [0, 1, 3])
      expect(unitSimilarity(Float32Array.from([1, 0]), pooled.units, pooled.scales, unit)).toBe(0);
    expect(poolUnits(STATES, 2, side(3), [])).toEqual({ units: new Int8Array(), scales: new Float32Array() });
  });

  it('is as near to any vector as its numbers would be without rounding, within .01', () => {
    const numbers = fc.array(fc.float({ min: -8, max: 8, noNaN: true }), { minLength: 384, maxLength: 384 });
    fc.assert(
      fc.property(numbers, numbers, (values, others) => {
        fc.pre(Math.hypot(...values) > 1e-6 && Math.hypot(...others) > 1e-6);
        const [state, vector] = [values, others].map((list) => {
          const length = Math.hypot(...list);
          return Float32Array.from(list, (value) => value / length);
        }) as [Float32Array, Float32Array];
        const exact = state.reduce((sum, value, i) => sum + value * vector[i]!, 0);
        const { units, scales } = poolUnits(Float32Array.from(values), 384, side(1), [span(0, 1)]);
        expect(Math.abs(unitSimilarity(vector, units, scales, 0) - exact)).toBeLessThan(0.01);
      }),
    );
  });
});
