/** Headings that an author only set in bold: in word processors, and on platforms whose editor has none. */
import type { Paragraph, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** A heading has no more characters; a sentence in bold has. */
const MAX_HEADING = 40;
/** One line in bold alone may be anything. */
const MIN_HEADINGS = 2;

/** The tree with short paragraphs in bold as headings, where it has no others below its title. */
export function headBold(tree: Root): Root {
  const { children } = tree;
  if (children.some((node) => node.type === 'heading' && node.depth > 1)) return tree;
  if (children.filter((node) => node.type === 'heading').length > 1) return tree;
  const isHeading = (place: number): boolean => {
    const next = children[place + 1];
    return isBoldLine(children[place]) && next !== undefined && !isBoldLine(next) && next.type !== 'heading';
  };
  const places = [...children.keys()].filter(isHeading);
  if (places.length < MIN_HEADINGS) return tree;
  const found = new Set(places);
  return {
    ...tree,
    children: children.map(
      (node, place): RootContent =>
        found.has(place)
          ? { type: 'heading', depth: 2, children: [{ type: 'text', value: textOf(node) }] }
          : node,
    ),
  };
}

function isBoldLine(node: RootContent | undefined): node is Paragraph {
  if (node?.type !== 'paragraph' || !node.children.every((child) => child.type === 'strong')) return false;
  const text = textOf(node);
  return text.length <= MAX_HEADING && !/[。.,，;；:：]$/.test(text);
}
