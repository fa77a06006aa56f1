import { expect, it } from 'vitest';
import type { Answer } from '../../src/answer-types.ts';
import type { Outcome } from '../../src/evaluation/evaluate.ts';
import { renderWrittenReport } from '../../src/evaluation/render-report.ts';
import { summarizeWritten, writeAll } from '../../src/evaluation/written.ts';
import { createWriter } from '../../src/writing/write.ts';
import { startLocalLlm } from '../local-llm/start-local-llm.ts';
import { answering, BUDGET, configOf } from '../writing/answering.ts';

const outcomeOf = (question: string, answers: readonly string[], answer: Answer): Outcome => ({
  gold: {
    ...{ id: question, language: 'en', type: 'what', question, answers, date: null },
    relevant: answers.length === 0 ? [] : ['notices'],
  },
  answer: { ...answer, question },
  ...{ ranking: [['notices']], ranks: { keyword: 1, dense: 1, hybrid: 1 } },
});

it('tells how much was cut, and evidence and refusal without a language model and with it', async () => {
  const pool = answering(['The pool opens at 9:00.', 'A ticket costs 5 crowns.']);
  const refused: Answer = { ...pool, status: 'unanswered', answer: null, evidence: [] };
  const outcomes = [
    outcomeOf('when does it open?', ['9:00'], pool),
    outcomeOf('what does it cost?', ['5 crowns'], pool),
    outcomeOf('who swims there?', ['Ada Moe'], pool),
    outcomeOf('who built it?', [], pool),
    outcomeOf('who paints it?', [], refused),
  ];
  const said: Readonly<Record<string, string>> = {
    'when does it open?': 'The pool opens at 9:00 [1]. Bob Zork swims there [1].',
    'what does it cost?': 'NOT TOLD',
    'who swims there?': 'Bob Zork swims there [1].',
    'who built it?': 'NOT TOLD',
  };
  const llm = await startLocalLlm();
  llm.answer(({ body }) => ({
    pieces: [said[/Question: (.*)$/.exec(body.messages!.at(-1)!.content)![1]!]!],
    tokens: 100,
  }));
  const writer = createWriter(configOf(llm.url, { model: 'small' }), { budget: BUDGET, log: () => {} });
  const report = summarizeWritten('small', outcomes, await writeAll(writer, outcomes));
  await llm.stop();
  expect(report).toMatchObject({
    ...{ answers: 4, statements: 3, cut: 2, cutBy: { name: 2 }, tokens: 400 },
    outcomes: { shown: 1, 'not told': 2, cut: 1 },
    evidence: { without: 2 / 3, with: 1 / 3 },
    said: 1,
    answered: { without: 1, with: 2 / 3 },
    answeredWrongly: { without: 0.5, with: 0 },
  });
  expect(renderWrittenReport(report)).toContain('answered                 without 1.000  with 0.667');
});
