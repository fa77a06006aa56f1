import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { dot } from '../../src/index/vector-index.ts';
import { corpusOf } from '../../src/retrieval/corpus.ts';
import { readTexts, type Texts } from '../../src/retrieval/texts.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const CORPUS = {
  'ferry.md':
    '---\ntitle: Ferry\ndate: 2024-03-06\n---\n\n## Boats\n\nThe ferry left on 5 March.\n\n## Fares\n\nA bunk costs twelve crowns.',
  'mill.md': '---\ntitle: Mill\ndate: 2024-03-09\n---\n\nThe mill grinds rye.',
  'market.md': '---\ntitle: Market\ndate: 2024-03-12\n---\n\nThe market opens at six.',
};

let engine: Engine<OpenIndex>;
let vector: Float32Array;
beforeAll(async () => {
  engine = await openCorpus(makeFolder(CORPUS));
  vector = await engine.embedder.embedQuestion('What does a bunk cost?');
});

const articleOf = (id: string): number => engine.index.list().findIndex((one) => one.id === id);
const passageOf = (id: string): number =>
  Array.from({ length: engine.index.manifest.passages }, (_, i) => i).find(
    (number) => engine.index.passage(number).id === id,
  )!;

describe('the texts of a question', () => {
  let texts: Texts;
  beforeAll(async () => {
    const article = articleOf('ferry');
    const hit = { article, score: 1, rank: 1, keywordRank: null, denseRank: null };
    const passages = [{ ...hit, passage: passageOf('ferry#2') }];
    const articles = [{ article, alsoIn: [articleOf('mill')], rank: 1, score: 1 }];
    texts = await readTexts(engine.index, vector, { passages, articles }, ['e:rye']);
  });

  it('are the articles found and their reprints, whole', () => {
    expect(texts.article(articleOf('ferry')).title).toBe('Ferry');
    expect(texts.article(articleOf('mill')).text).toContain('rye');
    const { start, end } = texts.passagesOf(articleOf('ferry'));
    const ids = Array.from({ length: end - start }, (_, i) => texts.passage(start + i).id);
    expect(ids).toEqual(['ferry#1', 'ferry#2']);
    expect(texts.article(articleOf('ferry')).dates).toMatchObject([{ iso: '2024-03-05' }]);
  });

  it('are no others', () => {
    const market = articleOf('market');
    for (const ask of [texts.article, texts.passagesOf])
      expect(() => ask(market)).toThrow(`Expected the number of what was found, got ${market}`);
    expect(() => texts.passage(passageOf('market#1'))).toThrow(RangeError);
    expect(() => texts.similarities(passageOf('mill#1'))).toThrow(RangeError);
  });

  it('know how near the passages found and the first of their articles stand to the question', () => {
    for (const id of ['ferry#1', 'ferry#2'])
      expect(texts.similarities(passageOf(id))).toEqual(engine.index.unitSimilarities(vector, passageOf(id)));
    expect(texts.meanSimilarity).toBe(dot(vector, engine.index.meanVector));
  });

  it('are read and their days resolved once', () => {
    const [ferry, second] = [articleOf('ferry'), passageOf('ferry#2')];
    expect(texts.passage(second)).toBe(texts.passage(second));
    expect(texts.article(ferry).dates).toBe(texts.article(ferry).dates);
    expect(texts.similarities(second)).toBe(texts.similarities(second));
  });
});

describe('what is asked of all articles', () => {
  it('is their list, which of them have words, and how one writes a term', async () => {
    const corpus = corpusOf(engine.index);
    const all = await corpus.list();
    expect(all.map(({ id, date }) => [id, date])).toEqual([
      ['ferry', '2024-03-06'],
      ['market', '2024-03-12'],
      ['mill', '2024-03-09'],
    ]);
    expect((await corpus.having([[['e:rye']]])).map(({ id }) => id)).toEqual(['mill']);
    expect(await corpus.textWith('e:rye')).toBe('The mill grinds rye. Mill');
    expect(await corpus.textWith('e:barley')).toBeNull();
    expect(await corpus.termsFrom('e:ry')).toEqual(['e:rye']);
    expect([await corpus.has('e:rye'), await corpus.has('e:barley')]).toEqual([true, false]);
  });
});
