import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../src/text/numbers.ts';

const read = (text: string) =>
  findNumbers(text).map(({ start, end, value, percent }) => [
    text.slice(start, end),
    percent ? `${value}%` : value,
  ]);

describe('findNumbers', () => {
  it.each([
    ['500万元', '500万', 5_000_000],
    ['500萬元', '500萬', 5_000_000],
    ['5 million yuan', '5 million', 5_000_000],
    ['5,000,000 yuan', '5,000,000', 5_000_000],
    ['five million yuan', 'five million', 5_000_000],
    ['五百万元', '五百万', 5_000_000],
    ['1.7亿元', '1.7亿', 170_000_000],
    ['170 million yuan', '170 million', 170_000_000],
    ['一亿七千万元', '一亿七千万', 170_000_000],
    ['5万亿', '5万亿', 5e12],
    ['1.5 trillion', '1.5 trillion', 1.5e12],
    ['2.3bn', '2.3bn', 2_300_000_000],
    ['10多万人', '10多万', 100_000],
    ['3千名', '3千', 3000],
    ['一百二十三人', '一百二十三', 123],
    ['两万五千里', '两万五千', 25_000],
    ['3.5', '3.5', 3.5],
    ['twelve people', 'twelve', 12],
    ['0', '0', 0],
  ])('reads %s', (text, written, value) => {
    expect(read(text)).toEqual([[written, value]]);
  });

  it.each([
    ['增长12%', '12%'],
    ['增长12.5 %', '12.5%'],
    ['up 12 percent', '12%'],
    ['增长百分之十二', '12%'],
    ['增长百分之3.5', '3.5%'],
  ])('reads %s as a percentage', (text, value) => {
    expect(read(text).map(([, found]) => found)).toEqual([value]);
  });

  it('keeps a percentage and the same number apart', () => {
    expect(read('12家，12%')).toEqual([
      ['12', 12],
      ['12%', '12%'],
    ]);
  });

  it('finds all numbers of a text in order', () => {
    expect(read('投资3.2亿元，建12座桥，1,200人参加')).toEqual([
      ['3.2亿', 320_000_000],
      ['12', 12],
      ['1,200', 1200],
    ]);
  });

  it('takes a comma that groups no thousands for a comma', () => {
    expect(read('1,2')).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
  });

  it('takes no part of a name or of a pronoun for a number', () => {
    expect(read('田七，张三三，一个人，one of them')).toEqual([]);
  });

  it('does not take millionaire for a million', () => {
    expect(read('5 millionaires')).toEqual([['5', 5]]);
  });
});
