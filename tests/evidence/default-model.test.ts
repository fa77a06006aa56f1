import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.ts';
import { DEFAULT_MODEL } from '../../src/embedding/models.ts';
import { type Engine, openEngine } from '../../src/engine.ts';
import { makeFolder } from '../temporary-folder.ts';

/** Confidence is fitted for the default model; other tests use the small one, which is faster. */
let engine: Engine;
beforeAll(async () => {
  const corpus = makeFolder();
  for (const file of readdirSync('corpus'))
    if (/^(?:liaoning|njmu|taiyuan|server-ranks)/.test(file))
      cpSync(join('corpus', file), join(corpus, file));
  engine = await openEngine({ corpus: [corpus], embeddings: makeFolder(), model: DEFAULT_MODEL });
});

describe('confidence with the default model', () => {
  it.each([
    'When did Liaoning sign with Tsinghua University?',
    'Who signed for Liaoning in the agreement with Huawei?',
    '辽宁省和清华大学是哪天签的协议？',
    'Who won the football cup in Brazil?',
    '電話是誰發明的',
  ])('is too little for a wrong partner or another subject: %s', async (question) => {
    expect(await answerQuestion(engine, question)).toMatchObject({ status: 'unanswered', facts: [] });
  });

  it('is enough for the right partner', async () => {
    const { facts } = await answerQuestion(
      engine,
      'When did Liaoning sign with Northwestern Polytechnical University?',
    );
    expect(facts[0]).toMatchObject({ kind: 'when', date: '2024-01-31' });
  });
});
