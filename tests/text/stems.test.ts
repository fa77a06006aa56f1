import { describe, expect, it } from 'vitest';
import { ENGLISH_STOP_WORDS, stem } from '../../src/text/stems.ts';

describe('stem', () => {
  it.each([
    [['launch', 'launches', 'launched', 'launching'], 'launch'],
    [['university', 'universities'], 'univers'],
    // British and American, past and present, short and long.
    [['centre', 'center', 'centers'], 'center'],
    [['organise', 'organized', 'organisation'], 'organ'],
    [['travelling', 'traveled', 'travel'], 'travel'],
    [['programme', 'programs'], 'program'],
    [['spoke', 'spoken', 'speaks'], 'speak'],
    [['tech', 'technology'], 'technolog'],
    [['kenyan', 'kenya'], 'kenya'],
    [["company's", 'companies', 'company'], 'compani'],
  ])('brings %s together', (words, stemmed) => {
    expect(words.map(stem)).toEqual(words.map(() => stemmed));
  });

  it('leaves words with digits and of other scripts as they are', () => {
    expect(['2nd', '5g', '辽宁', ''].map(stem)).toEqual(['2nd', '5g', '辽宁', '']);
  });
});

describe('stop words', () => {
  it('holds what asks and binds, and nothing that is asked for', () => {
    for (const word of ['the', 'who', 'when', 'is', 'of'])
      expect(ENGLISH_STOP_WORDS.has(word), word).toBe(true);
    for (const word of ['university', 'first', 'new', 'china', ''])
      expect(ENGLISH_STOP_WORDS.has(word), word).toBe(false);
  });
});
