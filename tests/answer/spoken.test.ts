import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import type { Engine } from '../../src/engine.ts';
import { openStartingCorpus } from '../open-corpus.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openStartingCorpus().engine;
});

describe('an answer in a language that was chosen', () => {
  it.each([
    ['who signed with Liaoning and when', /时间是2024年1月31日/],
    ['hello', /你好/],
    ['How many articles are there?', /篇/],
  ])('%s is answered in Chinese', async (question, said) => {
    const answer = await answerQuestion(engine, question, { language: 'zh' });
    expect(answer.language).toBe('zh');
    expect(answer.answer).toMatch(said);
  });

  it('does not change what is found', async () => {
    const [asked, chosen] = await Promise.all([
      answerQuestion(engine, 'who signed with Liaoning and when'),
      answerQuestion(engine, 'who signed with Liaoning and when', { language: 'zh' }),
    ]);
    expect(chosen.evidence).toEqual(asked.evidence);
    expect(chosen.confidence).toBe(asked.confidence);
  });
});
