/** The kinds of questions that the bot is made for, each with what it must find; the corpora stand here. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import type { Answer } from '../../src/answer-types.ts';
import type { Engine } from '../../src/engine.ts';
import type { FactKind } from '../../src/types.ts';
import { openCorpus, openStartingCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

/** Opens a corpus of articles given as name, day and text. */
function openArticles(
  articles: Readonly<Record<string, readonly [title: string, day: string, text: string]>>,
) {
  const folder = makeFolder();
  for (const [name, [title, day, text]] of Object.entries(articles))
    writeFileSync(join(folder, `${name}.md`), `---\ntitle: "${title}"\ndate: ${day}\n---\n\n${text}\n`);
  return openCorpus(folder);
}

const firstOf = ({ facts }: Answer, kind: FactKind) => facts.find((fact) => fact.kind === kind);

describe('who signed with Liaoning, and when', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openStartingCorpus().engine;
  });

  it.each([
    'who signed with Liaoning and when',
    'Which university did Liaoning sign with, and when?',
    'When did Liaoning sign with Northwestern Polytechnical University, and who signed?',
    'who did the Liaoning government sign a framework agreement with and on what date',
    'Liaoning cooperation agreement: with whom, and when was it signed?',
    'on which day did liaoning sign, and which university was it with?',
    '谁和辽宁签了约，什么时候？',
    '辽宁省跟哪所大学签了协议，哪天签的？',
    '和辽宁签战略合作框架协议的是哪所高校，什么时候签的？',
    '辽宁什么时候签的约，和谁签的？',
    '辽宁 大学 战略合作协议 签署时间 谁',
    '请问辽宁省政府与谁签署了战略合作框架协议？是哪一天？',
  ])('is answered with the day: %s', async (question) => {
    const answer = await answerQuestion(engine, question);
    expect(answer.status).toBe('answered');
    expect(firstOf(answer, 'when')?.date).toBe('2024-01-31');
    expect(answer.evidence[0]?.article.id).toBe('liaoning-npu');
    expect(answer.evidence[0]?.quote).toContain('西北工业大学');
    expect(firstOf(answer, 'who')).toBeDefined();
  });

  it.each([
    ['who signed with Liaoning?', '西北工业大学'],
    ['who signed with Northwestern Polytechnical University?', '辽宁省人民政府'],
    ['谁和辽宁省签了协议？', '西北工业大学'],
    ['谁和西北工业大学签了协议？', '辽宁省人民政府'],
  ])('names the other party: %s', async (question, party) => {
    expect(firstOf(await answerQuestion(engine, question), 'who')?.text).toBe(party);
  });

  it.each([
    ['遼寧跟哪所大學簽了協議', '西北工业大学'],
    ['西工大 signed with which province?', '辽宁'],
  ])('is answered in Traditional Chinese and in two languages at once: %s', async (question, party) => {
    expect(firstOf(await answerQuestion(engine, question), 'who')?.text).toContain(party);
  });

  it.each([
    'Who signed for Liaoning in the agreement with Huawei?',
    '辽宁省和清华大学是哪天签的协议？',
    '辽宁跟华为什么时候签的约？',
  ])('is not answered for a wrong partner: %s', async (question) => {
    expect(await answerQuestion(engine, question)).toMatchObject({
      status: 'unanswered',
      answer: null,
      facts: [],
    });
  });

  it('goes on to a short question about the same', async () => {
    const answer = await answerQuestion(engine, 'and when?', { follows: 'who signed with Liaoning' });
    expect(firstOf(answer, 'when')?.date).toBe('2024-01-31');
    const chinese = await answerQuestion(engine, '那是什么时候？', { follows: '谁和辽宁签了约' });
    expect(firstOf(chinese, 'when')?.date).toBe('2024-01-31');
  });
});

