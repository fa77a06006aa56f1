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
  if (measureDepth(html) > MAX_HTML_DEPTH)
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

/** Elements that never hold another. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** Elements that the next of their kind closes, or the end of what holds them. */
const CLOSED_BY_PARSER = /^(?:p|li|dt|dd|option|tr|td|th|thead|tbody|tfoot|colgroup)$/;

/** Levels of elements, counted without parsing: a parser is what a page nested too deep breaks. */
function measureDepth(html: string): number {
  let open = 0;
  let depth = 0;
  for (const [, slash, written] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    const name = written!.toLowerCase();
    if (VOID.test(name) || CLOSED_BY_PARSER.test(name)) continue;
    open = Math.max(0, open + (slash ? -1 : 1));
    depth = Math.max(depth, open);
  }
  return depth;
}

/** What stands above lists of other articles. */
const TEASER_HEADING =
  /^(?:相关(?:阅读|新闻|报道|链接|文章|推荐)|延伸阅读|推荐(?:阅读|新闻|文章)|热门(?:推荐|新闻|文章|阅读)|猜你喜欢|为您推荐|更多(?:新闻|报道|精彩|阅读)|最新(?:新闻|文章)|相關(?:新聞|閱讀|報導|文章)|延伸閱讀|推薦閱讀|related(?: (?:stories|articles|news|reading|posts))?|read (?:more|next)|more (?:stories|news)|recommended)[\s:：>»]*$/i;
/** Takes out the headings of teaser lists with the lists: inside the article's own box they would pass for text. */
function removeTeasers(document: Document): void {
  const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6,p,div,span,strong,b,dt')].filter(
    (element) => element.children.length <= 1 && TEASER_HEADING.test((element.textContent ?? '').trim()),
  );
  for (const heading of headings) {
    let block = heading;
    // The heading may stand alone in boxes of its own.
    while (block.parentElement?.children.length === 1 && block.parentElement !== document.body)
      block = block.parentElement;
    while (block.nextElementSibling && isTeaserList(block.nextElementSibling))
      block.nextElementSibling.remove();
    block.remove();
  }
}

/** A list of links, or a box of which most of the parts hold one; a paragraph with a link is none. */
function isTeaserList(element: Element): boolean {
  if (element.querySelector('a') === null) return false;
  const parts = [...element.children];
  return (
    /^(?:UL|OL|DL)$/.test(element.tagName) ||
    element.tagName === 'A' ||
    (parts.length > 0 &&
      2 * parts.filter((part) => part.matches('a') || part.querySelector('a')).length > parts.length)
  );
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
