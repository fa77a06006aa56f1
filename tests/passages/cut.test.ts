import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_CHARACTERS, cutPassages, PASSAGE_CHARACTERS } from '../../src/passages/cut.ts';
import { blockOf, layOutPassage, unitsOf } from '../../src/passages/passage.ts';
import { runs } from '../runs.ts';
import { readPage } from './read-page.ts';

const passagesOf = async (content: string) => {
  const page = await readPage(content);
  return cutPassages(page).map((cut) => ({ ...cut, ...layOutPassage(page, cut), page }));
};
const textsOf = async (content: string): Promise<string[]> =>
  (await passagesOf(content)).map(({ text }) => text);
const sentence = 'The mill grinds barley on market days. ';

describe('passages', () => {
  it('hold the blocks under one heading and none of the next', async () => {
    expect(await textsOf('# A\n\none\n\n- two\n\n## B\n\nthree')).toEqual(['one\ntwo', 'three']);
  });

  it('hold up to 600 characters of whole blocks', async () => {
    const paragraph = sentence.repeat(7).trim();
    const texts = await textsOf(`# A\n\n## B\n\n${[paragraph, paragraph, paragraph].join('\n\n')}`);
    expect(texts).toEqual([`${paragraph}\n${paragraph}`, paragraph]);
  });

  it('cut a long paragraph of Chinese at sentence ends', async () => {
    const texts = await textsOf(`# A\n\n## B\n\n${'磨坊在集市日磨大麦，其他日子磨黑麦。'.repeat(40)}`);
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) {
      expect(text.length).toBeLessThanOrEqual(350);
      expect(text).toMatch(/。$/);
    }
  });

  it('keep code of up to 1,200 characters whole, with the line or step that leads to it', async () => {
    const code = `${'x'.repeat(70)}\n`.repeat(14).trim();
    const intro = sentence.repeat(10).trim();
    expect(await textsOf(`# A\n\n## B\n\n${intro}\n\nRun this:\n\n\`\`\`\n${code}\n\`\`\``)).toEqual([
      intro,
      `Run this:\n${code}`,
    ]);
    const [steps] = await passagesOf(
      `# A\n\n1. Run this\n   \`\`\`\n${code.replace(/^/gm, '   ')}\n   \`\`\``,
    );
    expect(steps!.text).toBe(`Run this\n${code}`);
    expect(steps!.kind).toBe('steps');
  });

  it('cut longer code between lines', async () => {
    const code = `${'y'.repeat(99)}\n`.repeat(30).trim();
    const texts = await textsOf(`# A\n\n\`\`\`\n${code}\n\`\`\``);
    expect(texts.every((text) => text.length <= CODE_CHARACTERS)).toBe(true);
    expect(texts.join('\n')).toBe(code);
  });

  it('cut a long table at its rows, and repeat its head', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `| row ${i} | ${'z'.repeat(20)} |`).join('\n');
    const passages = await passagesOf(`# A\n\n| name | value |\n| - | - |\n${rows}`);
    expect(passages.length).toBeGreaterThan(2);
    for (const { text, blocks } of passages) {
      expect(text.startsWith('name\tvalue\nrow ')).toBe(true);
      expect(blockOf(text, blocks[0]!)).toMatchObject({ kind: 'table', head: ['name', 'value'] });
    }
    expect(passages.flatMap((one) => unitsOf(one))).toHaveLength(60);
  });

  it('cut a long table without names of columns, and repeat no row', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `| row ${i} | ${'z'.repeat(20)} |`).join('\n');
    const passages = await passagesOf(`# A\n\n| | |\n| - | - |\n${rows}`);
    expect(passages.length).toBeGreaterThan(2);
    expect(
      passages
        .map(({ text }) => text)
        .join('\n')
        .split('\n'),
    ).toHaveLength(60);
    for (const { text, blocks } of passages) expect(blockOf(text, blocks[0]!)).toMatchObject({ head: null });
    expect(passages.flatMap((one) => unitsOf(one))).toHaveLength(60);
  });

  it.each([
    [599, 1],
    [600, 1],
    [601, 2],
  ])('of two paragraphs with %i characters together are %i', async (length, count) => {
    const [first, second] = ['x'.repeat(299), 'y'.repeat(length - 300)];
    expect(await textsOf(`# A\n\n- ${first}\n- ${second}`)).toHaveLength(count);
  });

  it.each([
    [1_200, 1],
    [1_201, 2],
  ])('of %i characters of code are %i', async (length, count) => {
    const code = `${`${'x'.repeat(99)}\n`.repeat(11)}${'y'.repeat(length - 1_100)}`;
    expect(await textsOf(`# A\n\n\`\`\`\n${code}\n\`\`\``)).toHaveLength(count);
  });

  it('have the kind of what they are', async () => {
    const kinds = async (content: string) => (await passagesOf(`# A\n\n${content}`)).map(({ kind }) => kind);
    expect(await kinds('- one\n- two')).toEqual(['prose']);
    expect(await kinds('1. one\n2. two')).toEqual(['steps']);
    expect(await kinds('```\nx\n```')).toEqual(['code']);
    expect(await kinds('| a |\n| - |\n| b |')).toEqual(['table']);
    expect(await kinds('## Why?\n\n1. one')).toEqual(['question-and-answer']);
    expect(await kinds(':::message{by="A member"}\nOne.\n:::')).toEqual(['message']);
  });

  it('keep who wrote a message with what they wrote', async () => {
    const long = sentence.repeat(14).trim();
    const message = `:::message{by="A member"}\n${long}\n:::`;
    expect(await textsOf(`# A\n\n${message}\n\n${message}`)).toEqual([
      `A member\n${long}`,
      `A member\n${long}`,
    ]);
  });

  it('of plain text end without the space behind them', () => {
    const [first] = cutPassages({ text: 'One.\nTwo.\n' });
    expect(first).toMatchObject({ start: 0, end: 9, kind: 'prose' });
  });
});

