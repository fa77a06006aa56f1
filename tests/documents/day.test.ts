import { describe, expect, it } from 'vitest';
import { DAY_PATTERNS, readDay } from '../../src/documents/day.ts';

describe('a day of publication', () => {
  it.each(DAY_PATTERNS.flatMap(({ examples }) => examples))('%s is %s', (written, day) => {
    expect(readDay(written)).toBe(day);
  });

  it.each(['2023-02-29', '2024-00-10', '2024', 'yesterday', '', '03/04/2024', '12'])(
    '%s is none, or could be two',
    (written) => {
      expect(readDay(written)).toBeNull();
    },
  );
});
