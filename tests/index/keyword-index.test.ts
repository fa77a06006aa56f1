import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildKeywordIndex,
  type KeywordIndex,
  keepInMemory,
  openKeywordIndex,
} from '../../src/index/keyword-index.ts';
import { numberTerms } from '../../src/text/term-numbers.ts';
import type { Terms } from '../../src/types.ts';
import { runs } from '../runs.ts';

interface Passage {
  readonly terms: Record<string, number>;
  readonly length: number;
}

const termsOf = (terms: Record<string, number>): Terms => new Map(Object.entries(terms));

/** An index of passages with these terms. */
function openOf(passages: Iterable<{ readonly terms: Terms; readonly length: number }>): KeywordIndex {
  const builder = buildKeywordIndex();
  const numbers = numberTerms();
  for (const { terms, length } of passages)
    builder.add(
      numbers.collect((into) => into.addAll(terms)),
      length,
    );
  return openKeywordIndex(keepInMemory(builder.finish(numbers.terms)));
}

const open = (passages: readonly Passage[]): KeywordIndex =>
  openOf(passages.map(({ terms, length }) => ({ terms: termsOf(terms), length })));

/** The formula of the index, written down once more, straight from the definition. */
function directScore(passages: readonly Passage[], query: Record<string, number>, passage: Passage): number {
  const n = passages.length;
  const meanLength = passages.reduce((sum, { length }) => sum + length, 0) / n;
  return Object.entries(query).reduce((sum, [term, weight]) => {
    const tf = passage.terms[term] ?? 0;
    const df = passages.filter(({ terms }) => term in terms).length;
    const idf = Math.log(1 + (n - df + 0.5) / (df + 0.5));
    return sum + (idf * weight * tf * 2.2) / (tf + 1.2 * (0.25 + (0.75 * passage.length) / meanLength));
  }, 0);
}

const HARBOUR: readonly Passage[] = [
  { terms: { 港口: 2, 开放: 1 }, length: 100 },
  { terms: { 港口: 1, bridge: 1 }, length: 50 },
  { terms: { bridge: 3, 'e:bridge': 3 }, length: 300 },
];

describe('scores', () => {
  it('are those of the BM25 formula', () => {
    const query = { 港口: 1, bridge: 0.5, nowhere: 1 };
    const scores = open(HARBOUR).scores(termsOf(query));
    for (const [i, passage] of HARBOUR.entries())
      expect(scores[i]).toBeCloseTo(directScore(HARBOUR, query, passage), 5);
    expect(scores[0]).toBeCloseTo(0.7131, 3); // ln(1.6) · 2 · 2.2 / (2 + 1.2 · (¼ + ¾ · 100 / 150))
  });

  it('are those of the BM25 formula for any passages with weights in steps of 1/32', () => {
    const weight = fc.integer({ min: 1, max: 255 }).map((steps) => steps / 32);
    const terms = fc.dictionary(fc.constantFrom('港', '口', 'a', 'b', 'e:a', '🚀', '𠮷'), weight);
    const passage = fc.record({ terms, length: fc.integer({ min: 1, max: 400 }) });
    fc.assert(
      fc.property(fc.array(passage, { minLength: 1, maxLength: 20 }), terms, (passages, query) => {
        const scores = open(passages).scores(termsOf(query));
        for (const [i, item] of passages.entries())
          expect(scores[i]).toBeCloseTo(directScore(passages, query, item), 3);
      }),
      runs(30),
    );
  });

  it('are 0 where no term matches', () => {
    expect([...open(HARBOUR).scores(termsOf({ 开放: 1 }))].map((score) => score > 0)).toEqual([
      true,
      false,
      false,
    ]);
    expect([...open(HARBOUR).scores(termsOf({ nowhere: 1 }))]).toEqual([0, 0, 0]);
    expect([...open(HARBOUR).scores(new Map())]).toEqual([0, 0, 0]);
  });

  it('rise with the weight of a term in the passage, a fraction of an occurrence too', () => {
    const weights = [1 / 3, 0.5, 1, 2, 7];
    const scores = open(weights.map((weight) => ({ terms: { a: weight }, length: 10 }))).scores(
      termsOf({ a: 1 }),
    );
    expect([...scores]).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBe(weights.length);
  });

  it('rise in proportion to the weight of a term in the question', () => {
    const index = open(HARBOUR);
    const once = index.scores(termsOf({ 港口: 1 }))[0]!;
    expect(index.scores(termsOf({ 港口: 0.25 }))[0]).toBeCloseTo(once / 4, 5);
  });

  it('keep a very small weight above 0 and treat weights from 8 on alike', () => {
    const scores = open([0.001, 8, 1000].map((weight) => ({ terms: { a: weight }, length: 10 }))).scores(
      termsOf({ a: 1 }),
    );
    expect(scores[0]).toBeGreaterThan(0);
    expect(scores[1]).toBe(scores[2]);
  });

  it('prefer the shorter of two passages that say the same', () => {
    const [short, long] = open([
      { terms: { a: 1 }, length: 50 },
      { terms: { a: 1 }, length: 350 },
    ]).scores(termsOf({ a: 1 }));
    expect(short).toBeGreaterThan(long!);
  });
});

