import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { type MarkdownSettings, readMarkdown } from '../../../src/documents/markdown/markdown.ts';
import { divideMarkdown } from '../../../src/documents/markdown/parts.ts';

const lines = async (content: string, settings?: MarkdownSettings): Promise<string[]> =>
  (await readMarkdown(content, settings)).tree.children.map((node) => textOf(node));

describe('marks of tools', () => {
  it.each([
    ['a container with a title', '::: tip Mind the step\nIt is high.\n:::', ['Mind the step', 'It is high.']],
    ['a container without one', ':::warning\nIt is high.\n:::', ['It is high.']],
    ['a directive with a label', ':::tip[Mind]\nIt is high.\n:::', ['Mind', 'It is high.']],
    ['an admonition', '!!! note "Mind"\n    It is high.\n\nWalk on.', ['Mind', 'It is high.', 'Walk on.']],
    ['a container with Markdown in its title', '::: info The **big** [door](d)\nIt is high.\n:::', ['The big door', 'It is high.']],
    ['a container in Chinese', '::: 提示\n很高。\n:::', ['提示', '很高。']],
    ['a container of Pandoc', '::: {.callout-tip}\nIt is high.\n:::', ['It is high.']],
    ['a container of MyST', ':::{warning} Mind\nIt is high.\n:::', ['Mind', 'It is high.']],
    ['a container with a title among its attributes', ':::tip{title="Mind"}\nIt is high.\n:::', ['Mind', 'It is high.']],
    ['a container with settings', '::: tabs key:door\nIt is high.\n:::', ['It is high.']],
    ['a container in another', ':::: tip Outer\n::: tip Inner\nIt is high.\n:::\n::::', ['Outer', 'Inner', 'It is high.']],
    ['a container in one with as many colons', '::: tip A\n::: tip B\nIt is high.\n:::\n:::\n\nWalk on.', ['A', 'B', 'It is high.', 'Walk on.']],
    ['a group of listings', '::: code-group\n\n```sh [npm]\nnpm i\n```\n\n```sh [yarn]\nyarn add\n```\n\n:::', ['npm', 'npm i', 'yarn', 'yarn add']],
    ['a group of tabs', ':::: code-group\n::: code-group-item pip\n```\npip i\n```\n:::\n::::', ['pip', 'pip i']],
    ['tabs of MkDocs', '=== "Windows"\n    Run it.\n\n=== "Linux"\n    Start it.', ['Windows', 'Run it.', 'Linux', 'Start it.']],
    ['tabs of VuePress', '::: tabs\n@tab Windows\nRun it.\n@tab:active Linux#l\nStart it.\n:::', ['Windows', 'Run it.', 'Linux', 'Start it.']],
    ['an admonition in another', '!!! note "A"\n    One.\n\n    ??? tip "B"\n        Two.\n\n    Three.\n\nFour.', ['A', 'One.', 'B', 'Two.', 'Three.', 'Four.']],
    ['an admonition with code', '!!! note\n    ```\n    a\n      b\n    ```\n', ['a\n  b']],
    ['a sentence that begins with exclamation marks', '!!! Mind the step\n\nWalk on.', ['!!! Mind the step', 'Walk on.']],
    ['an alert', '> [!NOTE]\n> It is high.', ['It is high.']],
    ['an alert with a title', '> [!tip]- Mind\n> It is high.', ['MindIt is high.']],
    ['an alert with settings', '> [!info|wide]\n> It is high.', ['It is high.']],
    ['commands of a template', '{% hint style="info" %}\nIt is high.\n{% endhint %}\n\n{{< tab title="Mind" >}}\nWalk on.\n{{< /tab >}}', ['It is high.', 'Mind', 'Walk on.']],
    ['attributes of kramdown', '* TOC\n{:toc}\n\nSee [it](x){:target="_blank"}.\n{: .note}', ['See it.']],
    ['links of a wiki', 'See [[Doors|the doors]] and [[Windows]], ![[a.png]]not `[[ -f x ]]`.', ['See [[Doors|the doors]] and [[Windows]], ![[a.png]]not [[ -f x ]].']],
    ['pictures by name', ':white_check_mark: Yes, :smile: and :x: no at 10:30:00, `:x:`.', ['✅ Yes,  and ❌ no at 10:30:00, :x:.']],
    ['classes', '{.dark-only} Walk on. {.a .b}\n\n![](a.png){.light-only}\n\nSet {.x} in `{.y}`.', ['Walk on. ', 'Set in {.y}.']],
    ['definitions', 'Door\n: It opens.\n\n门\n:   会开。', ['Door: It opens.门：会开。']],
    ['a filled-in table of contents', '[[toc]]\n\nWalk on.', ['Walk on.']],
    ['badges', '![build](https://img.shields.io/x.svg)\n\nWalk on.', ['Walk on.']],
    [
      'a picture that says something',
      '![the bridge over the mill pond](a.png)',
      ['the bridge over the mill pond'],
    ],
    ['a name of a picture', '![](a.png) ![a.png](a.png) ![door](a.png)\n\nWalk on.', ['Walk on.']],
    ['a comment', '<!-- later -->\n\nWalk <!-- now --> on.', ['Walk  on.']],
    ['a table of HTML', '<table><tr><th>a</th><th>b<br>c</th></tr><tr><td>d</td><td>e</td></tr></table>', ['ab cde']],
    ['keys and line breaks', 'Press <kbd>Esc</kbd>.<br>Walk<sub>2</sub> on.', ['Press Esc.Walk2 on.']],
    ['one part that folds', '<details>\n<summary>Why?</summary>\n\nIt is **high**.\n\n</details>', ['Why?', 'It is high.']],
    ['an element with a label', '<door-card title="Doors">\n\nWalk on.\n\n</door-card>', ['Doors', 'Walk on.']],
    ['words in angle brackets', 'Type /kick <member> <the-reason>, not <b>that</b>.', ['Type /kick <member> <the-reason>, not that.']],
    ['strong words beside Chinese marks', '**注意：**请用**`npm`**，看**“这里”**的**字（大）**。2**3', ['注意：请用npm，看“这里”的字（大）。2**3']],
    ['asterisks in code', '用`**“x”**中`。\n\n    **注意：**请', ['用**“x”**中。', '**注意：**请']],
    ['links of references', 'See [the door][d], [d].\n\n[d]: https://example.org', ['See the door, d.']],
    ['notes', 'It is high[^1].\n\n[^1]: Very high.', ['It is high.', 'Very high.']],
    ['a component', 'Use <DocsLink path="x">the client</DocsLink> here.', ['Use the client here.']],
    ['a block of HTML', '<div align="center">\n\n**Walk** on.\n\n</div>', ['Walk on.']],
    [
      'what looks like a directive',
      'At 10:30 set key:value and ::name, std::vec 时间:周五 a:b[c]{d}.',
      ['At 10:30 set key:value and ::name, std::vec 时间:周五 a:b[c]{d}.'],
    ],
  ])('%s keeps its words alone', async (_, content, expected) => {
    expect(await lines(content)).toEqual(expected);
  }); // biome-ignore format: a table

  it('in a line without code are links of a wiki and embedded files', async () => {
    expect(await lines('See [[Doors|the doors]], [[Windows]]![[a.png]].')).toEqual([
      'See the doors, Windows.',
    ]);
  });

  it.each([
    '::: tip Title\n[[toc]]\n:::',
    '!!! note\n    x',
    '{% if x %}\n@tab a\nTerm\n: definition\n## A {#b}',
  ])('leaves code as it is: %j', async (code) => {
    expect(await lines(`\`\`\`md\n${code}\n\`\`\``)).toEqual([code]);
    expect(await lines(`- step\n\n  ~~~~\n  ~~~\n${code.replace(/^/gm, '  ')}\n  ~~~~`)).toEqual([
      `step~~~\n${code}`,
    ]);
  });

  it('begins no listing at a line with code in it', async () => {
    expect(await lines('```a``` is code.\n\n::: tip Mind\nIt is high.\n:::')).toEqual([
      'a is code.',
      'Mind',
      'It is high.',
    ]);
  });

  it.each([
    ['js', 'js'],
    ['js title="a.js" {1,3}', 'js'],
    ['js{1}', 'js'],
    ['sh:no-line-numbers', 'sh'],
    ['{.python .numbered}', 'python'],
    ['c++', 'c++'],
    ['c#', 'c#'],
    ['', null],
  ])('the language of a listing marked %j is %j', async (info, language) => {
    const { tree } = await readMarkdown(`\`\`\`${info}\nx\n\`\`\``);
    expect(tree.children[0]).toMatchObject({ type: 'code', lang: language, value: 'x' });
  });

  it.each([
    ['## Reset {#reset}', 'Reset', { id: 'reset' }],
    ['## **Reset** it {#re_set-2} ##', 'Reset it', { id: 're_set-2' }],
    ['## `reset()` {#v1:reset}', 'reset()', { id: 'v1:reset' }],
    ['## Reset {: #reset }', 'Reset', { id: 'reset' }],
    ['Reset {#reset}\n---', 'Reset', { id: 'reset' }],
    ['## 重置 {.question}', '重置', { isQuestion: true }],
    ['## Use {name}', 'Use {name}', undefined],
    [`## a${' '.repeat(50_000)}{`, `a${' '.repeat(50_000)}{`, undefined],
  ])('reads the attributes of a heading: %.40s', async (content, words, data) => {
    const { tree } = await readMarkdown(content);
    const [heading] = tree.children;
    expect([textOf(heading), heading && 'data' in heading ? heading.data : undefined]).toEqual([words, data]);
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

  it.each([
    ['words in a component of a line', 'Use <Tooltip title="x">the door</Tooltip>.', ['Use the door.']],
    [
      'components that fill a line, with their labels',
      '<Note title="Mind">It is high.</Note> <Note>Walk on.</Note>',
      ['Mind', 'It is high.', 'Walk on.'],
    ],
    ['text in braces', '{"Walk on."}\n\nSee {\'it\'} {name}.', ['See it .']],
    ['a container', ':::tip[Mind]\nIt is **high**.\n:::', ['Mind', 'It is high.']],
    ['attributes of a heading', '## Reset {#reset}', ['Reset']],
    ['components in a list', '- <Icon name="x" /> door\n- window', [' doorwindow']],
    ['code with braces', '```jsx\n<A>{b}</A>\n```', ['<A>{b}</A>']],
    ['nothing of exports', 'export const meta = {\n  title: "x",\n}\n\nWalk on.', ['Walk on.']],
  ])('keeps %s', async (_, content, expected) => {
    expect(await lines(content, { isMdx })).toEqual(expected);
  });

  it('is read as Markdown where it is no valid JSX', async () => {
    const content = "import X from 'x';\n\nA <b unclosed and {broken\n\n<Card>\n\nWords stay.\n\n";
    expect(await lines(content, { isMdx })).toContain('Words stay.');
    expect((await lines(content, { isMdx })).join()).not.toContain('import');
  });

  it.each([
    ["import {\n  A,\n  B,\n} from 'x';\n\nA <b unclosed", ['A <b unclosed']],
    ['export const meta = {\n  a: [\n    1,\n  ],\n};\n\nA <b unclosed', ['A <b unclosed']],
    ['export const meta = {\n\nA <b unclosed', ['A <b unclosed']],
    ['import it by hand\n\nA <b unclosed', ['import it by hand', 'A <b unclosed']],
    [
      `import {${' '.repeat(100_000)}}\n\nA <b unclosed`,
      [`import {${' '.repeat(100_000)}}`, 'A <b unclosed'],
    ],
  ])('loses modules of several lines there, and no words: %.60j', async (content, words) => {
    expect(await lines(content, { isMdx })).toEqual(words);
  });
});

describe('a long page', () => {
  const section = (i: number): string =>
    `## Door ${i}\n\nSee [the door][d${i}] and [the gate][gate][^n]. ${'It is shut. '.repeat(30)}\n\n- one\n- two\n\n[d${i}]: /d`;
  const long = Array.from({ length: 300 }, (_, i) => section(i)).join('\n\n');

  it('is read in parts, with what they refer to in others', async () => {
    const content = `${long}\n\n\`\`\`\n${'x\n\n'.repeat(1_000)}\`\`\`\n\n<!--\n${'y\n\n'.repeat(1_000)}-->\n\n[gate]: /g\n\n[^n]: Closed.`;
    const { tree } = await readMarkdown(content);
    const words = tree.children.map((node) => textOf(node));
    expect(words.slice(0, 3)).toEqual([
      'Door 0',
      expect.stringMatching(/^See the door and the gate\. It is shut\./),
      'onetwo',
    ]);
    expect(words).toHaveLength(3 * 300 + 2 + tree.children.filter(isEmptyNote).length);
    expect(words.filter((text) => text.includes('x'))).toHaveLength(1);
    expect(words.join()).not.toMatch(/[\][y]/);
    expect(words.filter((text) => text === 'Closed.')).toHaveLength(1);
  });

  it('has parts so short that the time for its lists does not grow with their square', () => {
    const parts = divideMarkdown('## Doors\n\nThey **open**.\n\n- one\n- two\n\n'.repeat(5_000));
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(3_000);
  });

  it('is as one that is read whole', async () => {
    const whole = (await readMarkdown(long.slice(0, 6_000))).tree.children.map((node) => textOf(node));
    const parts = (await readMarkdown(long)).tree.children.map((node) => textOf(node));
    const words = parts.filter((text) => text !== '');
    expect(words.slice(0, whole.length - 3)).toEqual(whole.slice(0, -3));
  });
});

const isEmptyNote = (node: RootContent): boolean => node.type === 'footnoteDefinition' && textOf(node) === '';
