/** What the readers of a page ask of an element. */

/** Its classes in lower case, words of camel case apart: `tocDesktop_x` is `toc-desktop_x`. */
export const namesOf = (element: Element): string =>
  (element.getAttribute('class') ?? '').replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

/** Text without what shows nothing, runs of white space as one space. */
export const lineOf = (node: Node | null | undefined): string =>
  (node?.textContent ?? '')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Characters of its text, white space aside. */
export const textLength = (node: Node): number => (node.textContent ?? '').replace(/\s+/g, '').length;

/** Characters of its text that stand in links. */
export const linkedLength = (element: Element): number =>
  [...element.querySelectorAll('a')].reduce((sum, link) => sum + textLength(link), 0);

/** Characters of its text outside links: menus have none, however long they are. */
export const plainLength = (element: Element): number => textLength(element) - linkedLength(element);

/** True where a sentence ends in it. */
export const hasSentence = (element: Element): boolean => isSentence(element.textContent ?? '');

export const isSentence = (text: string): boolean => /[。！？；]|[\p{Ll}\p{N})"'”’][.!?](?:\s|$)/u.test(text);

/** Puts the children of an element in its place. */
export function unwrap(element: Element): void {
  const inner = element.ownerDocument.createDocumentFragment();
  while (element.firstChild) inner.append(element.firstChild);
  element.replaceWith(inner);
}

/**
 * The elements in an element. Its own `children` is a living list, which every later change of the page brings up to date
 * at the cost of its length.
 */
export function childrenOf(element: Element): Element[] {
  const children: Element[] = [];
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) children.push(child);
  return children;
}

/** True where an element holds at most so many others. */
export function hasAtMost(element: Element, count: number): boolean {
  let left = count;
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (left-- === 0) return false;
  return true;
}

/** The nearest element around another that is one of a set. */
export function ancestorIn(element: Element, set: ReadonlySet<Element>): Element | null {
  for (let above = element.parentElement; above; above = above.parentElement)
    if (set.has(above)) return above;
  return null;
}

/** Elements with one of a set inside. */
export function ancestorsOf(set: Iterable<Element>): Set<Element> {
  const above = new Set<Element>();
  for (const element of set)
    for (let box = element.parentElement; box && !above.has(box); box = box.parentElement) above.add(box);
  return above;
}

export const HEADINGS = 'h1,h2,h3,h4,h5,h6';
