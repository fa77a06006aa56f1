import { describe, expect, it } from 'vitest';
import { joinParts } from '../../src/answer/parts.ts';
import { readFollowUp } from '../../src/question/follow-up.ts';
import { ANSWERED, evidenceWith, UNANSWERED } from '../discord/answers.ts';

const QUESTION = readFollowUp('Who signed for Ossen, and what did the mill cost?', undefined, '2024-06-01')!;
const TOLD = { ...ANSWERED, answer: 'It was 霍步刚.', facts: ANSWERED.facts.slice(0, 1) };

describe('the answers to the parts of a question', () => {
  it('stand behind the words of their parts, and one that nothing tells says so', () => {
    const joined = joinParts(QUESTION, [TOLD, UNANSWERED]);
    expect(joined.answer).toBe(
      'Who signed for Ossen? It was 霍步刚. What did the mill cost? I found nothing on that.',
    );
    expect(joined.status).toBe('answered');
    expect(joined.parts?.map(({ status }) => status)).toEqual(['answered', 'unanswered']);
    expect(joined.facts).toEqual(TOLD.facts);
  });

  it('are none where no part is told', () => {
    const joined = joinParts(QUESTION, [UNANSWERED, UNANSWERED]);
    expect([joined.status, joined.answer]).toEqual(['unanswered', null]);
  });

  it('show a quote once, with all that answers in it', () => {
    const [first, second] = [evidenceWith({ highlights: [[0, 5]] }), evidenceWith({ highlights: [[6, 9]] })];
    const joined = joinParts(QUESTION, [
      { ...TOLD, evidence: [first] },
      { ...TOLD, evidence: [second] },
    ]);
    expect(joined.evidence).toEqual([
      evidenceWith({
        highlights: [
          [0, 5],
          [6, 9],
        ],
      }),
    ]);
  });

  it('have two quotes each: the best, and what else proves a fact', () => {
    const more = ['a', 'b', 'c'].map((quote) =>
      evidenceWith({ quote, highlights: quote === 'b' ? [] : [[0, 1]] }),
    );
    const joined = joinParts(QUESTION, [{ ...TOLD, evidence: more }, UNANSWERED]);
    expect(joined.evidence.map(({ quote }) => quote)).toEqual(['a', 'c']);
  });
});
