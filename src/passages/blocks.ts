/** A tree of any format to the text of an article and its blocks under their headings. */
import GithubSlugger from 'github-slugger';
import type { Heading, List, Nodes, Paragraph, Parents, Root, Table } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { containsHan } from '../text/characters.ts';
import { cleanText, titleOf, withoutHidden } from '../text/plain-text.ts';
import type { Article, BlockKind, BlockSpan, Section, Structure } from '../types.ts';
import { plainWords, wordsByLine } from './plain-words.ts';

export type ArticleBody = Pick<Article, 'title' | 'text' | 'structure'>;

/** A block before it has its place in the text. */
interface Draft {
  readonly kind: BlockKind | 'heading';
  readonly text: string;
  readonly section: number;
  readonly depth: number;
  readonly number?: number;
  readonly language?: string;
  readonly hasHead?: boolean;
}

/**
 * Title, text and structure of a document. A heading of the first level that begins it is its title, where none is
 * stated or where it says the same. Lists that only lead elsewhere are left out; nothing else is.
 * @param title as the file states it
 */
export function readBlocks(tree: Root, title: string | null): ArticleBody {
  const stated = title === null ? '' : cleanText(title);
  const opening = openingHeading(tree, stated);
  const drafts = draftsOf(tree, opening);
  const { text, structure } = layOut(drafts);
  const heading = opening === null ? '' : cleanText(plainWords(opening));
  return {
    title: stated || heading || titleOf(text),
    text: text || heading,
    ...(isPlain(structure) ? {} : { structure }),
  };
}

/** The heading that is the title: it stands for no section. */
function openingHeading(tree: Root, stated: string): Heading | null {
  const first = tree.children.find((node) => node.type === 'heading');
  if (first === undefined) return null;
  const words = cleanText(plainWords(first));
  if (stated !== '') return sameWords(words, stated) ? first : null;
  return first.depth === 1 || tree.children[0] === first ? first : null;
}

const sameWords = (a: string, b: string): boolean => {
  const key = (text: string): string =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  return key(a) === key(b);
};

interface Walk {
  readonly drafts: Draft[];
  readonly sections: Section[];
  /** Headings open now, outermost first. */
  readonly open: { readonly level: number; readonly words: string }[];
  readonly slugger: GithubSlugger;
  readonly opening: Heading | null;
}

function draftsOf(tree: Root, opening: Heading | null): Walk {
  const walk: Walk = {
    drafts: [],
    sections: [{ headings: [], anchor: null, isQuestion: false }],
    open: [],
    slugger: new GithubSlugger(),
    opening,
  };
  walkChildren(tree, walk, 0);
  return walk;
}

function walkChildren(parent: Parents, walk: Walk, depth: number): void {
  for (const child of parent.children as Nodes[]) walkNode(child, walk, depth);
}

function walkNode(node: Nodes, walk: Walk, depth: number): void {
  if (node.type === 'heading') openSection(node, walk);
  else if (node.type === 'paragraph') addParagraph(node, walk, depth);
  else if (node.type === 'list') addList(node, walk, depth);
  else if (node.type === 'table') addTable(node, walk, depth);
  else if (node.type === 'code')
    add(walk, 'code', trimLines(node.value), { depth, ...(node.lang && { language: node.lang }) });
  else if ('children' in node) {
    if (node.type === 'containerDirective' && node.name === 'message')
      add(walk, 'byline', byline(node), { depth });
    walkChildren(node, walk, depth);
  }
}

function add(
  walk: Walk,
  kind: Draft['kind'],
  written: string,
  { depth, ...more }: Pick<Draft, 'depth'> & Partial<Draft>,
): void {
  const text = kind === 'code' ? withoutHidden(written) : cleanText(written);
  if (text.trim() !== '') walk.drafts.push({ kind, text, section: walk.sections.length - 1, depth, ...more });
}

function openSection(heading: Heading, walk: Walk): void {
  const words = cleanText(plainWords(heading)).replaceAll('\n', ' ');
  if (words === '') return;
  const slug = walk.slugger.slug(words);
  const anchor = heading.data?.id ?? (slug || null);
  if (heading === walk.opening) {
    // A question may stand above it: that keeps its section, and what follows has one of its own.
    closeEmptySection(walk, heading.depth);
    walk.open.length = 0;
    if (walk.sections.length > 1) pushSection(walk, null, false);
    return;
  }
  closeEmptySection(walk, heading.depth);
  while (walk.open.length > 0 && walk.open.at(-1)!.level >= heading.depth) walk.open.pop();
  walk.open.push({ level: heading.depth, words });
  pushSection(walk, anchor, heading.data?.isQuestion ?? asks(words));
  add(walk, 'heading', words, { depth: 0 });
}

const pushSection = ({ open, sections }: Walk, anchor: string | null, isQuestion: boolean): void => {
  sections.push({ headings: open.map(({ words }) => words), anchor, isQuestion });
};

/** A heading that nothing stands under is all that its author says there: a line of a list of changes, say. */
function closeEmptySection({ drafts, open }: Walk, level: number): void {
  const last = drafts.at(-1);
  if (last?.kind === 'heading' && open.at(-1)!.level >= level)
    drafts[drafts.length - 1] = { ...last, kind: 'text' };
}

