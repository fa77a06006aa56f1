import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import { askAll, type Outcome, summarize } from '../../src/evaluation/evaluate.ts';
import type { GoldQuestion } from '../../src/evaluation/question-file.ts';
import { renderMisses, renderReport } from '../../src/evaluation/render-report.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const FERRY =
  '轮渡公司宣布，临江轮渡从四月起停航，两艘渡船由海蓝研究院收藏。渡船分别建造于上世纪六十年代和七十年代。';
const ARTICLES = {
  'bridge.md':
    '---\ntitle: 跨江大桥通车\ndate: 2025-03-08\n---\n3月5日，跨江大桥通车。大桥由云川建设集团建造，全长两千米。\n',
  'ferry.md': `---\ntitle: 轮渡停航\n---\n${FERRY}\n`,
  'ferry-again.md': `---\ntitle: 轮渡停航（转载）\n---\n${FERRY}\n`,
  'orchid.md':
    '---\ntitle: Orchid show opens\ndate: 2024-05-20\n---\nThe orchid show in the greenhouse opened on 18 May 2024.\n',
};

const ask = (id: string, fields: Partial<GoldQuestion>): GoldQuestion => ({
  id,
  language: 'zh',
  type: 'who',
  question: '',
  relevant: [],
  answers: [],
  date: null,
  ...fields,
});

const QUESTIONS: readonly GoldQuestion[] = [
  ask('builder', { question: '跨江大桥是谁建造的？', relevant: ['bridge'], answers: ['云川建设集团'] }),
  ask('opening', {
    type: 'when',
    question: '跨江大桥什么时候通车？',
    relevant: ['bridge'],
    answers: ['3月5日'],
    date: '2025-03-05',
  }),
  ask('orchids', {
    language: 'en',
    type: 'when',
    question: 'When did the orchid show open?',
    relevant: ['orchid', 'not-in-the-corpus'],
    answers: ['18 May 2024'],
    date: '2024-05',
  }),
  // The reprint is as right as the article that it is folded under.
  ask('ferries', { question: '渡船由谁收藏？', relevant: ['ferry-again'], answers: ['海蓝研究院'] }),
  // The answers are wrong on purpose: found, but not right.
  ask('wrong', {
    language: 'en',
    question: 'Where was the orchid show?',
    type: 'where',
    relevant: ['bridge'],
    answers: ['大礼堂'],
  }),
  ask('unanswerable', { language: 'en', question: 'What is the boiling point of tungsten?' }),
  ask('skipped', { question: '谁开了面包店？', relevant: ['bakery'], answers: ['陈晓东'] }),
];

let engine: Engine;
let outcomes: Outcome[];
let skipped: number;
const heard: number[] = [];
beforeAll(async () => {
  engine = await openCorpus(makeFolder(ARTICLES));
  ({ outcomes, skipped } = await askAll(engine, QUESTIONS, (count) => heard.push(count)));
});