describe('a day in relative words', () => {
  // 14 March 2025 was a Friday.
  it.each([
    ['今天', '2025-03-14'],
    ['今日', '2025-03-14'],
    ['昨天', '2025-03-13'],
    ['昨日', '2025-03-13'],
    ['前天', '2025-03-12'],
    ['本月12日', '2025-03-12'],
    ['上月28日', '2025-02-28'],
    ['12日', '2025-03-12'],
    ['上周五', '2025-03-07'],
    ['本周三', '2025-03-12'],
    ['周三', '2025-03-12'],
    ['去年12月', '2024-12'],
    ['今年1月', '2025-01'],
  ])('%s is %s', async (words, date) => {
    const text = `${words}，云川市与蓝海大学签署合作协议。双方将共建实验室。`;
    const engine = await openArticles({ news: ['云川市与蓝海大学签约', '2025-03-14', text] });
    const answer = await answerQuestion(engine, '云川市什么时候和蓝海大学签的协议？');
    expect(firstOf(answer, 'when')).toMatchObject({ text: words, date });
  });

  it.each([
    ['yesterday', '2025-03-13'],
    ['on Friday', '2025-03-14'],
    ['last Tuesday', '2025-03-11'],
    ['last month', '2025-02'],
  ])('%s is %s', async (words, date) => {
    const text = `Cloud River City signed an agreement with Ocean University ${words}. They will build a laboratory.`;
    const engine = await openArticles({ news: ['Cloud River City signs', '2025-03-14', text] });
    const answer = await answerQuestion(engine, 'When did Cloud River City sign with Ocean University?');
    expect(firstOf(answer, 'when')?.date).toBe(date);
  });
});

describe('several articles', () => {
  const SAME = {
    first: [
      '云川市与蓝海大学签约',
      '2025-03-14',
      '3月12日，云川市与蓝海大学签署合作协议，将共建海洋实验室。',
    ],
    second: [
      '海洋实验室动工',
      '2025-05-02',
      '海洋实验室昨天动工。3月12日，云川市与蓝海大学签署了共建它的协议。',
    ],
  } as const;

  it('that tell the same are one answer with all sources', async () => {
    const engine = await openArticles(SAME);
    const answer = await answerQuestion(engine, '云川市和蓝海大学什么时候签署的协议？');
    const when = answer.facts.filter(({ kind }) => kind === 'when');
    expect(when[0]?.date).toBe('2025-03-12');
    expect(when[0]?.sources.map(({ id }) => id).toSorted()).toEqual(['first', 'second']);
    expect(answer.disputed).toEqual([]);
  });

  it('that contradict each other are both told with their days, the newer first', async () => {
    const { first } = SAME;
    const second = [
      '海洋实验室的来历',
      '2025-05-02',
      '3月20日，云川市与蓝海大学签署合作协议，共建海洋实验室。',
    ] as const;
    const engine = await openArticles({ first, second });
    const chinese = await answerQuestion(engine, '云川市和蓝海大学什么时候签署的合作协议？');
    expect(chinese.disputed).toEqual(['when']);
    expect(chinese.facts.map(({ date, sources }) => [date, sources[0]?.date])).toEqual([
      ['2025-03-20', '2025-05-02'],
      ['2025-03-12', '2025-03-14'],
    ]);
    expect(chinese.answer).toContain(
      '最新的文章说是2025年3月20日（据2025年5月2日的文章）；较早的说是2025年3月12日（据2025年3月14日的文章）',
    );
    expect(chinese.evidence.map(({ article }) => article.id)).toEqual(['second', 'first']);
  });
});

describe('time limits', () => {
  const YEARS = {
    old: ['云川市与蓝海大学签约', '2023-08-20', '云川市昨天与蓝海大学签署合作协议。'],
    new: ['云川市与绿野大学签约', '2025-03-14', '云川市昨天与绿野大学签署合作协议。'],
    bridge: ['跨江大桥通车', '2024-06-01', '跨江大桥昨天通车，全长两千米，双向六条车道。'],
    ferry: ['轮渡停航', '2024-07-01', '轮渡从下月起停航，两艘渡船由博物馆收藏。'],
    orchids: ['兰花展开幕', '2024-05-20', '兰花展在植物园温室开幕，展出三百个品种。'],
  } as const;

  it.each([
    ['云川市2023年8月签的协议', ['old', 'new']],
    ['云川市2025年以来签的协议', ['new', 'old']],
    ['2025年3月，云川市签的协议', ['new', 'old']],
  ])('in the words of a question prefer articles of that time: %s', async (question, order) => {
    const engine = await openArticles(YEARS);
    const { passages } = await answerQuestion(engine, question);
    expect(passages.slice(0, 2).map(({ article }) => article)).toEqual(order);
  });

  it('given as days leave the others out', async () => {
    const engine = await openArticles(YEARS);
    const ask = (from: string | null, to: string | null) =>
      answerQuestion(engine, '云川市和哪所大学签了协议？', { period: { from, to } });
    expect(firstOf(await ask(null, '2023-08-20'), 'who')?.text).toBe('蓝海大学');
    expect(firstOf(await ask('2023-08-21', null), 'who')?.text).toBe('绿野大学');
    expect((await ask('2025-03-15', null)).passages).toEqual([]);
    expect((await ask('2025-03-14', '2025-03-14')).passages).toHaveLength(1);
  });
});
