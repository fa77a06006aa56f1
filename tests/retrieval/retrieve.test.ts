import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { readQuestion } from '../../src/question/question.ts';
import { fusionOf } from '../../src/retrieval/fuse.ts';
import { type Leg, type Retrieved, retrieve } from '../../src/retrieval/retrieve.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const ARTICLES = {
  'bakery.md': '---\ntitle: 面包店开业\n---\n云川路的面包店昨天开业，老板叫陈晓东，卖黑麦面包。\n',
  'bridge.md': '---\ntitle: 跨江大桥通车\n---\n临江大桥今天通车，全长两千米，桥上有六条车道。\n',
  'ferry.md': '---\ntitle: 轮渡停航\n---\n大桥通车以后，临江的轮渡停航，两艘渡船改作博物馆。\n',
  'orchid.en.md':
    '---\ntitle: Orchid show\n---\nThe orchid show in the greenhouse ends on Sunday. Visitors saw nine hundred orchids.\n',
  'tax.en.md': '---\ntitle: Parking fees\n---\nThe city raised its parking fees by five percent.\n',
};

let engine: Engine<OpenIndex>;
beforeAll(async () => {
  engine = await openCorpus(makeFolder(ARTICLES));
});

async function find(text: string, { k = 10, leg }: { k?: number; leg?: Leg } = {}): Promise<Retrieved> {
  const question = readQuestion(text)!;
  const vector = await engine.embedder.embedQuestion(text);
  return retrieve(engine.index, fusionOf(engine.embedder.model), { ...question, vector }, k, leg);
}

const idsOf = ({ articles }: Retrieved): string[] =>
  articles.map(({ article }) => engine.index.article(article).id);

const QUESTIONS = [
  '临江大桥什么时候通车？',
  '渡船改作什么？',
  'When does the orchid show end?',
  'parking 大桥',
  '面包',
];
const LEGS = ['hybrid', 'keyword', 'dense'] as const;

describe('ranks', () => {
  it.each(LEGS)('count passages and articles from 1, scores falling, all above 0 (%s)', async (leg) => {
    for (const text of QUESTIONS) {
      const { passages, articles } = await find(text, { leg });
      expect(passages.length).toBeGreaterThan(0);
      for (const list of [passages, articles]) {
        expect(list.map(({ rank }) => rank)).toEqual(list.map((_, i) => i + 1));
        expect(list.map(({ score }) => score)).toEqual(
          list.map(({ score }) => score).toSorted((a, b) => b - a),
        );
        expect(list.at(-1)!.score).toBeGreaterThan(0);
      }
      expect(passages.map(({ passage }) => engine.index.articleOf(passage))).toEqual(
        passages.map(({ article }) => article),
      );
    }
  });

  it('are those of the leg itself where one leg ranks alone', async () => {
    for (const text of QUESTIONS) {
      const keyword = await find(text, { leg: 'keyword' });
      expect(keyword.passages.map(({ keywordRank }) => keywordRank)).toEqual(
        keyword.passages.map(({ rank }) => rank),
      );
      const dense = await find(text, { leg: 'dense' });
      expect(dense.passages.map(({ denseRank }) => denseRank)).toEqual(
        dense.passages.map(({ rank }) => rank),
      );
    }
  });

  it('are the same by either leg whichever leg orders the list', async () => {
    const ranksOf = ({ passages }: Retrieved) =>
      new Map(passages.map(({ passage, keywordRank, denseRank }) => [passage, { keywordRank, denseRank }]));
    for (const text of QUESTIONS) {
      const [hybrid, keyword, dense] = await Promise.all(
        LEGS.map(async (leg) => ranksOf(await find(text, { leg }))),
      );
      for (const [passage, ranks] of hybrid!) {
        const others = [keyword!.get(passage), dense!.get(passage)].filter((other) => other !== undefined);
        expect(others.length).toBeGreaterThan(0);
        for (const other of others) expect(other).toEqual(ranks);
      }
    }
  });

  it('has no keyword rank where no term of the question stands in the passage', async () => {
    const { passages } = await find('orchid', { leg: 'dense' });
    const ranks = new Map(
      passages.map(({ article, keywordRank }) => [engine.index.article(article).id, keywordRank]),
    );
    expect(ranks.get('orchid.en')).toBe(1);
    ranks.delete('orchid.en');
    expect(ranks.size).toBeGreaterThan(0);
    expect([...ranks.values()].every((rank) => rank === null)).toBe(true);
  });

  it('has no dense rank where the vectors do not point the same way', async () => {
    const question = readQuestion('临江大桥通车')!;
    const vector = (await engine.embedder.embedQuestion('临江大桥通车')).map((value) => -value);
    const { passages } = await retrieve(
      engine.index,
      fusionOf(engine.embedder.model),
      { ...question, vector },
      10,
      'keyword',
    );
    const best = passages[0]!;
    expect(engine.index.article(best.article).id).toBe('bridge');
    expect(engine.index.similarity(vector, best.passage)).toBeLessThan(0);
    expect(best.denseRank).toBeNull();
  });
});

