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
    const article = new Readability<Element>(document, {
      serializer: (node) => node as Element,
      // Readability's own 500 are made for English; below it, it prefers a longer text, such as the footer's.
      charThreshold: MIN_CHARACTERS,
    }).parse();
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
  /^(?:相[关關](?:阅读|閱讀|新闻|新聞|报道|報導|链接|文章|推荐|稿件|专题)|延伸(?:阅读|閱讀)|(?:精彩|热点|热门|今日)?推[荐薦](?:阅读|閱讀|新闻|文章)?|(?:热门|热点|点击|阅读|一周)(?:新闻|文章|阅读|排行)榜?|排行榜|(?:猜你|你可能|您可能)(?:也|会)?喜欢|[为為]您推[荐薦]|大家都?在看|看过本文的.*|更多(?:新闻|报道|精彩|阅读)|最新(?:新闻|文章|报道)|往期回顾|related(?: (?:stories|articles|news|reading|posts))?|read (?:more|next)|more (?:stories|news)|most (?:read|popular|viewed)|recommended(?: for you)?|you (?:may|might) also like|trending(?: now)?|popular(?: (?:stories|posts|now))?)[\s:：>»]*$/i;
/** Takes out lists of other articles and menus: inside the article's own box they would pass for text. */
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
  for (const block of document.querySelectorAll('ul,ol,dl,nav,div,p,td'))
    if (block.isConnected && isMenu(block)) block.remove();
}

/** A list of links, or a box of which most of the parts hold one; a paragraph with a link is none. */
function isTeaserList(element: Element): boolean {
  if (element.matches('a') || element.matches('ul,ol,dl')) return true;
  const parts = [...element.children];
  return (
    parts.length > 0 &&
    2 * parts.filter((part) => part.matches('a') || part.querySelector('a')).length > parts.length
  );
}

/** Of a menu the links make up this share of the text. */
const MENU_SHARE = 0.7;

/** True where there is hardly anything but links, and no sentence. */
function isMenu(element: Element): boolean {
  const links = element.querySelectorAll('a');
  if (links.length < 2) return false;
  const text = element.textContent!.replace(/\s+/g, '');
  const linked = [...links].reduce((sum, link) => sum + link.textContent!.replace(/\s+/g, '').length, 0);
  return linked >= MENU_SHARE * text.length && !text.includes('。');
}

const BLOCK =
  /^(?:address|article|blockquote|div|dd|dl|dt|figcaption|figure|h[1-6]|header|hr|li|main|ol|p|pre|section|table|tr|ul)$/;
/** Lines that a portal puts around its text. */
const BOILERPLATE =
  /^(?:(?:发布|发表|更新|發佈|發布)?(?:时间|日期|時間)\s*[:：].*|[（(【[]?(?:责任|執行|执行|本文|本期)?(?:编辑|編輯|责编|責編|编审|校对|审核|监制|来源|來源|作者)\s*[:：|丨].{0,30}|.{0,12}(?:请关注|扫码关注).{0,20}|版权所有.*|\d{1,2}月\d{1,2}日|(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?(?: .*(?:来源|來源|作者|编辑|责编|阅读|浏览|点击)[^。]*)?|分享(?:到|至).*|(?:打印|收藏|字号|大 ?中 ?小|扫一扫.*|点击(?:查看|进入).*|返回(?:首页|顶部|搜狐.*)|上一篇.*|下一篇.*|广告|advertisement))$/i;

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
