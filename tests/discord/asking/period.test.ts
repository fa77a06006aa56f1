import { describe, expect, it } from 'vitest';
import { readDay } from '../../../src/discord/asking/period.ts';

const TODAY = '2026-11-03';

describe('a day', () => {
  it.each([
    ['2024-01-31', '2024-01-31', '2024-01-31'],
    [' 2024-1-5 ', '2024-01-05', '2024-01-05'],
    ['31 January 2024', '2024-01-31', '2024-01-31'],
    ['2024年2月', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['昨天', '2026-11-02', '2026-11-02'],
  ])('%j begins on %s and ends on %s', (text, first, last) => {
    expect([readDay(text, 'first', TODAY), readDay(text, 'last', TODAY)]).toEqual([first, last]);
  });

  it.each(['', 'soon', '2024-13', '2024-02-30', '2024-01-31 or so', '31', '@everyone'])(
    '%j is none',
    (text) => {
      expect(readDay(text, 'first', TODAY)).toBeNull();
    },
  );
});
