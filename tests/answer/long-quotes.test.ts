import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { investigate } from '../../src/evidence/investigate.ts';
import { readQuestion } from '../../src/question/question.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';
import { articlesOf, expectConsistent } from './consistent.ts';

describe('quotes of articles with long sentences', () => {
  /** Sentences of some 300 characters around a fact, most of two UTF-16 units, with and without clauses. */
  const texts = Object.fromEntries(
    [0, 1, 2, 3].flatMap((shift) => [
      [
        `run-${shift}.txt`,
        `潮汐${'x'.repeat(shift)}${'𠮷'.repeat(60)}电站于2024年5月28日在云川市建成${'😀'.repeat(100)}叶轮。`,
      ],
      [
        `clauses-${shift}.txt`,
        `${'𠮷'.repeat(30 + shift)}，船坞${'𠮷'.repeat(50)}，${'😀x'.repeat(40)}，船坞的闸门由海蓝集团建造${'𠮷'.repeat(45)}。`,
      ],
    ]),
  );

  it('are cut between characters', async () => {
    const harbour = await openCorpus(makeFolder(texts));
    const articles = articlesOf(harbour);
    for (const text of ['潮汐电站何时在哪里建成？', '船坞的闸门由谁建造？']) {
      const answer = await answerQuestion(harbour, text);
      expect(answer.status).toBe('answered');
      expect(answer.facts).not.toEqual([]);
      expectConsistent(harbour, articles, text, answer);
    }
  });

  it('keep the clause that holds the fact, wherever in the sentence it stands', async () => {
    const filler = '工人们每天清晨检查水位并记录在册，'.repeat(12);
    const yard = await openCorpus(
      makeFolder({
        'end.txt': `${filler}大坝由云川水利集团建造。`,
        'start.txt': `渡口由海蓝航运集团经营，${filler}风雨无阻。`,
      }),
    );
    for (const [text, name] of [
      ['大坝是谁建造的？', '云川水利集团'],
      ['渡口由谁经营？', '海蓝航运集团'],
    ] as const) {
      const answer = await answerQuestion({ ...yard, minConfidence: 0 }, text);
      expect(answer.evidence[0]?.quote).toContain(name);
      expect(answer.answer).toContain(name);
      expectConsistent(yard, articlesOf(yard), text, answer);
    }
  });

  it('give no fact that they had to leave out', async () => {
    const clause = `${'码头的工人每天清晨检查水位并记录'.repeat(14)}而闸门由青禾机械公司建造。`;
    const gate = await openCorpus(makeFolder({ 'gate.txt': clause, 'other.txt': '别的事情。' }));
    const text = '闸门是谁建造的？';
    const answer = await answerQuestion(gate, text);
    expect(answer.evidence[0]?.article.id).toBe('gate');
    expectConsistent(gate, articlesOf(gate), text, answer);
  });

  it('read the beginning of an article, whatever passages of it were found', async () => {
    const talk =
      '他说，海蓝集团与青禾公司的合作框架协议要落到实处，海蓝集团与青禾公司的框架协议带来机会。'.repeat(40);
    const yard = await openCorpus(
      makeFolder({
        'yard.md': `---\ntitle: 简讯\ndate: 2024-06-03\n---\n\n5月28日，海蓝与青禾正式签约。${talk}`,
        'other.txt': '别的事情。',
      }),
    );
    const question = readQuestion('海蓝集团与青禾公司的合作框架协议是哪天的？')!;
    const { found, sentences } = await investigate(yard, question);
    expect(found.passages.some(({ passage }) => passage === 0)).toBe(false);
    expect(sentences.some(({ candidates }) => candidates.some(({ date }) => date === '2024-05-28'))).toBe(
      true,
    );
  });

  it('say which day 当天 is, where another sentence says it', async () => {
    const filler = '海风很大，渔民们把船系得更紧。'.repeat(30);
    const quay = await openCorpus(
      makeFolder({
        'quay.md': `---\ntitle: 码头\ndate: 2024-06-03\n---\n\n5月28日上午，渡轮首航。${filler}当天，海蓝集团与青禾公司签约。`,
        'other.txt': '别的事情。',
      }),
    );
    const answer = await answerQuestion(quay, '海蓝集团与青禾公司哪天签约？');
    expect(answer.facts[0]).toMatchObject({ text: '当天', date: '2024-05-28' });
    // In the order of reading.
    const [first, second] = answer.evidence;
    expect(first?.quote).toBe('5月28日上午，渡轮首航。');
    expect(first?.highlights).toEqual([[0, 5]]);
    expect(second?.quote).toContain('当天，海蓝集团与青禾公司签约。');
  });

  it.each([159, 160, 161])('is whole up to 160 characters where it tells a fact: %i', async (length) => {
    const begin = '海蓝集团与青禾公司签署潮汐电站的协议';
    const sentence = `${begin}${'水'.repeat(length - begin.length - 1)}。`;
    const one = await openCorpus(makeFolder({ 'one.txt': `${sentence}\n别的事情。` }));
    const { facts, evidence } = await answerQuestion(one, '谁和海蓝集团签署了潮汐电站的协议？');
    expect(facts[0]?.text).toBe('青禾公司');
    expect(evidence[0]?.quote).toBe(length <= 160 ? sentence : sentence.slice(0, 160));
  });
});
