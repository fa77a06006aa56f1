import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/discord/limits.ts';
import { renderAnswer } from '../../src/discord/render.ts';
import type { Answer, Source } from '../../src/types.ts';
import { ANSWERED, ANSWERED_IN_CHINESE, evidenceWith, UNANSWERED } from './answers.ts';

const descriptionOf = (answer: Answer) => renderAnswer(answer).embeds[0]?.description ?? '';

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

  it('shows the three best quotes', () => {
    const evidence = ['one', 'two', 'three', 'four'].map((quote) => evidenceWith({ quote, highlights: [] }));
    const quotes = descriptionOf({ ...ANSWERED, evidence }).match(/^> .*$/gm);
    expect(quotes).toEqual(['> one', '> two', '> three']);
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

  it('ends with the note on the corpus', () => {
    const note = { en: '12 articles', zh: '12 篇文章' };
    expect(renderAnswer(UNANSWERED, note).embeds[0]?.footer).toEqual({ text: '12 articles' });
    expect(renderAnswer(ANSWERED, note).embeds[0]?.footer).toBeUndefined();
  });
});

describe('any answer', () => {
  const MARKS = [
    '*',
    '\n',
    '\\',
    '`',
    '<@1>',
    '# ',
    '𠮷',
    'a',
    ' ',
    '\ud842',
    '\0',
    'http://x.org/(',
    '3',
    '。',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...MARKS), { maxLength: 400 }).map((parts) => parts.join('')),
    fc.constantFrom(...MARKS).map((mark) => mark.repeat(5000)),
  );
  const source: fc.Arbitrary<Source> = fc.record({
    id: text,
    title: text,
    date: fc.option(fc.oneof(text, fc.constant('2024-02-29'))),
    url: fc.option(fc.oneof(text, fc.webUrl({ withQueryParameters: true, withFragments: true }))),
  });
  const spans = fc.oneof(
    fc.array(fc.tuple(fc.integer({ min: -5, max: 500 }), fc.integer({ min: -5, max: 500 }))),
    fc.constant(Array.from({ length: 200 }, (_, place): [number, number] => [2 * place, 2 * place + 1])),
  );
  const answer: fc.Arbitrary<Answer> = fc.record({
    question: text,
    index: fc.constant('build-1'),
    disputed: fc.constant([]),
    language: fc.constantFrom('zh', 'en'),
    status: fc.constantFrom('answered', 'unanswered'),
    answer: fc.option(text),
    facts: fc.array(
      fc.record({
        kind: fc.constantFrom('who', 'when', 'where', 'number', 'what'),
        text,
        gloss: text,
        date: text,
        passage: fc.constant('a#1'),
        sources: fc.array(source, { maxLength: 3 }),
      }),
      { maxLength: 12 },
    ),
    evidence: fc.array(
      fc.record({
        article: source,
        alsoIn: fc.array(source, { maxLength: 2 }),
        passage: fc.constant('a#1'),
        quote: text,
        highlights: spans,
      }),
      { maxLength: 4 },
    ),
    passages: fc.constant([]),
    closest: fc.array(text, { maxLength: 7 }),
    elapsedMs: fc.constant(1),
  });

  it('stays within the limits of Discord and splits no surrogate pair', () => {
    fc.assert(
      fc.property(answer, (content) => {
        const { embeds } = renderAnswer(content, { en: content.question, zh: content.question });
        const texts = embeds.flatMap(({ description = '', footer }) => [description, footer?.text ?? '']);
        expect(texts.join('').length).toBeLessThanOrEqual(LIMITS.embedsTotal);
        expect(texts[0]?.trim()).not.toBe('');
        expect(texts[0]?.length).toBeLessThanOrEqual(LIMITS.embedDescription);
        expect(texts[1]?.length).toBeLessThanOrEqual(LIMITS.embedFooter);
        expect(texts.join('')).not.toMatch(/\p{Cs}/u);
      }),
      { numRuns: 300 },
    );
  });

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
