import { expect, it } from 'vitest';
import { dateInWords } from '../../src/text/date-in-words.ts';

it.each([
  ['2024-01-31', '31 January 2024', '2024年1月31日'],
  ['2024-01', 'January 2024', '2024年1月'],
  ['2024-12', 'December 2024', '2024年12月'],
  ['2024', '2024', '2024年'],
  ['2024-13-01', '2024-13-01', '2024-13-01'],
  ['spring', 'spring', 'spring'],
])('writes the date %s as %s and as %s', (date, english, chinese) => {
  expect(dateInWords(date, 'en')).toBe(english);
  expect(dateInWords(date, 'zh')).toBe(chinese);
});
