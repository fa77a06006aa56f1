import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, cutAtSentence, joinWithin } from '../../../src/discord/render/limits.ts';
import { anyString } from '../../any-string.ts';

describe('cut', () => {
  it('leaves a text alone up to its limit, and ends a longer one with an ellipsis', () => {
    expect(cut('abc', 4)).toBe('abc');
    expect(cut('abcd', 4)).toBe('abcd');
    expect(cut('abcde', 4)).toBe('abc…');
    expect(cut('ab', 1)).toBe('…');
  });

  it('drops a character of two units whole', () => {
    expect(cut('ab𠮷d', 4)).toBe('ab…');
    expect(cut('ab𠮷de', 5)).toBe('ab𠮷…');
  });

  it('never exceeds the limit and never leaves half a character', () => {
    fc.assert(
      fc.property(anyString(), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const short = cut(text, max);
        return short.length <= max && !/\p{Cs}/u.test(short);
      }),
    );
  });
});

describe('cutAtSentence', () => {
  it('leaves a text alone up to its limit, and ends a longer one behind its last whole sentence', () => {
    expect(cutAtSentence('一二三。四五六。', 8)).toBe('一二三。四五六。');
    expect(cutAtSentence('一二三。四五六。七', 8)).toBe('一二三。…');
    expect(cutAtSentence('一二三。四五六。七', 9)).toBe('一二三。四五六。七');
    expect(cutAtSentence('One two. Three four. Five', 22)).toBe('One two. Three four.…');
  });

  it('cuts within a sentence where none ends in the second half of what fits', () => {
    expect(cutAtSentence('一。二三四五六七八九十', 8)).toBe('一。二三四五六…');
  });

  it('never exceeds the limit and never leaves half a character', () => {
    fc.assert(
      fc.property(anyString(), fc.integer({ min: 1, max: 20 }), (text, max) => {
        const short = cutAtSentence(text, max);
        return short.length <= max && !/\p{Cs}/u.test(short);
      }),
    );
  });
});

describe('joinWithin', () => {
  it('takes whole parts below and at the limit, and none above it', () => {
    expect(joinWithin(['ab', 'cd'], ', ', 7)).toBe('ab, cd');
    expect(joinWithin(['ab', 'cd'], ', ', 6)).toBe('ab, cd');
    expect(joinWithin(['ab', 'cd'], ', ', 5)).toBe('ab');
    expect(joinWithin(['ab', 'cd'], ', ', 1)).toBe('');
  });
});
