/** Listings of code, as the many programs that colour them write them: to a plain `<pre>` with its language. */
import { hasAtMost } from './elements.ts';

/** Numbers of lines, buttons and labels that stand in or beside a listing. */
const GUTTERS =
  'td.gutter,td.linenos,td.linenumber,td.blob-num,td.hljs-ln-numbers,.linenodiv,.line-numbers-rows,.line-numbers-wrapper,.code-snippet__line-index,clipboard-copy,.copybtn,.copy-btn,.copy-button,.copy-code,.copy-code-button,.zeroclipboard-container,.code-toolbar > .toolbar,.highlight-tools,.copy-notice,[class*=language-] > span.lang,[class*=language-] > .copy,pre .boring,pre .lineno,pre .linenos,pre .lnt,pre .ln,pre .line-number,pre .hljs-ln-n,pre button';
/** Tables that have a line of code a row. */
const LINE_CELLS = 'td.blob-code,td.hljs-ln-code,td.js-file-line';

/** Makes every listing one `<pre>` of plain text; `data-language` names its language, where the page does. */
export function simplifyCode(document: Document): void {
  const lines = new Set<Element>();
  for (const cell of document.querySelectorAll(LINE_CELLS)) lines.add(cell.closest('table')!);
  for (const element of document.querySelectorAll(GUTTERS)) element.remove();
  for (const table of lines) {
    const pre = document.createElement('pre');
    pre.textContent = [...table.querySelectorAll(LINE_CELLS)]
      .map((cell) => cell.textContent!.replace(/^\n|\n$/g, ''))
      .join('\n');
    const language = languageOf(table);
    if (language) pre.setAttribute('data-language', language);
    // Highlighters that number lines put the table into the listing itself.
    const outer = table.closest('pre') ?? table;
    if (!language && outer !== table) setLanguage(pre, outer);
    outer.replaceWith(pre);
  }
  for (const box of document.querySelectorAll('.syntaxhighlighter')) {
    const pre = document.createElement('pre');
    pre.textContent = [...box.querySelectorAll('.code .line')].map((line) => line.textContent).join('\n');
    if (pre.textContent.trim() !== '') box.replaceWith(pre);
  }
  for (const code of document.querySelectorAll('code'))
    if (!code.closest('pre') && code.querySelector('br')) {
      const pre = document.createElement('pre');
      code.replaceWith(pre);
      pre.append(code);
    }
  for (const pre of document.querySelectorAll('pre')) {
    if (!pre.isConnected || pre.parentElement?.closest('pre')) continue;
    const value = codeIn(pre);
    setLanguage(pre, pre);
    if (value.trim() === '') pre.remove();
    else pre.textContent = value;
  }
}

function setLanguage(pre: Element, from: Element): void {
  const language = languageOf(from);
  if (language) pre.setAttribute('data-language', language);
}

/** Elements of a listing that are a line each. */
const LINE = 'div,li,tr,p';
const LINE_NAME = /(?:^|[\s-])(?:line|code-line|view-line)(?:$|\s)/;

/** The lines of a listing, without empty ones at its beginning and end. */
function codeIn(pre: Element): string {
  const isLinePerCode = pre.querySelectorAll(':scope > code').length > 1;
  const isLine = (element: Element): boolean =>
    element.matches(LINE) ||
    (isLinePerCode && element.matches('code')) ||
    (element.matches('span') && LINE_NAME.test(element.getAttribute('class') ?? ''));
  const parts: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === node.TEXT_NODE) parts.push(node.textContent!);
    if (node.nodeType !== node.ELEMENT_NODE) return;
    const element = node as Element;
    if (element.matches('br')) {
      parts.push('\n');
      return;
    }
    const start = parts.length;
    for (const child of element.childNodes) visit(child);
    if (!isLine(element) || element.querySelector(LINE)) return;
    const hasEnd = parts.slice(start).join('').endsWith('\n');
    const next = element.nextSibling;
    const endFollows =
      next?.nodeName === 'BR' ||
      (next?.nodeType === element.TEXT_NODE && /^[ \t]*\r?\n/.test(next.textContent!));
    if (!hasEnd && !endFollows) parts.push('\n');
  };
  for (const child of pre.childNodes) visit(child);
  return parts
    .join('')
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .replace(/\u200b/g, '')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

/** Ways to write the language of a listing into the classes of it or of a box around it. */
const LANGUAGE = /(?:^|\s)(?:language-|highlight-source-|highlight-text-|brush:\s*)([a-z][\w+#.-]*)/i;
/** Ways that say something else where they stand on a box farther out, such as the language of the page. */
const NEAR_LANGUAGE =
  /(?:^|\s)(?:language-|lang-|highlight-source-|highlight-text-|highlight-|brush:\s*|sourcecode\s+|hljs\s+|highlight\s+|prettyprint\s+lang-)([a-z][\w+#.-]*)/i;
/** Words that stand where a language does and name none. */
const NO_LANGUAGE =
  /^(?:none|plain|plaintext|text|txt|auto|default|notranslate|undefined|code|pre|wrap|wrapper|block|container|highlight|hljs|table|numbers?|line.*|copy.*|theme.*|scroll.*|shiki)$/i;
/** Boxes around a listing that may name its language; one with more parts holds more than the listing. */
const MAX_BOXES = 8;
const MAX_PARTS = 4;

function languageOf(listing: Element): string | null {
  const near = [...listing.querySelectorAll('code'), listing];
  const far: Element[] = [];
  let box = listing.parentElement;
  for (let level = 0; box && level < MAX_BOXES && hasAtMost(box, MAX_PARTS); level++) {
    if (box.matches('body,main,article,section,li,dd')) break;
    if (level < 2 || box.matches('figure')) near.push(box);
    else far.push(box);
    box = box.parentElement;
  }
  for (const element of [...near, ...far]) {
    const names = element.getAttribute('class') ?? '';
    const stated =
      element.getAttribute('data-lang') ??
      element.getAttribute('data-language') ??
      (far.includes(element) ? LANGUAGE : NEAR_LANGUAGE).exec(names)?.[1];
    const language = stated?.trim().replace(/\{.*$/, '').toLowerCase();
    if (language && /^[a-z][\w+#.-]*$/.test(language) && !NO_LANGUAGE.test(language)) return language;
  }
  return null;
}
