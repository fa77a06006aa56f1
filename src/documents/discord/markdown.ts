/** What a person wrote in Discord to blocks: its Markdown is CommonMark with less, and a line end ends a line. */
import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast';

/** Longer than Discord lets anybody write; a longer text is no message, and its marks are not looked for. */
const MAX_MARKED_CHARACTERS = 8_000;
/** Marks of lists and quotes at the beginning of one line; Discord knows two levels. */
const MANY_MARKS = /^[ \t]*(?:(?:[-*+>]|\d+[.)])[ \t]*){8,}/m;

/** What Discord shows as it is typed. */
const UNKNOWN_TO_DISCORD = [
  'htmlFlow',
  'htmlText',
  'codeIndented',
  'setextUnderline',
  'definition',
  'thematicBreak',
  'labelStartImage',
  'characterReference',
  'table',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'tasklistCheck',
];

export type ParseMessage = (content: string) => BlockContent[];

/** Loads the parser. */
export async function messageParser(): Promise<ParseMessage> {
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }] = await Promise.all([
    import('unified'),
    import('remark-parse'),
    import('remark-gfm'),
  ]);
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .data('micromarkExtensions', [{ disable: { null: UNKNOWN_TO_DISCORD } }])
    .freeze();
  return (content) => {
    if (content.length > MAX_MARKED_CHARACTERS || MANY_MARKS.test(content)) return plainLines(content);
    return processor.parse(withOwnLines(content)).children.flatMap(toBlocks);
  };
}

const plainLines = (content: string): Paragraph[] =>
  content
    .split(/\s*\n\s*/)
    .filter((line) => line !== '')
    .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));

/** With what only Discord reads turned into CommonMark: fences inside a line, small print, quotes to the end. */
const withOwnLines = (content: string): string =>
  content
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:-# |>>> ?)/gm, '')
    .replace(/```(?:([\w+#.-]+)\n)?([\s\S]*?)```/g, (whole, language: string | undefined, code: string) =>
      language === undefined && !code.includes('\n')
        ? whole
        : `\n\`\`\`${language ?? ''}\n${code.replace(/^\n+|\s+$/g, '')}\n\`\`\`\n`,
    );

/** Headings of a message are lines of it: they are no places of the page. */
function toBlocks(node: RootContent): BlockContent[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return linesOf(withoutSpoilers(node.children));
    case 'blockquote':
      return [{ ...node, children: node.children.flatMap(toBlocks) }];
    case 'list':
      return [
        {
          ...node,
          children: node.children.map((item) => ({ ...item, children: item.children.flatMap(toBlocks) })),
        },
      ];
    case 'code':
      return [node];
    default:
      return [];
  }
}

/** A paragraph for each line. */
function linesOf(children: readonly PhrasingContent[]): Paragraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type !== 'text') lines.at(-1)!.push(child);
    else
      for (const [i, value] of child.value.split('\n').entries()) {
        if (i > 0) lines.push([]);
        if (value !== '') lines.at(-1)!.push({ type: 'text', value });
      }
  }
  return lines.filter((line) => line.length > 0).map((line) => ({ type: 'paragraph', children: line }));
}

/** The words of spoilers without their bars, which come in pairs. */
function withoutSpoilers(children: readonly PhrasingContent[]): PhrasingContent[] {
  const bars = children.reduce(
    (count, child) => count + (child.type === 'text' ? child.value.split('||').length - 1 : 0),
    0,
  );
  if (bars < 2 || bars % 2 === 1) return [...children];
  return children.map((child) =>
    child.type === 'text' ? { ...child, value: child.value.replaceAll('||', '') } : child,
  );
}
