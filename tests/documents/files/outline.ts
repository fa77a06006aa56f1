/** A tree as lines that a test can hold: a block a line, with its kind in front. */
import type { ListItem, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** The text of a tree, a block a line. */
export const plainLines = (tree: Root): string => outline(tree, false).join('\n');

/**
 * A block a line: `## Heading {#id}`, `- item`, `1. step`, `| cell | cell |`, lines of code between fences, posts after a
 * line with who wrote them. Without marks only the text of each.
 */
export function outline(tree: Root, hasMarks = true): string[] {
  const mark = (text: string): string => (hasMarks ? text : '');
  const visit = (node: RootContent | ListItem, indent: string): string[] => {
    switch (node.type) {
      case 'heading': {
        const id = node.data?.id ? ` {#${node.data.id}}` : '';
        const asks = node.data?.isQuestion ? ' {?}' : '';
        return [mark(`${indent}${'#'.repeat(node.depth)} `) + textOf(node) + mark(id + asks)];
      }
      case 'code':
        return [
          ...(hasMarks ? [`${indent}\`\`\`${node.lang ?? ''}`] : []),
          ...node.value.split('\n').map((line) => mark(indent) + line),
          ...(hasMarks ? [`${indent}\`\`\``] : []),
        ];
      case 'table':
        return node.children.map((row) => {
          const cells = row.children.map((cell) => textOf(cell));
          return hasMarks ? `${indent}| ${cells.join(' | ')} |` : cells.join('\t');
        });
      case 'list':
        return node.children.flatMap((item, place) => {
          const bullet = node.ordered ? `${(node.start ?? 1) + place}. ` : '- ';
          const [first = '', ...rest] = item.children.flatMap((child) => visit(child, ''));
          return [mark(indent + bullet) + first, ...rest.map((line) => mark(`${indent}  `) + line)];
        });
      case 'containerDirective': {
        const { by, date, ...marks } = node.attributes ?? {};
        const words = [by, date, ...Object.keys(marks)].filter(Boolean);
        return [
          ...(hasMarks ? [`[${words.join(', ')}]`] : []),
          ...node.children.flatMap((child) => visit(child, indent)),
        ];
      }
      case 'blockquote':
        return node.children.flatMap((child) => visit(child, mark(`${indent}> `)));
      default:
        return [mark(indent) + textOf(node)];
    }
  };
  return tree.children.flatMap((node) => visit(node, ''));
}