const anyPage = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '## One',
        '### Two?',
        '> said',
        '- item\n- other',
        '1. step\n2. next',
        '| a | b |\n| - | - |\n| c | d |',
        'Q: One?\n\nA: Two.',
        ':::message{by="A member"}\nsaid\n:::',
        'Run this:',
      ),
      fc.integer({ min: 1, max: 40 }).map((times) => sentence.repeat(times)),
      fc.integer({ min: 1, max: 400 }).map((times) => `${'今天开放'.repeat(times)}。`),
      fc
        .integer({ min: 1, max: 80 })
        .map((times) => `| a | b |\n| - | - |\n${'| row | 今天开放 |\n'.repeat(times)}`),
      fc.integer({ min: 1, max: 90 }).map((times) => `\`\`\`js\n${'call();\n'.repeat(times)}\`\`\``),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join('\n\n'));

it('of any page hold every block, keep sections apart and stay within their sizes', async () => {
  await fc.assert(
    fc.asyncProperty(anyPage, async (content) => {
      const page = await readPage(content);
      const cuts = cutPassages(page);
      const blocks = page.structure?.blocks ?? [];
      const isCovered = (at: number): boolean => cuts.some((cut) => cut.start <= at && at < cut.end);
      for (const { start, end } of blocks)
        for (let at = start; at < end; at++)
          if (page.text[at]!.trim() !== '' && !isCovered(at)) expect.fail(`nothing holds character ${at}`);
      for (const [i, cut] of cuts.entries()) {
        const layout = layOutPassage(page, cut);
        const own = layout.blocks.filter(({ kind }) => kind !== 'code' && kind !== 'table');
        if (own.length === layout.blocks.length)
          expect(layout.text.length).toBeLessThanOrEqual(PASSAGE_CHARACTERS);
        expect(layout.blocks.every(({ section }) => section === cut.section)).toBe(true);
        expect(layout.blocks.map(({ start, end }) => layout.text.slice(start, end)).join('\n')).toBe(
          layout.text,
        );
        if (i > 0) expect(cut.start).toBeGreaterThan(cuts[i - 1]!.start);
        expect(cut.end).toBeLessThanOrEqual(page.text.length);
        for (const { kind, start, end } of layout.blocks) {
          if (kind === 'code') expect(end - start).toBeLessThanOrEqual(CODE_CHARACTERS);
          expect(blockOf(layout.text, { kind, start, end, section: 0, depth: 0 }).text).toBe(
            layout.text.slice(start, end),
          );
        }
        let last = 0;
        for (const unit of unitsOf(layout)) {
          expect(unit.start).toBeGreaterThanOrEqual(last);
          expect(layout.blocks.some(({ start, end }) => start <= unit.start && unit.end <= end)).toBe(true);
          last = unit.end;
        }
      }
    }),
    runs(25),
  );
});
