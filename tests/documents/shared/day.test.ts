import { describe, expect, it } from 'vitest';
import { DAY_PATTERNS, readDay } from '../../../src/documents/shared/day.ts';

describe('a day of publication', () => {
  it.each(DAY_PATTERNS.flatMap(({ examples }) => examples))('%s is %s', (written, day) => {
    expect(readDay(written)).toBe(day);
  });

  it.each([
    '2024-2-29',
    ' 2024-02-29 ',
    '２０２４年２月２９日',
    '29th of Feb 2024',
    '29.2.2024',
    '2024-02-29T23:59Z',
  ])('%s is the last of February, in its own time zone', (written) => {
    expect(readDay(written)).toBe('2024-02-29');
  });

  it.each([
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '31.02.2024',
    '30 Feb 2024',
    '2024/02-04',
    '2024-02-045',
    '202402041',
    '3 May 20245',
    'May 3, 20245',
    '1706976000',
    '2024年2月',
    '2024',
    'yesterday',
    '',
    '03/04/2024',
    '12',
  ])('%s is none, or could be two', (written) => {
    expect(readDay(written)).toBeNull();
  });
});
