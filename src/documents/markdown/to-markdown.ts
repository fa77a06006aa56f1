/** A tree as Markdown that reads back as the same text under the same anchors. The door to remark-stringify. */
import type { Association, Heading, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Options } from 'remark-stringify';
import '../shared/reading.ts';

/**
 * Markdown of a tree, with directives of remark-directive; a heading whose place has a name of its own, or which asks,
 * is followed by `{#name}`, `{.question}` or `{#name .question}`. Text that looks like Markdown, MDX, a container or
 * front matter is escaped. What has no Markdown, such as components of MDX, is its words.
 */
export async function toMarkdown(tree: Root): Promise<string> {
  const [
    { unified },
    { default: remarkStringify },
    { default: remarkGfm },
    { directiveToMarkdown },
    { default: remarkFrontmatter },
    { default: GithubSlugger },
  ] = await Promise.all([
    import('unified'),
    import('remark-stringify'),
    import('remark-gfm'),
    import('mdast-util-directive'),
    import('remark-frontmatter'),
    import('github-slugger'),
  ]);
  const page: Page = { slugger: new GithubSlugger(), defined: new Set(definitionsIn(tree)) };
  const children = tree.children.flatMap((node) => writable(node, page)) as RootContent[];
  // A colon before a word, as in 10:30, is no directive to our reader: it is not escaped.
  const { handlers } = directiveToMarkdown();
  return (
    unified()
      .use(remarkStringify, { ...STYLE, handlers: { ...STYLE.handlers, ...handlers } })
      // Cells padded to the longest of their column would make a large table larger by far.
      .use(remarkGfm, { tablePipeAlign: false })
      .use(remarkFrontmatter, ['yaml', 'toml'])
      .stringify({ type: 'root', children })
      .trimEnd()
  );
}

/** Its value is Markdown; HTML would do, but for the line ends before it. */
interface WrittenNode {
  readonly type: 'written';
  readonly value: string;
}

const STYLE: Options = {
  handlers: { written: ({ value }: WrittenNode) => value } as NonNullable<Options['handlers']>,
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  resourceLink: true,
  rule: '-',
  setext: false,
  unsafe: [
    // Expressions of MDX, attributes of headings, formulas.
    { character: '{', inConstruct: 'phrasing' },
    { character: '$', inConstruct: 'phrasing' },
    // Containers of VitePress have a space behind their colons.
    { atBreak: true, character: ':', after: ':' },
    // Admonitions of MkDocs.
    { atBreak: true, character: '!', after: '!!' },
    { atBreak: true, character: '?', after: '\\?\\?' },
    // Tabs of MkDocs and VuePress, and definitions.
    { atBreak: true, character: '=', after: '==' },
    { atBreak: true, character: '@', after: '\\[|tab' },
    { atBreak: true, character: ':', after: '[ \\t]' },
  ],
};

interface Page {
  readonly slugger: { slug(text: string): string };
  /** Names of what references point to. */
  readonly defined: ReadonlySet<string>;
}

function definitionsIn(node: Nodes): string[] {
  const inside = 'children' in node ? node.children.flatMap(definitionsIn) : [];
  const isDefinition = node.type === 'definition' || node.type === 'footnoteDefinition';
  return isDefinition ? [node.identifier, ...inside] : inside;
}

/** What Markdown has marks for, beside what is treated below. */
const WRITTEN_AS_IT_IS: ReadonlySet<string> = new Set([
  'blockquote',
  'break',
  'code',
  'containerDirective',
  'definition',
  'delete',
  'emphasis',
  'footnoteDefinition',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'leafDirective',
  'link',
  'linkReference',
  'list',
  'listItem',
  'strong',
  'tableCell',
  'tableRow',
  'text',
  'textDirective',
  'thematicBreak',
]);

/** A node with what its Markdown needs; for one that has none, what stands in it. */
function writable(node: Nodes, page: Page): Nodes[] {
  const children = 'children' in node ? node.children.flatMap((child) => writable(child, page)) : [];
  if (node.type === 'heading') return [writableHeading(node, children as PhrasingContent[], page)];
  if (node.type === 'table') return [ofOneWidth({ ...node, children: children as Table['children'] })];
  if (node.type === 'paragraph')
    return [{ ...node, children: withoutModules(children as PhrasingContent[]) }];
  const leadsNowhere = node.type.endsWith('Reference') && !page.defined.has((node as Association).identifier);
  if (leadsNowhere || !WRITTEN_AS_IT_IS.has(node.type)) return children;
  return ['children' in node ? ({ ...node, children } as Nodes) : node];
}

/** A heading of one line with its attributes. */
function writableHeading(node: Heading, children: readonly PhrasingContent[], page: Page): Heading {
  const inOneLine = children.map((child): PhrasingContent => {
    if (child.type === 'break') return { type: 'text', value: ' ' };
    return child.type === 'text' ? { ...child, value: child.value.replace(/[ \t\r\n]+/g, ' ') } : child;
  });
  const attributes = attributesOf(node, page.slugger.slug(plainText(node)));
  return { ...node, children: attributes === '' ? inOneLine : [...inOneLine, written(` {${attributes}}`)] };
}

function attributesOf({ data, children }: Heading, slug: string): string {
  const isNamed = data?.id !== undefined && data.id !== slug && /^[^\s{}]+$/.test(data.id);
  // Words that look like attributes are none where real ones follow.
  const looksAttributed = /\{[#.][^{}]*\}\s*$/.test(plainText({ type: 'paragraph', children }));
  const name = isNamed ? data.id : looksAttributed && slug !== '' ? slug : null;
  const names = name === undefined || name === null ? [] : [`#${escapeName(name)}`];
  return [...names, ...(data?.isQuestion ? ['.question'] : [])].join(' ');
}

/** Inside of a word an underscore marks nothing. */
const escapeName = (name: string): string =>
  name.replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\p{L})|[\\`*[\]<>&$~!|]/gu, '\\$&');

/** Rows as wide as the widest: cells beyond the head would be lost. */
function ofOneWidth(table: Table): Table {
  const width = Math.max(0, ...table.children.map((row) => row.children.length));
  return {
    ...table,
    children: table.children.map((row) => {
      const missing = Array.from({ length: width - row.children.length }, () => ({
        type: 'tableCell' as const,
        children: [],
      }));
      return { ...row, children: [...row.children, ...missing] };
    }),
  };
}

/** A paragraph no line of which can be taken for an `import` or `export` of MDX. */
const withoutModules = (children: readonly PhrasingContent[]): PhrasingContent[] =>
  children.flatMap((child, at): PhrasingContent[] => {
    if (child.type !== 'text') return [child];
    const beginsLine = at === 0 || children[at - 1]!.type === 'break';
    const modules = beginsLine ? /(?:^|(?<=\n))\s*(?=(?:im|ex)port\b)/g : /(?<=\n)\s*(?=(?:im|ex)port\b)/g;
    const parts: PhrasingContent[] = [];
    let from = 0;
    for (const { index, 0: space } of child.value.matchAll(modules)) {
      const at = index + space.length;
      if (at > from) parts.push({ type: 'text', value: child.value.slice(from, at) });
      parts.push(written(`&#x${child.value.charCodeAt(at).toString(16)};`));
      from = at + 1;
    }
    return [...parts, { type: 'text', value: child.value.slice(from) }];
  });

const written = (value: string): PhrasingContent =>
  ({ type: 'written', value }) as WrittenNode as unknown as PhrasingContent;
