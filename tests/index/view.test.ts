import { describe, expect, it } from 'vitest';
import type { IndexParts } from '../../src/index/open.ts';
import { viewOf } from '../../src/index/view.ts';
import { questionTerms } from '../../src/text/analyze.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const KEPT = {
  'harbour.md':
    '# Harbour\n\nThe harbour of Quell opens in March.\n\n## Boats\n\nBoats pay five crowns a day.',
  'market.md': '# Market\n\nThe market of Quell opens at six, and sells herring.',
};
const LEFT_OUT = {
  'garden.md': '# Garden\n\nThe garden of Quell opens in March, too. Nobody pays crowns there.',
  'mill.md': '# Mill\n\nThe mill grinds rye for the market.',
};

/** What an index tells of itself and of a question. */
async function readOf(index: IndexParts, vector: Float32Array) {
  const { articles, passages, typicalDate } = index.manifest;
  const terms = questionTerms('when does the harbour of Quell open and what do boats pay in crowns?');
  const numbers = Array.from({ length: passages }, (_, passage) => passage);
  const rounded = (values: Iterable<number>): number[] =>
    Array.from(values, (value) => Number(value.toFixed(5)));
  return {
    ...{ articles, passages, typicalDate },
    titles: Array.from({ length: articles }, (_, article) => index.article(article).title),
    listed: index.list(),
    passagesOf: index.list().map((_, article) => index.passagesOf(article)),
    read: numbers.map(index.passage),
    owners: numbers.map(index.articleOf),
    scores: rounded(index.keywords.scores(terms)),
    idfs: rounded([...terms.keys()].map((term) => index.keywords.idf(term))),
    words: index.keywords.termsFrom('e:'),
    nearest: index.vectors.search(vector, 9).map(({ passage }) => passage),
    similarities: rounded(numbers.flatMap((passage) => index.unitSimilarities(vector, passage))),
    mean: rounded(index.meanVector),
  };
}

describe('a view of an index', () => {
  it('is as an index of these articles alone', async () => {
    const all = await openCorpus(makeFolder({ ...LEFT_OUT, ...KEPT }));
    const alone = await openCorpus(makeFolder(KEPT));
    const view = viewOf(all.index, (article) => `${all.index.article(article).id}.md` in KEPT);
    const vector = await all.embedder.embedQuestion('when does the harbour open?');
    // Lengths are told against the mean of all passages: scores of words alone may differ by that.
    const { scores, ...seen } = await readOf(view, vector);
    const { scores: expected, ...rest } = await readOf(alone.index, vector);
    expect(seen).toEqual(rest);
    expect(scores.map((score) => score > 0)).toEqual(expected.map((score) => score > 0));
  });

  it('of all articles is the index itself, and of none is empty', async () => {
    const { index, embedder } = await openCorpus(makeFolder(KEPT));
    expect(viewOf(index, () => true)).toBe(index);
    const none = viewOf(index, () => false);
    const vector = await embedder.embedQuestion('when?');
    expect([none.manifest.articles, none.vectors.search(vector, 3), none.keywords.termsFrom('')]).toEqual([
      0,
      [],
      [],
    ]);
  });
});
