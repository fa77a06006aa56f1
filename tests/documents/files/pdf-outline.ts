/** What a PDF made for a test is read as, a line for each block. */
import type { List, Root, RootContent } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import { readPdf } from '../../../src/documents/pdf/pdf.ts';
import { type Content, makeLaidOutPdf } from './make-pdf.ts';

/** Blocks of the tree, a line each, lists indented. */
export const outline = ({ children }: { readonly children: readonly RootContent[] }, indent = ''): string[] =>
  children.flatMap((block): string[] => {
    if (block.type === 'heading') return [`${indent}${'#'.repeat(block.depth)} ${plain(block)}`];
    if (block.type === 'list') return listed(block, indent);
    if (block.type === 'table')
      return block.children.map((row) => `${indent}| ${row.children.map((cell) => plain(cell)).join(' | ')}`);
    if (block.type === 'code') return block.value.split('\n').map((line) => `${indent}> ${line}`);
    return [indent + plain(block)];
  });

const listed = ({ children, ordered, start }: List, indent: string): string[] =>
  children.flatMap(({ children: blocks }, i) => {
    const [first, ...rest] = outline({ children: blocks }, `${indent}  `);
    return [`${indent}${ordered ? `${start! + i}.` : '-'} ${first!.trim()}`, ...rest];
  });

export const treeOf = async (...pages: (readonly Content[])[]): Promise<Root> =>
  (await readPdf(makeLaidOutPdf(pages))).tree;
export const read = async (...pages: (readonly Content[])[]): Promise<string[]> =>
  outline(await treeOf(...pages));
