import { describe, expect, it } from 'vitest';
import { type Content, linesAt } from '../files/make-pdf.ts';
import { read } from '../files/pdf-outline.ts';

const BAKERY = [
  'The bakery on the quay',
  'opens at six and sells',
  'bread until the shelves',
  'are empty, which is',
  'mostly before noon.',
];
const SCHOOL = [
  'The school has moved to',
  'the old customs house',
  'and teaches ninety',
  'children there, twelve',
  'more than last year.',
];
const CHAPEL = [
  'The chapel bell is being',
  'recast in the foundry',
  'across the bay and will',
  'ring again when the',
  'winter storms are over.',
];
const joined = (lines: readonly string[]): string => lines.join(' ');

/** Columns side by side, written row by row. */
const rowByRow = (columns: readonly (readonly string[])[], xs: readonly number[], y: number): Content[] =>
  columns[0]!.flatMap((_, row) =>
    columns.map((lines, i) => ({ text: lines[row]!, x: xs[i]!, y: y + row * 14 })),
  );

describe('columns', () => {
  it('are read one after the other, though the file goes row by row', async () => {
    expect(await read(rowByRow([BAKERY, SCHOOL], [50, 310], 80))).toEqual([joined(BAKERY), joined(SCHOOL)]);
  });

  it('are read one after the other where there are three', async () => {
    const page = rowByRow([BAKERY, SCHOOL, CHAPEL], [40, 220, 400], 80);
    expect(await read(page)).toEqual([joined(BAKERY), joined(SCHOOL), joined(CHAPEL)]);
  });

  it('are read from left to right whatever the file writes first, and where their lines lie between each other', async () => {
    const page = [...linesAt(SCHOOL, 310, 86, 15), ...linesAt(BAKERY, 50, 80, 14)];
    expect(await read(page)).toEqual([joined(BAKERY), joined(SCHOOL)]);
  });

  it('are divided by a title and a caption that lie across them', async () => {
    const page = [
      { text: 'News of the bay, read out at every pier and in both inns', x: 60, y: 60, size: 18 },
      ...rowByRow([BAKERY, SCHOOL], [50, 310], 90),
      {
        text: 'The ferry crosses the bay in the first snow of the winter, seen from the tower.',
        x: 60,
        y: 180,
      },
      ...rowByRow([CHAPEL, BAKERY], [50, 310], 210),
    ];
    expect(await read(page)).toEqual([
      '# News of the bay, read out at every pier and in both inns',
      joined(BAKERY),
      joined(SCHOOL),
      'The ferry crosses the bay in the first snow of the winter, seen from the tower.',
      joined(CHAPEL),
      joined(BAKERY),
    ]);
  });

  it('of Chinese are read one after the other', async () => {
    const left = ['渔港的面包房每天清晨六', '点开门，新烤的面包卖完', '为止，通常不到中午就关', '门了。'];
    const right = ['学校搬进了旧海关大楼，', '今年有九十名学生，比去', '年多十二名，下学期还会', '增加。'];
    expect(await read(rowByRow([left, right], [50, 310], 80))).toEqual([left.join(''), right.join('')]);
  });

  it('may have two lines only, and large headings between the lines of the next', async () => {
    const left = ['The ferry was late again,', 'because of the fog.'];
    const right = ['The chapel choir sings on', 'the quay this evening.'];
    expect(await read(rowByRow([left, right], [50, 310], 80))).toEqual([joined(left), joined(right)]);
    const page = [
      ...linesAt(BAKERY, 50, 80, 12, { size: 10 }),
      { text: 'School', x: 310, y: 86, size: 18 },
      ...linesAt(SCHOOL, 310, 106, 12, { size: 10 }),
    ];
    expect((await read(page)).map((line) => line.replace(/^#+ /, ''))).toEqual([
      joined(BAKERY),
      'School',
      joined(SCHOOL),
    ]);
  });

  it('go on with a paragraph at the top of the next', async () => {
    const page = [
      ...linesAt(BAKERY.slice(0, 4), 50, 80),
      ...linesAt(['open all day on Sundays', ...SCHOOL.slice(1)], 310, 80),
    ];
    expect((await read(page))[0]).toMatch(/which is open all day on Sundays/);
  });
});
