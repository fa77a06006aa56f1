import fc from 'fast-check';
import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../src/documents/markdown/markdown.ts';
import { toMarkdown } from '../../../src/documents/markdown/to-markdown.ts';
import { anyString } from '../../any-string.ts';
import { runs } from '../../runs.ts';

/** As the corpus is read. */
const read = async (markdown: string): Promise<Root> => (await readMarkdown(markdown)).tree;
const parse = (markdown: string): Root =>
  unified().use(remarkParse).use(remarkGfm).use(remarkDirective).parse(markdown);

const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] });
const heading = (value: string, data?: Heading['data']): Heading => ({
  type: 'heading',
  depth: 2,
  children: [{ type: 'text', value }],
  ...(data && { data }),
});
const write = (...children: RootContent[]): Promise<string> => toMarkdown({ type: 'root', children });
const written = async (value: string): Promise<string> => write(paragraph(value));

describe('text that looks like Markdown', () => {
  it.each([
    '# no heading', '> no quote', '- no item', '+ no item', '1. no step', '12) no step', '| a | b |', '***', '---', '+++\na = 1\n+++',
    '---\ntitle: x\n---', '::: tip\nwords\n:::', ':::message{by="x"}\nwords\n:::', '::leaf[x]', 'a :name[b]{c=d} e', 'at 9:30am', 'a:b',
    '{#id}', '{{ value }}', '<Tag>x</Tag>', '<!-- note -->', '[[toc]]', '[TOC]', '[^1] and [^1]: x', '[a](b) and ![c](d) and [e]',
    '[a]: https://example.org', 'costs $5 to $9', '$$\nx\n$$', 'import x from "y"', 'export const a = 1', 'words\nexport default {}',
    'https://example.org/a_b_c and www.example.org and me@example.org', '*a* _b_ **c** `d` ~~e~~', 'a_b_c __init__ 2*3*4', '&amp; &lt; &#35; AT&T',
    '\\* \\\\ C:\\path\\', '```\ncode\n```', '~~~', '    indented', 'x\n===', 'x\n---', '!!! note "x"', '??? why', '☐ [ ] task', '=== "x"', '@tab x', '@[toc]', 'x\n: y', ': y', ':', ':::', '{% if x %}', '{{< x >}}', '{: .x}', '[[x|y]] ![[z]]', '**注意：**请', '/kick <member>', '!!! wow\nx', '- [ ] task', '<https://example.org>',
  ])('stays as it is: %j', async (text) => {
    const tree = await read(`---\ntitle: x\n---\n\n${await written(text)}\n`);
    expect(tree.children.map(({ type }) => type)).toEqual(['paragraph']);
    expect(words(plain(tree.children[0]!))).toBe(words(text));
    expect(words(plain((await read(await written(text))).children[0]!))).toBe(words(text));
  });

  it('of any kind stays as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 4 }), async (texts) => {
        const clean = texts.map(tidy).filter((text) => text !== '');
        const tree = await read(await write(...clean.map(paragraph)));
        expect(tree.children.map(({ type }) => type)).toEqual(clean.map(() => 'paragraph'));
        expect(tree.children.map((node) => words(plain(node)))).toEqual(clean.map(words));
      }),
      runs(100),
    );
  });

  it('of any kind stays as it is in headings, lists, cells, quotes and messages', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (anything) => {
        const text = tidy(anything).replace(/\n/g, ' ');
        fc.pre(text !== '');
        const cell = { type: 'tableCell' as const, children: [{ type: 'text' as const, value: text }] };
        const item = { type: 'listItem' as const, spread: false, children: [paragraph(text)] };
        const row = { type: 'tableRow' as const, children: [cell, cell] };
        const tree = await read(
          await write(
            heading(text),
            { type: 'list', ordered: true, start: 7, spread: false, children: [item, item] },
            { type: 'table', children: [row, row] },
            { type: 'blockquote', children: [paragraph(text)] },
            { type: 'containerDirective', name: 'message', attributes: { by: text }, children: [paragraph(text), item.children[0]!] },
          ),
        );
        const [head, list, table, quote, message] = tree.children;
        expect(tree.children.map(({ type }) => type)).toEqual(['heading', 'list', 'table', 'blockquote', 'containerDirective']);
        const own = head!.type === 'heading' ? plain(head!).replace(/ \{#[^{}]*\}$/, '') : '';
        expect([words(own), words(plain(head!))]).toContain(words(text));
        for (const node of [list, table, message]) expect(words(plain(node!))).toBe(words(text + text + (node === table ? text + text : '')));
        expect(words(plain(quote!))).toBe(words(text));
        expect(message).toHaveProperty('attributes.by', text);
      }),
      runs(50),
    );
  });

  it('is escaped where it must be, modules of MDX too', async () => {
    expect(await written('import x\nand\nexport y')).toBe('&#x69;mport x\nand\n&#x65;xport y');
    expect(await write({ type: 'paragraph', children: [{ type: 'text', value: 'a' }, { type: 'break' }, { type: 'text', value: 'import x' }] })).toBe('a\\\n&#x69;mport x');
    expect(await written('from 10:30, 时间:周五')).toBe('from 10:30, 时间:周五');
    expect(await written('imports are important')).toBe('imports are important');
  });
}); // biome-ignore format: long lines of one shape

