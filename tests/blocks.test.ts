import { describe, expect, it } from 'vitest';
import {
  addressAt,
  cellsOf,
  cleanCode,
  displayWidth,
  isParted,
  markBlocks,
  withoutControls,
} from '../src/blocks.ts';
import { byline, code, item, paragraph, quoting, table } from './make-blocks.ts';

describe('highlights', () => {
  it('come to the blocks that they lie in, cut at their ends', () => {
    const blocks = [paragraph('abc'), code('d\ne'), paragraph('fgh')];
    expect(quoting(...blocks).quote).toBe('abc\nd\ne\nfgh');
    const spans = markBlocks(blocks, [
      [1, 5],
      [8, 10],
    ]).map((marked) => marked.spans);
    expect(spans).toEqual([[{ start: 1, end: 3 }], [{ start: 0, end: 1 }], [{ start: 0, end: 2 }]]);
  });

  it('come to the cells of a table', () => {
    const ranks = table(['Rank', 'Price'], ['Silver', '12']);
    const { head, rows } = cellsOf(ranks, [{ start: ranks.text.indexOf('12'), end: ranks.text.length }]);
    expect(head?.flatMap(({ spans }) => spans)).toEqual([]);
    expect(rows[0]?.map(({ spans }) => spans)).toEqual([[], [{ start: 0, end: 2 }]]);
  });
});

describe('the width of a line', () => {
  it.each([
    ['abc', 3],
    ['段位', 4],
    ['ａ，。', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['🥇', 2],
    ['👩‍🚀', 2],
    ['❤️', 2],
    ['𠮷', 2],
    ['a\u200bb', 2],
    ['', 0],
  ])('of %j is %i', (line, width) => {
    expect(displayWidth(line)).toBe(width);
  });
});

describe('an address', () => {
  it.each([
    ['https://x.org/a', 'set-up', 'https://x.org/a#set-up'],
    ['https://x.org/a', '安 装', 'https://x.org/a#%E5%AE%89%20%E8%A3%85'],
    ['https://x.org/a', '100%\ud800', 'https://x.org/a#100%25%EF%BF%BD'],
    ['https://x.org/#/a', 'set-up', 'https://x.org/#/a'],
    ['https://x.org/a', null, 'https://x.org/a'],
  ])('%s at %j is %s', (url, anchor, address) => {
    expect(addressAt(url, anchor)).toBe(address);
  });
});

it('parts paragraphs, what follows a list, and what somebody else wrote', () => {
  expect(isParted(paragraph('a'), paragraph('b'))).toBe(true);
  expect(isParted(item('a'), paragraph('b'))).toBe(true);
  expect(isParted(code('a'), code('b'))).toBe(true);
  expect(isParted(paragraph('a'), byline('b'))).toBe(true);
});

it('keeps together a list, what introduces it and what belongs to its entries', () => {
  expect(isParted(paragraph('a'), item('b'))).toBe(false);
  expect(isParted(item('a'), item('b'))).toBe(false);
  expect(isParted(item('a'), paragraph('b', 1))).toBe(false);
  expect(isParted(paragraph('a'), code('b'))).toBe(false);
  expect(isParted(byline('a'), paragraph('b'))).toBe(false);
});

it('takes from a text what a terminal obeys, unit for unit', () => {
  expect(withoutControls('a\u001b[2J\tb\n\u202ec')).toBe('a [2J\tb\n\u200bc');
});

it('takes from code what nobody sees, and nothing else', () => {
  expect(cleanCode('\ufeffif\u200b (a)\r\n\t\u202eb\u0007;  ')).toBe('if (a)\n\tb;  ');
  expect(cleanCode('"👩‍🚀 — ё*_"')).toBe('"👩‍🚀 — ё*_"');
});
