import { describe, expect, it } from 'vitest';
import { blockOf, layOutPassage, type PassageLayout, unitsOf } from '../../src/passages/passage.ts';
import type { BlockSpan, Structure } from '../../src/types.ts';

/** An article of blocks that stand a line end apart, all in one section. */
function articleOf(...parts: (readonly [BlockSpan['kind'], string, Partial<BlockSpan>?])[]) {
  const blocks: BlockSpan[] = [];
  let text = '';
  for (const [kind, own, more] of parts) {
    if (text !== '') text += '\n';
    blocks.push({ kind, start: text.length, end: text.length + own.length, section: 0, depth: 0, ...more });
    text += own;
  }
  const structure: Structure = { sections: [{ headings: [], anchor: null, isQuestion: false }], blocks };
  return { text, structure };
}

const whole = { repeats: null, start: 0 };
const wholeOf = (article: ReturnType<typeof articleOf>): PassageLayout =>
  layOutPassage(article, { ...whole, end: article.text.length });
const textsIn = ({ text, blocks }: PassageLayout): string[] =>
  blocks.map(({ start, end }) => text.slice(start, end));
const unitTexts = (layout: PassageLayout): string[] =>
  unitsOf(layout).map(({ start, end }) => layout.text.slice(start, end).trim());

describe('the layout of a passage', () => {
  it('has the blocks that it spans, with their places in it', () => {
    const article = articleOf(['text', 'One.'], ['item', 'Two.'], ['code', 'a\n  b'], ['text', 'Last.']);
    const layout = layOutPassage(article, { start: 5, end: 15, repeats: null });
    expect(layout.text).toBe('Two.\na\n  b');
    expect(layout.blocks).toMatchObject([
      { kind: 'item', start: 0, end: 4 },
      { kind: 'code', start: 5, end: 10 },
    ]);
  });

  it('has parts of the blocks that it begins and ends in', () => {
    const article = articleOf(['text', 'One. Two.'], ['text', 'Three. Four.']);
    expect(textsIn(layOutPassage(article, { start: 5, end: 16, repeats: null }))).toEqual(['Two.', 'Three.']);
  });

  it('has the head of a table above rows that are cut from it, in one block with them', () => {
    const article = articleOf(['text', 'Prices:'], ['table', 'k\tv\na\t1\nb\t2\nc\t3'], ['text', 'End.']);
    const start = article.text.indexOf('b\t2');
    const layout = layOutPassage(article, { start, end: article.text.length, repeats: 1 });
    expect(textsIn(layout)).toEqual(['k\tv\nb\t2\nc\t3', 'End.']);
    expect(blockOf(layout.text, layout.blocks[0]!)).toMatchObject({
      head: ['k', 'v'],
      rows: [
        ['b', '2'],
        ['c', '3'],
      ],
    });
  });

  it('takes no row for a head where none is repeated', () => {
    const article = articleOf(['table', 'a\t1\nb\t2', { hasHead: false }]);
    const layout = layOutPassage(article, { start: 4, end: 7, repeats: null });
    expect(blockOf(layout.text, layout.blocks[0]!)).toMatchObject({ head: null, rows: [['b', '2']] });
    expect(unitTexts(layout)).toEqual(['b\t2']);
  });

  it('has a block for each line of an article without structure that says something', () => {
    const layout = layOutPassage({ text: 'One.\n\n \nTwo.\n' }, { ...whole, end: 12 });
    expect(textsIn(layout)).toEqual(['One.', 'Two.']);
    expect(layout.blocks).toMatchObject([{ kind: 'text', depth: 0, section: 0 }, { kind: 'text' }]);
  });

  it('finds the first and the last of many blocks', () => {
    const article = articleOf(...Array.from({ length: 999 }, (_, i) => ['text', `line ${i}`] as const));
    const at = (line: string) => article.text.indexOf(line);
    const cut = (start: number, end: number) => layOutPassage(article, { start, end, repeats: null });
    expect(textsIn(cut(0, 6))).toEqual(['line 0']);
    expect(textsIn(cut(at('line 499'), at('line 501') - 1))).toEqual(['line 499', 'line 500']);
    expect(textsIn(cut(at('line 998'), article.text.length))).toEqual(['line 998']);
  });
});

describe('what may answer by itself', () => {
  it.each([
    ['sentences of a paragraph', ['text', 'It opens. It closes at six.'], ['It opens.', 'It closes at six.']],
    ['sentences of Chinese', ['text', '早上开门。晚上关门。'], ['早上开门。', '晚上关门。']],
    ['a step, whole', ['item', 'Open it. Wait.', { number: 1 }], ['Open it. Wait.']],
    ['a listing, whole', ['code', 'one. two.\n\nthree.'], ['one. two.\n\nthree.']],
    ['rows of a table without its head', ['table', 'k\tv\na\t1\nb\t2'], ['a\t1', 'b\t2']],
    ['the head of a table that has nothing else', ['table', 'k\tv'], ['k\tv']],
    ['all rows of a table without names', ['table', 'a\t1\nb\t2', { hasHead: false }], ['a\t1', 'b\t2']],
    ['who wrote a message', ['byline', 'A member · 2024-01-12'], ['A member · 2024-01-12']],
  ] as const)('is %s', (_, block, units) => {
    expect(unitTexts(wholeOf(articleOf(block)))).toEqual(units);
  });

  it.each([
    [200, 1],
    [201, 2],
  ])('is an item of %i characters, in %i', (length, count) => {
    const item = `Open it. ${'x'.repeat(length - 10)}.`.replace('. x', '. X');
    expect(item).toHaveLength(length);
    expect(unitTexts(wholeOf(articleOf(['item', item])))).toHaveLength(count);
  });

  it('never holds parts of two blocks', () => {
    const layout = wholeOf(articleOf(['text', 'Run this'], ['code', 'run'], ['item', 'Wait']));
    expect(unitTexts(layout)).toEqual(['Run this', 'run', 'Wait']);
  });
});

describe('a block as it is shown', () => {
  const shown = (kind: BlockSpan['kind'], own: string, more: Partial<BlockSpan> = {}) => {
    const { text, blocks } = wholeOf(articleOf(['text', 'Before.'], [kind, own, more]));
    return blockOf(text, blocks[1]!);
  };

  it.each([
    ['a paragraph', shown('text', 'One.'), { kind: 'text', text: 'One.', depth: 0 }],
    ['a byline', shown('byline', 'A member'), { kind: 'byline', text: 'A member', depth: 0 }],
    ['a step', shown('item', 'One.', { number: 0, depth: 1 }), { kind: 'item', text: 'One.', depth: 1, number: 0 }],
    ['an item', shown('item', 'One.', { depth: 2 }), { kind: 'item', text: 'One.', depth: 2, number: null }],
    ['code', shown('code', '  a\nb', { language: 'sh' }), { kind: 'code', text: '  a\nb', depth: 0, language: 'sh' }],
    ['code of no language', shown('code', 'a'), { kind: 'code', text: 'a', depth: 0, language: null }],
    ['a table', shown('table', 'k\tv\na\t'), { kind: 'table', text: 'k\tv\na\t', depth: 0, head: ['k', 'v'], rows: [['a', '']] }],
    ['a table without names', shown('table', 'a\tb', { hasHead: false }), { kind: 'table', text: 'a\tb', depth: 0, head: null, rows: [['a', 'b']] }],
  ])('is %s', (_, block, expected) => {
    expect(block).toEqual(expected);
  }); // biome-ignore format: a table
});
