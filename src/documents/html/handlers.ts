/** What each element of HTML becomes in the tree of a document. */
import type { Element, ElementContent, Parents } from 'hast';
import type { Heading, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import type { Options } from 'rehype-remark';
import { convertTable } from './table.ts';

type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;
type State = Parameters<Handle>[0];

/** How the content of an element is converted. */
export interface Convert {
  /** In one line: blocks follow each other after a space. */
  readonly phrasing: (element: Element) => PhrasingContent[];
  readonly flow: (element: Element) => RootContent[];
}

const isPhrasing = (node: RootContent): node is PhrasingContent =>
  /^(?:text|emphasis|strong|delete|inlineCode|link|break|image)$/.test(node.type);

const conversionBy = (state: State): Convert => ({
  phrasing: (element) => inLine(state.all(element)),
  flow: (element) => state.toFlow(state.all(element)),
});

function inLine(nodes: readonly RootContent[]): PhrasingContent[] {
  const line: PhrasingContent[] = [];
  for (const node of nodes) {
    if (isPhrasing(node)) line.push(node);
    else {
      const inner: PhrasingContent[] =
        'children' in node ? inLine(node.children as RootContent[]) : [{ type: 'text', value: textOf(node) }];
      line.push({ type: 'text', value: ' ' }, ...inner, { type: 'text', value: ' ' });
    }
  }
  return line;
}

const handleHeading: Handle = (state, element): Heading => {
  const { id, dataQuestion } = element.properties;
  const data = {
    ...(id ? { id: String(id) } : {}),
    ...(dataQuestion === undefined ? {} : { isQuestion: true }),
  };
  return {
    type: 'heading',
    depth: Number(element.tagName[1]) as Heading['depth'],
    children: conversionBy(state).phrasing(element),
    ...(Object.keys(data).length > 0 ? { data } : {}),
  };
};

const handleBox =
  (author: string): Handle =>
  (state, element) => {
    const children = state.toFlow(state.all(element));
    const { dataMessage, dataAccepted, dataDate } = element.properties;
    if (dataMessage === undefined) return children;
    const message: ContainerDirective = {
      type: 'containerDirective',
      name: 'message',
      attributes: {
        by: author,
        ...(dataAccepted === undefined ? {} : { accepted: '' }),
        ...(dataDate ? { date: String(dataDate) } : {}),
      },
      children,
    };
    return message;
  };

const handleListing: Handle = (_state, element) => ({
  type: 'code',
  lang: element.properties.dataLanguage ? String(element.properties.dataLanguage) : null,
  meta: null,
  value: sourceOf(element).replace(/\n$/, ''),
});

const sourceOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(sourceOf).join('') : '';

/** `term: definition`, and what else the definition holds below it. */
const handleDefinitions: Handle = (state, element) => {
  const { phrasing, flow } = conversionBy(state);
  const parts = element.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'div' ? child.children : [child],
  );
  const items: ListItem[] = [];
  let terms: PhrasingContent[] = [];
  let item: ListItem | null = null;
  for (const part of parts) {
    if (part.type !== 'element') continue;
    if (part.tagName === 'dt') {
      if (item === null && terms.length > 0) terms.push({ type: 'text', value: ' / ' });
      if (item !== null) terms = [];
      item = null;
      terms.push(...phrasing(part));
    } else {
      const blocks = flow(part) as ListItem['children'];
      if (item) item.children.push(...blocks);
      else {
        item = withTerm(terms, blocks);
        items.push(item);
      }
    }
  }
  if (item === null && terms.length > 0) items.push(withTerm(terms, []));
  return { type: 'list', ordered: false, start: null, spread: false, children: items };
};

function withTerm(terms: readonly PhrasingContent[], blocks: ListItem['children']): ListItem {
  const [first, ...rest] = blocks;
  const term = textOf(terms as PhrasingContent[]).trim();
  const between = /[:：?？!！.。,，]$/.test(term) ? ' ' : /\p{Script=Han}/u.test(term) ? '：' : ': ';
  const joined: ListItem['children'] =
    term === ''
      ? blocks
      : first?.type === 'paragraph'
        ? [
            { type: 'paragraph', children: [...terms, { type: 'text', value: between }, ...first.children] },
            ...rest,
          ]
        : [{ type: 'paragraph', children: [...terms] }, ...blocks];
  return { type: 'listItem', spread: false, checked: null, children: joined };
}

