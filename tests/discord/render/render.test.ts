import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer-types.ts';
import { askPlain } from '../../../src/discord/asking/asked.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import { renderArticle } from '../../../src/discord/render/article.ts';
import { renderBlocks } from '../../../src/discord/render/blocks.ts';
import { renderWhy } from '../../../src/discord/render/why.ts';
import { TEXTS } from '../../../src/discord/texts/texts.ts';
import { code, item, paragraph, saying, step, table } from '../../make-blocks.ts';
import {
  ANSWERED,
  ANSWERED_IN_CHINESE,
  evidenceWith,
  IN_PARTS,
  passageOf,
  showing,
  UNANSWERED,
} from '../answers.ts';

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

describe('an answer without facts', () => {
  it('shows passages as blocks, each under its headings and linked to its place', () => {
    const evidence = [
      passageOf(
        { headings: ['Set-up', 'On [Linux]'], anchor: 'on-linux' },
        paragraph('You need *this*:'),
        step(2, 'Unpack it.'),
        code('tar xf *.tgz', 'sh', 1),
        step(4, 'Choose'),
        item('a_port', 2),
      ),
      passageOf(
        { article: { id: 'faq', title: '常见问题', date: '2024-05-01', url: null }, passage: 'faq#1' },
        paragraph('先停止。'),
      ),
    ];
    expect(descriptionOf(showing(...evidence))).toBe(
      [
        '[**Guide** › Set-up › On ［Linux］](https://example.org/guide#on-linux)',
        'You need \\*this\\*:',
        '2\\. Unpack it.',
        '```sh',
        'tar xf *.tgz',
        '```',
        '4\\. Choose',
        '  • a\\_port',
        '',
        '**常见问题** · 1 May 2024',
        '先停止。',
      ].join('\n'),
    );
  });

  it('shows the best three', () => {
    const evidence = ['one', 'two', 'three', 'four'].map((text) => passageOf({}, paragraph(text)));
    expect(descriptionOf(showing(...evidence))).toMatch(/\none\n[\s\S]*\ntwo\n[\s\S]*\nthree$/);
  });

  const title = '*'.repeat(300);
  const article = { id: 'a', title, date: '2024-05-01', url: `https://x.org/${'a'.repeat(386)}` };
  const headings = Array.from({ length: 5 }, () => '_'.repeat(100));
  const rows = Array.from({ length: 30 }, (_, row): string[] => [`name ${row}`, `${'`'.repeat(20)} a word`]);
  it.each([
    ['of 700 characters that are all escaped', paragraph('*'.repeat(700))],
    ['of 1,200 characters of code', code('`\n'.repeat(600))],
    ['of 1,200 characters of a table', table(['Name', 'Value'], ...rows)],
  ])('has room for a first passage %s, however long all else is', (_, block) => {
    const answer = { ...showing(passageOf({ article, headings }, block)), answer: '*'.repeat(500) };
    expect(descriptionOf(answer)).toContain(`\n${renderBlocks([block], [], 4096, false).markdown}`);
  });

  it('cuts a passage behind the first at the end of a block, and says what it left out', () => {
    const long = passageOf({}, paragraph('*'.repeat(600)), paragraph('_'.repeat(600)));
    const answer = showing(long, long, long);
    expect(descriptionOf(answer).split('\n').slice(-5)).toEqual([
      '\\*'.repeat(600),
      '…',
      '',
      '-# There is more: open the source below to read on.',
      '-# One more passage did not fit here: you will find it in the sources below.',
    ]);
  });

  it('says in the language of the reader how many passages did not fit', () => {
    const one = passageOf({}, paragraph('*'.repeat(700)));
    const other = passageOf({}, paragraph('_'.repeat(1500)));
    const answer = showing(one, other, other);
    const lastLine = (locale: keyof typeof TEXTS) =>
      render(answer, locale).embeds[0]?.description?.split('\n').at(-1);
    expect(lastLine('en')).toBe(
      '-# 2 more passages did not fit here: you will find them in the sources below.',
    );
    expect(lastLine('zh')).toBe('-# 还有 2 处没有显示，见下方的来源。');
    expect(lastLine('zh-TW')).toBe('-# 還有 2 處沒有顯示，見下方的來源。');
  });

  it('says its own lines in the characters of the labels, and quotes as it is written', () => {
    const shown = render(ANSWERED_IN_CHINESE, 'zh-TW').embeds[0]?.description ?? '';
    expect(shown).toMatch(/^\*\*霍步剛\*\*代表遼寧省簽字。/);
    expect(shown).toContain('霍步刚**代表辽宁省在协议上签字');
    const list = {
      ...ANSWERED_IN_CHINESE,
      answer: '这里有一篇关于协议的文章。',
      articles: [ANSWERED.evidence[0]!.article],
    };
    expect(render(list, 'zh-TW').embeds[0]?.description).toMatch(/^這裡有一篇關於協議的文章。\n- \[辽宁省/);
    expect(render({ ...list, status: 'chat' }, 'zh-TW').content).toBe('這裡有一篇關於協議的文章。');
  });

  it('says with a refusal of what day the newest article is, where that is told', () => {
    const shown = (newest: string | null, refusesBriefly: boolean) =>
      renderAnswer(UNANSWERED, {
        asked: askPlain(UNANSWERED.question),
        ...{ texts: TEXTS.en, findArticle: () => null, newest, refusesBriefly },
      }).embeds[0]?.description;
    expect(shown('2024-02-04', false)).toMatch(
      /\n\n-# My newest article is from 4 February 2024, so I know nothing of what came later\.$/,
    );
    expect(shown('2024-02-04', true)).not.toContain('newest');
    expect(shown(null, false)).not.toContain('newest');
  });

  it('offers each of its passages, also those of one article, under their headings', () => {
    const first = passageOf({ passage: 'guide#2', headings: ['Set-up', 'Linux'] }, paragraph('a'));
    const second = passageOf({ passage: 'guide#7', headings: ['Upgrade'] }, paragraph('b'));
    const [menu] = render(showing(first, second, first)).components?.[0]?.components ?? [];
    expect(menu).toMatchObject({
      options: [
        {
          label: 'Guide',
          description: 'quoted above · Set-up › Linux',
          value: expect.stringMatching(/\.2$/),
        },
        { label: 'Guide', description: 'quoted above · Upgrade', value: expect.stringMatching(/\.7$/) },
      ],
    });
  });
});

describe('evidence of a fact', () => {
  it('is shown as a table where it is one', () => {
    const ranks = table(['Rank', 'Price'], ['Silver', '12']);
    const answer: Answer = {
      ...showing(passageOf({ highlights: [[18, 20]] }, ranks)),
      facts: [{ kind: 'number', text: '12', passage: 'guide#1', sources: [] }],
    };
    expect(descriptionOf(answer).split('\n').slice(-6)).toEqual([
      '[**Guide**](https://example.org/guide)',
      '```',
      'Rank    Price',
      '------  -----',
      'Silver  12',
      '```',
    ]);
  });
});

describe('a page of an article', () => {
  const passages = [
    { id: 'guide#1', ...saying('*First*') },
    {
      ...saying(''),
      id: 'guide#2',
      headings: ['Set-up', '_Linux_'],
      anchor: 'linux',
      blocks: [code('./run')],
    },
  ];
  const guide = { id: 'guide', title: 'Guide', date: null, url: 'https://example.org/guide', passages };
  const pageOf = (place: number) => renderArticle(guide, place, TEXTS.en).embeds[0];

  it('shows a passage by its blocks under its headings, linked to its place', () => {
    expect(pageOf(1)).toMatchObject({ url: 'https://example.org/guide', description: '\\*First\\*' });
    expect(pageOf(2)).toMatchObject({
      title: 'Guide',
      url: 'https://example.org/guide#linux',
      description: '**Set-up › \\_Linux\\_**\n```\n./run\n```',
      footer: { text: 'Part 2 of 2' },
    });
  });

  it('says so where an article has no text', () => {
    expect(renderArticle({ ...guide, passages: [] }, 1, TEXTS.en).embeds[0]?.description).toBe(
      'There is no text in this article.',
    );
  });
});

describe('why an answer is what it is', () => {
  it('names the headings of each passage', () => {
    const passage = { id: 'guide#2', article: 'guide', rank: 1, score: 1, keywordRank: 1, denseRank: null };
    const found = { ...passage, ...saying('./run *it*'), headings: ['Set-up', 'Linux'] };
    const why = renderWhy({ ...showing(), passages: [found] }, true, TEXTS.en, () => null);
    expect(why.embeds[0]?.description?.split('\n').slice(-3)).toEqual([
      '**1** guide › Set-up › Linux',
      'same words: no. 1 · not close in meaning',
      '> ./run \\*it\\*',
    ]);
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
