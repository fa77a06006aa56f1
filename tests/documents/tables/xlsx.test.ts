import type { RootContent } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { MAX_ROWS } from '../../../src/documents/tables/table-tree.ts';
import { readXlsx } from '../../../src/documents/tables/xlsx.ts';
import { showDate, showNumber } from '../../../src/documents/tables/xlsx-cells.ts';
import { makeXlsx, type TestCell, type TestSheet } from '../files/make-xlsx.ts';
import { makeZip } from '../files/make-zip.ts';

const line = (node: RootContent): string => {
  if (node.type === 'heading') return `h${node.depth}${node.data?.isQuestion ? '?' : ''} ${plain(node)}`;
  if (node.type === 'table')
    return node.children.map((row) => row.children.map((cell) => plain(cell)).join(' | ')).join(' / ');
  return plain(node);
};
const linesOf = async (...sheets: TestSheet[]) =>
  (await readXlsx(makeXlsx(sheets), 'ranks')).tree.children.map(line);
const sheet = (rows: TestCell[][], more: Partial<TestSheet> = {}): TestSheet => ({
  name: 'Ranks',
  rows,
  ...more,
});

describe('a workbook', () => {
  it('with one sheet of words is its table, named as the file', async () => {
    const bytes = makeXlsx([sheet([['Rank', 'Plots'], ['Birch', 3]]), sheet([], { name: 'Sheet2' })]);
    const reading = await readXlsx(bytes, 'shop_ranks');
    expect(reading).toMatchObject({ title: 'shop ranks', date: null, source: null, url: null });
    expect(reading.missing).toBeUndefined();
    expect(reading.tree.children.map(line)).toEqual(['Rank | Plots / Birch | 3']);
  });

  it('with several has each under its name', async () => {
    expect(await linesOf(
      sheet([['Rank', 'Plots'], ['Birch', 3]]),
      sheet([['Question', 'Answer'], ['Who <sells> "wool" & more?', 'Ada']], { name: 'Q & A' }),
    )).toEqual(['h2 Ranks', 'Rank | Plots / Birch | 3', 'h2 Q & A', 'h3? Who <sells> "wool" & more?', 'Ada']);
  });

  it('leaves hidden sheets out, and says so', async () => {
    const bytes = makeXlsx([sheet([['a', 'b'], ['1', '2']]), sheet([['secret', 'x']], { name: 'Lists', isHidden: true })]);
    const { tree, missing } = await readXlsx(bytes, 'x');
    expect(tree.children.map(line)).toEqual(['a | b / 1 | 2']);
    expect(missing?.reason).toBe('hidden sheets are left out: Lists');
  });

  it('shows numbers, days, times and answers as a person sees them', async () => {
    const rows: TestCell[][] = [
      ['what', 'shown'],
      ['percent', { value: 0.125, format: '0.0%' }],
      ['price', { value: 1234.5, format: '[$€-407]#,##0.00' }],
      ['sum', 0.1 + 0.2],
      ['day', { value: 45352, format: 'yyyy\\-mm\\-dd' }],
      ['day and time', { value: 45352.4375, format: 'm/d/yy h:mm' }],
      ['time', { value: 0.75, format: 'h:mm' }],
      ['is open', true],
    ];
    expect(await linesOf(sheet(rows))).toEqual([
      'what | shown / percent | 12.5% / price | €1,234.50 / sum | 0.3 / day | 2024-03-01 / day and time | 2024-03-01 10:30 / time | 18:00 / is open | TRUE',
    ]);
  });

  it('has the merged title above a table as a paragraph', async () => {
    expect(await linesOf(sheet([['Ranks of spring', null, null], [null, null, null], ['Rank', 'Plots', 'Price'], ['Birch', 3, 5]], { merges: ['A1:C1'] }))).toEqual(
      ['Ranks of spring', 'Rank | Plots | Price / Birch | 3 | 5'],
    );
  });

  it('repeats a cell that is merged downwards', async () => {
    expect(await linesOf(sheet([['Area', 'Rank'], ['North', 'Birch'], [null, 'Oak'], ['South', 'Elm']], { merges: ['A2:A3'] }))).toEqual(
      ['Area | Rank / North | Birch / North | Oak / South | Elm'],
    );
    expect(await linesOf(sheet([['Question', 'Answer'], ['Open?', 'Yes'], [null, 'From nine']], { merges: ['A2:A3'] }))).toEqual(
      ['h2? Open?', 'Yes', 'From nine'],
    );
  });

  it('joins a head of two rows', async () => {
    expect(await linesOf(sheet([['Rank', 'Price', null], [null, 'Week', 'Year'], ['Birch', 1, 9]], { merges: ['A1:A2', 'B1:C1'] }))).toEqual(
      ['Rank | Price Week | Price Year / Birch | 1 | 9'],
    );
  });
}); // biome-ignore format: long lines of one shape

