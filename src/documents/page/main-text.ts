/** Where on a page its text stands. The door to @mozilla/readability, which knows it by where the sentences are. */
import {
  ancestorsOf,
  childrenOf,
  HEADINGS,
  hasAtMost,
  hasSentence,
  lineOf,
  linkedLength,
  textLength,
} from './elements.ts';

/** A page with less text than this has its article elsewhere, or none. */
export const MIN_CHARACTERS = 30;
const MARK = 'data-place';

/**
 * The element with the text of a page, of which everything is text: what Readability leaves out of it stays, for it
 * drops tables, listings and short sections; only its boxes of links go. Null where no text is found.
 */
export async function findMainText(document: Document): Promise<Element | null> {
  const { Readability } = await import('@mozilla/readability');
  const elements = [...document.body.querySelectorAll('*')];
  for (const [place, element] of elements.entries()) element.setAttribute(MARK, String(place));
  // It takes the document apart that it is given.
  const copy = document.cloneNode(true) as Document;
  lighten(copy);
  const article = new Readability<Element>(copy, {
    serializer: (node) => node as Element,
    // Its own 500 are made for English; below it, it prefers a longer text, such as the footer's.
    charThreshold: MIN_CHARACTERS,
  }).parse();
  const kept = new Set<Element>();
  for (const element of article?.content?.querySelectorAll(`[${MARK}]`) ?? [])
    kept.add(elements[Number(element.getAttribute(MARK))]!);
  const weights = weigh(document.body, kept);
  const main = chooseBox(document.body, weights);
  if (!main) return null;
  removeLinkBoxes(main, kept);
  const weight = weights.get(main) ?? 0;
  if (weight >= MIN_FOUND && weight < MOST * textLength(main)) removeBeside(main, weights);
  return main;
}

/** Rows of a table that tell where it stands as well as all of them, which Readability takes the square of. */
const MAX_ROWS = 50;

function lighten(copy: Document): void {
  for (const table of copy.querySelectorAll('table'))
    for (const row of [...table.querySelectorAll('tr')].slice(MAX_ROWS)) row.remove();
}

/** The box of the text that the page states must hold this share of the text that Readability finds. */
const ENOUGH = 0.9;
/** Any other box must hold nearly all of it: a short introduction may stand outside the box of a long table. */
const NEARLY_ALL = 0.97;

function chooseBox(body: Element, weights: ReadonlyMap<Element, number>): Element | null {
  const all = weights.get(body) ?? 0;
  const stated = [...body.querySelectorAll('main,[role=main],article,[itemprop=articleBody]')].filter(
    (element) => textLength(element) > 0,
  );
  if (all === 0) return stated[0] ?? (textLength(body) > 0 ? body : null);
  const holds = (element: Element, share: number): boolean => (weights.get(element) ?? 0) >= share * all;
  const innermost = stated.filter((element) => holds(element, ENOUGH)).at(-1);
  if (innermost) return climb(innermost);
  let box = body;
  for (;;) {
    const inner: Element | undefined = childrenOf(box).find((child) => holds(child, NEARLY_ALL));
    if (!inner || inner.matches('p,li,pre,ul,ol,dl,blockquote')) break;
    box = inner;
  }
  while (box.matches('table,thead,tbody,tr')) box = box.parentElement!;
  return climb(box);
}

/** Characters of the kept text in each element. */
function weigh(body: Element, kept: ReadonlySet<Element>): Map<Element, number> {
  const weights = new Map<Element, number>();
  for (const element of body.querySelectorAll('*')) {
    const parent = element.parentElement!;
    if (!kept.has(element) && !(kept.has(parent) && hasAtMost(parent, 1))) continue;
    let own = 0;
    for (let child = element.firstChild; child; child = child.nextSibling)
      if (child.nodeType === child.TEXT_NODE) own += textLength(child);
    if (own === 0) continue;
    for (let above: Element | null = element; above; above = above.parentElement)
      weights.set(above, (weights.get(above) ?? 0) + own);
  }
  return weights;
}

const DATA = 'table,pre,dl';

/** Sections of one text are written alike. */
const kindOf = (element: Element): string => `${element.tagName} ${element.getAttribute('class')}`;

/** A box around the one found, where that is one of several sections of a text. */
function climb(box: Element): Element {
  let found = box;
  const isSection = (child: Element): boolean =>
    2 * linkedLength(child) < textLength(child) &&
    (hasSentence(child) || child.querySelector(DATA) !== null) &&
    child.querySelector(`${HEADINGS},${DATA}`) !== null;
  for (let inner = box, above = box.parentElement; above; inner = above, above = above.parentElement) {
    if (inner.matches('body,main,[role=main],td,tr,li')) break;
    if (
      childrenOf(above).some(
        (child) => child !== inner && kindOf(child) === kindOf(inner) && isSection(child),
      )
    )
      found = above;
  }
  return found;
}

/** Takes out boxes of links that Readability leaves out too: teasers, lists of other pages. */
function removeLinkBoxes(main: Element, kept: ReadonlySet<Element>): void {
  const aboveKept = ancestorsOf(kept);
  for (const box of main.querySelectorAll('div,section,ul,ol,aside,p,article')) {
    if (!box.isConnected || kept.has(box) || 2 * linkedLength(box) < textLength(box)) continue;
    if (textLength(box) === 0 || box.closest('table,li,dd,pre,blockquote')) continue;
    if (box.querySelector('table,pre') || (hasSentence(box) && box.matches('p'))) continue;
    const isAnnounced = box.matches('ul,ol') && /[:：]$/.test(lineOf(box.previousElementSibling));
    if (!isAnnounced && !aboveKept.has(box)) box.remove();
  }
}

/** Text of fewer characters says little of where the rest of it stands. */
const MIN_FOUND = 300;
/** Where Readability finds less of a box than this, the box holds more than the text. */
const MOST = 0.6;

/** Takes out parts of a box without text that Readability finds, but for tables, listings and parts like those found. */
function removeBeside(main: Element, weights: ReadonlyMap<Element, number>): void {
  const found = new Map<Element, Set<string>>();
  for (const element of weights.keys()) {
    const parent = element.parentElement;
    if (!parent) continue;
    const kinds = found.get(parent) ?? new Set();
    found.set(parent, kinds.add(kindOf(element)));
  }
  for (const box of main.querySelectorAll('div,section,ul,ol,aside,article,figure,header,footer')) {
    if (!box.isConnected || weights.has(box) || box.closest('table,li,dd,pre,blockquote')) continue;
    if (!box.querySelector(DATA) && !found.get(box.parentElement!)?.has(kindOf(box))) box.remove();
  }
}
