/** Where on a page its text stands. The door to @mozilla/readability, which knows it by where the sentences are. */
import { HEADINGS, hasSentence, lineOf, linkedLength, plainLength, textLength } from './page-elements.ts';

/** A page with less text than this has its article elsewhere, or none. */
export const MIN_CHARACTERS = 30;
const MARK = 'data-place';

/**
 * The element with the text of a page, of which everything is text: what Readability leaves out of it stays, for it
 * drops tables, listings and short sections; only its boxes of links go. Null where no text is found.
 */
export async function findMainText(document: Document): Promise<Element | null> {
  const { Readability } = await import('@mozilla/readability');
  removeEmpty(document.body);
  const elements = [...document.body.querySelectorAll('*')];
  for (const [place, element] of elements.entries()) element.setAttribute(MARK, String(place));
  // It takes the document apart that it is given.
  const copy = document.cloneNode(true) as Document;
  const article = new Readability<Element>(copy, {
    serializer: (node) => node as Element,
    // Its own 500 are made for English; below it, it prefers a longer text, such as the footer's.
    charThreshold: MIN_CHARACTERS,
  }).parse();
  const kept = new Set<Element>();
  for (const element of article?.content?.querySelectorAll(`[${MARK}]`) ?? [])
    kept.add(elements[Number(element.getAttribute(MARK))]!);
  const main = chooseBox(document.body, kept);
  if (main) removeLinkBoxes(main, kept);
  return main;
}

/** Boxes without text, which Readability takes the square of their number for. */
function removeEmpty(body: Element): void {
  const elements = [...body.querySelectorAll('*')];
  for (const element of elements.reverse())
    if (
      !element.firstElementChild &&
      !element.matches('img,br,hr,input,td,th,wbr,[id]') &&
      lineOf(element) === ''
    )
      if (textLength(element) === 0) element.remove();
}

/** Of the text that Readability finds, the box must hold this share. */
const ENOUGH = 0.9;

function chooseBox(body: Element, kept: ReadonlySet<Element>): Element | null {
  const weights = weigh(body, kept);
  const all = weights.get(body) ?? 0;
  const stated = [...body.querySelectorAll('main,[role=main],article,[itemprop=articleBody]')].filter(
    (element) => textLength(element) > 0,
  );
  if (all === 0) return stated[0] ?? (textLength(body) > 0 ? body : null);
  const weightOf = (element: Element): number => weights.get(element) ?? 0;
  let box = body;
  for (;;) {
    const inner = [...box.children].find((child) => weightOf(child) >= ENOUGH * all);
    if (!inner || inner.matches('p,li,tr,td,pre,table,ul,ol,dl,blockquote')) break;
    box = inner;
  }
  const around = stated.filter((element) => weightOf(element) >= ENOUGH * all);
  if (around.length === 0) return climb(box);
  const outer = around[0]!;
  const inner = around.at(-1)!;
  // Of a main element with one article in it, the article is the text, unless much text stands beside it.
  const isOnlyArticle = outer.querySelectorAll('article').length <= 1;
  return isOnlyArticle && 10 * plainLength(inner) < 7 * plainLength(outer) ? outer : inner;
}

/** Characters of the kept text in each element. */
function weigh(body: Element, kept: ReadonlySet<Element>): Map<Element, number> {
  const weights = new Map<Element, number>();
  for (const element of body.querySelectorAll('*')) {
    const parent = element.parentElement!;
    if (!kept.has(element) && !(kept.has(parent) && parent.children.length === 1)) continue;
    let own = 0;
    for (const child of element.childNodes) if (child.nodeType === child.TEXT_NODE) own += textLength(child);
    if (own === 0) continue;
    for (let above: Element | null = element; above; above = above.parentElement)
      weights.set(above, (weights.get(above) ?? 0) + own);
  }
  return weights;
}

/** A box around the one found, where that is one of several sections of a text. */
function climb(box: Element): Element {
  let found = box;
  for (let above = box.parentElement, inner = box; above; inner = above, above = above.parentElement) {
    const isAlike = (child: Element): boolean =>
      child !== inner &&
      child.tagName === inner.tagName &&
      child.getAttribute('class') === inner.getAttribute('class') &&
      !child.matches('td,tr,li') &&
      2 * linkedLength(child) < textLength(child) &&
      (hasSentence(child) || child.querySelector('table,pre,dl') !== null) &&
      child.querySelector(`${HEADINGS},table,pre,dl`) !== null;
    if ([...above.children].some(isAlike)) found = above;
    if (above.matches('body')) break;
  }
  return found;
}

/** Takes out boxes of links that Readability leaves out too: teasers, lists of other pages. */
function removeLinkBoxes(main: Element, kept: ReadonlySet<Element>): void {
  for (const box of main.querySelectorAll('div,section,ul,ol,aside,p,article')) {
    if (!box.isConnected || kept.has(box) || 2 * linkedLength(box) < textLength(box)) continue;
    if (textLength(box) === 0 || box.closest('table,li,dd,pre,blockquote')) continue;
    if (box.querySelector('table,pre') || (hasSentence(box) && box.matches('p'))) continue;
    const isAnnounced = box.matches('ul,ol') && /[:：]$/.test(lineOf(box.previousElementSibling));
    if (!isAnnounced && ![...kept].some((element) => box.contains(element))) box.remove();
  }
}
