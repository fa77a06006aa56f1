import { describe, expect, it } from 'vitest';
import type { ArticleBody } from '../../src/passages/blocks.ts';
import { readPage } from './read-page.ts';

/** Headings, kind and text of each block. */
const blocksOf = ({ text, structure }: ArticleBody): string[] =>
  structure!.blocks.map(
    ({ section, kind, start, end }) =>
      `${structure!.sections[section]!.headings.join(' > ')} | ${kind} | ${text.slice(start, end)}`,
  );

describe('the title of a page', () => {
  it.each([
    ['the heading that begins it', '# Harbour\n\nIt opened.', 'Harbour'],
    ['its front matter', '---\ntitle: Pier\n---\n# Harbour\n\nIt opened.', 'Pier'],
    ['its first line', 'It opened.\n\n## Later\n\nMore.', 'It opened.'],
  ])('is %s', async (_, content, title) => {
    expect((await readPage(content)).title).toBe(title);
  });

  it('is no section of its own', async () => {
    expect(blocksOf(await readPage('# Harbour\n\nIt opened.\n\n## Pier\n\nIt is long.'))).toEqual([
      ' | text | It opened.',
      'Pier | text | It is long.',
    ]);
  });
});

describe('blocks', () => {
  it('stand under the headings above them, with the places that GitHub names', async () => {
    const { structure } = await readPage('# A\n\n## B c!\n\nx\n\n### D\n\ny\n\n## B c!\n\nz');
    expect(structure!.sections.map(({ headings, anchor }) => [headings.join(' > '), anchor])).toEqual([
      ['', null],
      ['B c!', 'b-c'],
      ['B c! > D', 'd'],
      ['B c!', 'b-c-1'],
    ]);
  });

  it('are steps with their code, items, rows and listings, without marks', async () => {
    const page = [
      '# A',
      '3. **Open** it:',
      '   ```sh',
      '     run --now',
      '   ```',
      '4. Close it.',
      '',
      '- one `x`',
      '  - two',
      '',
      '| k | v |',
      '| - | - |',
      '| a | [b](u) |',
    ].join('\n');
    const { text, structure } = await readPage(page);
    expect(structure!.blocks.map(({ kind, start, end, depth, number, language }) => [kind, text.slice(start, end), depth, number ?? language])).toEqual([
      ['item', 'Open it:', 1, 3],
      ['code', '  run --now', 1, 'sh'],
      ['item', 'Close it.', 1, 4],
      ['item', 'one x', 1, undefined],
      ['item', 'two', 2, undefined],
      ['table', 'k\tv\na\tb', 0, undefined],
    ]); // biome-ignore format: a table
  });

  it('join the lines of an editor, with nothing between Chinese characters', async () => {
    expect((await readPage('one\ntwo')).text).toBe('one two');
    expect((await readPage('今天\n开放')).text).toBe('今天开放');
    expect((await readPage('one  \ntwo')).text).toBe('one\ntwo');
  });

  it('are named as the page names them, and by GitHub else', async () => {
    const headings = [
      '## Shop',
      '## Shop',
      '## Shop-1',
      '## The `get()` call',
      '## 商店 & 集市',
      '## Shop {#trade}',
      '## 🚀',
    ];
    const { structure } = await readPage(`# Shop\n\n${headings.join('\n\nx\n\n')}\n\nx`);
    expect(structure!.sections.map(({ anchor }) => anchor)).toEqual([
      null, 'shop-1', 'shop-2', 'shop-1-1', 'the-get-call', '商店--集市', 'trade', null,
    ]); // biome-ignore format: a list
  });

  it('stand under headings that skip a level, or climb back', async () => {
    expect(blocksOf(await readPage('# A\n\n#### B\n\nx\n\n### C\n\ny\n\n# D\n\nz'))).toEqual([
      'B | text | x',
      'C | text | y',
      'D | text | z',
    ]);
  });

  it('have their places in the text, with nothing but headings and line ends between them', async () => {
    const page = '# A\n\nx\n\n## B\n\n- y\n- z\n\n> q\n\n```\nc\n```';
    const { text, structure } = await readPage(page);
    expect(text).toBe('x\nB\ny\nz\nq\nc');
    expect(structure!.blocks.map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [4, 5],
      [6, 7],
      [8, 9],
      [10, 11],
    ]);
  });

  it('of a table without names of columns have no head', async () => {
    const { text, structure } = await readPage('# A\n\n| | |\n| - | - |\n| a | b |\n| c | |');
    expect(text).toBe('a\tb\nc\t');
    expect(structure!.blocks).toMatchObject([{ kind: 'table', hasHead: false }]);
  });

  it('of a list keep what belongs to an item at its depth', async () => {
    const { text, structure } = await readPage(
      '# A\n\n- [ ] a\n\n  b\n\n  | c |\n  | - |\n  | d |\n\n  1. e\n- [x] f',
    );
    expect(
      structure!.blocks.map(({ kind, depth, start, end }) => `${kind} ${depth} ${text.slice(start, end)}`),
    ).toEqual(['item 1 a', 'text 1 b', 'table 1 c\nd', 'item 2 e', 'item 1 f']);
  });

  it('leave out what is struck out, and marks of notes', async () => {
    expect((await readPage('It costs ~~5~~ 6[^1].\n\n[^1]: Since May.')).text).toBe(
      'It costs 6.\nSince May.',
    );
  });

  it('leave out lists that only lead through the site, and keep those that lead out of it', async () => {
    const page =
      '# A\n\n- [B](#b)\n- [C](/c)\n\n## B\n\n- [forum](https://example.org/f)\n- [chat](https://example.org/c)';
    expect(blocksOf(await readPage(page))).toEqual(['B | item | forum', 'B | item | chat']);
  });

  it('keep a heading that nothing stands under', async () => {
    expect(blocksOf(await readPage('# A\n\n## 1.2\n\n## 1.1\n\nFirst.'))).toEqual([
      '1.2 | text | 1.2',
      '1.1 | text | First.',
    ]);
  });

  it('tell who wrote a message, and that it was accepted', async () => {
    const page = ':::message{by="A member" accepted reactions="👍 3"}\nInstall the driver.\n:::';
    expect(blocksOf(await readPage(page))).toEqual([
      ' | byline | A member · accepted answer · 👍 3',
      ' | text | Install the driver.',
    ]);
  });
});

