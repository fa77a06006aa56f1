import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumeral } from '../../../src/rules/zh/time/numerals.ts';

describe('parseNumeral', () => {
  it.each([
    ['零', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['三十一', 31],
    ['一百零五', 105],
    ['两千', 2000],
    ['兩千', 2000],
    ['一万二千', 12_000],
    ['五百万', 5_000_000],
    ['五百萬', 5_000_000],
    ['一千二百三十四万五千六百七十八', 12_345_678],
    ['一亿三千万', 130_000_000],
    ['一億三千萬', 130_000_000],
    ['三亿零五', 300_000_005],
    ['一万亿', 1_000_000_000_000],
    ['一万二千亿', 1_200_000_000_000],
    ['万', 10_000],
    ['31', 31],
  ])('reads %s', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it('reads digits alone one after the other', () => {
    expect(parseNumeral('二〇二四')).toBe(2024);
    expect(parseNumeral('一九四九')).toBe(1949);
    expect(parseNumeral('〇')).toBe(0);
  });

  it.each(['', '三a', '春', '3.5', '-3', '十 二', '🚀'])('knows no value of %o', (text) => {
    expect(parseNumeral(text)).toBeNaN();
  });

  it('reads back any number that is written with its units', () => {
    const digits = '零一二三四五六七八九';
    const section = (n: number): string =>
      [1000, 100, 10, 1]
        .map((unit, i) => {
          const digit = Math.floor(n / unit) % 10;
          return digit === 0 ? '' : digits[digit]! + ['千', '百', '十', ''][i]!;
        })
        .join('');
    const write = (n: number): string =>
      [1e8, 1e4, 1]
        .map((unit, i) => {
          const part = Math.floor(n / unit) % 1e4;
          return part === 0 ? '' : section(part) + ['亿', '万', ''][i]!;
        })
        .join('');
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 10, max: 99_999 }), fc.integer({ min: 10, max: 999_999_999_999 })),
        (n) => {
          expect(parseNumeral(write(n))).toBe(n);
        },
      ),
    );
  });
});
