/** What every index answers, wherever it lies. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/embedding/embedder.ts';
import type { SearchIndex } from '../../src/index/search-index.ts';
import { questionTerms } from '../../src/text/analyze.ts';
import { makeFolder } from '../temporary-folder.ts';

const QUELL = '200000000000000001';
const OTHER = '200000000000000002';

const CORPUS = {
  'guides/harbour.md':
    '---\ndate: 2024-03-06\n---\n# Harbour\n\nThe harbour of Quell opens in March.\n\n## Boats\n\nBoats pay five crowns a day. Rafts pay two crowns.\n\n## Version\n\nThe boom is of version 4.1.',
  'guides/market.md':
    '---\ndate: 2024-05-02\n---\n# Market\n\nThe market of Quell opens at six, and sells herring.',
  'news/reprint.md':
    '---\ndate: 2024-05-03\n---\n# Market day\n\nThe market of Quell opens at six, and sells herring.',
  'mill.md': '# Mill\n\nThe mill of Quell grinds rye. 磨坊在河边。',
  [`servers/${QUELL}/rules.md`]: '# Rules\n\nMembers of the rowing club moor their boats at the zorb jetty.',
  [`servers/${OTHER}/secret.md`]: '# Secret\n\nThe treasure of the harbour lies under the quagga stone.',
};

/** Opens an index of the articles in a folder. */
export type OpenIndexOf = (corpus: string) => Promise<{ index: SearchIndex; embedder: Embedder }>;

export function describeSearchIndex(name: string, open: OpenIndexOf): void {
  describe(`an index in ${name}`, () => {
    const opened = {} as Opened;
    beforeAll(async () => {
      Object.assign(opened, await openToAsk(open));
    }, 60_000);
    testCandidates(opened);
    testLimitsAndScopes(opened);
    testWords(opened);
    testArticles(opened);
  });
}

/** What a test asks; it is there when the first one runs. */
type Opened = Awaited<ReturnType<typeof openToAsk>>;

async function openToAsk(open: OpenIndexOf) {
  const { index, embedder } = await open(makeFolder(CORPUS));
  const ids = (await index.sources()).map(({ id }) => id);
  const numberOf = (id: string): number => ids.indexOf(id);
  const ask = async (text: string, of = index, limits = {}) => {
    const vector = await embedder.embedQuestion(text);
    const found = await of.candidates({ terms: questionTerms(text), vector, k: 10, limits });
    return { ...found, vector };
  };
  const articlesOf = async (of: SearchIndex, numbers: readonly number[]): Promise<string[]> => {
    const read = await of.read(numbers, [], []);
    return numbers.map((number) => read.article(number).id);
  };
  const idsOf = async (text: string, of = index, limits = {}): Promise<Set<string>> => {
    const { passages, facts } = await ask(text, of, limits);
    return new Set(await articlesOf(of, [...new Set(passages.map(facts.articleOf))]));
  };
  return { index, embedder, ids, numberOf, ask, articlesOf, idsOf };
}

