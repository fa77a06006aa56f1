/** Answers that a language model may write from. */
import type { Answer } from '../../src/answer-types.ts';
import type { LlmConfig } from '../../src/llm-config.ts';
import type { Language } from '../../src/types.ts';
import { openBudget } from '../../src/writing/budget.ts';
import { paragraph } from '../make-blocks.ts';

export const BUDGET = openBudget(null, '');

export const configOf = (url: string, changes: Partial<LlmConfig> = {}): LlmConfig => ({
  ...{ url, model: 'imitated', key: '', seconds: 20, dailyTokens: null },
  ...changes,
});

/** An answer with one quote: all paragraphs of its article. */
export function answering(
  paragraphs: readonly string[],
  language: Language = 'en',
  article: Partial<Answer['evidence'][number]['article']> = {},
): Answer {
  const blocks = paragraphs.map(paragraph);
  const source = { id: 'notices', title: 'Notices', date: null, url: null, ...article };
  const place = { headings: [], anchor: null, kind: 'prose' as const };
  return {
    question: language === 'en' ? 'what do the notices say?' : '通知说了什么？',
    ...{ index: 'build-1', intent: 'question', status: 'answered', language, confidence: 0.9 },
    ...{ answer: 'See “Notices”.', facts: [], disputed: [], passages: [], closest: [], elapsedMs: 1 },
    evidence: [
      {
        ...{ article: source, alsoIn: [], passage: 'notices#1', ...place, blocks, highlights: [] },
        quote: paragraphs.join('\n'),
      },
    ],
  };
}

/** All that a reader gets of what was written. */
export const textOf = ({ written, answer }: Answer): string =>
  [answer, ...(written?.blocks.map(({ text }) => text) ?? [])].join('\n');
