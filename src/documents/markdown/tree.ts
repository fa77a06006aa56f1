/** A parsed page of Markdown as the plain tree of all formats: no HTML, no JSX, no marks of tools. */
import type {
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  RootContentMap,
  Text,
} from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import 'mdast-util-mdx';
import '../shared/reading.ts';
import { treeOfHtml } from '../html/tree.ts';
import { withoutJoiners } from './emphasis.ts';
import { labelledCode, languageOf, plainLine, readAlert, readAttributes, says } from './marks.ts';
import { isPlaceholder } from './tags.ts';

/** Blocks of HTML that have a structure of their own; in others only the tags go, and Markdown stands between them. */
const STRUCTURED =
  /<(?:table|ul|ol|dl|pre|p|h[1-6]|details|summary|blockquote|figure|img|video|script|style|svg|iframe)\b/i;
/** Attributes of components that their readers see. */
const SHOWN_ATTRIBUTES = /^(?:title|label|header|heading|summary|caption)$/i;
const COMPONENT = /<([A-Z][\w.]*|[a-z]+(?:-[\w]+)+)\b((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;

type MdxJsxFlowElement = RootContentMap['mdxJsxFlowElement'];
type MdxJsxTextElement = RootContentMap['mdxJsxTextElement'];
type Parse = (source: string) => Root;

interface Page {
  readonly source: string;
  readonly parse: Parse;
  /** True where several parts fold under a question each. */
  readonly isFolded: boolean;
}

/** Summaries and titles of containers that ask. */
const FOLDED = /(?:<summary\b[^>]*>|^\s*:{3,}[A-Za-z][\w-]*\[).*[?？]/gim;

/** Rewrites a tree that was parsed from `source`, which directives that are none are taken from. Changes the tree. */
export async function plainMarkdownTree(tree: Root, source: string, parse: Parse): Promise<Root> {
  // Below a single one what follows would be taken for its answer, too: nothing ends it.
  const isFolded = (source.match(FOLDED)?.length ?? 0) > 1;
  tree.children = (await plainChildren(tree, { source, parse, isFolded })) as RootContent[];
  return tree;
}

async function plainChildren(parent: Parents, page: Page): Promise<Nodes[]> {
  const isFlow = !isPhrasingParent(parent);
  const children: Nodes[] = [];
  for (const child of parent.children as Nodes[]) children.push(...(await plain(child, page, isFlow)));
  return children;
}

const isPhrasingParent = ({ type }: Nodes): boolean =>
  /^(?:paragraph|heading|tableCell|emphasis|strong|delete|link|linkReference|mdxJsxTextElement|textDirective)$/.test(
    type,
  );

async function plain(node: Nodes, page: Page, isFlow: boolean): Promise<Nodes[]> {
  if ('value' in node) node.value = withoutJoiners(node.value);
  if ('url' in node) node.url = withoutJoiners(node.url);
  switch (node.type) {
    case 'html':
      return isFlow ? plainHtml(node.value, page) : inlineHtml(node.value, page.source);
    case 'code':
      return [{ ...node, lang: languageOf(node.lang) }];
    case 'yaml':
    case 'definition':
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
      return [];
    case 'mdxTextExpression':
      return textIn(node.value);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return component(node, page, isFlow);
    case 'textDirective':
    case 'leafDirective':
      return written(node, page, isFlow);
    case 'image':
      return says(node.alt, node.url) ? [{ type: 'text', value: node.alt!.trim() }] : [];
    case 'imageReference':
      return [];
  }
  if (!('children' in node)) return [node];
  // As MDX has it: components that fill a line are blocks.
  if (node.type === 'paragraph' && isComponents(node))
    return gatherLines(await plainChildren({ ...node, type: 'blockquote' } as Parents, page));
  if (node.type === 'containerDirective' && node.name === 'code-group')
    node.children = node.children.flatMap(labelledCode) as typeof node.children;
  node.children = (await plainChildren(node, page)) as typeof node.children;
  if (isPhrasingParent(node))
    node.children = plainLine(
      node.children as PhrasingContent[],
      node.type === 'heading',
    ) as typeof node.children;
  if (node.type === 'heading') readAttributes(node);
  if (node.type === 'blockquote') readAlert(node);
  if (node.type === 'containerDirective') return plainContainer(node, page);
  // Badges and pictures alone were all that it had.
  if (node.type === 'paragraph' && textOf(node).trim() === '') return [];
  return closesNothing(node, page) ? [] : [node];
}

const isComponents = ({ children }: Paragraph): boolean =>
  children.some(isNamedComponent) &&
  children.every((child) => isNamedComponent(child) || (child.type === 'text' && child.value.trim() === ''));

const isNamedComponent = (node: Nodes): boolean =>
  node.type === 'mdxJsxTextElement' && /^[A-Z]/.test(node.name ?? '');

/** True for colons that would end a container, if one were open; those that are text are escaped. */
const closesNothing = (node: Nodes, { source }: Page): boolean =>
  node.type === 'paragraph' &&
  /^:{3,}$/.test(textOf(node)) &&
  source[node.position?.start.offset ?? 0] === ':';

async function plainHtml(html: string, { parse, isFolded }: Page): Promise<Nodes[]> {
  const all = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const shown = isFolded
    ? all.replace(/<summary\b[^>]*>([\s\S]*?)<\/summary>/gi, '<p><strong>$1</strong></p>')
    : all;
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

function inlineHtml(html: string, source: string): Nodes[] {
  if (/^<br\b/i.test(html)) return [{ type: 'break' }];
  return isPlaceholder(html, source) ? [{ type: 'text', value: html }] : [];
}

/** A string in braces is text, anything else is a program's. */
const textIn = (expression: string): Text[] => {
  const value = /^\s*(["'`])([^$]*?)\1\s*$/.exec(expression)?.[2];
  return value ? [{ type: 'text', value }] : [];
};

async function component(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  page: Page,
  isFlow: boolean,
): Promise<Nodes[]> {
  if (/^br$/i.test(node.name ?? '')) return isFlow ? [] : [{ type: 'break' }];
  if (/^(?:style|script|svg|iframe|video)$/i.test(node.name ?? '')) return [];
  const inside = await plainChildren(node as Parents, page);
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
function written(node: TextDirective | LeafDirective, { source }: Page, isFlow: boolean): Nodes[] {
  const value = withoutJoiners(source.slice(node.position!.start.offset, node.position!.end.offset));
  return isFlow ? [{ type: 'paragraph', children: [{ type: 'text', value }] }] : [{ type: 'text', value }];
}

function plainContainer(node: ContainerDirective, { isFolded }: Page): Nodes[] {
  if (node.name === 'message') return [node];
  return node.children.map((child) => {
    if (child.type !== 'paragraph' || !child.data) return child;
    const { children } = child;
    return { type: 'paragraph', children: isFolded ? [{ type: 'strong', children }] : children };
  });
}
