/** HTML to the tree of a document. The door to rehype. */
import type { ElementContent, Root as HtmlRoot, Parents } from 'hast';
import type { Root } from 'mdast';
import { handlersFor } from './handlers.ts';
import { tidyTree } from './tidy-tree.ts';

/**
 * Tree of a piece of HTML, of which everything is text. Posts are elements with `data-message`, the language of a
 * listing is `data-language`, headings that ask have `data-question`.
 * @param author of posts, as it may be shown
 */
export async function treeOfHtml(html: string, author = ''): Promise<Root> {
  const [{ unified }, { default: rehypeParse }, { default: rehypeRemark }] = await Promise.all([
    import('unified'),
    import('rehype-parse'),
    import('rehype-remark'),
  ]);
  const parsed = unified().use(rehypeParse, { fragment: true }).parse(html) as HtmlRoot;
  unwrapInline(parsed);
  const handlers = handlersFor(author);
  const tree = await unified().use(rehypeRemark, { document: true, handlers }).run(parsed);
  return tidyTree(tree as Root);
}

const INLINE = /^(?:a|b|del|s|strong)$/;
const BLOCK =
  /^(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|ul)$/;

/** Inline elements that mean nothing here. */
const MEANINGLESS =
  /^(?:abbr|acronym|bdi|bdo|big|cite|data|dfn|em|font|i|ins|label|mark|nobr|small|span|time|tt|u|var)$/;

/**
 * Takes away inline elements that mean nothing, and those that hold blocks: a link around a card, bold around paragraphs.
 * Texts that come to stand beside each other become one. True with blocks inside.
 */
function unwrapInline(parent: Parents): boolean {
  let hasBlock = false;
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (child.type !== 'element') {
      addChild(children, child);
      continue;
    }
    const holdsBlock = unwrapInline(child);
    const isGone = MEANINGLESS.test(child.tagName) || (holdsBlock && INLINE.test(child.tagName));
    if (isGone) for (const inner of child.children) addChild(children, inner);
    else children.push(child);
    hasBlock ||= holdsBlock || BLOCK.test(child.tagName);
  }
  parent.children = children;
  return hasBlock;
}

function addChild(children: ElementContent[], child: ElementContent): void {
  const last = children.at(-1);
  if (child.type === 'text' && last?.type === 'text') last.value += child.value;
  else if (child.type !== 'comment') children.push(child);
}
