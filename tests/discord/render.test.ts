import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../src/discord/render/answer.ts';
import { TEXTS } from '../../src/discord/texts/texts.ts';
import type { Answer } from '../../src/types.ts';
import { ANSWERED, ANSWERED_IN_CHINESE, evidenceWith, UNANSWERED } from './answers.ts';

const render = (answer: Answer, locale: keyof typeof TEXTS = answer.language) =>
  renderAnswer(answer, {
    asked: { question: answer.question, follows: null, period: null },
    texts: TEXTS[locale],
    findArticle: () => null,
  });
const descriptionOf = (answer: Answer) => render(answer).embeds[0]?.description ?? '';

describe('an answer', () => {
  it('puts the sentence first, then the facts, then the quotes with their sources', () => {
    expect(descriptionOf(ANSWERED)).toBe(
      [
        '**霍步刚** signed it on **31 January 2024**.',
        '',
        'Who: **霍步刚** (Huo Bugang)',
        'When: **1月31日** (31 January 2024)',
        '',
        '> **1月31日**，**霍步刚**代表辽宁省在协议上签字。',
        '— [辽宁省人民政府与西北工业大学签署协议](https://example.org/liaoning) · 4 February 2024 · also in 2 articles',
      ].join('\n'),
    );
  });

  it('has its labels in the language of the question', () => {
    expect(descriptionOf(ANSWERED_IN_CHINESE)).toBe(
      [
        '**霍步刚**代表辽宁省签字。',
        '',
        '谁：**霍步刚**（Huo Bugang）',
        '时间：**1月31日**（2024年1月31日）',
        '',
        '> **1月31日**，**霍步刚**代表辽宁省在协议上签字。',
        '— [辽宁省人民政府与西北工业大学签署协议](https://example.org/liaoning) · 2024年2月4日 · 另见 2 篇',
      ].join('\n'),
    );
  });

  it('groups facts by kind, once each, in the order of the best', () => {
    const facts: Answer['facts'] = [
      { kind: 'number', text: '100', passage: 'a#1', sources: [] },
      { kind: 'who', text: '沈宁', passage: 'a#1', sources: [] },
      { kind: 'number', text: '200', passage: 'a#1', sources: [] },
      { kind: 'number', text: '100', passage: 'b#1', sources: [] },
    ];
    const description = descriptionOf({ ...ANSWERED, answer: null, facts, evidence: [] });
    expect(description).toBe('Number: **100** · **200**\nWho: **沈宁**');
  });

  it('marks a number in the sentence only where it stands alone', () => {
    const facts: Answer['facts'] = [{ kind: 'number', text: '3', passage: 'a#1', sources: [] }];
    const description = descriptionOf({ ...ANSWERED, answer: 'In 2023 it had 3 parts, 1.3 m.', facts });
    expect(description.split('\n')[0]).toBe('In 2023 it had **3** parts, 1.3 m.');
  });

  it('shows text of articles literally', () => {
    const quote = '@everyone <@123> **stars** ``` [links](http://x)\n# line';
    const evidence = [
      evidenceWith({ quote, highlights: [[17, 26]], alsoIn: [evidenceWith({}).article] }),
      evidenceWith({
        quote: 'x',
        highlights: [],
        article: { id: 'a', title: '**t**', date: null, url: null },
      }),
    ];
    expect(descriptionOf({ ...ANSWERED, answer: '*a*', facts: [], evidence })).toBe(
      [
        '\\*a\\*',
        '',
        '> \\@everyone \\<\\@123> **\\*\\*stars\\*\\*** \\`\\`\\` \\[links\\](http\\://x)',
        '> \\# line',
        '— [辽宁省人民政府与西北工业大学签署协议](https://example.org/liaoning) · 4 February 2024 · also in 1 article',
        '',
        '> x',
        '— \\*\\*t\\*\\* · also in 2 articles',
      ].join('\n'),
    );
  });

  it('shows the best quote and those that hold a fact, three at most; without facts the best two', () => {
    const highlights = [[0, 1]] as const;
    const evidence = [
      evidenceWith({ quote: 'one', highlights: [] }),
      evidenceWith({ quote: 'two', highlights: [] }),
      ...['three', 'four', 'five'].map((quote) => evidenceWith({ quote, highlights })),
    ];
    const quotesIn = (answer: Answer) => descriptionOf(answer).match(/^> .*$/gm);
    expect(quotesIn({ ...ANSWERED, evidence })).toEqual(['> one', '> **t**hree', '> **f**our']);
    expect(quotesIn({ ...ANSWERED, facts: [], evidence })).toEqual(['> one', '> two']);
  });

  it('shows facts on which articles differ with their days, in the order they come in', () => {
    const source = { id: 'a', title: '乙[文]', date: '2024-03-01', url: 'https://x.org/' };
    const answer: Answer = {
      ...ANSWERED,
      disputed: ['when'],
      facts: [
        { kind: 'when', text: '3月1日', date: '2024-03-01', passage: 'a#1', sources: [source] },
        { kind: 'when', text: '1月31日', passage: 'b#1', sources: [{ ...source, date: null, url: null }] },
        { kind: 'who', text: '霍步刚', passage: 'b#1', sources: [source] },
      ],
      evidence: [],
    };
    expect(descriptionOf(answer).split('\n').slice(2)).toEqual([
      'When (the articles differ): ',
      '- **3月1日** (1 March 2024) · 1 March 2024 · [乙［文］](https://x.org/)',
      '- **1月31日** · undated · 乙\\[文\\]',
      'Who: **霍步刚**',
    ]);
  });

  it('keeps what was asked in its footer', () => {
    expect(render(ANSWERED).embeds[0]?.footer).toEqual({ text: ANSWERED.question });
  });

  it('offers each of its articles once, the quoted ones first', () => {
    const [, second] = ANSWERED.evidence[0]!.alsoIn;
    const rendered = renderAnswer(
      {
        ...ANSWERED,
        passages: ['liaoning', 'reprint-2', 'other', 'unknown'].map((article) => ({
          id: `${article}#3`,
          article,
          rank: 1,
          score: 1,
          keywordRank: 1,
          denseRank: null,
          ...saying(''),
        })),
      },
      {
        asked: { question: 'why?', follows: null, period: null },
        texts: TEXTS.en,
        findArticle: (id) =>
          id === 'unknown' ? null : { id, title: `title of ${id}`, date: null, url: null },
      },
    );
    const [menu] = rendered.components?.[0]?.components ?? [];
    expect(second?.id).toBe('reprint-2');
    expect(menu).toMatchObject({
      options: [
        { label: '辽宁省人民政府与西北工业大学签署协议', description: '2024-02-04 · quoted', value: /\.1$/ },
        { label: '转载', value: /\.1$/ },
        { label: '转载', value: /\.1$/ },
        { label: 'title of other', value: /\.3$/ },
      ].map((option) => ({ ...option, value: expect.stringMatching(option.value) })),
    });
  });

  it('says that the corpus does not tell where an answer is empty', () => {
    const description = descriptionOf({ ...ANSWERED, answer: ' ', facts: [], evidence: [] });
    expect(description).toBe('Sorry, the articles do not tell. Other words may find more.');
  });
});

