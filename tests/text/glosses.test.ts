import { describe, expect, it } from 'vitest';
import { readDictionaryLines } from '../../src/text/data-file.ts';
import { glossesOf, isCommonGloss, isGlossedByHand, isProperGloss } from '../../src/text/glosses.ts';

describe('glosses', () => {
  it('gives the English of a Chinese word, most usual first', () => {
    expect(glossesOf('辽宁')).toContain('Liaoning');
    expect(glossesOf('火箭')[0]).toBe('rocket');
  });

  it('gives the English name of an organisation, whichever of its names is asked', () => {
    expect(glossesOf('西工大')[0]).toBe('Northwestern Polytechnical University');
  });

  it('tells names from common words', () => {
    expect(['rotterdam', 'cancer', 'zelqor'].map(isProperGloss)).toEqual([true, false, false]);
    expect(['rotterdam', 'cancer', 'zelqor'].map(isCommonGloss)).toEqual([false, true, false]);
  });

  it('knows nothing of other words', () => {
    expect(glossesOf('霍步刚')).toEqual([]);
    expect(glossesOf('rocket')).toEqual([]);
  });

  it('has several words that people ask with for one, before those of the dictionary', () => {
    expect(glossesOf('遣散费').slice(0, 2)).toEqual(['severance', 'severance pay']);
    expect(glossesOf('停用').slice(0, 2)).toEqual(['disable', 'turn off']);
    expect([isGlossedByHand('停用'), isGlossedByHand('遥远')]).toEqual([true, false]);
  });

  it('has each word of guides once, in order, with glosses', () => {
    const rows = readDictionaryLines('guide-glosses.tsv').map((line) => line.split('\t'));
    expect(rows.filter(([word, glosses]) => !/^\p{Script=Han}+$/u.test(word!) || !glosses)).toEqual([]);
    const words = rows.map(([word]) => word!);
    expect(words).toEqual([...new Set(words)].sort());
    for (const [word, glosses] of rows) expect(glosses!.split('/'), word).not.toContain('');
  });
});
