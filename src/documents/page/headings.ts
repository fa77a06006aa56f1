/** Names of places in a page, for links; the marks that pages put at headings to show them. */
import { HEADINGS, lineOf, namesOf, textLength, unwrap } from './elements.ts';

const MARK_NAME =
  /(?:^|[\s_-])(?:headerlink|header-anchor|heading-anchor|hash-link|permalink|anchorjs-link|anchor-link|direct-link|headline-link|anchor)(?:$|[\s_-])/;
const MARK =
  /^(?:[#¶§🔗⚓\s]*|permalink.*|link to (?:this )?(?:heading|section).*|(?:copy|direct) link.*|anchor|永久链接|直接链接)$/iu;
/** Ids that a script gave: no page has them twice. */
const MADE_ID = /^(?::r\w+:|ember\d+|react-.*|__.*)$/;

/** Takes marks out of the headings of a page and gives each the id of its place, where the page has one. */
export function nameHeadings(document: Document): void {
  for (const heading of document.querySelectorAll(HEADINGS)) {
    const names = [heading.id, idOfSection(heading), idBefore(heading)];
    const inside: string[] = [];
    for (const element of heading.querySelectorAll('a,span[id]')) {
      const id = element.id || element.getAttribute('name');
      if (id) names.push(id);
      const address = element.getAttribute('href');
      if (address && /^#./.test(address)) inside.push(decode(address.slice(1)));
    }
    removeMarks(heading);
    const id = [...names, ...inside].find((name) => name && !/\s/.test(name) && !MADE_ID.test(name));
    if (id) heading.id = id;
    else heading.removeAttribute('id');
  }
}

/** Takes out of a heading what stands in it for those who link to it. */
export function removeMarks(heading: Element): void {
  for (const link of heading.querySelectorAll('a,button,span')) {
    if (!link.isConnected && !heading.contains(link)) continue;
    const isNamed = MARK_NAME.test(namesOf(link));
    if (/badge/.test(namesOf(link))) {
      link.remove();
      continue;
    }
    const isMark = MARK.test(lineOf(link)) && (link.matches('a') || isNamed);
    if (isMark || (link.matches('button') && textLength(link) < textLength(heading))) link.remove();
    else if (isNamed && link.matches('a')) unwrap(link);
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Of the section that it opens, where nothing but empty boxes stands between. */
function idOfSection(heading: Element): string | null {
  let inner = heading;
  for (let box = heading.parentElement; box; box = box.parentElement) {
    if (box.matches('body,main')) return null;
    for (let before = inner.previousElementSibling; before; before = before.previousElementSibling)
      if (lineOf(before) !== '') return null;
    if (box.id && box.matches('section,article,div,li')) {
      // A box around the whole page is named for what it holds, not for a place.
      return box.tagName === 'SECTION' || box.querySelectorAll(heading.tagName).length === 1 ? box.id : null;
    }
    inner = box;
  }
  return null;
}

const MAX_STEPS = 4;

/** Of an empty element right before the heading, which is a place to link to and nothing else. */
function idBefore(heading: Element): string | null {
  let before = heading.previousElementSibling;
  for (let step = 0; before && step < MAX_STEPS; step++, before = before.previousElementSibling) {
    if (lineOf(before) !== '' || !before.matches('a,span,p,div')) return null;
    const place = before.matches('[id],a[name]') ? before : before.querySelector('[id],a[name]');
    if (place) return place.id || place.getAttribute('name');
  }
  return null;
}
