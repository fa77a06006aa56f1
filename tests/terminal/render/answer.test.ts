import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer-types.ts';
import { renderAnswer } from '../../../src/terminal/render/answer.ts';
import { ANSWERED, evidenceWith, IN_PARTS, passageOf, showing, UNANSWERED } from '../../discord/answers.ts';
import { code, item, paragraph, table } from '../../make-blocks.ts';
import { withoutColour } from '../without-colour.ts';

const linesOf = (answer: Answer): string[] => withoutColour(renderAnswer(answer, 80)).split('\n');
const bold = (text: string): string => (pc.isColorSupported ? text : `**${text}**`);

describe('an answer in the terminal', () => {
  it('has its facts, then the quotes that tell them with their place', () => {
    const evidence = [evidenceWith({ headings: ['签约'], anchor: '签约' })];
    expect(linesOf({ ...ANSWERED, evidence })).toEqual([
      '霍步刚 signed it on 31 January 2024.',
      '  who 霍步刚 (Huo Bugang)',
      '  when 1月31日 → 31 January 2024',
      '',
      `  “${bold('1月31日')}，${bold('霍步刚')}代表辽宁省在协议上签字。”`,
      '    Source: 辽宁省人民政府与西北工业大学签署协议 › 签约 · 2024-02-04 · https://example.org/liaoning#%E7%AD%BE%E7%BA%A6 · also in 2 articles',
    ]);
  });

  it('has what a language model wrote in place of its own words, the quotes, and what its numbers mean', () => {
    const { article } = ANSWERED.evidence[0]!;
    const blocks = [paragraph('霍步刚 signed it. [1]'), item('It holds for three years. [2]')];
    const sources = [
      { number: 1, article, passage: 'liaoning#1', headings: ['签约'], anchor: null },
      {
        number: 2,
        article: { ...article, title: 'Later', url: null },
        passage: 'later#1',
        headings: [],
        anchor: null,
      },
    ];
    expect(linesOf({ ...ANSWERED, written: { model: 'm', tells: true, blocks, sources } })).toEqual([
      '霍步刚 signed it. [1]',
      '• It holds for three years. [2]',
      '',
      `  “${bold('1月31日')}，${bold('霍步刚')}代表辽宁省在协议上签字。”`,
      '    Source: 辽宁省人民政府与西北工业大学签署协议 · 2024-02-04 · https://example.org/liaoning · also in 2 articles',
      '',
      'Written by m from these passages:',
      '  [1] 辽宁省人民政府与西北工业大学签署协议 › 签约 · 2024-02-04 · https://example.org/liaoning',
      '  [2] Later · 2024-02-04',
    ]);
  });

  it('answers each part of a question under its words', () => {
    expect(linesOf(IN_PARTS)).toEqual([
      'Who signed for Liaoning',
      '霍步刚.',
      '  who 霍步刚 (Huo Bugang)',
      '',
      `  “${bold('1月31日')}，${bold('霍步刚')}代表辽宁省在协议上签字。”`,
      '    Source: 辽宁省人民政府与西北工业大学签署协议 · 2024-02-04 · https://example.org/liaoning · also in 2 articles',
      '',
      'how much did it cost?',
      'I found no answer in the articles.',
    ]);
  });

  it('shows passages under their headings where there is no fact, three at most', () => {
    const local = { id: 'notes', title: 'Notes', date: null, url: null };
    const answer = showing(
      passageOf(
        { headings: ['Set-up', 'Linux'], anchor: 'linux', highlights: [[8, 12]] },
        paragraph('Run it: root'),
        code('./run', 'sh'),
      ),
      passageOf({ article: local }, paragraph('Two.')),
      passageOf({}, paragraph('Three.')),
      passageOf({}, paragraph('Four.')),
    );
    expect(linesOf(answer)).toEqual([
      'The guide tells.',
      '',
      '  Guide › Set-up › Linux',
      `  Run it: ${bold('root')}`,
      '    ./run',
      '    Source: https://example.org/guide#linux',
      '',
      '  Notes',
      '  Two.',
      '',
      '  Guide',
      '  Three.',
      '    Source: https://example.org/guide',
    ]);
  });

  it('keeps a table aligned with what answers marked in it', () => {
    const ranks = table(['Rank', 'Price'], ['Silver', '12'], ['Gold', '30 a month']);
    const answer: Answer = {
      ...showing(passageOf({ highlights: [[18, 20]] }, ranks)),
      facts: [{ kind: 'number', text: '12', passage: 'guide#1', sources: [] }],
    };
    expect(linesOf(answer).slice(-5, -1)).toEqual([
      '  Rank    Price',
      '  ------  ----------',
      `  Silver  ${bold('12')}`,
      '  Gold    30 a month',
    ]);
  });

  it('says that the corpus does not tell, with the closest titles', () => {
    expect(linesOf(UNANSWERED)).toEqual([
      'I found no answer in the articles.',
      'Closest articles:',
      '  · First title',
      '  · 第二个 *标题*',
    ]);
  });
});
