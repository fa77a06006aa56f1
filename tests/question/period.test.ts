import { describe, expect, it } from 'vitest';
import { periodOf } from '../../src/question/period.ts';

describe('the days that a question is limited to', () => {
  it.each([
    ['2023年8月签的协议', '2023-08-01', '2023-08-31'],
    ['since July 2023', '2023-07-01', null],
    ['2023年以来', '2023-01-01', null],
    ['until 2023', null, '2023-12-31'],
    ['截至2023年底', null, '2023-12-31'],
    // Before a year none of its days counts.
    ['Before 2023, in which year was it held?', null, '2022-12-31'],
    ['2023年3月以前', null, '2023-02-28'],
    ['from July 2023 to August 2023', '2023-07-01', '2023-08-31'],
  ])('of "%s"', (text, from, to) => {
    expect(periodOf(text, '2024-02-01', null)).toEqual({ from, to });
  });

  it('are all where it gives no time', () => {
    expect(periodOf('谁和辽宁签了约', '2024-02-01', null)).toBeNull();
  });
});
