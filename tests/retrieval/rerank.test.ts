import { beforeAll, describe, expect, it } from 'vitest';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { type Engine, openEngine } from '../../src/engine.ts';
import { investigate, search } from '../../src/evidence/investigate.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { readQuestion } from '../../src/question/question.ts';
import { loadReranker, type Reranker } from '../../src/reranking/reranker.ts';
import { reorder, rerank, scoreInTime } from '../../src/retrieval/rerank.ts';
import type { PassageHit, Retrieved } from '../../src/retrieval/retrieve.ts';
import { makeFolder } from '../temporary-folder.ts';
import { tinyBert } from '../tiny-model/tiny-bert.ts';

/** Passages 0, 1, … of these articles, in this order, with falling scores. */
function found(...articles: readonly number[]): Retrieved {
  const passages = articles.map(
    (article, i): PassageHit => ({
      passage: i,
      article,
      rank: i + 1,
      score: 1 - i / 10,
      keywordRank: i + 1,
      denseRank: null,
    }),
  );
  return {
    passages,
    articles: [...new Set(articles)].map((article, i) => ({
      article,
      alsoIn: [],
      rank: i + 1,
      score: 1 - articles.indexOf(article) / 10,
    })),
    nearest: { passage: 0.5, sentence: 0.6, unheard: 0.7 },
  };
}

const passagesOf = ({ passages }: Retrieved): number[] => passages.map(({ passage }) => passage);
const articlesOf = ({ articles }: Retrieved): number[] => articles.map(({ article }) => article);

describe('the order of a reranker', () => {
  it('is best first, and articles follow their best passage', () => {
    const reordered = reorder(found(7, 8, 7, 9), [0.1, 0.2, 0.9, 0.5]);
    expect(passagesOf(reordered)).toEqual([2, 3, 1, 0]);
    expect(articlesOf(reordered)).toEqual([7, 9, 8]);
  });

  it('is that of retrieval among equals', () => {
    expect(passagesOf(reorder(found(1, 2, 3), [0.5, 0.5, 0.5]))).toEqual([0, 1, 2]);
  });

  it('leaves what was not reached behind, as it was', () => {
    const reordered = reorder(found(1, 2, 3, 4), [-5, -4]);
    expect(passagesOf(reordered)).toEqual([1, 0, 2, 3]);
    expect(articlesOf(reordered)).toEqual([2, 1, 3, 4]);
  });

  it('leaves how near the nearest passage stands', () => {
    expect(reorder(found(7, 8), [0.1, 0.2]).nearest).toEqual({ passage: 0.5, sentence: 0.6, unheard: 0.7 });
  });

  it('leaves all as it was where nothing was reached', () => {
    expect(reorder(found(1, 2, 1), [])).toEqual(found(1, 2, 1));
  });

  it('leaves each place its rank and score, and each passage what the legs said of it', () => {
    const { passages } = reorder(found(1, 2), [0, 1]);
    expect(passages).toEqual([
      { passage: 1, article: 2, rank: 1, score: 1, keywordRank: 2, denseRank: null },
      { passage: 0, article: 1, rank: 2, score: 0.9, keywordRank: 1, denseRank: null },
    ]);
  });
});

describe('the budget', () => {
  const TEXTS = Array.from({ length: 10 }, (_, i) => '红'.repeat(i + 1));
  const tiny = (budgetMs: number): Promise<Reranker> =>
    loadReranker(
      makeFolder(tinyBert({ words: { 红: [1], '[CLS]': [0] }, positions: 64, labels: [[1]] })),
      budgetMs,
    );
  /** A clock that goes on by so much at every look. */
  const clock = (stepMs: number) => {
    let now = 5000;
    return () => {
      now += stepMs;
      return now;
    };
  };

  it.each([
    [0, 0],
    [99, 0],
    [100, 0],
    [101, 4],
    [201, 8],
    // The last batch has two passages.
    [301, 10],
    [Number.POSITIVE_INFINITY, 10],
  ])('of %i ms, at 100 ms a batch, scores %i of 10 passages', async (budgetMs, expected) => {
    expect(await scoreInTime(await tiny(budgetMs), '红', TEXTS, clock(100))).toHaveLength(expected);
  });

  it('scores in the order of the passages, batch by batch as at once', async () => {
    const reranker = await tiny(Number.POSITIVE_INFINITY);
    const scores = await scoreInTime(reranker, '红', TEXTS);
    const atOnce = await reranker.score('红', TEXTS);
    for (const [i, score] of scores.entries()) expect(score).toBeCloseTo(atOnce[i]!, 5);
  });
});

describe('an engine with a reranker', () => {
  const CORPUS = makeFolder({
    'a.md': '# 港口的新闻\n\n港口今天开放，港口很大。',
    'b.md': '# 港口\n\n港口昨天开放。港口由海蓝公司经营。',
    'c.md': '# 铁路\n\n穿过港口的铁路开放。',
  });
  /** Likes the character 铁 best, then 蓝. */
  const RERANKER = makeFolder(
    tinyBert({ words: { 铁: [9], 蓝: [1], 港: [0] }, positions: 128, labels: [[1]] }),
  );
  const question = readQuestion('港口何时开放？')!;
  let engine: Engine<OpenIndex>;
  beforeAll(async () => {
    const embeddings = makeFolder();
    const rerank = { model: RERANKER, budgetMs: 60_000 };
    engine = await openEngine({ corpus: [CORPUS], embeddings, model: STATIC_MODEL, rerank });
  });

  it('answers from its order, and from that of retrieval without one or without time', async () => {
    const ids = async (engine: Engine<OpenIndex>) =>
      (await search(engine, question)).articles.map(({ article }) => engine.index.article(article).id);
    const { reranker, ...withoutOne } = engine;
    const plain = await ids(withoutOne);
    expect(plain).toHaveLength(3);
    expect(plain[0]).not.toBe('c');
    expect(await ids({ ...engine, reranker: { ...reranker!, budgetMs: 0 } })).toEqual(plain);

    expect(await ids(engine)).toEqual(['c', 'b', 'a']);
    const { passages } = (await investigate(engine, question)).found;
    expect(engine.index.article(passages[0]!.article).id).toBe('c');
  });

  it('measures the legs alone without it', async () => {
    const { articles } = await search(engine, question, 'keyword');
    expect(engine.index.article(articles[0]!.article).id).not.toBe('c');
  });

  it('looks further down than what is shown', async () => {
    const asked: number[] = [];
    const none = async (k: number): Promise<Retrieved> => {
      asked.push(k);
      return found();
    };
    await rerank(engine.reranker, engine.index, '港口', 10, none);
    await rerank(undefined, engine.index, '港口', 10, none);
    expect(asked).toEqual([30, 10]);
  });
});
