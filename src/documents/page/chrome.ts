/** What a site puts around the text of every page: menus, footers, banners, tables of contents. */
import {
  ancestorIn,
  HEADINGS,
  hasSentence,
  lineOf,
  namesOf,
  plainLength,
  textLength,
  unwrap,
} from './elements.ts';

/** Never text: code, pictures, what is typed into, what stands in for a script. */
const UNREADABLE =
  'script,style,template,svg,noscript,iframe,frame,frameset,object,embed,applet,canvas,audio,video,map,input,select,textarea,datalist,dialog,rp,rt,link,meta,.mw-editsection,.sr-only,.visually-hidden,.screen-reader-text,.screenreader-only';

/** Takes out what is never text. A box that can be ticked stays: whether it is belongs to a list of tasks. */
export function removeUnreadable(document: Document): void {
  for (const element of document.body.querySelectorAll(UNREADABLE))
    if (!element.matches('li > input[type=checkbox],li > p > input[type=checkbox]')) element.remove();
}

/** Elements that say something though they hold no text. */
const SPEAKING = /^(?:img|br|hr|input|td|th|wbr|pre)$/;

/** Takes out elements without text, of which a page may have a hundred thousand; places to link to go with them. */
export function removeEmpty(document: Document): void {
  const empty = new Set<Element>();
  // What stands in an element comes after it, so it is judged before it.
  for (const element of [...document.body.querySelectorAll('*')].reverse())
    if (!SPEAKING.test(element.localName) && hasNothing(element, empty)) empty.add(element);
  // In the order of the page: taking one out costs the number of those that stay before it.
  for (const element of [...empty].reverse())
    if (element.parentElement && !empty.has(element.parentElement)) element.remove();
}

function hasNothing(element: Element, empty: ReadonlySet<Element>): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === child.TEXT_NODE && textLength(child) > 0) return false;
    if (child.nodeType === child.ELEMENT_NODE && !empty.has(child as Element)) return false;
  }
  return true;
}

/** Words in the names of a box that say what it is, whatever stands in it. */
const CHROME_NAME =
  /(?:^|[\s_-])(?:breadcrumbs?|crumbs?|toc|table-of-contents|sidebar|side-?nav|navbar|pagination|paginat(?:or|ion-nav)|pager|prev-next|edit-(?:this-)?(?:page|link)|edit-on-github|last-?updated?|cookies?|cookie-?(?:banner|notice)|consent|gdpr|share(?:bar)?|sharing|social|newsletter|subscribe|skip-?(?:link|nav|to-content)|back-?to-?top|go-?top|adverts?|advertisement|ads?|adsbygoogle|qr-?code|comments?|comment-list|respond|footer|copyright|contributors|byline)(?:$|[\s_-])/;
/** Words that pages give to boxes of text too. */
const MAYBE_CHROME_NAME =
  /(?:^|[\s_-])(?:nav|navigation|menu|menubar|header|topbar|toolbar|search|searchbox|dropdown|login|signup|promo|sponsors?|related|recommend(?:ed|ations?)?|hot|feedback|helpful|tags?|tag-list|meta|author|avatar|likes?|switcher|toggle|widget)(?:$|[\s_-])/;
const CHROME_ROLE =
  /^(?:navigation|banner|contentinfo|search|dialog|alertdialog|complementary|menu|menubar|toolbar|tooltip)$/;
const CALLOUT =
  /(?:^|[\s_-])(?:admonition|callout|custom-block|alert|note|tip|hint|info|warning|caution|danger|important|starlight-aside|message)(?:$|[\s_-])/;

/** Takes out what a site puts around its text, where that is not most of what the page says. */
export function removeChrome(root: Element): void {
  const all = plainLength(root);
  for (const element of root.querySelectorAll('nav,footer,aside,header,form,[role],[class],[id]')) {
    if (!element.isConnected || element.matches(`${HEADINGS},main,article,pre,code,body,td,th,tr,tbody`))
      continue;
    if (element.closest(`pre,${HEADINGS}`) || !isChrome(element)) continue;
    if (element.querySelector('main,[role=main],pre,[data-message]') || 2 * plainLength(element) > all)
      continue;
    element.remove();
  }
  for (const button of root.querySelectorAll('button,[role=button]')) {
    const around = button.closest(`${HEADINGS},p,li,td,dd,summary`);
    const isAlone = around === null || textLength(around) === textLength(button);
    if (around?.matches(`${HEADINGS},summary`) ? isAlone : !isAlone) unwrap(button);
    else if (button.matches('button')) button.remove();
  }
}