const marks = fc.string({
  unit: fc.constantFrom(...'#*_`~[](){}<>|:+-=!$&\\^1.\n "\'ab/@中　'.split('')),
  maxLength: 24,
});
const anyText = fc.oneof(marks, anyString({ maxLength: 12 }));
/** A soft line break is a space, and spaces beside it go. */
const words = (text: string): string => text.replace(/[ \t\n]+/g, ' ').trim();
/** As a reader of a file leaves it: no control characters, no half characters, no lines without words. */
const tidy = (text: string): string =>
  text
    .replace(/\p{C}/gu, (character) => (character === '\n' ? '\n' : ''))
    .replace(/[\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();

describe('a heading', () => {
  it.each([
    ['Open a shop', undefined, '## Open a shop'],
    ['Open a shop', { id: 'open-a-shop' }, '## Open a shop'],
    ['Open a shop', { id: 'shops' }, '## Open a shop {#shops}'],
    ['Open a shop', { isQuestion: true }, '## Open a shop {.question}'],
    ['Open a shop', { id: 'shops', isQuestion: true }, '## Open a shop {#shops .question}'],
    ['Open a shop', { id: 'a_b:c' }, '## Open a shop {#a_b\\:c}'],
    ['Open a shop', { id: 'no name' }, '## Open a shop'],
    ['Use {#shops}', undefined, '## Use \\{#shops} {#use-shops}'],
    ['Two\nlines', undefined, '## Two lines'],
    ['C #', undefined, '## C \\#'],
  ])('%j with %j', async (text, data, markdown) => {
    expect(await write(heading(text, data))).toBe(markdown);
  });

  it('that repeats another has the name that GitHub gives it', async () => {
    expect(await write(heading('Shop'), heading('Shop', { id: 'shop-1' }), heading('Shop', { id: 'shop' }))).toBe(
      '## Shop\n\n## Shop\n\n## Shop {#shop}',
    );
  });
}); // biome-ignore format: long lines of one shape

describe('blocks', () => {
  const roundTrip = async (markdown: string): Promise<string> => toMarkdown(parse(markdown));
  it.each([
    ['a list with steps, code and a list inside', '3. three\n\n   ```sh\n   npm i\n   ```\n\n   - a\n   - b\n4. four'],
    ['code with fences', '````md\n```js\na\n```\n````'],
    ['a table', '| a | b |\n| - | :-: |\n| 1 \\| 2 | `x` |'],
    ['a message', ':::message{by="A member" accepted reactions="👍 3" date="2025-03-01"}\nDelete it:\n\n- one\n:::'],
    ['a quote', '> a\n>\n> b'],
    ['links, pictures and notes', '[a](https://example.org "b") ![c](d.png)[^1]\n\n[^1]: e'],
  ])('keep %s', async (_, markdown) => {
    expect(await roundTrip(markdown)).toBe(markdown);
  });

  it('keep all cells of a table with a short head, and a row in a line', async () => {
    const row = (...cells: string[]) => ({ type: 'tableRow' as const, children: cells.map((value) => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] })) });
    expect(await write({ type: 'table', children: [row('a'), row('1\n2', 'x|y')] })).toBe('| a | |\n| - | - |\n| 1&#xA;2 | x\\|y |');
  });

  it('without Markdown are their words', async () => {
    const component = { type: 'mdxJsxFlowElement', name: 'Card', attributes: [], children: [paragraph('inside')] };
    const module = { type: 'mdxjsEsm', value: 'import x' };
    const frontMatter = { type: 'yaml', value: 'title: x' };
    expect(await write(...([frontMatter, module, component] as unknown as RootContent[]))).toBe('inside');
    const reference = { type: 'linkReference', identifier: 'gone', referenceType: 'full', children: [{ type: 'text', value: 'the guide' }] };
    expect(await write({ type: 'paragraph', children: [reference] } as RootContent)).toBe('the guide');
  });

  it('are many without growing out of measure', async () => {
    const row = (value: string) => ({ type: 'tableRow' as const, children: [{ type: 'tableCell' as const, children: [{ type: 'text' as const, value }] }] });
    const table = await write({ type: 'table', children: [row('a'), row('x'.repeat(100_000)), ...Array(1_000).fill(row('b'))] });
    expect(table.length).toBeLessThan(120_000);
  });
}); // biome-ignore format: long lines of one shape
