import { describe, expect, it } from 'vitest';
import {
  containsHan,
  countHan,
  isHan,
  latinWords,
  splitsSurrogatePair,
  wholeCharacterOffset,
} from '../../src/text/characters.ts';

describe('characters', () => {
  it('knows Chinese characters outside the basic plane, and no kana, marks or letters', () => {
    expect(['字', '𠮷', '々'].map(isHan)).toEqual([true, true, true]);
    expect(['か', '。', 'a', '１', '🚀'].map(isHan)).toEqual([false, false, false, false, false]);
  });

  it('counts Chinese characters, not UTF-16 units', () => {
    expect(countHan('𠮷野家 ok')).toBe(3);
    expect(countHan('ok')).toBe(0);
    expect(containsHan('ok 家')).toBe(true);
    expect(containsHan('ok。')).toBe(false);
  });

  it('finds the Latin words of a mixed text, accents and apostrophes included', () => {
    expect(latinWords("他说Zürich的company's 5G很好")).toEqual(['Zürich', "company's", 'G']);
  });

  it('moves an offset inside a surrogate pair before it, and no other', () => {
    const text = 'a🚀b';
    expect([0, 1, 2, 3, 4].map((offset) => splitsSurrogatePair(text, offset))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    expect([0, 1, 2, 3, 4].map((offset) => wholeCharacterOffset(text, offset))).toEqual([0, 1, 1, 3, 4]);
  });
});