function isChrome(element: Element): boolean {
  const names = namesOf(element);
  const role = element.getAttribute('role') ?? '';
  if (element.matches('aside')) return role !== 'note' && !CALLOUT.test(names);
  if (element.matches('nav') || CHROME_ROLE.test(role)) return true;
  if (element.matches('footer')) return !element.closest('blockquote');
  if (element.matches('header')) return !element.querySelector('h1') && !hasSentence(element);
  if (element.matches('form')) return !hasSentence(element);
  if (element.matches('a,b,code,em,i,kbd,mark,small,span,strong,sub,sup,time,u'))
    return /badge/.test(names) || CHROME_NAME.test(names) ? !element.closest('p,li,td,dd,dt') : false;
  // Sections are named for what they tell: that on sharing is no row of buttons to share.
  const id = element.matches('section') ? '' : element.id.toLowerCase();
  const isNamed = (pattern: RegExp): boolean => pattern.test(names) || pattern.test(id);
  return isNamed(CHROME_NAME) || (isNamed(MAYBE_CHROME_NAME) && !isText(element));
}

/** True where more than links and labels stands in a box. */
const isText = (element: Element): boolean =>
  element.querySelector(`table,pre,${HEADINGS}`) !== null ||
  (hasSentence(element) && 2 * plainLength(element) > textLength(element));

/** Names of a box that may be shown later, and is no text then either. */
const PASSING_NAME =
  /(?:^|[\s_-])(?:modal|dialog|popup|pop|overlay|mask|toast|tips?|tooltip|menu|dropdown|nav|search|login|share|qr|qrcode|code|cookie|consent|banner|sidebar|footer|tool|loading|error)(?:$|[\s_-])/;
/** Names of the box of the text itself. */
const CONTENT_NAME =
  /(?:^|[\s_-])(?:content|article|main|post|entry|body|text|page|app|root|answer|panel|pane|collapse|accordion|faq|tab|tabpanel)(?:$|[\s_-])/;
const HIDDEN_STYLE =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$))/i;

/**
 * Shows the text that a page hides until a script runs or a tab is chosen, and takes out all else that it hides: small
 * print, invitations, boxes of messages.
 */
export function revealText(document: Document): void {
  const controlled = new Set(
    [...document.querySelectorAll('[aria-controls],[data-target],[data-bs-target]')].flatMap((element) =>
      ['aria-controls', 'data-target', 'data-bs-target'].map((name) =>
        (element.getAttribute(name) ?? '').replace(/^#/, ''),
      ),
    ),
  );
  for (const element of [document.documentElement, document.body]) show(element);
  const hidden = [...document.body.querySelectorAll('[hidden],[style],[aria-hidden=true]')].filter(isHidden);
  const inHidden = new Set(hidden);
  const lengths = hidden.filter((element) => ancestorIn(element, inHidden) === null).map(plainLength);
  const all = lengths.reduce((sum, length) => sum + length, 0);
  const visible = plainLength(document.body) - all;
  for (const element of hidden) {
    if (!element.isConnected) continue;
    const names = `${namesOf(element)} ${element.id.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()}`;
    const length = plainLength(element);
    const isContent = CONTENT_NAME.test(names);
    // A box to close before anything is read may be as long as a short text, but is no text.
    const isMostText = PASSING_NAME.test(names)
      ? isContent && length > visible && 3 * length > 2 * all
      : length > visible && 3 * length > all;
    const isNamedText =
      (isContent || controlled.has(element.id) || element.matches('[role=tabpanel],main,article,dd,pre')) &&
      !PASSING_NAME.test(names);
    const isPassing = element.matches('[role=dialog],[role=alertdialog],[role=tooltip],nav,footer');
    if (!isPassing && (isMostText || isNamedText) && lineOf(element) !== '') show(element);
    else element.remove();
  }
}

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    HIDDEN_STYLE.test(element.getAttribute('style') ?? '')
  );
}

function show(element: Element): void {
  for (const name of ['hidden', 'aria-hidden', 'style']) element.removeAttribute(name);
}
