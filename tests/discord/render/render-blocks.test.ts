import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headingPath, renderBlocks } from '../../../src/discord/render/blocks.ts';
import type { Block } from '../../../src/types.ts';
import { byline, code, item, paragraph, step, table } from '../../make-blocks.ts';

const ROOM = 4096;
const linesOf = (...blocks: readonly Block[]): string[] =>
  renderBlocks(blocks, [], ROOM, false).markdown.split('\n');

describe('blocks in Discord', () => {
  it('number steps as their author did, with their code between them', () => {
    expect(linesOf(step(3, 'Stop it.'), code('stop', 'sh', 1), step(7, 'Wait.'), item('a *day*', 2))).toEqual(
      ['3\\. Stop it.', '```sh', 'stop', '```', '7\\. Wait.', '  • a \\*day\\*'],
    );
  });

  it('keep code as it is, between longer fences than any in it', () => {
    const text = '\tif (a_b) {\n    // ``` or `````\n\n  }  // @everyone';
    expect(linesOf(code(text, 'c++'))).toEqual(['``````c++', ...text.split('\n'), '``````']);
  });

  it.each([
    ['js{1,3}', '```js'],
    ['objective-c++', '```objective-c++'],
    ['`x', '```'],
    [null, '```'],
  ])('name the language %j as %s', (language, fence) => {
    expect(linesOf(code('a', language))[0]).toBe(fence);
  });

  it('align tables, a wide character over two columns', () => {
    expect(linesOf(table(['Rank', '价格'], ['白银骑士', '12'], ['`a`', '3']))).toEqual([
      '```',
      'Rank      价格',
      '--------  ----',
      '白银骑士  12',
      '`a`       3',
      '```',
    ]);
  });

  it('align tables up to 60 columns, and give wider ones a line a cell', () => {
    const row = (length: number): string[] => ['a*', 'b'.repeat(length)];
    expect(linesOf(table(['x', 'y'], row(56)))[3]).toBe(`a*  ${'b'.repeat(56)}`);
    expect(linesOf(table(['x', 'y'], row(57), ['', 'c']))).toEqual([
      '**x**: a\\*',
      `**y**: ${'b'.repeat(57)}`,
      '',
      '**y**: c',
    ]);
    expect(linesOf(table(null, row(57)))).toEqual([`a\\* · ${'b'.repeat(57)}`]);
  });

  it('part paragraphs, and put small above a text who wrote it', () => {
    expect(linesOf(paragraph('# a'), paragraph('b'), byline('*x*\n@y'), paragraph('c'))).toEqual([
      '\\# a',
      '',
      'b',
      '',
      '-# \\*x\\* \\@y',
      'c',
    ]);
  });

  it('have what answers in bold, in paragraphs, entries and wide tables', () => {
    const wide = table(['x', 'y'], ['12', 'b'.repeat(60)]);
    const blocks = [paragraph('at 9:30'), item('12 days'), wide];
    const { markdown } = renderBlocks(
      blocks,
      [
        [3, 7],
        [8, 10],
        [20, 22],
      ],
      ROOM,
      false,
    );
    expect(markdown.split('\n').slice(0, 3)).toEqual(['at **9:30**', '• **12** days', '**x**: **12**']);
  });

  it('leave out what has nothing to see', () => {
    expect(linesOf(paragraph(' '), code('\n\n'), table(null), byline(''), paragraph('a'))).toEqual(['a']);
  });
});

describe('blocks that are too long', () => {
  const three = [paragraph('a'.repeat(20)), paragraph('b'.repeat(20)), paragraph('c'.repeat(20))];

  it('are whole at the limit, and end behind a block below it', () => {
    expect(renderBlocks(three, [], 64, false)).toEqual({
      markdown: three.map(({ text }) => text).join('\n\n'),
      isWhole: true,
    });
    expect(renderBlocks(three, [], 63, false)).toEqual({
      markdown: `${three[0]?.text}\n\n${three[1]?.text}\n…`,
      isWhole: false,
    });
    expect(renderBlocks(three, [], 19, false)).toEqual({ markdown: '', isWhole: false });
  });

  it('end behind a sentence, a line of code or a row where they may be torn', () => {
    const sentences = paragraph('One sentence that is long. '.repeat(9).trim());
    expect(renderBlocks([sentences], [], 100, true).markdown).toBe(
      `${'One sentence that is long. '.repeat(3).trim()}…`,
    );
    const lines = code('a line of code\n'.repeat(9), 'js');
    expect(renderBlocks([lines], [], 60, true).markdown).toBe(
      `\`\`\`js\n${'a line of code\n'.repeat(3)}\`\`\`\n…`,
    );
    const rows = table(['n', 'm'], ...Array.from({ length: 9 }, (_, n) => [`${n}`, 'word']));
    expect(renderBlocks([rows], [], 50, true).markdown).toBe(
      '```\nn  m\n-  ----\n0  word\n1  word\n2  word\n```\n…',
    );
  });

  it('never take more than there is room for', () => {
    const text = fc.string({ unit: fc.constantFrom('*', '`', '\n', 'a', ' ', '𠮷', '。') });
    const block = fc.oneof(
      text.map((words) => paragraph(words)),
      text.map((words) => code(words, 'js')),
      fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 9 }).map((rows) => table(['x', 'y'], ...rows)),
    );
    fc.assert(
      fc.property(fc.array(block), fc.nat({ max: 200 }), fc.boolean(), (blocks, max, isTorn) => {
        expect(renderBlocks(blocks, [], max, isTorn).markdown.length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

it('puts headings in one line, without those that are empty', () => {
  expect(headingPath(['a\nb', ' ', 'c'], 20)).toBe('a b › c');
  expect(headingPath(['a'.repeat(30)], 20)).toBe(`${'a'.repeat(19)}…`);
  expect(headingPath([], 20)).toBe('');
});
