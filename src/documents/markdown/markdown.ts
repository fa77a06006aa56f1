/** Markdown and MDX to trees, with YAML or TOML front matter. The door to remark. */
import type { Root, RootContent } from 'mdast';
import type { Processor } from 'unified';
import { withoutHidden } from '../../text/plain-text.ts';
import { type Reading, UNSTATED } from '../shared/reading.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { divideMarkdown } from './parts.ts';
import { prepareMarkdown } from './source.ts';
import { plainMarkdownTree } from './tree.ts';

export interface MarkdownSettings {
  /** With components and expressions of JavaScript; what is not valid JSX is read as Markdown all the same. */
  readonly isMdx?: boolean;
}

/** What a page of Markdown says. Never throws: whatever is written is text. */
export async function readMarkdown(
  content: string,
  { isMdx = false }: MarkdownSettings = {},
): Promise<Reading> {
  const { frontMatter, body } = divide(withoutHidden(content));
  const parse = await loadParser(isMdx);
  const children: RootContent[] = [];
  for (const part of divideMarkdown(body)) children.push(...(await readPart(part, isMdx, parse)).children);
  return { ...frontMatter, tree: { type: 'root', children } };
}

async function readPart(body: string, isMdx: boolean, parse: Parse): Promise<Root> {
  const source = prepareMarkdown(body, { isMdx });
  const tree = isMdx ? tryParse(() => parse(source, true)) : null;
  const plain = tree === null ? prepareMarkdown(body, { isMdx: false, withoutModules: isMdx }) : source;
  return plainMarkdownTree(tree ?? parse(plain, false), plain, (text) => parse(text, false));
}

/** Begins a field, a list, a comment or a group: what stands between two rules else is text. */
const FIRST_FIELD = /^\s*(?:["']?[\p{L}_][\p{L}\p{N}_. -]{0,40}["']?[ \t]*[:=：]|[-#[{%]|$)/u;
/** Fields of one line, or with a list or group below. */
const OPEN_FIELDS =
  /^---[ \t]*\n((?:[\p{L}_][\p{L}\p{N}_-]*:(?:[ \t].*)?\n(?:(?:[ \t]+|-[ \t]+)\S.*\n)*)+)(?:\n|$|(?=#))/u;

/** Front matter and what follows it. A fence that is never closed ends at an empty line or heading. */
function divide(content: string): { frontMatter: FrontMatter; body: string } {
  const text = content.replace(/^\s*\n/, '');
  const fenced = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)(?<=\n)(?:\1|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (fenced !== null && FIRST_FIELD.test(fenced[2]!))
    return {
      frontMatter: readFrontMatter(fenced[1] === '---' ? 'yaml' : 'toml', fenced[2]!),
      body: text.slice(fenced[0].length),
    };
  const open = OPEN_FIELDS.exec(text);
  const frontMatter = readFrontMatter('yaml', open?.[1] ?? '');
  const { title, date } = frontMatter;
  // A line below a rule that begins with a word and a colon is text as often as not.
  if (open === null || (title === null && date === null)) return { frontMatter: UNSTATED, body: text };
  const missing = {
    reason: 'the front matter begins with --- but has no closing ---',
    remedy: 'Add a line --- after it; its first lines were read',
  };
  return { frontMatter: { ...frontMatter, missing }, body: text.slice(open[0].length) };
}

type Parse = (source: string, withJsx: boolean) => Root;

async function loadParser(isMdx: boolean): Promise<Parse> {
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }, { default: remarkDirective }] =
    await Promise.all([
      import('unified'),
      import('remark-parse'),
      import('remark-gfm'),
      import('remark-directive'),
    ]);
  const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();
  // Not for Markdown: it brings a parser of JavaScript.
  const mdx =
    isMdx &&
    markdown()
      .use((await import('remark-mdx')).default)
      .freeze();
  return (source, withJsx) =>
    ((withJsx && mdx ? mdx : markdown) as unknown as Processor<Root>).parse(source) as Root;
}

function tryParse(parse: () => Root): Root | null {
  try {
    return parse();
  } catch {
    // Text between components is no JSX as often as not: it is read as Markdown then.
    return null;
  }
}
