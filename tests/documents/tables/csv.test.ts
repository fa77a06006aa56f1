import type { Root, RootContent } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/documents/tables/csv.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../../../src/documents/tables/table-tree.ts';

const read = (text: string | Buffer, name = 'help') => readCsv(Buffer.from(text as string), name);
const treeOf = async (text: string | Buffer): Promise<Root> => (await read(text)).tree;

/** A block as one line: its kind, and its words or cells. */
const line = (node: RootContent): string => {
  if (node.type === 'heading') return `h${node.depth}${node.data?.isQuestion ? '?' : ''} ${plain(node)}`;
  if (node.type === 'list')
    return `list ${node.start ?? '-'} ${node.children.map((item) => plain(item)).join(' | ')}`;
  if (node.type === 'table')
    return node.children.map((row) => row.children.map((cell) => plain(cell)).join(' | ')).join(' / ');
  return plain(node);
};
const linesOf = async (text: string | Buffer): Promise<string[]> => (await treeOf(text)).children.map(line);

describe('questions and answers', () => {
  it('become headings with what answers them, named as the file', async () => {
    const reading = await read('Question,Answer\nHow big is a plot?,"Forty, in a square"\n', 'server-plots');
    expect(reading).toMatchObject({ title: 'server plots', date: null, source: null, url: null });
    expect(reading.tree.children.map(line)).toEqual(['h2? How big is a plot?', 'Forty, in a square']);
  });

  it.each([
    ['ANSWER,QUESTION', 'yes,open?'],
    ['q;a', 'open?;yes'],
    ['FAQ question\tFAQ answer', 'open?\tyes'],
    ['问题,答案', 'open?,yes'],
    ['问,答', 'open?,yes'],
    ['常见问题:,官方回答', 'open?,yes'],
    ['Customer_Question,Suggested Response', 'open?,yes'],
    ['\ufeff"Question","Answer"', '"open?","yes"'],
    ['id,Question (EN),Answer (EN)', '7,open?,yes'],
  ])('are known by the names of their columns: %s', async (head, row) => {
    expect(await linesOf(`${head}\n${row}`)).toEqual(['h2? open?', 'yes']);
  });

  it('are known without names where every row asks', async () => {
    expect(await linesOf('Is it open?,Yes\n开放吗？,是\n')).toEqual(['h2? Is it open?', 'Yes', 'h2? 开放吗？', '是']);
    expect(await linesOf('Topic,Text\nIs it open?,Yes\n')).toEqual(['h2? Is it open?', 'Yes']);
  });

  it('stand under their categories, which an empty cell repeats where each is named once', async () => {
    const text = 'Category,Question,Answer,Tags\nShop,a?,1,"coins, gems"\n,b?,2,\nLand,c?,3,\n';
    expect(await linesOf(text)).toEqual(
      ['h2 Shop', 'h3? a?', '1', 'Tags: coins, gems', 'h3? b?', '2', 'h2 Land', 'h3? c?', '3'],
    );
  });

  it('of one category come together, those without one first', async () => {
    const text = 'question,answer,topic\na?,1,Shop\nb?,2,Land\nc?,3,Shop\nd?,4,\n';
    expect(await linesOf(text)).toEqual(
      ['h2? d?', '4', 'h2 Shop', 'h3? a?', '1', 'h3? c?', '3', 'h2 Land', 'h3? b?', '2'],
    );
  });

  it('in two languages are two pairs', async () => {
    const text = 'question_en,answer_en,question_zh,answer_zh\nopen?,yes,开吗？,开\n';
    expect(await linesOf(text)).toEqual(['h2? open?', 'yes', 'h2? 开吗？', '开']);
  });

  it('keep the lines and the numbered steps of a cell', async () => {
    const text = 'Q,A\nhow?,"First this:\r\n1. Open it\r\n2. Close it\r\n\r\nDone.\r\n- red\r\n- blue"\n';
    expect(await linesOf(text)).toEqual(
      ['h2? how?', 'First this:', 'list 1 Open it | Close it', 'Done.', 'list - red | blue'],
    );
  });

  it('take a row without a question as more of the answer, and leave out what nobody answered', async () => {
    expect(await linesOf('q,a\nx?,one\n,two\ny?,\n')).toEqual(['h2? x?', 'one', 'two']);
  });

  it('are cut as a heading where they are long, and whole below it', async () => {
    const asked = `${'very '.repeat(60)}long?`;
    const [head, whole] = await linesOf(`q,a\n${asked},yes\n`);
    expect(head).toHaveLength('h2? '.length + 200);
    expect(whole).toBe(asked);
  });
}); // biome-ignore format: long lines of one shape

