import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/documents/markdown/markdown.ts';
import { DAY_PATTERNS } from '../../../src/documents/shared/day.ts';

describe('front matter', () => {
  it('tells title, date, source and address, and is no text', async () => {
    const content = [
      '---',
      'title: 沿海铁路通车',
      'date: 2024-02-04',
      'source: 铁路报',
      'url: https://example.org/rail?id=1',
      '---',
      '',
      '沿海铁路今天通车。',
    ].join('\n');
    const { tree, ...facts } = await readMarkdown(content);
    expect(facts).toEqual({
      title: '沿海铁路通车',
      date: '2024-02-04',
      source: '铁路报',
      url: 'https://example.org/rail?id=1',
    });
    expect(textOf(tree)).toBe('沿海铁路今天通车。');
  });

  it.each([
    ['TOML', '+++\ntitle = "Pool"\ndate = 2024-01-12T10:00:00+08:00\n+++\nIt opened.', 'Pool', '2024-01-12'],
    ['CR LF', '---\r\ntitle: Pool\r\ndate: 2024-01-12\r\n---\r\nIt opened.\r\n', 'Pool', '2024-01-12'],
    ['empty lines first', '\n\n---\ntitle: Pool\ndate: 2024/1/12\n---\nIt opened.', 'Pool', '2024-01-12'],
    [
      'another name of the date',
      '---\ntitle: Pool\npubDate: 2024-01-12\n---\nIt opened.',
      'Pool',
      '2024-01-12',
    ],
    [
      'a colon in the title',
      '---\ntitle: Pool: open\ndate: 2024-01-12\n---\nIt opened.',
      'Pool: open',
      '2024-01-12',
    ],
    ['a number for a title', '---\ntitle: 2024\n---\nIt opened.', '2024', null],
    ['dots for its end', '---\ntitle: Pool\n...\nIt opened.', 'Pool', null],
    ['a name in quotes', "---\n'title': Pool\n---\nIt opened.", 'Pool', null],
    [
      'an empty line among its fields',
      '---\ntitle: Pool\n\ndate: 2024-01-12\n---\nIt opened.',
      'Pool',
      '2024-01-12',
    ],
    [
      'a title over several lines',
      '---\ntitle: >-\n  Pool\n  and bath\n---\nIt opened.',
      'Pool and bath',
      null,
    ],
    ['nothing', '---\n---\nIt opened.', null, null],
    ['a list for a title', '---\ntitle:\n  - Pool\n  - Bath\n---\nIt opened.', 'Pool', null],
    ['a group for a title', '---\ntitle:\n  en: Pool\n---\nIt opened.', null, null],
    ['names in capitals', '---\nTitle: Pool\nDATE: 2024-01-12\n---\nIt opened.', 'Pool', '2024-01-12'],
    ['names in Chinese', '---\n标题: 泳池\n日期: 2024年1月12日\n---\nIt opened.', '泳池', '2024-01-12'],
    [
      'the day of a change before that of publication',
      '---\nupdated: 2025-05-05\ndate: 2024-01-12\n---\nIt opened.',
      null,
      '2025-05-05',
    ],
    ['a date with a time', '---\ndate: 2024-01-12 23:30:00 +0800\n---\nIt opened.', null, '2024-01-12'],
    [
      'a date as JavaScript writes it',
      '---\ndate: Fri Jan 12 2024 08:00:00 GMT+0800 (CST)\n---\nIt opened.',
      null,
      '2024-01-12',
    ],
    [
      'a name twice, where title and date are told',
      '---\ntitle: Pool\ndate: 2024-01-12\ntags: a\ntags: b\n---\nIt opened.',
      'Pool',
      '2024-01-12',
    ],
  ])('is read with %s', async (_, content, title, date) => {
    const { tree, ...facts } = await readMarkdown(content);
    expect(facts).toMatchObject({ title, date });
    expect(facts.missing).toBeUndefined();
    expect(textOf(tree)).toBe('It opened.');
  });

  it.each([
    ['is no YAML', '---\ntitle: [\n---\nIt opened.', /not YAML/],
    ['is a list', '---\n- a\n- b\n---\nIt opened.', /no list of "name: value" lines/],
    ['has a date that is no day', '---\ntitle: Pool\ndate: soon\n---\nIt opened.', /"soon" is not a day/],
    ['is no TOML', '+++\ntitle = Pool\n+++\nIt opened.', /not TOML/],
    ['nests without end', `---\na: ${'['.repeat(5_000)}\n---\nIt opened.`, /not YAML/],
    ['is never closed', '---\ntitle: Pool\ndate: 2024-01-12\n\nIt opened.', /no closing ---/],
    ['has a list and is never closed', '---\ntitle: Pool\ntags:\n  - a\n- b\n\nIt opened.', /no closing ---/],
    ['is closed by a heading alone', '---\ntitle: Pool\n# It opened.', /no closing ---/],
    ['has spaces without end', `---\na: [${' '.repeat(200_000)}x\n---\nIt opened.`, /not YAML/],
  ])('costs only itself where it %s', async (_, content, reason) => {
    const { tree, missing } = await readMarkdown(content);
    expect(missing?.reason).toMatch(reason);
    expect(textOf(tree)).toBe('It opened.');
  });
});

describe('a date of front matter', () => {
  it.each(DAY_PATTERNS.flatMap(({ examples }) => examples))('%s is read', async (written, day) => {
    expect((await readMarkdown(`---\ndate: ${written}\n---\nIt opened.`)).date).toBe(day);
    expect((await readMarkdown(`---\ndate: "${written}"\n---\nIt opened.`)).date).toBe(day);
  });
});

it('what cannot be read of front matter leaves what can be', async () => {
  const { tree, missing, ...facts } = await readMarkdown(
    '---\n"title": "Pool"\ndate: 2024-01-12\nsource: a: b\nurl: https://example.org/pool\nx: [\n---\nIt opened.',
  );
  expect(facts).toEqual({
    title: 'Pool',
    date: '2024-01-12',
    source: 'a: b',
    url: 'https://example.org/pool',
  });
  expect([missing, textOf(tree)]).toEqual([undefined, 'It opened.']);
});

it.each([
  ['---\n\nIt opened.\n\n---\n\nIt closed.', 'It opened.It closed.'],
  ['---\nIt opened.\n---\n\nIt closed.', 'It opened.It closed.'],
  ['---\nNote: it opened.\n\nIt closed.', 'Note: it opened.It closed.'],
])('words below a line are text: %j', async (content, words) => {
  const { tree, ...facts } = await readMarkdown(content);
  expect(facts).toEqual({ title: null, date: null, source: null, url: null });
  expect(textOf(tree)).toBe(words);
});

it('a line between paragraphs is no front matter', async () => {
  const { title, tree } = await readMarkdown('One.\n\n---\n\ntitle: Two\n\n---\n\nThree.');
  expect(title).toBeNull();
  expect(textOf(tree)).toBe('One.title: TwoThree.');
});

it.each([
  ['title: "[unclosed\ndate: 2026-05-01', null],
  ['title: {unclosed\ndate: 2026-05-01', null],
  ['title: "Pool: open\ndate: 2026-05-01', 'Pool: open'],
  ['title: "[Pool] opens\ndate: 2026-05-01', '[Pool] opens'],
])('gives no piece of a broken value for a title: %s', async (fields, title) =>
  expect(await readMarkdown(`---\n${fields}\n---\n# Bath\n`)).toMatchObject({ title, date: '2026-05-01' }),
);
