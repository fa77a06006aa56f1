import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answer-types.ts';
import { askPlain } from '../../../src/discord/asking/asked.ts';
import { renderAnswer } from '../../../src/discord/render/answer.ts';
import { renderBlocks } from '../../../src/discord/render/blocks.ts';
import { TEXTS } from '../../../src/discord/texts/texts.ts';
import { code, item, paragraph, step, table } from '../../make-blocks.ts';
import { ANSWERED, ANSWERED_IN_CHINESE, passageOf, showing, UNANSWERED } from '../answers.ts';

const render = (answer: Answer, locale: keyof typeof TEXTS = answer.language) =>
  renderAnswer(answer, {
    asked: { question: answer.question, follows: null, period: null, about: null },
    texts: TEXTS[locale],
    findArticle: () => null,
  });
const descriptionOf = (answer: Answer) => render(answer).embeds[0]?.description ?? '';

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
