import { describe, expect, it } from 'vitest';
import { favourOf } from '../../src/retrieval/favour.ts';
import { questionTerms } from '../../src/text/analyze.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

describe('a number with a point', () => {
  it('counts less what does not have it, where something has', async () => {
    const { index } = await openCorpus(
      makeFolder({
        'newer.md': '---\ndate: 2024-05-02\n---\n# Patch 8.2\n\nThe oars now deal 120 damage.',
        'older.md': '# Patch 8.1\n\nThe oars now deal 150 damage.',
      }),
    );
    const found = { passages: [0, 1], facts: index };
    const asked = (question: string) => ({
      terms: questionTerms(question),
      favours: (date: string | null) => (date === null ? 2 : 1),
    });
    const favours = async (question: string): Promise<readonly number[]> =>
      [0, 1].map(await favourOf(index, asked(question), found));
    expect(await favours('what changed in patch 8.1')).toEqual([0.8, 2]);
    expect(await favours('what changed in patch 8.2')).toEqual([1, 1.6]);
    expect(await favours('what changed in patch 9.9')).toEqual([1, 2]);
    expect(await favours('what deals 150 damage')).toEqual([1, 2]);
  });
});