describe('a table', () => {
  it('has the first row as its head; empty rows and columns go, ragged rows are filled', async () => {
    const text = 'Rank,,Price\n,,\nBronze,,5,extra\n\nSilver\n';
    expect(await linesOf(text)).toEqual(['Rank | Price |  / Bronze | 5 | extra / Silver |  | ']);
  });

  it('keeps line ends out of its cells', async () => {
    expect(await linesOf('a,b\n"one\ntwo",3\n')).toEqual(['a | b / one two | 3']);
  });

  it('keeps a corner of its head empty', async () => {
    expect(await linesOf(',Mon,Tue\nAlba,9,10\n')).toEqual([' | Mon | Tue / Alba | 9 | 10']);
  });

  it('comes after the lines above it that fill one cell', async () => {
    expect(await linesOf('Prices of spring,,\n,,\nRank,Price,Days\nBronze,5,30\n')).toEqual(
      ['Prices of spring', 'Rank | Price | Days / Bronze | 5 | 30'],
    );
  });

  it.each([
    ['semicolons, with commas in the text', 'Name;Text\nA;one, two\nB;three, four, five\n'],
    ['tabs, with both in the text', 'Name\tText\nA\tone, two\nB\tthree; four, five\n'],
    ['a first line that names it', 'sep=;\r\nName;Text\r\nA;one, two\r\nB;three, four, five\r\n'],
  ])('is cut at %s', async (_, text) => {
    expect((await linesOf(text))[0]).toMatch(/^Name \| Text \/ A \| one, two \/ B \| three[;,] four, five$/);
  });

  it('is read in GB18030 and UTF-16', async () => {
    const gb18030 = Buffer.concat([Buffer.from('d4c6bad32cbaa3ccc4', 'hex'), Buffer.from('\n1,2\n')]);
    expect(await linesOf(gb18030)).toEqual(['云河 | 海棠 / 1 | 2']);
    expect(await linesOf(Buffer.from('\ufeff云河,海棠\n1,2\n', 'utf16le'))).toEqual(['云河 | 海棠 / 1 | 2']);
  });

  it('keeps quotes in the middle of a cell', async () => {
    expect(await linesOf('part,size\npipe,5" wide\n"say ""hi""",2\n')).toEqual(['part | size / pipe | 5" wide / say "hi" | 2']);
  });
}); // biome-ignore format: long lines of one shape

describe('hostile or broken files', () => {
  it('with a quote that is never closed are told with its line', async () => {
    await expect(read('a,b\n1,2\n"two\nlines",3\n4,"open\n5,6\n')).rejects.toThrow('at line 5 is not closed');
    await expect(read('"a,b\n')).rejects.toThrow('at line 1 is not closed');
  });

  it('without any word are told', async () => {
    await expect(read(' , ,\n,\n')).rejects.toThrow('no cell holds anything');
    await expect(read('')).rejects.toThrow('no cell holds anything');
  });

  it.each([MAX_ROWS, MAX_ROWS + 1, 200_000])(
    'of %i rows are read up to the limit, and say so',
    async (rows) => {
      const { tree, missing } = await read('a,b\n'.repeat(rows));
      expect(tree.children[0]).toHaveProperty('children.length', Math.min(rows, MAX_ROWS));
      expect(missing?.reason).toBe(
        rows > MAX_ROWS ? 'the file has more than 20000 rows; the first 20000 are read' : undefined,
      );
    },
  );

  it.each([MAX_COLUMNS, MAX_COLUMNS + 1])('of %i columns are read up to the limit', async (columns) => {
    const { tree, missing } = await read(`${Array(columns).fill('a').join(',')}\n`);
    expect(tree.children[0]).toHaveProperty('children.0.children.length', MAX_COLUMNS);
    expect(missing === undefined).toBe(columns === MAX_COLUMNS);
  });

  it('with cells of 100 KB are read, and their head is cut', async () => {
    const long = 'x'.repeat(100_000);
    const [table] = await linesOf(`${long},b\n${long},2\n`);
    expect(table!.length).toBe(200 + 100_000 + ' | b / '.length + ' | 2'.length);
  });
});
