import { describe, expect, it } from 'vitest';
import { favourOf } from '../../src/retrieval/favour.ts';
import { questionTerms } from '../../src/text/analyze.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

describe('a number with a point', () => {
  it('counts less what does not have it, where something has', async () => {
    const { index } = await openCorpus(
      makeFolder({
        'newer.md': '# Patch 8.2\n\nThe oars now deal 120 damage.',
        'older.md': '# Patch 8.1\n\nThe oars now deal 150 damage.',
      }),
    );
    const favours = (question: string): readonly number[] =>
      [0, 1].map(favourOf(index, { terms: questionTerms(question), favours: (article) => article + 1 }));
    expect(favours('what changed in patch 8.1')).toEqual([0.8, 2]);
    expect(favours('what changed in patch 8.2')).toEqual([1, 1.6]);
    expect(favours('what changed in patch 9.9')).toEqual([1, 2]);
    expect(favours('what deals 150 damage')).toEqual([1, 2]);
  });
});
