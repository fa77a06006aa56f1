/** Lists of other articles and menus: inside the article's own box they would pass for text. */
import { childrenOf, HEADINGS, hasAtMost, isSentence, lineOf, linkedLength, textLength } from './elements.ts';

/** What stands above lists of other articles. */
const TEASER_HEADING =
  /^(?:相[关關](?:阅读|閱讀|新闻|新聞|报道|報導|链接|文章|推荐|稿件|专题)|延伸(?:阅读|閱讀)|(?:精彩|热点|热门|今日)?推[荐薦](?:阅读|閱讀|新闻|文章)?|(?:热门|热点|点击|阅读|一周)(?:新闻|文章|阅读|排行)榜?|排行榜|(?:猜你|你可能|您可能)(?:也|会)?喜欢|[为為]您推[荐薦]|大家都?在看|看过本文的.*|更多(?:新闻|报道|精彩|阅读)|最新(?:新闻|文章|报道)|往期回顾|related(?: (?:stories|articles|news|reading|posts))?|read (?:more|next)|more (?:stories|news)|most (?:read|popular|viewed)|recommended(?: for you)?|you (?:may|might) also like|trending(?: now)?|popular(?: (?:stories|posts|now))?)[\s:：>»]*$/i;

/** Takes out lists of other articles with their headings, and menus. */
export function removeTeasers(root: Element): void {
  const headings = [...root.querySelectorAll(`${HEADINGS},p,div,span,strong,b,dt`)].filter(
    (element) =>
      hasAtMost(element, 1) && !element.closest('td,th,pre,li') && TEASER_HEADING.test(lineOf(element)),
  );
  for (const heading of headings) if (heading.isConnected) removeTeaser(heading, root);
  for (const block of root.querySelectorAll('ul,ol,dl,nav,div,p,td'))
    if (block.isConnected && isMenu(block)) block.remove();
}

function removeTeaser(heading: Element, root: Element): void {
  let block = heading;
  const length = textLength(heading);
  // The heading may stand alone in boxes of its own.
  for (
    let box = block.parentElement;
    box && box !== root && textLength(box) === length;
    box = box.parentElement
  )
    block = box;
  let next = block.nextElementSibling;
  if (next && !isTeaserList(next)) return;
  while (next && isTeaserList(next)) {
    next.remove();
    next = block.nextElementSibling;
  }
  block.remove();
}

/** Of a list of other articles with a sentence of each, the links make up this share of the text. */
const TEASER_SHARE = 0.2;

/** A link, or a box of which most of the parts hold one; a paragraph with a link is none. */
function isTeaserList(element: Element): boolean {
  if (element.matches('a')) return true;
  if (element.matches('br'))
    return element.nextElementSibling !== null && isTeaserList(element.nextElementSibling);
  if (element.matches('table,pre') || linkedLength(element) < TEASER_SHARE * textLength(element))
    return false;
  const parts = childrenOf(element);
  return 2 * parts.filter((part) => part.matches('a') || part.querySelector('a')).length > parts.length;
}

/** Of a menu the links make up this share of the text. */
const MENU_SHARE = 0.7;

/** True where there is hardly anything but links, and no sentence; not of a list that a sentence announces. */
function isMenu(element: Element): boolean {
  if (element.querySelectorAll('a').length < 2 || element.querySelector(`pre,th,${HEADINGS}`)) return false;
  const cell = element.closest('td');
  if (cell && isOfData(cell)) return false;
  const text = element.textContent ?? '';
  if (isSentence(text) || linkedLength(element) < MENU_SHARE * textLength(element)) return false;
  return !(element.matches('ul,ol,dl') && /[:：]$/.test(lineOf(element.previousElementSibling)));
}

/** True of a cell of a table that names its columns, or with few links. */
const isOfData = (cell: Element): boolean =>
  cell.closest('table')?.querySelector('th') != null || cell.querySelectorAll('a').length < 4;
