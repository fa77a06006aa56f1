import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchByLength, truncate, truncatePair } from '../../src/model/tokens.ts';

const FRAME = { before: 1, behind: 1 };
const CLS = 101;
const SEP = 102;

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

const single = (length: number) => ({ ids: [CLS, ...range(1, length), SEP], types: null });

/** A pair as BERT reads it: words of the first from 1, of the second from 1001. */
const pair = (first: number, second: number) => ({
  ids: [CLS, ...range(1, first), SEP, ...range(1001, second), SEP],
  types: [...new Array(first + 2).fill(0), ...new Array(second + 1).fill(1)] as number[],
});

describe('a text that is cut', () => {
  it.each([
    [6, 4, [CLS, 1, 2, 3, 4, SEP]],
    [6, 3, [CLS, 1, 2, 3, SEP]],
    [6, 5, [CLS, 1, 2, 3, 4, SEP]],
    [6, 50, [CLS, 1, 2, 3, 4, SEP]],
  ])('to %i tokens from %i words loses its end and keeps its separator', (maxTokens, words, expected) => {
    expect(truncate(single(words), maxTokens, FRAME).ids).toEqual(expected);
  });

  it('without special tokens loses its end', () => {
    expect(truncate({ ids: [1, 2, 3], types: null }, 2, { before: 0, behind: 0 }).ids).toEqual([1, 2]);
  });
});

describe('a pair that is cut', () => {
  it('loses the end of the longer text, the passage', () => {
    expect(truncatePair(pair(2, 9), [2, 9], 8, FRAME)).toEqual(pair(2, 3));
  });

  it('loses the end of a question that is longer than the passage', () => {
    expect(truncatePair(pair(9, 2), [9, 2], 8, FRAME)).toEqual(pair(3, 2));
  });

  it('loses both ends where both are longer than half, the question one token less', () => {
    expect(truncatePair(pair(9, 9), [9, 9], 8, FRAME)).toEqual(pair(3, 2));
  });

  it.each([11, 12])('keeps all where there is room for %i of its 11 tokens', (maxTokens) => {
    expect(truncatePair(pair(4, 4), [4, 4], maxTokens, FRAME)).toEqual(pair(4, 4));
  });

  it('keeps both separators of a model that has two between the texts', () => {
    const ids = [CLS, 1, 2, SEP, SEP, ...range(1001, 9), SEP];
    expect(truncatePair({ ids, types: null }, [2, 9], 9, FRAME).ids).toEqual([
      CLS,
      1,
      2,
      SEP,
      SEP,
      1001,
      1002,
      1003,
      SEP,
    ]);
  });

  it('fills the room, and keeps a question of half the room whole', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 5, max: 80 }), (first, second, maxTokens) => {
        const { ids, types } = truncatePair(pair(first, second), [first, second], maxTokens, FRAME);
        expect(ids).toHaveLength(Math.min(maxTokens, first + second + 3));
        expect(types).toHaveLength(ids.length);
        const kept = ids.filter((id) => id <= 60).length;
        const room = maxTokens - 3;
        if (first <= room / 2) expect(kept).toBe(first);
        expect(ids).toEqual(pair(kept, ids.length - 3 - kept).ids);
      }),
    );
  });
});

describe('batches', () => {
  it('hold texts of similar length, shorter ones first, at most so many texts', () => {
    expect(batchByLength([9, 1, 8, 2, 2], 2, 100)).toEqual([[1, 3], [4, 2], [0]]);
  });

  it.each([
    [39, [[0, 1, 2], [3]]],
    [40, [[0, 1, 2, 3]]],
    [41, [[0, 1, 2, 3]]],
  ])('hold at most %i tokens with padding', (maxTokens, expected) => {
    expect(batchByLength([7, 8, 9, 10], 16, maxTokens)).toEqual(expected);
  });

  it('hold a longer text alone, and are none for no text', () => {
    expect(batchByLength([5, 99, 5], 16, 20)).toEqual([[0, 2], [1]]);
    expect(batchByLength([], 16, 20)).toEqual([]);
  });

  it('hold each text once, within both limits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(600)),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5000 }),
        (lengths, maxRows, maxTokens) => {
          const batches = batchByLength(lengths, maxRows, maxTokens);
          expect(batches.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
          for (const batch of batches) {
            expect(batch.length).toBeLessThanOrEqual(maxRows);
            const longest = Math.max(...batch.map((i) => lengths[i]!));
            if (batch.length > 1) expect(batch.length * longest).toBeLessThanOrEqual(maxTokens);
          }
        },
      ),
    );
  });
});
