import { describe, expect, it } from 'vitest';
import { glossesOf, isCommonGloss, isProperGloss } from '../../src/text/glosses.ts';

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
});
