import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { type MarkdownSettings, readMarkdown } from '../../src/documents/markdown.ts';

const lines = async (content: string, settings?: MarkdownSettings): Promise<string[]> =>
  (await readMarkdown(content, settings)).tree.children.map((node) => textOf(node));

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
    ['nothing', '---\n---\nIt opened.', null, null],
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
    ['is never closed', '---\ntitle: Pool\ndate: 2024-01-12\n\nIt opened.', /no closing ---/],
  ])('costs only itself where it %s', async (_, content, reason) => {
    const { tree, missing } = await readMarkdown(content);
    expect(missing?.reason).toMatch(reason);
    expect(textOf(tree)).toBe('It opened.');
  });
});

describe('marks of tools', () => {
  it.each([
    ['a container with a title', '::: tip Mind the step\nIt is high.\n:::', ['Mind the step', 'It is high.']],
    ['a container without one', ':::warning\nIt is high.\n:::', ['It is high.']],
    ['a directive with a label', ':::tip[Mind]\nIt is high.\n:::', ['Mind', 'It is high.']],
    ['an admonition', '!!! note "Mind"\n    It is high.\n\nWalk on.', ['Mind', 'It is high.', 'Walk on.']],
    ['an alert', '> [!NOTE]\n> It is high.', ['It is high.']],
    ['a filled-in table of contents', '[[toc]]\n\nWalk on.', ['Walk on.']],
    ['badges', '![build](https://img.shields.io/x.svg)\n\nWalk on.', ['Walk on.']],
    [
      'a picture that says something',
      '![the bridge over the mill pond](a.png)',
      ['the bridge over the mill pond'],
    ],
    ['a comment', '<!-- later -->\n\nWalk on.', ['Walk on.']],
    ['a component', 'Use <DocsLink path="x">the client</DocsLink> here.', ['Use the client here.']],
    ['a block of HTML', '<div align="center">\n\n**Walk** on.\n\n</div>', ['Walk on.']],
    [
      'what looks like a directive',
      'At 10:30 set key:value and ::name.',
      ['At 10:30 set key:value and ::name.'],
    ],
  ])('%s keeps its words alone', async (_, content, expected) => {
    expect(await lines(content)).toEqual(expected);
  });

  it('leaves code as it is', async () => {
    const code = '```md\n::: tip Title\n[[toc]]\n:::\n```';
    expect(await lines(code)).toEqual(['::: tip Title\n[[toc]]\n:::']);
  });

  it('takes the name of a place and the mark of a question from a heading', async () => {
    const { tree } = await readMarkdown('## Reset {#reset .question}\n\nPress it.\n\n## Two {#two}');
    expect(tree.children.map((node) => [textOf(node), 'data' in node ? node.data : undefined])).toEqual([
      ['Reset', { id: 'reset', isQuestion: true }],
      ['Press it.', undefined],
      ['Two', { id: 'two' }],
    ]);
  });
});

describe('MDX', () => {
  const isMdx = true;

  it('keeps what stands in components, with their labels, and no line of a program', async () => {
    const content =
      'import Tabs from \'@theme/Tabs\';\n\n<Tabs>\n<TabItem value="w" label="Windows">\nRun it.\n</TabItem>\n</Tabs>\n\n{/* later */}\n';
    expect(await lines(content, { isMdx })).toEqual(['Windows', 'Run it.']);
  });

  it('is read as Markdown where it is no valid JSX', async () => {
    const content = "import X from 'x';\n\nA <b unclosed and {broken\n\n<Card>\n\nWords stay.\n\n";
    expect(await lines(content, { isMdx })).toContain('Words stay.');
    expect((await lines(content, { isMdx })).join()).not.toContain('import');
  });
});
