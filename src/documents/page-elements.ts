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
export const unwrap = (element: Element): void => element.replaceWith(...element.childNodes);

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
