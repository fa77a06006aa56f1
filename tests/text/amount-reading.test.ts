import { describe, expect, it } from 'vitest';
import { readAmount } from '../../src/text/amount-reading.ts';

describe('the reading of an amount', () => {
  it.each([
    ['500万元', '5 million yuan'],
    ['1.1万亿元', '1.1 trillion yuan'],
    ['2231亿元', '223.1 billion yuan'],
    ['142亿元人民币', '14.2 billion yuan'],
    ['3亿美元', '300 million US dollars'],
    ['7.9亿', '790 million'],
    ['12.4万平方米', '124,000 square metres'],
    ['110多万', 'more than 1.1 million'],
    ['500多名', 'more than 500 people'],
    ['百分之四十', '40%'],
  ])('of %s in English is %s', (amount, reading) => {
    expect(readAmount(amount, 'en')).toBe(reading);
  });

  it.each([
    ['5 million yuan', '500万元'],
    ['$3.2 billion', '32亿美元'],
    ['12,000 people', '1.2万人'],
    ['9,999 people', '9999人'],
    ['3 years', '3年'],
  ])('of %s in Chinese is %s', (amount, reading) => {
    expect(readAmount(amount, 'zh')).toBe(reading);
  });

  it.each([
    // In the language of the question already.
    ['500万元', 'zh'],
    ['5 million yuan', 'en'],
    ['40%', 'zh'],
    // A number that reads the same, of what no table names.
    ['128家', 'en'],
    // Two numbers.
    ['5—10年', 'en'],
  ] as const)('of %s is not needed or not known in %s', (amount, language) => {
    expect(readAmount(amount, language)).toBeNull();
  });
});
