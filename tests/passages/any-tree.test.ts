/** Trees that no parser of ours makes, too: whatever a format hands over is cut whole. */
import fc from 'fast-check';
import type { BlockContent, Heading, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { expect, it } from 'vitest';
import { readBlocks } from '../../src/passages/blocks.ts';
import { cutPassages } from '../../src/passages/cut.ts';
import { layOutPassage, unitsOf } from '../../src/passages/passage.ts';
import { anyString } from '../any-string.ts';
import { runs } from '../runs.ts';

const words = fc.oneof(
  anyString({ maxLength: 30 }),
  fc.constantFrom('Why?', '怎么加入？', 'Q: One?', 'A: Two.', 'Run this:', '', ' ', '🚀'),
  fc.integer({ min: 1, max: 60 }).map((times) => '磨坊在集市日磨大麦。'.repeat(times)),
  fc.integer({ min: 1, max: 30 }).map((times) => 'The mill grinds barley. '.repeat(times)),
);
const line: fc.Arbitrary<PhrasingContent[]> = fc.array(
  fc.oneof(
    words.map((value): PhrasingContent => ({ type: 'text', value })),
    words.map((value): PhrasingContent => ({ type: 'strong', children: [{ type: 'text', value }] })),
    words.map((value): PhrasingContent => ({ type: 'link', url: '#a', children: [{ type: 'text', value }] })),
    fc.constant<PhrasingContent>({ type: 'break' }),
  ),
  { maxLength: 4 },
);
const heading = fc
  .tuple(fc.integer({ min: 1, max: 6 }), line)
  .map(([depth, children]): Heading => ({ type: 'heading', depth: depth as Heading['depth'], children }));
const row = fc.array(line, { maxLength: 4 });
const flow = fc.letrec<{ block: BlockContent; item: ListItem }>((tie) => ({
  item: fc
    .array(tie('block'), { maxLength: 3 })
    .map((children): ListItem => ({ type: 'listItem', children })),
  block: fc.oneof(
    { maxDepth: 3 },
    line.map((children): BlockContent => ({ type: 'paragraph', children })),
    fc
      .tuple(words, fc.integer({ min: 0, max: 60 }))
      .map(([value, times]): BlockContent => ({ type: 'code', value: `${value}\n`.repeat(times) })),
    fc.array(row, { maxLength: 20 }).map(
      (rows): BlockContent => ({
        type: 'table',
        children: rows.map((cells) => ({
          type: 'tableRow',
          children: cells.map((children) => ({ type: 'tableCell', children })),
        })),
      }),
    ),
    fc
      .array(tie('block'), { maxLength: 3 })
      .map((children): BlockContent => ({ type: 'blockquote', children })),
    fc
      .tuple(fc.boolean(), fc.array(tie('item'), { maxLength: 4 }))
      .map(([ordered, children]): BlockContent => ({ type: 'list', ordered, children })),
  ),
}));
const anyTree = fc
  .array(fc.oneof<fc.Arbitrary<RootContent>[]>(heading, flow.block), { maxLength: 10 })
  .map((children): Root => ({ type: 'root', children }));

/** With the heading that is its title before all else. */
const anyTitledTree = anyTree.map(({ children }): Root => {
  const title = children.find(({ type }) => type === 'heading');
  return { type: 'root', children: title ? [title, ...children.filter((one) => one !== title)] : children };
});

it('a tree of any shape is in passages whole, each of one section, in the order of its text', () => {
  fc.assert(
    fc.property(anyTree, fc.option(words), (tree, title) => {
      const page = readBlocks(tree, title);
      const { text, structure } = page;
      const cuts = cutPassages(page);
      const isHeld = new Uint8Array(text.length);
      for (const { start, end } of cuts) isHeld.fill(1, start, end);
      const blocks = structure?.blocks ?? [{ start: 0, end: text.length }];
      for (const { start, end } of blocks)
        for (let at = start; at < end; at++) if (!isHeld[at]) expect(text[at]!.trim()).toBe('');
      let last = -1;
      for (const cut of cuts) {
        expect(cut.start).toBeGreaterThan(last);
        expect(cut.end).toBeGreaterThan(cut.start);
        expect(cut.end).toBeLessThanOrEqual(text.length);
        last = cut.start;
        const layout = layOutPassage(page, cut);
        expect(layout.blocks.every(({ section }) => section === cut.section)).toBe(true);
        for (const { start, end } of unitsOf(layout)) expect(start).toBeLessThan(end);
      }
    }),
    runs(60),
  );
});

it('blocks of a tree follow each other, with headings and line ends between them', () => {
  fc.assert(
    fc.property(anyTitledTree, fc.option(words), (tree, title) => {
      const { text, structure } = readBlocks(tree, title);
      const headings = new Set(structure?.sections.flatMap((one) => one.headings));
      let last = 0;
      for (const { start, end, section } of structure?.blocks ?? []) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(text.slice(start, end).trim()).not.toBe('');
        expect(structure!.sections[section]).toBeDefined();
        for (const between of text.slice(last, start).split('\n'))
          expect(between === '' || headings.has(between)).toBe(true);
        last = end;
      }
    }),
    runs(60),
  );
});
