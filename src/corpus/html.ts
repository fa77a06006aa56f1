/** Saved web pages to articles. The door to jsdom and @mozilla/readability, loaded when the first page is met. */
import { decodeText } from './decode.ts';
import { MAX_HTML_BYTES, MAX_HTML_DEPTH } from './limits.ts';
import { type PageFacts, readFacts } from './page-facts.ts';
import { UnusableText } from './unusable.ts';

/** What a page tells; the text has a line for each paragraph. */
export interface Page extends PageFacts {
  readonly text: string;
}

/** A page with less text than this has its article elsewhere, or none. */
const MIN_CHARACTERS = 30;
const NO_ARTICLE = 'Save the page of one article, or copy its text into a .md or .txt file';

/**
 * Title, date, source, address and main text of a page.
 * @param charset from the server, where there was one
 * Throws {@link UnusableText} where it is too large, nested too deep, or has no main text.
 */
export async function readHtml(bytes: Uint8Array, charset?: string): Promise<Page> {
  if (bytes.length > MAX_HTML_BYTES)
    throw new UnusableText(
      `the page has ${bytes.length} bytes, more than ${MAX_HTML_BYTES}`,
      'Save it without pictures, or copy its text',
    );
  const html = decodeText(bytes, charset ?? declaredCharset(bytes));
  if (nestingDepth(html) > MAX_HTML_DEPTH)
    throw new UnusableText(`its elements are nested more than ${MAX_HTML_DEPTH} deep`, NO_ARTICLE);
  const [{ JSDOM, VirtualConsole }, { Readability }] = await Promise.all([
    import('jsdom'),
    import('@mozilla/readability'),
  ]);
  // No script is run and nothing is loaded; what is wrong with a page's style sheets is nobody's concern.
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  try {
    const { document } = window;
    const facts = readFacts(document, html);
    removeTeasers(document);
    const article = new Readability<Element>(document, { serializer: (node) => node as Element }).parse();
    const text = article?.content ? textOf(article.content, facts) : '';
    if ([...text].length < MIN_CHARACTERS)
      throw new UnusableText('no main text was found on the page', NO_ARTICLE);
    return { ...facts, title: facts.title || article?.title?.trim() || '', text };
  } finally {
    window.close();
  }
}

const HEAD_BYTES = 2_048;

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

/** Elements that close themselves, or that a parser closes. */
const NOT_NESTING =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup)$/;

/** Levels of open elements, counted without parsing: a parser is what deep nesting breaks. */
function nestingDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (NOT_NESTING.test(name!.toLowerCase())) continue;
    depth = Math.max(0, depth + (slash ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** What stands above lists of other articles. */
const TEASER_HEADING =
  /^(?:相关(?:阅读|新闻|报道|链接|文章|推荐)|延伸阅读|推荐(?:阅读|新闻|文章)|热门(?:推荐|新闻|文章|阅读)|猜你喜欢|为您推荐|更多(?:新闻|报道|精彩|阅读)|最新(?:新闻|文章)|相關(?:新聞|閱讀|報導|文章)|延伸閱讀|推薦閱讀|related(?: (?:stories|articles|news|reading|posts))?|read (?:more|next)|more (?:stories|news)|recommended)[\s:：>»]*$/i;
/** A block whose text is links to more than this share is a list of other pages. */
const MAX_LINK_SHARE = 0.5;

const lengthOf = (element: Element): number => (element.textContent ?? '').replace(/\s/g, '').length;

function linkShare(element: Element): number {
  const links = [...element.querySelectorAll('a')].reduce((sum, link) => sum + lengthOf(link), 0);
  return links / Math.max(1, lengthOf(element));
}

/** Takes out the headings of teaser lists with the lists: inside the article's own box they would pass for text. */
function removeTeasers(document: Document): void {
  const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,p,div,span,strong,b,dt,li')].filter(
    (element) => element.children.length <= 1 && TEASER_HEADING.test(element.textContent!.trim()),
  );
  for (const heading of headings) {
    let block = heading;
    // The heading may stand alone in boxes of its own.
    while (block.parentElement && lengthOf(block.parentElement) === lengthOf(block))
      block = block.parentElement;
    let next = block.nextElementSibling;
    while (next && (linkShare(next) > MAX_LINK_SHARE || lengthOf(next) === 0)) {
      const after = next.nextElementSibling;
      next.remove();
      next = after;
    }
    const parent = block.parentElement;
    if (parent && parent !== document.body && linkShare(parent) > MAX_LINK_SHARE) parent.remove();
    else block.remove();
  }
}

const BLOCK =
  /^(?:address|article|blockquote|div|dd|dl|dt|figcaption|figure|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tr|ul)$/;
/** Lines that a portal puts around its text. */
const BOILERPLATE =
  /^(?:(?:发布|发表|更新|發佈|發布)?(?:时间|日期|時間)\s*[:：].*|分享(?:到|至).*|(?:打印|收藏|字号|大 ?中 ?小|扫一扫.*|点击(?:查看|进入).*|返回(?:首页|顶部|搜狐.*)|上一篇.*|下一篇.*|广告|advertisement))$/i;

/** Text of an element, a line for each block, without the title and the lines around the text. */
function textOf(content: Element, { title }: PageFacts): string {
  const parts: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === node.TEXT_NODE) parts.push(node.textContent!.replace(/\s+/g, ' '));
    const name = node.nodeName.toLowerCase();
    const isBlock = BLOCK.test(name);
    if (isBlock || name === 'br') parts.push('\n');
    for (const child of node.childNodes) visit(child);
    if (isBlock) parts.push('\n');
  };
  visit(content);
  return parts
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== title && !BOILERPLATE.test(line))
    .join('\n');
}
