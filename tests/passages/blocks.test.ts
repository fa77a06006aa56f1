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
  it.each([
    ['a heading', '# A\n\n## How do I join?\n\nPress it.'],
    ['bold words', '# A\n\n**How do I join?**\n\nPress it.'],
    ['two paragraphs', '# A\n\nQ: How do I join?\n\nA: Press it.'],
    ['one paragraph', '# A\n\nQ: How do I join?\nA: Press it.'],
  ])('written as %s stands above its answer', async (_, content) => {
    const page = await readPage(content);
    expect(blocksOf(page)).toEqual(['How do I join? | text | Press it.']);
    expect(page.structure!.sections.at(-1)!.isQuestion).toBe(true);
  });
});

it('a page of paragraphs alone has no structure', async () => {
  expect((await readPage('# A\n\nOne.\n\nTwo.')).structure).toBeUndefined();
});
