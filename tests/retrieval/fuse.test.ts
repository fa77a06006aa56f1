import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse, normalizeDense, normalizeKeyword } from '../../src/retrieval/fuse.ts';

const scale = { bestKeyword: 8, bestDense: 0.7, meanDense: 0.2 };

describe('normalised scores', () => {
  it('gives the best of each leg 1, and an unrelated passage 0', () => {
    expect(normalizeKeyword(8, scale)).toBe(1);
    expect(normalizeDense(0.7, scale)).toBe(1);
    expect(normalizeKeyword(0, scale)).toBe(0);
    expect(normalizeDense(0.2, scale)).toBe(0);
  });

  it('takes a dense score below the mean as a reason against the passage', () => {
    expect(normalizeDense(-0.3, scale)).toBeCloseTo(-1);
  });

  it('gives 0 where a leg tells nothing apart', () => {
    expect(normalizeKeyword(0, { ...scale, bestKeyword: 0 })).toBe(0);
    expect(normalizeDense(0.2, { ...scale, bestDense: 0.2 })).toBe(0);
  });
});

describe('the joined score', () => {
  it('is the sum of both, the dense one weighted', () => {
    expect(fuse({ keyword: 4, dense: 0.45 }, scale, 0.6)).toBeCloseTo(0.5 + 0.6 * 0.5);
  });

  it('never falls when a score of either leg rises, and stays at 1 and the weight or below', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, share, (keyword, lessKeyword, dense, lessDense, weight) => {
        const joined = (k: number, d: number): number =>
          fuse({ keyword: 8 * k, dense: 1.7 * d - 1 }, scale, weight);
        expect(joined(keyword, dense)).toBeLessThanOrEqual(1 + weight + 1e-12);
        expect(joined(keyword * lessKeyword, dense)).toBeLessThanOrEqual(joined(keyword, dense));
        expect(joined(keyword, dense * lessDense)).toBeLessThanOrEqual(joined(keyword, dense));
      }),
    );
  });
});