const FILE_NAME = /\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$/i;
/** Alternative texts that say what kind of thing is shown, and nothing of it. */
const NO_DESCRIPTION =
  /\b(?:logo|avatar|icon|qr ?code|badge|screenshot|thumbnail|banner)\b|头像|二维码|图标|^(?:图片?|配图|插图|image|photo|picture|figure)[\s\d:：.-]*$/i;

/** The alternative text of a picture, where it says something. */
const handlePicture: Handle = (_state, element, parent) => {
  const alt = String(element.properties.alt ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  const words = alt.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length;
  const says = words >= 2 || (alt.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4;
  const isTold = parent !== undefined && rawText(parent).includes(alt);
  return says && !isTold && !FILE_NAME.test(alt) && !NO_DESCRIPTION.test(alt)
    ? [
        { type: 'text', value: ' ' },
        { type: 'text', value: alt },
        { type: 'text', value: ' ' },
      ]
    : undefined;
};

const rawText = (node: Parents | ElementContent): string =>
  'children' in node
    ? node.children.map((child) => rawText(child as ElementContent)).join('')
    : 'value' in node
      ? node.value
      : '';

const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '-': '⁻', '−': '⁻',
}; // biome-ignore format: a table

/** 10⁶, not 106; nothing of a mark that leads to a note. */
const handleSuperscript: Handle = (state, element) => {
  const text = rawText(element).trim();
  const isMark = element.children.some((child) => child.type === 'element' && child.tagName === 'a');
  if (isMark || /^\[.{1,3}\]$/.test(text)) return undefined;
  const raised = [...text].map((character) => SUPERSCRIPTS[character]);
  return raised.every((character) => character !== undefined)
    ? { type: 'text', value: raised.join('') }
    : state.all(element);
};

/** A link without its marks of notes and places: ↩, ¶, [1]. */
const handleLink: Handle = (state, element) => {
  const text = rawText(element).trim();
  const address = String(element.properties.href ?? '');
  if (address.startsWith('#') && /^(?:(?:[↩↑^¶#§⤴]|\ufe0e|\ufe0f|\s)*|\[\d{1,3}\])$/u.test(text))
    return undefined;
  const children = state.all(element) as PhrasingContent[];
  return address !== '' && !/^(?:#|javascript:|data:|file:)/i.test(address)
    ? { type: 'link', url: address, title: null, children }
    : children;
};

const nothing: Handle = () => undefined;
const plain: Handle = (state, element) => state.all(element);

/** A formula as its author typed it, or its signs in a row. */
const handleFormula: Handle = (_state, element) => {
  const source = findNamed(element, 'annotation');
  return { type: 'text', value: rawText(source ?? element).replace(/\s+/g, source ? ' ' : '') };
};

function findNamed(parent: Element, name: string): Element | null {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === name ? child : findNamed(child, name);
    if (found) return found;
  }
  return null;
}

/** What each element becomes; posts are by `author`, as it may be shown. */
export const handlersFor = (author: string): NonNullable<Options['handlers']> => ({
  ...HANDLERS,
  div: handleBox(author),
  section: handleBox(author),
});

const HANDLERS: NonNullable<Options['handlers']> = {
  a: handleLink, audio: nothing, button: plain, dl: handleDefinitions, h1: handleHeading, h2: handleHeading,
  h3: handleHeading, h4: handleHeading, h5: handleHeading, h6: handleHeading, hr: nothing, iframe: nothing,
  img: handlePicture, math: handleFormula, noscript: nothing, object: nothing, pre: handleListing, rt: nothing, rp: nothing,
  select: nothing, sup: handleSuperscript, table: (state, element) => convertTable(element, conversionBy(state)),
  textarea: nothing, video: nothing, canvas: nothing,
}; // biome-ignore format: a table