describe('a number', () => {
  it.each([
    [1234.5, undefined, '1234.5'], [1234.5, 'General', '1234.5'], [3, '0', '3'], [4.8765, '0.00', '4.88'], [-7, '#,##0;[Red]-#,##0', '-7'],
    [0.5, '0%', '50%'], [0.0725, '0.00%', '7.25%'], [20, '"$"#,##0', '$20'], [20, '#,##0\\ "gold"', '20 gold'], [5, '_-* #,##0.00_-', '5.00'],
    [1e21, '0', '1,000,000,000,000,000,000,000'.replaceAll(',', '')], [0.5, '# ?/?', '0.5'], [1500000, '#,##0,', '1500000'], [12, '0.00E+00', '12'],
  ])('%f in %j is shown as %s', (value, format, shown) => {
    expect(showNumber(value, format)).toBe(shown);
  });

  it('of a day may be a millisecond short', () => {
    expect(showDate(new Date(Date.UTC(2024, 2, 1, 9, 29, 59, 999)))).toBe('2024-03-01 09:30');
    expect(showDate(new Date(Date.UTC(2024, 2, 1, 9, 29, 58)))).toBe('2024-03-01 09:29:58');
  });
}); // biome-ignore format: a table

describe('a file that is no workbook', () => {
  const compound = (words: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(64), Buffer.from(words, 'utf16le')]);
  it.each([
    ['has a password', compound('EncryptedPackage'), 'a password protects it'],
    ['is of old', compound('Workbook'), 'found an old one (.xls)'],
    ['is another archive', makeZip({ 'a.txt': 'x' }), 'not a workbook that can be read'],
    ['is no archive', Buffer.from('Rank,Plots'), 'not a zip archive'],
    ['is broken', makeXlsx([sheet([['a']])], { 'xl/workbook.xml': '<workbook' }), 'not a workbook that can be read'],
    ['is empty', makeXlsx([sheet([[null, ' ']])]), 'no cell holds anything'],
    ['is a bomb', makeXlsx([sheet([['a']])], { 'xl/worksheets/sheet1.xml': Buffer.alloc(65 * 2 ** 20, ' ') }), 'unpacks to more than'],
  ])('because it %s is told', async (_, bytes, reason) => {
    await expect(readXlsx(bytes, 'x')).rejects.toThrow(reason);
  });

  it('for its size is read up to the limit, and says so', async () => {
    const rows = Array.from({ length: MAX_ROWS + 1 }, (_, i) => ['a', i]);
    const { tree, missing } = await readXlsx(makeXlsx([sheet(rows)]), 'x');
    expect(tree.children[0]).toHaveProperty('children.length', MAX_ROWS);
    expect(missing?.reason).toContain('more than 20000 rows');
  });

  it('with merged cells that overlap without end is read', async () => {
    const merges = Array(2_000).fill('A1:A1048576');
    const { tree } = await readXlsx(makeXlsx([sheet([['a', 'b'], ...Array(1_000).fill([null, 'c'])], { merges })]), 'x');
    expect(tree.children[0]).toHaveProperty('children.length', 1_001);
  });
}); // biome-ignore format: long lines of one shape