describe('the legs', () => {
  it('finds by terms, by vectors, and by both', async () => {
    for (const leg of LEGS) expect(idsOf(await find('临江大桥通车了吗？', { leg }))[0]).toBe('bridge');
  });

  it('finds nothing by keyword where no term matches, and still something by its vector', async () => {
    expect(await find('dog kennel', { leg: 'keyword' })).toMatchObject({ passages: [], articles: [] });
    const { passages } = await find('dog kennel');
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.every(({ keywordRank }) => keywordRank === null)).toBe(true);
  });
});

describe('k', () => {
  it('is the most passages and articles that come back, the best ones', async () => {
    const all = await find('临江的大桥和轮渡', { leg: 'dense' });
    expect(all.articles.length).toBeGreaterThan(2);
    for (const k of [0, 1, 2, all.articles.length, all.articles.length + 1])
      expect(await find('临江的大桥和轮渡', { k, leg: 'dense' })).toEqual({
        passages: all.passages.slice(0, k),
        articles: all.articles.slice(0, k),
        nearest: all.nearest,
      });
  });
});

describe('a query that nothing matches', () => {
  it.each(LEGS)('finds nothing (%s)', async (leg) => {
    const vector = new Float32Array(engine.embedder.dimensions);
    const query = { language: 'en' as const, terms: new Map([['zyxw', 1]]), vector };
    expect(await retrieve(engine.index, fusionOf(engine.embedder.model), query, 10, leg)).toMatchObject({
      passages: [],
      articles: [],
    });
  });
});

describe('how near the nearest stand', () => {
  it('is 1 at most, more for what the corpus tells than for what it does not, and 0 for no vector', async () => {
    const { nearest } = await find('The orchid show in the greenhouse ends on Sunday.');
    expect(nearest.sentence).toBeGreaterThan(0.9);
    expect(nearest.sentence).toBeLessThanOrEqual(1 + 1e-2); // as exact as a byte a number is
    expect(nearest.passage).toBeLessThanOrEqual(1 + 1e-6);
    const other = (await find('submarine volcanoes')).nearest;
    expect(other.sentence).toBeLessThan(nearest.sentence / 2);
    expect(other.passage).toBeLessThan(nearest.passage / 2);
    const nothing = { ...readQuestion('orchid')!, vector: new Float32Array(engine.embedder.dimensions) };
    expect((await retrieve(engine.index, fusionOf('none'), nothing, 10)).nearest).toEqual({
      passage: 0,
      sentence: 0,
      unheard: 0,
    });
  });

  it('tells how much of the question no article says', async () => {
    const unheard = async (text: string) => (await find(text)).nearest.unheard;
    expect(await unheard('When does the orchid show end?')).toBe(0);
    expect(await unheard('submarine volcanoes')).toBe(1);
    expect(await unheard('the orchid show and the zeppelins')).toBeCloseTo(Math.sqrt(1 / 3), 6);
    expect(await unheard('orch show')).toBe(0);
    // Of a thing whose name no article has all is unheard; in Chinese articles an English name may stand in characters.
    expect(await unheard('zorblax 的兰花展')).toBe(1);
    expect(await unheard('Is the orchid show in Zorblax?')).toBeCloseTo(Math.sqrt(1 / 3), 6);
  });

  it('is of the articles that are looked at', async () => {
    const text = 'When does the orchid show end?';
    const query = { ...readQuestion(text)!, vector: await engine.embedder.embedQuestion(text) };
    const ids = engine.index.list().map(({ id }) => id);
    const nearestWithout = async (isLeftOut: (id: string) => boolean) => {
      const without = new Set(ids.flatMap((id, article) => (isLeftOut(id) ? [article] : [])));
      const limited = { ...query, limits: { without } };
      return (await retrieve(engine.index, fusionOf(engine.embedder.model), limited, 10)).nearest;
    };
    const alone = await nearestWithout((id) => id !== 'orchid.en');
    expect(alone).toEqual((await find(text)).nearest);
    const without = await nearestWithout((id) => id === 'orchid.en');
    expect(without.passage).toBeLessThan(alone.passage);
    expect(without.sentence).toBeLessThan(alone.sentence);
  });
});
