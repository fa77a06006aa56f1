/** Saved web pages to trees. The door to jsdom, loaded when the first page is met. */
import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { treeOfHtml } from '../html/tree.ts';
import { MAX_HTML_BYTES, MAX_HTML_DEPTH } from '../limits.ts';
import { headBold } from '../shared/bold-headings.ts';
import { decodeText } from '../shared/decode.ts';
import type { Reading } from '../shared/reading.ts';
import { UnusableText } from '../shared/unusable.ts';
import { removeChrome, removeEmpty, removeUnreadable, revealText } from './chrome.ts';
import { simplifyCode } from './code.ts';
import { readFacts } from './facts.ts';
import { nameHeadings } from './headings.ts';
import { findMainText, MIN_CHARACTERS } from './main-text.ts';
import { noteSigns, type Post } from './post.ts';
import { removeTeasers } from './teasers.ts';
import { findPosts } from './thread.ts';
import { simplifyWidgets } from './widgets.ts';

const NO_ARTICLE = 'Save the page of one article, or copy its text into a .md or .txt file';

/**
 * Title, date, source, address and main text of a page; of a thread, its posts as messages.
 * @param charset from the server, where there was one
 * Throws {@link UnusableText} where it is too large, nested too deep, or has no main text.
 */
export async function readHtml(bytes: Uint8Array, charset?: string): Promise<Reading> {
  if (bytes.length > MAX_HTML_BYTES)
    throw new UnusableText(
      `the page has ${bytes.length} bytes, more than ${MAX_HTML_BYTES}`,
      'Save it without pictures, or copy its text',
    );
  const html = decodeText(bytes, charset ?? declaredCharset(bytes));
  if (measureDepth(html) > MAX_HTML_DEPTH) throw tooDeep();
  const { JSDOM, VirtualConsole } = await import('jsdom');
  // No script is run and nothing is loaded; what is wrong with a page's style sheets is nobody's concern.
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  try {
    const { document } = window;
    if (depthOf(document.body) > MAX_TREE_DEPTH) throw tooDeep();
    const { title, date, source, url } = readFacts(document, html);
    noteSigns(document);
    removeUnreadable(document);
    simplifyCode(document);
    nameHeadings(document);
    removeEmpty(document);
    revealText(document);
    simplifyWidgets(document);
    const posts = findPosts(document);
    const main = posts.length > 1 ? joinPosts(document, posts) : await findArticle(document);
    resolveLinks(main, url);
    const author = /^zh\b/i.test(document.documentElement.lang) || isChinese(main) ? '一位成员' : 'A member';
    const tree = withoutOwnLines(
      main ? await treeOfHtml(main.innerHTML, author) : { type: 'root', children: [] },
      title,
    );
    if ([...textOf(tree)].length < MIN_CHARACTERS)
      throw new UnusableText('no main text was found on the page', NO_ARTICLE);
    return { title: title || null, date, source, url, tree: headBold(tree) };
  } catch (error) {
    // Mending what is never closed, the parser may nest deeper than the page does.
    throw error instanceof RangeError ? tooDeep() : error;
  } finally {
    window.close();
  }
}

const tooDeep = (): UnusableText =>
  new UnusableText(`its elements are nested more than ${MAX_HTML_DEPTH} deep`, NO_ARTICLE);

const HEAD_BYTES = 2_048;

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

/** Elements that never hold another. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements that the next of their kind closes, or the end of what holds them. */
const CLOSED_BY_PARSER = /^(?:p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup)$/;

/** What stands in these is no element, though it may look like one. */
const RAW = /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/**
 * Levels of elements, counted without parsing and up to one more than may be: a parser is what a page nested too deep
 * breaks.
 */
function measureDepth(html: string): number {
  const open: string[] = [];
  let depth = 0;
  for (const [, slash, written] of html.replace(RAW, '').matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    const name = written!.toLowerCase();
    if (VOID.test(name) || CLOSED_BY_PARSER.test(name)) continue;
    if (!slash) open.push(name);
    // The end of an element ends what was left open in it.
    else if (open.includes(name)) open.length = open.lastIndexOf(name);
    depth = Math.max(depth, open.length);
    if (depth > MAX_HTML_DEPTH) break;
  }
  return depth;
}

/** A parser adds levels that the page does not write, such as the body of each table. */
const MAX_TREE_DEPTH = 2 * MAX_HTML_DEPTH;