describe('no answer', () => {
  it('says so kindly and names the closest articles', () => {
    expect(descriptionOf(UNANSWERED)).toBe(
      'Sorry, the articles do not tell. Other words may find more.\n\n' +
        'The closest articles:\n- First title\n- 第二个 \\*标题\\*',
    );
    expect(descriptionOf({ ...UNANSWERED, language: 'zh', closest: [] })).toBe(
      '抱歉，文章里没有提到。换个说法也许能找到。',
    );
  });
});

describe('an answer of long parts', () => {
  it('has room for the best quote, however long everything is', () => {
    const long = '*'.repeat(5000);
    const article = { id: 'a', title: long, date: long, url: `https://x.org/${'a'.repeat(386)}` };
    const highlights = Array.from({ length: 100 }, (_, place): [number, number] => [
      2 * place,
      2 * place + 1,
    ]);
    const content: Answer = {
      ...ANSWERED,
      answer: '* '.repeat(200),
      facts: [
        ...Array.from({ length: 9 }, (_, place) => ({
          kind: 'who' as const,
          text: `${place}${long}`,
          gloss: long,
          passage: 'a#1',
          sources: [],
        })),
        { kind: 'what', text: '*', passage: 'a#1', sources: [] },
      ],
      evidence: [evidenceWith({ article, quote: '*\n'.repeat(100), highlights })],
    };
    const description = descriptionOf(content);
    expect(description).toContain('\n> **\\***');
    expect(description).toContain(article.url);
  });
});
