/** Tabs, callouts, things that fold and marks at headings: to the plain elements that say the same. */
import { ancestorIn, HEADINGS, hasAtMost, lineOf, namesOf, unwrap } from './elements.ts';

/** Writes widgets of a page with plain elements, so that their words and labels are read. */
export function simplifyWidgets(document: Document): void {
  labelTabs(document);
  labelCallouts(document);
  unfoldButtons(document);
  nameQuestions(document);
  unfoldDetails(document);
}

/** A paragraph of its own, as the label of what follows. */
function makeLabel(document: Document, text: string): Element {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

/** Sets of tabs: a selector of the labels' box, of the labels in it, and of the panels beside it. */
const TAB_SETS = [
  ['[role=tablist]', '[role=tab]', '[role=tabpanel]'],
  ['.tabbed-labels', 'label', '.tabbed-block'],
  ['.vp-code-group > .tabs', 'label', '.blocks > *'],
  [
    '.tabs-nav,.nav-tabs,.tab-nav,.tabs',
    'li,a,label',
    '.tab-pane,.tab-content > *,.tab-item-content,.tabcontent',
  ],
] as const;

function labelTabs(document: Document): void {
  for (const [list, tab, panel] of TAB_SETS)
    for (const box of document.querySelectorAll(list)) {
      const labels = [...box.querySelectorAll(tab)].filter((label) => !label.querySelector(tab));
      const siblings = box.parentElement ? [...box.parentElement.querySelectorAll(panel)] : [];
      const set = new Set(siblings);
      const panels = siblings.filter((element) => ancestorIn(element, set) === null);
      const byId = labels.map((label) => document.getElementById(label.getAttribute('aria-controls') ?? ''));
      if (labels.length === 0 || (panels.length !== labels.length && !byId.every(Boolean))) continue;
      for (const [place, label] of labels.entries()) {
        const target = byId[place] ?? panels[place]!;
        if (lineOf(label) !== '') target.before(makeLabel(document, lineOf(label)));
      }
      box.remove();
    }
  for (const label of document.querySelectorAll('.sd-tab-label'))
    label.replaceWith(makeLabel(document, lineOf(label)));
}

const CALLOUT_TITLE =
  '.custom-block-title,.admonition-title,.markdown-alert-title,[class*=admonitionHeading],.callout-title,.callout-heading,.alert-heading,.alert-title,.hint-title,.starlight-aside__title,.note-title,.tip-title';
/** Labels that are part of what they stand above; any other title of a callout says something of its own. */
const PLAIN_LABEL =
  /^(?:note|tip|hint|info|information|warning|caution|danger|important|attention|error|success|see also|example|注意|注|提示|小提示|信息|警告|危险|重要|说明|小贴士|備註|备注|注意事项|温馨提示)[\s:：!！]*$/i;

/** `TIP` above `Save often.` becomes `TIP: Save often.` */
function labelCallouts(document: Document): void {
  for (const title of document.querySelectorAll(CALLOUT_TITLE)) {
    if (title.matches('summary') || title.closest('pre')) continue;
    const text = lineOf(title);
    const body = title.nextElementSibling ?? title.parentElement?.nextElementSibling ?? null;
    const first = body?.matches('p') ? body : (body?.querySelector('p') ?? body);
    if (text === '') title.remove();
    else if (first && !first.matches('ul,ol,pre,table') && PLAIN_LABEL.test(text)) {
      const label = text.replace(/[\s:：!！]+$/, '');
      const isHan = /\p{Script=Han}$/u.test(label);
      first.prepend(`${label[0]!.toUpperCase()}${label.slice(1)}${isHan ? '：' : ': '}`);
      title.remove();
    } else title.replaceWith(makeLabel(document, text));
  }
}

/** A button that opens what follows is the summary of it. */
function unfoldButtons(document: Document): void {
  for (const button of document.querySelectorAll('[aria-expanded]')) {
    if (button.closest(`nav,header,footer,summary,pre`) || !button.matches('button,[role=button],a,div'))
      continue;
    const heading = button.closest(HEADINGS);
    if (heading) {
      unwrap(button);
      continue;
    }
    const controlled = document.getElementById(button.getAttribute('aria-controls') ?? '');
    const panel = controlled ?? button.nextElementSibling;
    if (!panel || panel.contains(button) || lineOf(panel) === '' || lineOf(button) === '') continue;
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.textContent = lineOf(button);
    panel.before(details);
    details.append(summary, panel);
    button.remove();
  }
}

/** Questions that a page marks for search engines (https://schema.org/FAQPage) are headings. */
function nameQuestions(document: Document): void {
  if (!document.querySelector('[itemtype*="FAQPage"]')) return;
  for (const name of document.querySelectorAll('[itemtype$="/Question"] [itemprop~=name]')) {
    if (name.closest('[itemprop=acceptedAnswer],[itemprop=author]') || lineOf(name) === '') continue;
    const within = name.closest(HEADINGS) ?? (name.querySelector(HEADINGS) as Element | null);
    const heading = within ?? document.createElement('h3');
    heading.setAttribute('data-question', '');
    if (within) continue;
    heading.textContent = lineOf(name);
    (name.closest('summary') ?? name).replaceWith(heading);
  }
}

/**
 * Several that fold one after the other are questions and answers, or chapters: their summaries become headings. Of one
 * alone it becomes a label, since nothing would end what stands under its heading.
 */
function unfoldDetails(document: Document): void {
  let level = 1;
  const elements = [...document.querySelectorAll(`${HEADINGS},details`)];
  const rows = findRows(elements.filter((element) => element.matches('details')));
  for (const element of elements) {
    if (!element.matches('details')) {
      level = Number(element.tagName[1]);
      continue;
    }
    const summary = element.querySelector(':scope > summary');
    const heading = summary?.querySelector(HEADINGS);
    if (summary && heading) {
      if (element.id && !heading.id) heading.id = element.id;
      unwrap(summary);
    } else if (summary && lineOf(summary) !== '') {
      const isQuestion = /[?？]$/.test(lineOf(summary));
      const label =
        rows.has(element) && lineOf(summary).length <= MAX_HEADING
          ? document.createElement(`h${Math.min(level + 1, 6)}`)
          : makeLabel(document, lineOf(summary));
      if (label.matches(HEADINGS)) {
        label.textContent = lineOf(summary);
        if (element.id) label.id = element.id;
        if (isQuestion || /faq/.test(namesOf(element.parentElement!)))
          label.setAttribute('data-question', '');
      }
      summary.replaceWith(label);
    } else summary?.remove();
  }
  for (const element of elements) if (element.matches('details')) unwrap(element);
}

const MAX_HEADING = 160;

/** Those that another stands beside, with nothing but a heading after the last. */
function findRows(details: readonly Element[]): Set<Element> {
  // Each may stand in a box of its own.
  const boxOf = (element: Element): Element =>
    element.parentElement && hasAtMost(element.parentElement, 1) ? element.parentElement : element;
  const boxes = new Map(details.map((element) => [boxOf(element), element]));
  const inRow = new Set<Element>();
  for (const first of boxes.keys()) {
    if (first.previousElementSibling && boxes.has(first.previousElementSibling)) continue;
    const row: Element[] = [];
    let next: Element | null = first;
    for (; next && boxes.has(next); next = next.nextElementSibling) row.push(boxes.get(next)!);
    const isEnded =
      !next || next.matches(`${HEADINGS},footer,nav,hr`) || next.querySelector(HEADINGS) !== null;
    if (row.length > 1 && isEnded) for (const element of row) inRow.add(element);
  }
  return inRow;
}