describe('a question of a page', () => {
  it('above the heading that is the title keeps its answer, and what follows is apart', async () => {
    const page = await readPage('Q: One?\n\nA: Yes.\n\n# Harbour\n\nIt opened.');
    expect(blocksOf(page)).toEqual(['One? | text | Yes.', ' | text | It opened.']);
    expect(page.title).toBe('Harbour');
  });

  it.each([
    ['a heading', '# A\n\n## How do I join?\n\nPress it.'],
    ['bold words', '# A\n\n**How do I join?**\n\nPress it.'],
    ['two paragraphs', '# A\n\nQ: How do I join?\n\nA: Press it.'],
    ['one paragraph', '# A\n\nQ: How do I join?\nA: Press it.'],
    ['bold marks', '# A\n\n**Q: How do I join?**\n\n**A:** Press it.'],
    ['a numbered pair', '# A\n\nQ1. How do I join?\n\nA1. Press it.'],
    ['a heading that is marked', '# A\n\n## How do I join? {.question}\n\nPress it.'],
    ['summaries of several parts that fold', '# A\n\n<details><summary>How do I join?</summary>\n\nPress it.\n\n</details>\n<details><summary>Why?</summary></details>'],
  ])('written as %s stands above its answer', async (_, content) => {
    const page = await readPage(content);
    expect(blocksOf(page)[0]).toBe('How do I join? | text | Press it.');
    expect(page.structure!.sections[page.structure!.blocks[0]!.section]!.isQuestion).toBe(true);
  }); // biome-ignore format: a table

  it.each([
    ['怎么加入', '问：怎么加入\n答：按一下。'],
    ['怎么加入', '问：怎么加入\n\n答：按一下。'],
    ['能加入吗', '## 能加入吗\n\n按一下。'],
    ['你呢', '## 你呢\n\n按一下。'],
    ['怎么加入？', '**怎么加入？**\n\n按一下。'],
  ])('%s is asked in Chinese', async (question, content) => {
    const { structure, text } = await readPage(`# 甲\n\n${content}`);
    expect(structure!.sections.at(-1)).toMatchObject({ headings: [question], isQuestion: true });
    expect(text).toBe(`${question}\n按一下。`);
  });

  it('ends where the next is asked, or at the next heading, and has the place of the heading above', async () => {
    const page = await readPage(
      '# A\n\n## B\n\nQ: One?\n\nA: Yes.\n\nMore.\n\nQ: Two?\n\nA: No.\n\n## C\n\nEnd.',
    );
    expect(blocksOf(page)).toEqual([
      'B > One? | text | Yes.',
      'B > One? | text | More.',
      'B > Two? | text | No.',
      'C | text | End.',
    ]);
    expect(page.structure!.sections.map(({ anchor }) => anchor)).toEqual([null, 'b', 'b', 'b', 'c']);
  });

  it.each(['## Question of the day', '## 什么都有', '**Mind the step.**', 'Quite: so', '问题很多。'])(
    '%s asks nothing',
    async (content) => {
      const { structure } = await readPage(`# A\n\n- x\n\n${content}\n\nPress it.`);
      expect(structure!.sections.some(({ isQuestion }) => isQuestion)).toBe(false);
    },
  );
});

it('a page of paragraphs alone has no structure', async () => {
  expect((await readPage('# A\n\nOne.\n\nTwo.')).structure).toBeUndefined();
});