/** Levels of elements below one. */
function depthOf(root: Element): number {
  let depth = 0;
  for (let level = 0, at: Element | null = root; at; ) {
    if (at.firstElementChild) {
      at = at.firstElementChild;
      depth = Math.max(depth, ++level);
      continue;
    }
    while (at && at !== root && !at.nextElementSibling) {
      at = at.parentElement;
      level--;
    }
    if (!at || at === root) break;
    at = at.nextElementSibling;
  }
  return depth;
}

async function findArticle(document: Document): Promise<Element | null> {
  removeChrome(document.body);
  removeTeasers(document.body);
  return findMainText(document);
}

/** One element with a box a post. */
function joinPosts(document: Document, posts: readonly Post[]): Element {
  const thread = document.createElement('div');
  for (const { body, isAccepted, date } of posts) {
    const message = document.createElement('div');
    while (body.firstChild) message.append(body.firstChild);
    removeChrome(message);
    message.setAttribute('data-message', '');
    if (isAccepted) message.setAttribute('data-accepted', '');
    if (date) message.setAttribute('data-date', date);
    thread.append(message);
  }
  return thread;
}

function resolveLinks(main: Element | null, page: string | null): void {
  for (const link of main?.querySelectorAll('a[href]') ?? []) {
    const address = link.getAttribute('href')!;
    if (page && !address.startsWith('#') && URL.canParse(address, page))
      link.setAttribute('href', new URL(address, page).href);
  }
}

const isChinese = (main: Element | null): boolean => {
  const text = main?.textContent ?? '';
  return 4 * (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.replace(/\s+/g, '').length;
};

/** Lines that a portal puts around its text. */
const BOILERPLATE =
  /^(?:(?:发布|发表|更新|發佈|發布)?(?:时间|日期|時間)\s*[:：].*|[（(【[]?(?:责任|執行|执行|本文|本期)?(?:编辑|編輯|责编|責編|编审|校对|审核|监制|来源|來源|作者)\s*[:：|丨].{0,30}|.{0,12}(?:请关注|扫码关注).{0,20}|版权所有.*|\d{1,2}月\d{1,2}日|(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?(?: .*(?:来源|來源|作者|编辑|责编|阅读|浏览|点击)[^。]*)?|分享(?:到|至).*|[^。]{0,20}(?:长按|识别|扫描?|扫一扫)[^。]{0,12}(?:关注|公众号|小程序|客户端)[^。]{0,20}|(?:打印|收藏|字号|大 ?中 ?小|扫一扫.*|点击(?:查看|进入).*|返回(?:首页|顶部|搜狐.*)|上一篇.*|下一篇.*|广告|advertisement))$/i;
/** Lines that sites put around the text of their documentation and posts. */
const SITE_LINE =
  /^(?:edit (?:this|on) .{0,30}|improve this page|suggest (?:an )?edits?|(?:page )?last (?:updated|modified|edited)\b.{0,40}|updated (?:on|at) .{0,30}|published (?:on|at) .{0,30}|was this (?:page|article|section) helpful\??|(?:on this page|table of contents|contents|in this article)|copy(?: page| code)?|copied!?|loading(?:\.\.\.|…)?|please wait(?:\.\.\.|…)?|skip to (?:main )?content|back to top|(?:previous|next)(?: page| article| post)?|share(?: this.{0,20})?|by \p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,3}|\d+ min(?:ute)?s? read|在 ?github ?上.{0,12}|编辑(?:此|本)页.{0,10}|最后(?:更新|编辑|修改)(?:于|时间|日期)?.{0,30}|上次更新.{0,30}|更新(?:于|時間|时间).{0,30}|本页(?:目录|内容)|目录|复制(?:代码)?|(?:正在)?加载中?(?:\.\.\.|…+)?|页面导航|(?:这个|本|此)(?:页面|文档)对(?:你|您)有(?:帮助|用)吗[?？]?|(?:上|下)一[页篇].{0,40})$/iu;

/** A tree without the paragraphs that are the page's own: its title once more, who edited it, when. */
function withoutOwnLines(tree: Root, title: string): Root {
  const isOwn = (node: RootContent): boolean => {
    if (node.type !== 'paragraph') return false;
    const line = textOf(node);
    return line === title || BOILERPLATE.test(line) || SITE_LINE.test(line);
  };
  const visit = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.flatMap((node): RootContent[] => {
      if (isOwn(node)) return [];
      if (node.type !== 'blockquote' && node.type !== 'containerDirective') return [node];
      const children = visit(node.children) as typeof node.children;
      return children.length > 0 ? [{ ...node, children }] : [];
    });
  return { ...tree, children: visit(tree.children) as Root['children'] };
}
