import { describe, expect, it } from 'vitest';
import { keepLatest } from '../../src/index/keep-latest.ts';

/** What was read, in that order, where these are asked for one after the other and so many are kept. */
function readFor(most: number, ...asked: readonly number[]): number[] {
  const read: number[] = [];
  const find = keepLatest(most, (number) => {
    read.push(number);
    return { number };
  });
  for (const number of asked) expect(find(number)).toEqual({ number });
  return read;
}

describe('what was asked for last', () => {
  it('is read once while there are as many as are kept', () => {
    expect(readFor(3, 5, 6, 7, 5, 6, 7)).toEqual([5, 6, 7]);
  });

  it('takes the place of what was asked for the longest time ago', () => {
    expect(readFor(3, 5, 6, 7, 8, 5)).toEqual([5, 6, 7, 8, 5]);
    expect(readFor(3, 5, 6, 7, 5, 8, 5, 7, 6)).toEqual([5, 6, 7, 8, 6]);
  });

  it('is one alone where one is kept', () => {
    expect(readFor(1, 5, 5, 6, 5)).toEqual([5, 6, 5]);
  });
});
