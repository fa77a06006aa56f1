import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer-types.ts';
import { askPlain } from '../../../src/discord/asking/asked.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import { TEXTS } from '../../../src/discord/texts/texts.ts';
import { saying } from '../../make-blocks.ts';
import { ANSWERED, ANSWERED_IN_CHINESE, evidenceWith, IN_PARTS, UNANSWERED } from '../answers.ts';

const render = (answer: Answer, locale: keyof typeof TEXTS = answer.language) =>
  renderAnswer(answer, {
    asked: { question: answer.question, follows: null, period: null, about: null },
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
        '> **1月31日**，**霍步刚**代表辽宁省在协议上签字。',
        '— [辽宁省人民政府与西北工业大学签署协议](https://example.org/liaoning) · 4 February 2024 · also in 2 others',
      ].join('\n'),
    );
  });

  it('answers each part of a question under its words', () => {
    expect(descriptionOf(IN_PARTS)).toBe(
      [
        '**Who signed for Liaoning**',
        '',
        '**霍步刚**.',
        '',
        '> **1月31日**，**霍步刚**代表辽宁省在协议上签字。',
        '— [辽宁省人民政府与西北工业大学签署协议](https://example.org/liaoning) · 4 February 2024 · also in 2 others',
        '',
        '**how much did it cost?**',
        '',
        'I couldn’t find anything about this part.',
      ].join('\n'),
    );
  });

  it('keeps all parts within the limit, however much each has to say', () => {
    const part = {
      ...ANSWERED,
      answer: 'word '.repeat(100),
      evidence: Array(3).fill(evidenceWith({ quote: '*字'.repeat(80) })),
    };
    expect(descriptionOf({ ...ANSWERED, parts: [part, part, part, part] }).length).toBeLessThanOrEqual(4096);
  });

  it('has its labels in the language of the question', () => {
    expect(descriptionOf(ANSWERED_IN_CHINESE)).toBe(
      [
        '**霍步刚**代表辽宁省签字。',
        '',
        '> **1月31日**，**霍步刚**代表辽宁省在协议上签字。',
        '— [辽宁省人民政府与西北工业大学签署协议](https://example.org/liaoning) · 2024年2月4日 · 另有 2 篇也写到',
      ].join('\n'),
    );
  });

  it('marks a number in the sentence only where it stands alone', () => {
    const facts: Answer['facts'] = [{ kind: 'number', text: '3', passage: 'a#1', sources: [] }];
    const description = descriptionOf({ ...ANSWERED, answer: 'In 2023 it had 3 parts, 1.3 m.', facts });
    expect(description.split('\n')[0]).toBe('In 2023 it had **3** parts, 1.3 m.');
  });

  it('shows text of articles literally', () => {
    const quote = '@everyone <@123> **stars** ``` [links](http://x)\n# line';
    const facts: Answer['facts'] = [{ kind: 'what', text: 'x', passage: 'a#1', sources: [] }];
    const evidence = [
      evidenceWith({ quote, highlights: [[17, 26]], alsoIn: [evidenceWith({}).article] }),
      evidenceWith({
        quote: 'x',
        highlights: [[0, 1]],
        article: { id: 'a', title: '**t**', date: null, url: null },
      }),
    ];
    expect(descriptionOf({ ...ANSWERED, answer: '*a*', facts, evidence })).toBe(
      [
        '\\*a\\*',
        '',
        '> \\@everyone \\<\\@123> **\\*\\*stars\\*\\*** \\`\\`\\` \\[links\\](http\\://x)',
        '> \\# line',
        '— [辽宁省人民政府与西北工业大学签署协议](https://example.org/liaoning) · 4 February 2024 · also in 1 other article',
        '',
        '> **x**',
        '— \\*\\*t\\*\\* · also in 2 others',
      ].join('\n'),
    );
  });

  it('shows the best quote and those that hold a fact, three at most', () => {
    const highlights = [[0, 1]] as const;
    const evidence = [
      evidenceWith({ quote: 'one', highlights: [] }),
      evidenceWith({ quote: 'two', highlights: [] }),
      ...['three', 'four', 'five'].map((quote) => evidenceWith({ quote, highlights })),
    ];
    const quotesIn = (answer: Answer) => descriptionOf(answer).match(/^> .*$/gm);
    expect(quotesIn({ ...ANSWERED, evidence })).toEqual(['> one', '> **t**hree', '> **f**our']);
  });

  it('tells each fact in one line, and beside it only where it stands', () => {
    const description = descriptionOf(ANSWERED);
    expect(description.match(/31 January 2024/g)).toHaveLength(1);
    expect(description.match(/1月31日/g)).toHaveLength(1);
  });

  it('says once how a typing error was read, and of a message that was asked about not at all', () => {
    const reading = ' (I read “singed” as “signed”.)';
    const answer = { ...ANSWERED, answer: `It was 霍步刚.${reading}`, reading };
    expect(descriptionOf(answer)).toMatch(
      /^-# \(I read “singed” as “signed”\.\)\n\nIt was \*\*霍步刚\*\*\.\n\n>/,
    );
    expect(descriptionOf({ ...answer, facts: [] })).toMatch(
      /^-# \(I read “singed” as “signed”\.\)\n\n\[\*\*/,
    );
    const asked = { ...askPlain('singed?'), about: 'https://discord.com/channels/1/2/3' };
    const { embeds } = renderAnswer(answer, { asked, texts: TEXTS.en, findArticle: () => null });
    expect(embeds[0]?.description).not.toContain('singed');
  });

  it('about a message points to it and tells nothing of what it says', () => {
    const asked = { ...askPlain('a secret?'), about: 'https://discord.com/channels/1/2/3' };
    const listed = { ...ANSWERED, answer: 'There are 2 articles on “a secret”.', articles: [] };
    for (const answer of [ANSWERED, UNANSWERED, IN_PARTS, listed]) {
      const { embeds, components } = renderAnswer(
        { ...answer, question: 'a secret?' },
        {
          asked,
          texts: TEXTS.en,
          findArticle: () => null,
        },
      );
      expect(embeds[0]?.description).toMatch(
        /^-# About \[this message\]\(https:\/\/discord\.com\/channels\/1\/2\/3\)\n\n/,
      );
      expect(embeds[0]?.footer).toBeUndefined();
      expect(JSON.stringify([embeds, components])).not.toMatch(/secret|Who signed|how much|"why/);
    }
  });

  it('keeps what was asked in its footer', () => {
    expect(render(ANSWERED).embeds[0]?.footer).toEqual({ text: ANSWERED.question });
  });

  it('offers the articles that were only found once each, behind those that are quoted', () => {
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
        asked: { question: 'why?', follows: null, period: null, about: null },
        texts: TEXTS.en,
        findArticle: (id) =>
          id === 'unknown' ? null : { id, title: `title of ${id}`, date: null, url: null },
      },
    );
    const [menu] = rendered.components?.[0]?.components ?? [];
    expect(second?.id).toBe('reprint-2');
    expect(menu).toMatchObject({
      options: [
        {
          label: '辽宁省人民政府与西北工业大学签署协议',
          description: '2024-02-04 · quoted above',
          value: /\.1$/,
        },
        { label: '转载', value: /\.1$/ },
        { label: '转载', value: /\.1$/ },
        { label: 'title of other', value: /\.3$/ },
      ].map((option) => ({ ...option, value: expect.stringMatching(option.value) })),
    });
  });

  it('says that the corpus does not tell where an answer is empty', () => {
    const description = descriptionOf({ ...ANSWERED, answer: ' ', facts: [], evidence: [] });
    expect(description).toBe('Sorry, I couldn’t find an answer to that. Asking it another way may help.');
  });
});

describe('no answer', () => {
  it('says so kindly and names the closest articles', () => {
    expect(descriptionOf(UNANSWERED)).toBe(
      'Sorry, I couldn’t find an answer to that. Asking it another way may help.\n\n' +
        'Maybe one of these helps:\n- First title\n- 第二个 \\*标题\\*',
    );
    expect(descriptionOf({ ...UNANSWERED, language: 'zh', closest: [] })).toBe(
      '抱歉，这个问题我没有找到答案。换个问法试试？',
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
