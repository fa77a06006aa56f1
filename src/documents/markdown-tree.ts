/** A parsed page of Markdown as the plain tree of all formats: no HTML, no JSX, no marks of tools. */
import type {
  Blockquote,
  Heading,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as textOf } from 'mdast-util-to-string';
import 'mdast-util-mdx';
import './reading.ts';
import { treeOfHtml } from './html-tree.ts';

/** Blocks of HTML that have a structure of their own; in others only the tags go, and Markdown stands between them. */
const STRUCTURED =
  /<(?:table|ul|ol|dl|pre|p|h[1-6]|details|summary|blockquote|figure|img|video|script|style|svg|iframe)\b/i;
/** Attributes of components that their readers see. */
const SHOWN_ATTRIBUTES = /^(?:title|label|header|heading|summary|caption)$/i;
const COMPONENT = /<([A-Z][\w.]*|[a-z]+(?:-[\w]+)+)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;

type Parse = (source: string) => Root;

/** Rewrites a tree that was parsed from `source`, which directives that are none are taken from. Changes the tree. */
export async function plainMarkdownTree(tree: Root, source: string, parse: Parse): Promise<Root> {
  tree.children = (await plainChildren(tree, source, parse)) as RootContent[];
  return tree;
}

async function plainChildren(parent: Parents, source: string, parse: Parse): Promise<Nodes[]> {
  const isFlow = !isPhrasingParent(parent);
  const children: Nodes[] = [];
  for (const child of parent.children as Nodes[])
    children.push(...(await plain(child, source, parse, isFlow)));
  return children;
}

const isPhrasingParent = ({ type }: Nodes): boolean =>
  /^(?:paragraph|heading|tableCell|emphasis|strong|delete|link|linkReference|mdxJsxTextElement|textDirective)$/.test(
    type,
  );

async function plain(node: Nodes, source: string, parse: Parse, isFlow: boolean): Promise<Nodes[]> {
  switch (node.type) {
    case 'html':
      return isFlow ? plainHtml(node.value, parse) : inlineHtml(node.value);
    case 'yaml':
    case 'definition':
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
      return [];
    case 'mdxTextExpression':
      return textIn(node.value);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return component(node, source, parse, isFlow);
    case 'textDirective':
    case 'leafDirective':
      return written(node, source, isFlow);
    case 'image':
      return says(node.alt, node.url) ? [{ type: 'text', value: node.alt!.trim() }] : [];
    case 'imageReference':
      return [];
  }
  if (!('children' in node)) return [node];
  node.children = (await plainChildren(node, source, parse)) as typeof node.children;
  if (node.type === 'heading') readAttributes(node);
  if (node.type === 'blockquote') dropAlertMark(node);
  if (node.type === 'containerDirective') return plainContainer(node);
  // Badges and pictures alone were all that it had.
  return node.type === 'paragraph' && textOf(node).trim() === '' ? [] : [node];
}

async function plainHtml(html: string, parse: Parse): Promise<Nodes[]> {
  const shown = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  if (STRUCTURED.test(shown)) return (await treeOfHtml(shown)).children;
  const labelled = shown.replace(
    COMPONENT,
    (_, _name, attributes: string) => `\n\n${labelsIn(attributes)}\n\n`,
  );
  const words = labelled.replace(/<br\s*\/?>/gi, '\n\n').replace(/<\/?[A-Za-z][^>]*>/g, '');
  return words.trim() === '' ? [] : parse(words).children;
}

/** Attributes in the source of a tag, as bold words. */
const labelsIn = (attributes: string): string =>
  [...attributes.matchAll(/(?<![:@\w-])([\w-]+)=(?:"([^"]*)"|'([^']*)')/g)]
    .filter(([, name]) => SHOWN_ATTRIBUTES.test(name!))
    .map(([, , double, single]) => `**${(double ?? single)!.trim()}**`)
    .join(' ');

const inlineHtml = (html: string): Nodes[] => (/^<br\b/i.test(html) ? [{ type: 'break' }] : []);

/** A string in braces is text, anything else is a program's. */
const textIn = (expression: string): Text[] => {
  const value = /^\s*(["'`])([^$]*?)\1\s*$/.exec(expression)?.[2];
  return value ? [{ type: 'text', value }] : [];
};

async function component(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  source: string,
  parse: Parse,
  isFlow: boolean,
): Promise<Nodes[]> {
  if (/^br$/i.test(node.name ?? '')) return isFlow ? [] : [{ type: 'break' }];
  if (/^(?:style|script|svg|iframe|video)$/i.test(node.name ?? '')) return [];
  const inside = await plainChildren(node as Parents, source, parse);
  const labels = node.attributes.flatMap((one) =>
    one.type === 'mdxJsxAttribute' && typeof one.value === 'string' && SHOWN_ATTRIBUTES.test(one.name)
      ? [one.value.trim()]
      : [],
  );
  if (!isFlow) return inside;
  const label: Paragraph[] = labels
    .filter((value) => value !== '')
    .map((value) => ({
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ type: 'text', value }] }],
    }));
  return [...label, ...gatherLines(inside)];
}

/** Words that stand alone between components become paragraphs. */
function gatherLines(nodes: readonly Nodes[]): Nodes[] {
  const flow: Nodes[] = [];
  let line: PhrasingContent[] = [];
  const finish = (): void => {
    if (line.some((one) => textOf(one).trim() !== '')) flow.push({ type: 'paragraph', children: line });
    line = [];
  };
  for (const node of nodes) {
    if (/^(?:text|inlineCode|emphasis|strong|delete|link|break)$/.test(node.type))
      line.push(node as PhrasingContent);
    else {
      finish();
      flow.push(node);
    }
  }
  finish();
  return flow;
}

/** What looks like a directive and is none (`key:value`, `::name`) as it was written. */
function written(node: TextDirective | LeafDirective, source: string, isFlow: boolean): Nodes[] {
  const value = source.slice(node.position!.start.offset, node.position!.end.offset);
  return isFlow ? [{ type: 'paragraph', children: [{ type: 'text', value }] }] : [{ type: 'text', value }];
}

function plainContainer(node: ContainerDirective): Nodes[] {
  if (node.name === 'message') return [node];
  for (const child of node.children) if (child.type === 'paragraph' && child.data) delete child.data;
  return node.children;
}

/** True for the words of a picture that tell something: a sentence or a label, no name of a file and no badge. */
const says = (alt: string | null | undefined, url: string): boolean =>
  /\S+\s+\S+\s+\S|\p{Script=Han}{4}/u.test(alt ?? '') &&
  !/\.\w{3,4}$/.test(alt!) &&
  !/badge|shields\.io/i.test(url);

/** `{#name .question}` behind the words of a heading. */
function readAttributes(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return;
  const match = /\s*\{((?:\s*[#.][^\s{}]+)+)\s*\}\s*$/.exec(last.value);
  if (match === null) return;
  last.value = last.value.slice(0, match.index);
  const names = match[1]!.trim().split(/\s+/);
  const id = names.find((name) => name.startsWith('#'))?.slice(1);
  heading.data = {
    ...heading.data,
    ...(id !== undefined && { id }),
    ...(names.includes('.question') && { isQuestion: true }),
  };
}

/** `[!NOTE]` of GitHub and Obsidian. */
function dropAlertMark({ children: [first] }: Blockquote): void {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (text?.type !== 'text') return;
  text.value = text.value.replace(/^\s*\[!\w+\][+-]?[ \t]*\n?/, '');
}