function testCandidates(opened: Opened): void {
  it('finds by words and by meaning, each passage once, with exact scores of both', async () => {
    const { numberOf, ask } = opened;
    const { passages, keywords, facts, vector } = await ask('what do boats pay in crowns?');
    expect(new Set(passages).size).toBe(passages.length);
    const best = passages.toSorted((a, b) => keywords[b]! - keywords[a]!)[0]!;
    expect(facts.articleOf(best)).toBe(numberOf('guides/harbour'));
    expect(facts.isStructured(facts.articleOf(best))).toBe(true);
    expect(facts.dayOf(facts.articleOf(best))).toBe(20240306);
    for (const passage of passages) {
      const units = facts.unitSimilarities(vector, passage);
      expect(units.length).toBeGreaterThan(0);
      expect(Math.abs(facts.similarity(vector, passage))).toBeLessThanOrEqual(1 + 1e-6);
      const { start, end } = facts.passagesOf(facts.articleOf(passage));
      expect(passage).toBeGreaterThanOrEqual(start);
      expect(passage).toBeLessThan(end);
    }
    expect(passages.some((passage) => keywords[passage] === 0)).toBe(true);
  });

  it('finds something by meaning alone, and nothing by words that stand nowhere', async () => {
    const { ask } = opened;
    const { passages, keywords } = await ask('xylophones');
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.map((passage) => keywords[passage])).toEqual(passages.map(() => 0));
  });

  it('scores a passage the same among more and among fewer candidates', async () => {
    const { index, embedder } = opened;
    const text = 'when does the market open, and what does it sell?';
    const vector = await embedder.embedQuestion(text);
    const query = { terms: questionTerms(text), vector };
    const many = await index.candidates({ ...query, k: 10 });
    const few = await index.candidates({ ...query, k: 1 });
    expect(few.passages.length).toBeLessThanOrEqual(2);
    for (const passage of few.passages) {
      expect(few.keywords[passage]).toBeCloseTo(many.keywords[passage]!, 6);
      expect(few.facts.similarity(vector, passage)).toBeCloseTo(many.facts.similarity(vector, passage), 6);
    }
  });

  it('knows reprints of one text', async () => {
    const { numberOf, ask } = opened;
    const { facts } = await ask('when does the market of Quell open?');
    expect(facts.nearDuplicates(numberOf('guides/market'), numberOf('news/reprint'))).toBe(true);
    expect(facts.nearDuplicates(numberOf('guides/market'), numberOf('mill'))).toBe(false);
  });
}

function testLimitsAndScopes(opened: Opened): void {
  it('looks only at articles within the limits', async () => {
    const { index, numberOf, idsOf } = opened;
    const text = 'what opens in Quell?';
    const may = { period: { from: '2024-05-01', to: '2024-05-31' } };
    expect(await idsOf(text, index, may)).toEqual(new Set(['guides/market', 'news/reprint']));
    const since = { period: { from: '2024-05-03', to: null } };
    expect(await idsOf(text, index, since)).toEqual(new Set(['news/reprint']));
    const without = new Set([numberOf('guides/market'), numberOf('mill')]);
    const left = await idsOf(text, index, { without });
    expect([left.has('guides/market'), left.has('mill'), left.has('guides/harbour')]).toEqual([false, false, true]); // biome-ignore format: a row
  });

  it('shows within a scope nothing of what is outside', async () => {
    const { index, embedder, ids, articlesOf, idsOf } = opened;
    const view = await index.within({ server: QUELL });
    const seen = (await view.sources()).map(({ id }) => id);
    expect(seen).toEqual(ids.filter((id) => !id.includes(OTHER)));
    expect(view.manifest.articles).toBe(seen.length);
    expect((await index.within({ server: null })).manifest.articles).toBe(4);
    const asked = ['e:zorb', 'e:quagga', 'e:harbor'];
    expect([...(await view.frequencies(asked)).values()]).toEqual([1, 0, 3]);
    expect(await view.termsFrom('e:quag')).toEqual([]);
    expect(await view.textWith('e:quagga')).toBeNull();
    expect([...(await view.heard(asked, {}))].sort()).toEqual(['e:harbor', 'e:zorb']);
    expect(await view.find(`servers/${OTHER}/secret`)).toBeNull();
    expect(await idsOf('the treasure of the harbour', view)).not.toContain(`servers/${OTHER}/secret`);
    const own = await view.candidates({
      ...{ terms: questionTerms('rowing club'), vector: await embedder.embedQuestion('rowing'), k: 3 },
    });
    const best = own.passages.toSorted((a, b) => own.keywords[b]! - own.keywords[a]!)[0]!;
    expect(await articlesOf(view, [own.facts.articleOf(best)])).toEqual([`servers/${QUELL}/rules`]);
  });

  it('shows of the parts of a scope those alone', async () => {
    const { index, ask } = opened;
    const guides = await index.within({ server: null, parts: ['guides/'] });
    expect((await guides.sources()).map(({ id }) => id)).toEqual(['guides/harbour', 'guides/market']);
    expect([...(await guides.frequencies(['e:quell', 'e:rye'])).values()]).toEqual([2, 0]);
    const none = await index.within({ server: null, parts: ['nowhere/'] });
    expect([none.manifest.articles, none.manifest.passages]).toEqual([0, 0]);
    expect((await ask('harbour', none)).passages).toEqual([]);
  });

  it('tells the mean of the vectors of what is seen', async () => {
    const { index, ask } = opened;
    const view = await index.within({ server: null, parts: ['news/'] });
    const { passages, facts, vector } = await ask('market', view);
    const dot = view.meanVector.reduce((sum, value, i) => sum + value * vector[i]!, 0);
    expect(passages).toHaveLength(1);
    expect(dot).toBeCloseTo(facts.similarity(vector, passages[0]!), 5);
  });
}