describe('asking all questions', () => {
  it('skips and counts those whose articles the corpus lacks', () => {
    expect(skipped).toBe(1);
    expect(outcomes.map(({ gold }) => gold.id)).toEqual([
      'builder',
      'opening',
      'orchids',
      'ferries',
      'wrong',
      'unanswerable',
    ]);
  });

  it('expects only the relevant articles that the corpus has', () => {
    expect(outcomes.find(({ gold }) => gold.id === 'orchids')?.gold.relevant).toEqual(['orchid']);
  });

  it('tells after each question how many were asked', () => {
    expect(heard).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('the report', () => {
  it('counts articles, questions and skipped ones', () => {
    const report = summarize(engine, outcomes, skipped);
    expect(report).toMatchObject({ articles: 4, passages: 4, model: 'models/zh-en-static', skipped: 1 });
    expect(report.all.questions).toBe(5);
  });

  it('has the figures that follow from the outcomes', () => {
    // Right: builder, opening, orchids, ferries. Wrong: the one that asks for orchids and expects the bridge.
    const wrong = outcomes.find(({ gold }) => gold.id === 'wrong')!;
    expect(wrong.ranks.hybrid).toBeGreaterThan(1);
    const reciprocal = wrong.ranks.hybrid <= 10 ? 1 / wrong.ranks.hybrid : 0;
    const { all, byLanguage, byType } = summarize(engine, outcomes, skipped);
    expect(all['recall@1']).toBeCloseTo(4 / 5);
    expect(all['mrr@10']).toBeCloseTo((4 + reciprocal) / 5);
    expect(all['evidence@1']).toBeCloseTo(4 / 5);
    expect(all['evidence@3']).toBeCloseTo(4 / 5);
    // Each article is one passage, and the three of the wrong question are not of the bridge, or lack the answer.
    expect(all['passage@1']).toBeCloseTo(4 / 5);
    expect(all['passage@3']).toBeCloseTo(4 / 5);
    const quotes = outcomes
      .filter(({ gold, answer }) => gold.relevant.length > 0 && answer.status === 'answered')
      .map(({ answer }) => [...answer.evidence[0]!.quote].length);
    expect(all.quoteLength).toBeCloseTo(quotes.reduce((a, b) => a + b) / quotes.length);
    expect(all.intervals['passage@1']![0]).toBeLessThanOrEqual(4 / 5);
    // who, where and number: builder and ferries are right, wrong is not.
    expect(all.fact).toBeCloseTo(2 / 3);
    expect(all.date).toBe(1);
    const [low, high] = all.intervals['recall@1']!;
    expect(low).toBeLessThanOrEqual(4 / 5);
    expect(high).toBeGreaterThanOrEqual(4 / 5);
    expect(all.intervals.date).toEqual([1, 1]);

    expect(Object.keys(byLanguage)).toEqual(['en', 'zh']);
    expect(byLanguage.zh).toMatchObject({
      questions: 3,
      'recall@1': 1,
      'mrr@10': 1,
      'ndcg@10': 1,
      answered: 1,
      fact: 1,
      date: 1,
    });
    expect(byLanguage.en).toMatchObject({ questions: 2, 'recall@1': 0.5, date: 1 });
    expect(Object.keys(byType)).toEqual(['when', 'where', 'who']);
    // Figures about nothing are null, not 0.
    expect(byType.when).toMatchObject({ questions: 2, fact: null, date: 1 });
    expect(byType.who).toMatchObject({ questions: 2, fact: 1, date: null });
  });

  it('tells how many unanswerable questions were answered', () => {
    expect(summarize(engine, outcomes, skipped).unanswerable).toEqual({ questions: 1, answered: 0 });
  });

  it('counts what went wrong by its cause', () => {
    const { misses } = summarize(engine, outcomes, skipped);
    expect(misses).toEqual({ refusal: 0, retrieval: 1, sentence: 0, date: 0, span: 0 });
  });

  it('ranks by each leg', () => {
    const { legs, all } = summarize(engine, outcomes, skipped);
    expect(legs.hybrid).toEqual({ 'recall@1': all['recall@1'], 'mrr@10': all['mrr@10'] });
    expect(legs.keyword['recall@1']).toBeCloseTo(4 / 5);
    expect(legs.dense['mrr@10']).toBeGreaterThan(0);
  });

  it('of no question has figures all the same', () => {
    const report = summarize(engine, [], 0);
    expect(report.all).toMatchObject({
      questions: 0,
      'recall@1': 0,
      'evidence@1': null,
      'passage@1': null,
      'passage@3': null,
      quoteLength: null,
      fact: null,
      date: null,
    });
    expect(report.unanswerable).toEqual({ questions: 0, answered: 0 });
    expect(renderReport(report)).toContain('0 questions skipped');
  });

  it('is rendered with its rows and counts', () => {
    const text = renderReport(summarize(engine, outcomes, skipped));
    expect(text).toContain('4 articles, 4 passages, model models/zh-en-static, 1 question skipped');
    for (const row of ['all', 'zh', 'en', 'who', 'when', 'where', 'keyword', 'dense', 'hybrid'])
      expect(text).toMatch(new RegExp(`^ *${row} `, 'm'));
    expect(text).toMatch(/^ +questions .+ passage@1 +passage@3 .+ quoteLength /m);
    expect(text).toMatch(/passage@3 \[0\.\d+, 1\.000\]/);
    expect(text).toContain('Unanswerable: 1 question, 0.000 answered');
  });
});

describe('the misses', () => {
  it('list what was expected and what came, of the wrong one only', () => {
    const text = renderMisses(outcomes);
    expect(text).toContain('Where was the orchid show?');
    expect(text).toContain('expected: 大礼堂 · bridge');
    expect(text).toContain('first came orchid');
    for (const right of ['跨江大桥是谁建造的？', '渡船由谁收藏？', 'boiling point'])
      expect(text).not.toContain(right);
  });
});