/** Marks and words that end a question. */
const asks = (words: string): boolean => /[?？]\s*$|[吗呢么]$/u.test(words);

/** "Q: …" and "A: …", in one paragraph or in two. */
const QUESTION_MARK = /^(?:Q|问|問|问题|Question)\s*\d*\s*[:：.、]\s*/i;
const ANSWER_MARK = /^(?:A|答|答案|Answer)\s*\d*\s*[:：.、]\s*/i;

function addParagraph(node: Paragraph, walk: Walk, depth: number): void {
  const [first = '', ...others] = wordsByLine(node);
  const words = plainWords(node);
  const isBold = node.children.length === 1 && node.children[0]!.type === 'strong';
  const isAsked = QUESTION_MARK.test(first) && (others.length === 0 || ANSWER_MARK.test(others[0]!));
  if (depth > 0) add(walk, 'text', words, { depth });
  else if (isAsked) askAndAnswer(walk, first.replace(QUESTION_MARK, ''), others.join(' '));
  else if (isBold && asks(words)) askAndAnswer(walk, words, '');
  else
    add(walk, 'text', walk.sections.at(-1)!.isQuestion ? words.replace(ANSWER_MARK, '') : words, { depth });
}

/** A level below all of Markdown's, so that the next heading or question ends it. */
const QUESTION_LEVEL = 7;

function askAndAnswer(walk: Walk, question: string, answer: string): void {
  closeEmptySection(walk, QUESTION_LEVEL);
  if (walk.open.at(-1)?.level === QUESTION_LEVEL) walk.open.pop();
  const { anchor } = walk.sections.at(-1)!;
  const words = cleanText(question).replaceAll('\n', ' ');
  walk.open.push({ level: QUESTION_LEVEL, words });
  pushSection(walk, anchor, true);
  add(walk, 'heading', words, { depth: 0 });
  add(walk, 'text', answer.replace(ANSWER_MARK, ''), { depth: 0 });
}

function addList(list: List, walk: Walk, depth: number): void {
  if (isWayElsewhere(list)) return;
  for (const [i, item] of list.children.entries()) {
    const number = list.ordered ? { number: (list.start ?? 1) + i } : {};
    const [first, ...rest] = item.children;
    if (first?.type === 'paragraph') add(walk, 'item', plainWords(first), { depth: depth + 1, ...number });
    else if (first) walkNode(first, walk, depth + 1);
    for (const node of rest) walkNode(node, walk, depth + 1);
  }
}

/** True for a table of contents or a menu: a list of nothing but links within the site. */
function isWayElsewhere(list: List): boolean {
  const links: string[] = [];
  const visit = (node: Nodes): boolean => {
    if (node.type === 'link') return links.push(node.url) > 0;
    if (node.type === 'text') return node.value.trim() === '';
    if (node.type === 'list' || node.type === 'listItem' || node.type === 'paragraph')
      return (node.children as Nodes[]).every(visit);
    return false;
  };
  return visit(list) && links.length > 1 && links.every((url) => !/^[a-z][\w+.-]*:/i.test(url));
}

/** Cells are apart by tabs, rows by line ends. */
function addTable(table: Table, walk: Walk, depth: number): void {
  const rows = table.children.map((row) => row.children.map((cell) => plainWords(cell).replace(/\s+/g, ' ')));
  const hasHead = rows[0]?.some((cell) => cell !== '') ?? false;
  const shown = (hasHead ? rows : rows.slice(1)).filter((row) => row.some((cell) => cell !== ''));
  const columns = Math.max(0, ...shown.map((row) => row.length));
  const lines = shown.map((row) => Array.from({ length: columns }, (_, i) => row[i] ?? '').join('\t'));
  const text = withoutHidden(lines.join('\n'));
  if (text.trim() !== '')
    walk.drafts.push({ kind: 'table', text, section: walk.sections.length - 1, depth, hasHead });
}

function byline({ attributes, children }: ContainerDirective): string {
  const { by, accepted, reactions, date } = attributes ?? {};
  const isChinese = containsHan(by ?? children.map(plainWords).join(''));
  const mark =
    accepted === undefined || accepted === null ? '' : isChinese ? '已采纳的回答' : 'accepted answer';
  return [by, mark, reactions, date].filter(Boolean).join(' · ');
}

/** Without empty lines around it: the first line keeps its indentation. */
const trimLines = (code: string): string => code.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

function layOut({ drafts, sections }: Walk): { text: string; structure: Structure } {
  let text = '';
  const blocks: BlockSpan[] = [];
  for (const { kind, text: own, ...rest } of drafts) {
    if (text !== '') text += '\n';
    const start = text.length;
    text += own;
    if (kind !== 'heading') blocks.push({ kind, start, end: text.length, ...rest });
  }
  return { text, structure: { sections, blocks } };
}

/** Paragraphs in one section and nothing else: their lines say as much. */
const isPlain = ({ sections, blocks }: Structure): boolean =>
  sections.length === 1 && blocks.every(({ kind, depth }) => kind === 'text' && depth === 0);