describe('idf', () => {
  const index = open([
    { terms: { everywhere: 1, often: 1, once: 1 }, length: 1 },
    { terms: { everywhere: 1, often: 1 }, length: 1 },
    { terms: { everywhere: 1 }, length: 1 },
  ]);

  it('is higher for the rarer term, highest for one that no passage has, and never below 0', () => {
    const idfs = ['never', 'once', 'often', 'everywhere'].map(index.idf);
    expect(idfs).toEqual(idfs.toSorted((a, b) => b - a));
    expect(new Set(idfs).size).toBe(4);
    expect(idfs.at(-1)).toBeGreaterThan(0);
  });

  it('is ln(1 + (N − n + ½) / (n + ½))', () => {
    expect(index.idf('once')).toBeCloseTo(Math.log(1 + 2.5 / 1.5), 10);
    expect(index.idf('never')).toBeCloseTo(Math.log(1 + 3.5 / 0.5), 10);
  });
});

describe('looking a term up', () => {
  it('finds terms of one to four bytes a character, whose UTF-8 order is not that of UTF-16', () => {
    // U+FF5E sorts after an astral character in UTF-16 and before it in UTF-8.
    const terms = [
      '',
      'a',
      'ab',
      'b',
      'é',
      '港',
      '港口',
      '～',
      '\uFFFD',
      '🚀',
      '𠮷',
      '𠮷野',
      'e:a',
      'd:2024-01-31',
    ];
    const index = open(terms.map((term) => ({ terms: { [term]: 1 }, length: 1 })));
    for (const [i, term] of terms.entries())
      expect(
        [...index.scores(new Map([[term, 1]]))].findIndex((score) => score > 0),
        JSON.stringify(term),
      ).toBe(i);
  });

  it('finds any terms, and none that are not there', () => {
    const anyTerm = fc.string({ unit: 'grapheme', maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(anyTerm, { minLength: 1 }), anyTerm, (terms, other) => {
        const index = openOf(terms.map((term) => ({ terms: new Map([[term, 1]]), length: 1 })));
        for (const [i, term] of terms.entries())
          expect(index.scores(new Map([[term, 1]]))[i]).toBeGreaterThan(0);
        if (!terms.includes(other)) expect(Math.max(...index.scores(new Map([[other, 1]])))).toBe(0);
      }),
      runs(30),
    );
  });

  it.each([126, 127, 128, 129, 16_383, 16_384, 16_385])('finds two passages that are %i apart', (gap) => {
    const scores = openOf(
      Array.from({ length: gap + 2 }, (_, i) => ({
        terms: new Map([[i === 1 || i === gap + 1 ? 'rare' : 'x', 1]]),
        length: 1,
      })),
    ).scores(new Map([['rare', 1]]));
    expect([...scores.entries()].flatMap(([i, score]) => (score > 0 ? [i] : []))).toEqual([1, gap + 1]);
  });
});

describe('an empty index', () => {
  it('has no passage and no score', () => {
    const index = open([]);
    expect(index.count).toBe(0);
    expect([...index.scores(new Map([['a', 1]]))]).toEqual([]);
  });

  it('counts passages without terms', () => {
    const index = open([
      { terms: {}, length: 0 },
      { terms: {}, length: 0 },
    ]);
    expect([...index.scores(new Map([['a', 1]]))]).toEqual([0, 0]);
  });
});
