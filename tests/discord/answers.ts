import type { Answer, Evidence } from '../../src/answer-types.ts';
import type { Block } from '../../src/types.ts';
import { paragraph, quoting } from '../make-blocks.ts';

/** An answer of a corpus that tells; tests change what they are about. */
export const ANSWERED: Answer = {
  question: 'Who signed the agreement for Liaoning, and when?',
  index: 'build-1',
  intent: 'question',
  disputed: [],
  confidence: 0.9,
  language: 'en',
  status: 'answered',
  answer: '霍步刚 signed it on 31 January 2024.',
  facts: [
    { kind: 'who', text: '霍步刚', gloss: 'Huo Bugang', passage: 'liaoning#1', sources: [] },
    { kind: 'when', text: '1月31日', date: '2024-01-31', passage: 'liaoning#1', sources: [] },
  ],
  evidence: [
    {
      article: {
        id: 'liaoning',
        title: '辽宁省人民政府与西北工业大学签署协议',
        date: '2024-02-04',
        url: 'https://example.org/liaoning',
      },
      alsoIn: [
        { id: 'reprint-1', title: '转载', date: null, url: null },
        { id: 'reprint-2', title: '转载', date: null, url: null },
      ],
      passage: 'liaoning#1',
      ...quoting(paragraph('1月31日，霍步刚代表辽宁省在协议上签字。')),
      highlights: [
        [0, 5],
        [6, 9],
      ],
    },
  ],
  passages: [],
  closest: [],
  elapsedMs: 12,
};

export const ANSWERED_IN_CHINESE: Answer = {
  ...ANSWERED,
  question: '谁代表辽宁省签字？',
  language: 'zh',
  answer: '霍步刚代表辽宁省签字。',
};

export const UNANSWERED: Answer = {
  ...ANSWERED,
  question: 'Who won the cup?',
  status: 'unanswered',
  answer: null,
  facts: [],
  evidence: [],
  closest: ['First title', '第二个 *标题*'],
};

/** One piece of evidence like the first, but for what is given; a quote alone is a paragraph. */
export const evidenceWith = (changes: Partial<Evidence>): Evidence => ({
  ...ANSWERED.evidence[0]!,
  ...(changes.quote !== undefined && quoting(paragraph(changes.quote))),
  ...changes,
});

/** A piece of evidence of whole blocks, about nothing else of the first. */
export const passageOf = (changes: Partial<Evidence>, ...blocks: readonly Block[]): Evidence => ({
  article: { id: 'guide', title: 'Guide', date: null, url: 'https://example.org/guide' },
  alsoIn: [],
  passage: 'guide#1',
  ...quoting(...blocks),
  highlights: [],
  ...changes,
});

/** An answer that tells no fact and shows passages. */
export const showing = (...evidence: readonly Evidence[]): Answer => ({
  ...ANSWERED,
  question: 'How is it done?',
  answer: 'The guide tells.',
  facts: [],
  evidence,
});

/** An answer to two parts, of which the articles tell one. */
export const IN_PARTS: Answer = {
  ...ANSWERED,
  question: 'Who signed for Liaoning, and how much did it cost?',
  answer: 'Who signed for Liaoning? 霍步刚. How much did it cost? The articles do not tell.',
  parts: [
    {
      ...ANSWERED,
      question: 'Who signed for Liaoning',
      answer: '霍步刚.',
      facts: ANSWERED.facts.slice(0, 1),
    },
    { ...UNANSWERED, question: 'how much did it cost?' },
  ],
};
