import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL, STATIC_MODEL } from '../../src/embedding/models.ts';
import {
  aboveAverage,
  FUSION_FEATURES,
  type FusionFeatures,
  fuse,
  fusionOf,
  normalizeDense,
  normalizeKeyword,
} from '../../src/retrieval/fuse.ts';

const scale = { bestKeyword: 8, bestDense: 0.7, bestSentence: 0.9, meanDense: 0.2 };

/** Features that are all 0 but for these. */
const features = (some: Partial<FusionFeatures>): FusionFeatures => ({
  ...{ keyword: 0, dense: 0, sentence: 0, secondSentence: 0, articleKeyword: 0, articleDense: 0 },
  ...some,
});

describe('normalised scores', () => {
  it('gives the best of each leg 1, and an unrelated passage 0', () => {
    expect(normalizeKeyword(8, scale)).toBe(1);
    expect(normalizeDense(0.7, 0.7, scale)).toBe(1);
    expect(normalizeDense(0.9, 0.9, scale)).toBe(1);
    expect(normalizeKeyword(0, scale)).toBe(0);
    expect(normalizeDense(0.2, 0.7, scale)).toBe(0);
  });

  it('takes a dense score below the mean as a reason against the passage, no further than -1', () => {
    expect(normalizeDense(0.1, 0.7, scale)).toBeCloseTo(-0.2);
    expect(normalizeDense(-0.29, 0.7, scale)).toBeCloseTo(-0.98);
    expect(normalizeDense(-0.3, 0.7, scale)).toBeCloseTo(-1);
    expect(normalizeDense(-0.9, 0.7, scale)).toBe(-1);
  });

  it('gives 0 where a leg tells nothing apart', () => {
    expect(normalizeKeyword(0, { ...scale, bestKeyword: 0 })).toBe(0);
    expect(normalizeDense(0.2, 0.2, scale)).toBe(0);
    expect(normalizeDense(0.1, 0.2, scale)).toBe(0);
  });
});

describe('the joined score', () => {
  const weights = features({ keyword: 0.4, dense: 0.1, sentence: 0.3, articleKeyword: 0.2 });

  it('is the sum of all that a passage is ranked by, each times its weight', () => {
    expect(fuse(features({ keyword: 0.5, sentence: 1, articleKeyword: 0.5 }), weights)).toBeCloseTo(
      0.2 + 0.3 + 0.1,
    );
    for (const name of FUSION_FEATURES) expect(fuse(features({ [name]: 1 }), weights)).toBe(weights[name]);
  });

  it('never falls when one of them rises, and stays at 1 or below', () => {
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    const any = fc.record(Object.fromEntries(FUSION_FEATURES.map((name) => [name, share])));
    fc.assert(
      fc.property(any, fc.constantFrom(...FUSION_FEATURES), share, (some, name, other) => {
        const all = some as unknown as FusionFeatures;
        const more = { ...all, [name]: Math.max(all[name], other) };
        expect(fuse(more, weights)).toBeGreaterThanOrEqual(fuse(all, weights));
        expect(fuse(more, weights)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('how far something stands above the average', () => {
  const NOT_MEASURED = { background: null };

  it('is 1 for the question itself, 0 for what is as near as an average passage, and nothing below', () => {
    expect(aboveAverage(1, 0.2, 1_000, NOT_MEASURED)).toBe(1);
    expect(aboveAverage(0.6, 0.2, 1_000, NOT_MEASURED)).toBeCloseTo(0.5);
    expect(aboveAverage(0.2, 0.2, 1_000, NOT_MEASURED)).toBe(0);
    expect(aboveAverage(-0.5, 0.2, 1_000, NOT_MEASURED)).toBe(0);
    expect(aboveAverage(1, 1, 1, NOT_MEASURED)).toBe(0);
  });

  it('is told by the background of the model where the average is of few passages, all of them near', () => {
    const above = (passages: number): number => aboveAverage(0.7, 0.6, passages, { background: 0.1 });
    // Of one passage hardly anything but the background, of very many hardly anything of it.
    expect(above(1)).toBeCloseTo((0.7 - 3.6 / 31) / (1 - 3.6 / 31));
    expect(above(30)).toBeCloseTo((0.7 - 0.35) / (1 - 0.35));
    expect(above(1_000_000)).toBeCloseTo(0.25, 3);
    // As it is without a background, and no more.
    expect(aboveAverage(0.7, 0.6, 1, NOT_MEASURED)).toBeCloseTo(0.25);
  });
});

describe('the weights of a model', () => {
  const MODELS = [DEFAULT_MODEL, STATIC_MODEL, 'somebody/unheard-of'];

  it.each(MODELS)('are none below 0, and sum to 1 for either kind of article: %s', (model) => {
    const { plain, structured } = fusionOf(model);
    for (const weights of [plain, structured]) {
      expect(Object.keys(weights).toSorted()).toEqual([...FUSION_FEATURES].toSorted());
      const values = Object.values(weights);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
      // As far as three decimals go.
      expect(Math.abs(values.reduce((a, b) => a + b) - 1)).toBeLessThan(0.004);
    }
  });

  it('are found by the last part of its name or folder, wherever that is', () => {
    for (const model of [DEFAULT_MODEL, STATIC_MODEL]) {
      const name = model.split('/').pop()!;
      for (const other of [name, `./${model}/`, `/srv/models/${name}//`, `C:\\models\\${name}`])
        expect(fusionOf(other)).toBe(fusionOf(model));
    }
  });

  it('are those of both legs alike where it is not known', () => {
    const other = fusionOf('somebody/unheard-of');
    expect(other).not.toBe(fusionOf(DEFAULT_MODEL));
    for (const weights of [other.plain, other.structured]) {
      expect(weights.keyword).toBeGreaterThan(0);
      expect(weights.dense).toBeGreaterThan(0);
    }
  });
});
