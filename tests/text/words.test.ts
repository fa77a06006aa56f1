import { describe, expect, it } from 'vitest';
import { cutRunsOfHan, cutWords, cutWordsForSearch } from '../../src/text/words.ts';

describe('words', () => {
  it('keeps the name of an organisation whole', () => {
    expect(cutWords('他在西工大读书')).toContain('西工大');
    expect(cutWords('西北工业大学在西安')).toContain('西北工业大学');
  });

  it('cuts a text into words that joined are the text', () => {
    const text = '港口今天开放，共有12艘船靠岸。';
    expect(cutWords(text).join('')).toBe(text);
  });

  it.each([
    [[]],
    [['港口今天开放']],
    [['港口今天开放', '共有', '艘船靠岸']],
    [['二〇二四', '子牛亦东', '々〆', '𠮷野家', '的']],
  ])('cuts %j run by run as one after the other', (runs) => {
    expect(cutRunsOfHan(runs)).toEqual(runs.map(cutWords));
  });

  it('finds the shorter words inside a longer one for searching', () => {
    expect(cutWordsForSearch('辽宁省')).toEqual(expect.arrayContaining(['辽宁', '辽宁省']));
  });
});