function testWords(opened: Opened): void {
  it('knows words: how many passages have each, which are heard, and how they begin', async () => {
    const { index } = opened;
    expect([...(await index.frequencies(['e:rye', 'e:quell', 'e:barley']))]).toEqual([
      ['e:rye', 1],
      ['e:quell', 4],
      ['e:barley', 0],
    ]);
    const may = { period: { from: '2024-05-01', to: null } };
    expect([...(await index.heard(['e:rye', 'e:quell', 'e:barley'], may))]).toEqual(['e:quell']);
    expect(await index.termsFrom('e:he')).toEqual(['e:herring']);
    const both = await index.termsFrom('e:');
    expect(both).toContain('e:zorb');
    expect(both.map((term) => Buffer.from(term, 'utf8'))).toEqual(
      both.map((term) => Buffer.from(term, 'utf8')).toSorted(Buffer.compare),
    );
    expect(await index.textWith('e:rye')).toBe('The mill of Quell grinds rye. 磨坊在河边。 Mill');
  });

  it('tells which passages have a number', async () => {
    const { index, ask } = opened;
    const { passages } = await ask('what changed in 4.1?');
    const having = await index.having(['n:4.1'], passages);
    expect(having.size).toBe(1);
    expect(await index.having(['n:9.9'], passages)).toEqual(new Set());
  });

  it('finds the articles that have words, wherever each stands', async () => {
    const { index } = opened;
    const found = await index.articlesHaving([[['e:quell']], [['e:crown']]]);
    expect(found.map(({ id }) => id)).toEqual(['guides/harbour']);
    expect(await index.articlesHaving([[['e:barley']]])).toEqual([]);
    expect((await index.articlesHaving([[['e:rye'], ['e:zorb']]])).map(({ id }) => id).sort()).toEqual([
      'mill',
      `servers/${QUELL}/rules`,
    ]);
  });
}

function testArticles(opened: Opened): void {
  it('reads articles whole, with what was asked to be known of them', async () => {
    const { index, numberOf, ask } = opened;
    const harbour = numberOf('guides/harbour');
    const { facts, vector } = await ask('boats');
    const { start, end } = facts.passagesOf(harbour);
    const read = await index.read([harbour], [end - 1], ['e:rye', 'e:barley']);
    expect(read.passagesOf(harbour)).toEqual({ start, end });
    expect(read.article(harbour)).toMatchObject({ title: 'Harbour', date: '2024-03-06' });
    expect(read.passage(start + 1).text).toContain('Rafts pay two crowns.');
    expect(read.passage(start + 1).section.headings).toEqual(['Boats']);
    expect(read.passage(start + 1).units).toHaveLength(2);
    expect(read.articleOf(start + 1)).toBe(harbour);
    for (const passage of [start, end - 1])
      expect(read.unitSimilarities(vector, passage).length).toBe(read.passage(passage).units.length);
    expect([read.frequency('e:rye'), read.frequency('e:barley')]).toEqual([1, 0]);
    for (const term of read.passage(end - 1).terms.keys()) expect(read.frequency(term)).toBeGreaterThan(0);
  });

  it('lists articles in pieces, with their size', async () => {
    const { index, ids, numberOf } = opened;
    expect((await index.sources(1, 3)).map(({ id }) => id)).toEqual(ids.slice(1, 3));
    expect(await index.sizes([numberOf('guides/harbour'), numberOf('mill')])).toEqual([3, 1]);
    expect(await index.find('mill')).toBe(numberOf('mill'));
    expect(await index.find('nothing')).toBeNull();
  });
}
