import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import type { Engine } from '../../src/engine.ts';
import { confidenceOf, lacksAsked, WORDLESS } from '../../src/evidence/confidence.ts';
import { investigate } from '../../src/evidence/investigate.ts';
import { MIN_CONFIDENCE } from '../../src/evidence/weights.ts';
import { readFollowUp } from '../../src/question/follow-up.ts';
import { readQuestion } from '../../src/question/question.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

const CORPUS = {
  'tea.md': '---\ndate: 2024-03-06\n---\n3月5日，腾讯与南开大学在天津签署合作协议，双方将共建实验室。',
  'cars.md': '---\ndate: 2024-03-09\n---\n3月8日，比亚迪与深圳大学在深圳签署合作协议，双方将共建培训基地。',
  'book.md': '---\ndate: 2024-03-12\n---\n一部介绍江南园林的新书近日出版，作者花了六年时间走访各地。',
};

let engine: Engine;
beforeAll(async () => {
  engine = await openCorpus(makeFolder(CORPUS));
});

async function confidenceIn(text: string): Promise<number> {
  const { confidence } = await investigate(engine, readQuestion(text)!);
  return confidenceOf(confidence);
}

describe('confidence', () => {
  it.each([
    ['腾讯和南开大学哪天签的协议？', '腾讯和深圳大学哪天签的协议？'],
    ['比亚迪和深圳大学什么时候签约？', '比亚迪和南开大学什么时候签约？'],
    ['When did Tencent sign with Nankai University?', 'When did Tencent sign with Shenzhen University?'],
    ['腾讯和南开大学2024年哪天签的协议？', '腾讯和南开大学2021年哪天签的协议？'],
    ['腾讯和南开大学的合作协议签了吗？', 'Rust和南开大学的合作协议签了吗？'],
  ])('is higher for "%s" than for "%s", whose partner is another', async (right, wrong) => {
    expect(await confidenceIn(right)).toBeGreaterThan(await confidenceIn(wrong));
  });

  it.each([
    ['腾讯和南开大学在哪里签的协议？', '腾讯和南开大学的协议金额是多少元？'],
    ['腾讯和南开大学哪天签的协议？', '腾讯和南开大学的协议是谁签的字？'],
  ])('is higher for "%s" than for "%s", of which the article has nothing', async (told, missing) => {
    expect(await confidenceIn(told)).toBeGreaterThan(await confidenceIn(missing));
  });

  it('is as high where there is no other article to compare with', async () => {
    const alone = await openCorpus(makeFolder({ 'tea.md': CORPUS['tea.md'] }));
    const answer = await answerQuestion(alone, '腾讯和南开大学哪天签的协议？');
    expect(answer.facts[0]).toMatchObject({ kind: 'when', date: '2024-03-05' });
  });

  it('is higher while the article is there than with it taken out', async () => {
    const question = readQuestion('腾讯和南开大学哪天签的协议？')!;
    const { found, confidence } = await investigate(engine, question);
    const without = await investigate(engine, question, {
      without: new Set([found.articles[0]!.article]),
    });
    expect(confidenceOf(confidence)).toBeGreaterThan(confidenceOf(without.confidence));
  });

  it('is enough for an answer with the day, and too little for what no article tells', async () => {
    const told = await answerQuestion(engine, '腾讯和南开大学哪天签的协议？');
    expect(told.facts[0]).toMatchObject({ kind: 'when', date: '2024-03-05' });
    const untold = await answerQuestion(engine, '海水淡化要用多少电？');
    expect(untold).toMatchObject({ status: 'unanswered', answer: null });
  });
});

describe('confidence in the passage of a guide', () => {
  const confidence = (passage: number, sentence: number, agreed = 0, translated = 0): number =>
    confidenceOf({ passage, sentence, agreed, few: 0, translated, unheard: 0, ...WORDLESS });

  it('is a probability that rises as passage and sentence come nearer', () => {
    const steps = [0, 0.25, 0.5, 0.75, 1];
    for (const one of steps) {
      for (const row of [
        steps.map((other) => confidence(one, other)),
        steps.map((other) => confidence(other, one)),
      ]) {
        expect(row).toEqual(row.toSorted((a, b) => a - b));
        expect(Math.min(...row)).toBeGreaterThan(0);
        expect(Math.max(...row)).toBeLessThan(1);
      }
    }
    expect(confidence(1, 1)).toBeGreaterThan(MIN_CONFIDENCE);
    expect(confidence(0, 0)).toBeLessThan(MIN_CONFIDENCE);
  });

  it('is higher where both legs put the same passage first', () => {
    expect(confidence(0.4, 0.4, 1)).toBeGreaterThan(confidence(0.4, 0.4, 0));
  });

  it('is higher for a passage as near in another language, where what says the same stands less near', () => {
    expect(confidence(0.4, 0.4, 0, 1)).toBeGreaterThan(confidence(0.4, 0.4, 0, 0));
  });

  it('is enough for a small folder to answer from, and too little for what it does not tell', async () => {
    const folder = makeFolder({
      'pool.md':
        '---\ntitle: Questions about the pool\n---\n\n## How do I book a lane?\n\nCall the desk before noon and name the hour.\n\n## Can I bring my dog?\n\nDogs wait outside.\n',
    });
    const pool = await openCorpus(folder);
    expect((await answerQuestion(pool, 'Can my dog come?')).evidence[0]?.quote).toContain(
      'Dogs wait outside.',
    );
    expect((await answerQuestion(pool, 'Which volcano erupted in Iceland?')).status).toBe('unanswered');
  });
});

it.each([
  ['在哪里签的？', true],
  ['什么时候签的？', false],
  ['为什么签？', false],
])(
  'a place that the article has none of is not told by the names of the question before: %s',
  (text, expected) => {
    const places = { ...WORDLESS, worded: 1, missing: text.startsWith('什么') ? 0 : 1 };
    const features = { passage: 1, sentence: 1, agreed: 1, few: 0, translated: 0, unheard: 0, ...places };
    expect(lacksAsked(readFollowUp(text, '谁和磨坊签约了？')!, features)).toBe(expected);
  },
);
