import type { List, Root, RootContent } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { MAX_PDF_PAGES } from '../../src/documents/limits.ts';
import { readPdf } from '../../src/documents/pdf.ts';
import { type Content, linesAt, makeLaidOutPdf, makePdf } from './files/make-pdf.ts';

/** Blocks of the tree, a line each, lists indented. */
const outline = ({ children }: { readonly children: readonly RootContent[] }, indent = ''): string[] =>
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

const treeOf = async (...pages: (readonly Content[])[]): Promise<Root> =>
  (await readPdf(makeLaidOutPdf(pages))).tree;
const read = async (...pages: (readonly Content[])[]): Promise<string[]> => outline(await treeOf(...pages));

describe('a PDF', () => {
  it('gives its text in paragraphs, the title that it states, and the pages without text', async () => {
    const pdf = makePdf(
      [['云河市与海棠汽车签署战略合作协议，双方将在新能源', '领域合作。', '李雪华出席。'], []],
      { title: '签约' },
    );
    const reading = await readPdf(pdf);
    expect(reading).toMatchObject({ title: '签约', date: null, source: null, url: null });
    expect(outline(reading.tree)).toEqual([
      '云河市与海棠汽车签署战略合作协议，双方将在新能源领域合作。',
      '李雪华出席。',
    ]);
    expect(reading.missing).toEqual({
      reason: '1 of 2 pages have no text layer (2); the others are read',
      remedy: 'Have a program for text recognition (OCR) read those pages',
    });
  });

  it.each(['untitled', '(anonymous)', 'Microsoft Word - notes', 'notes.docx', 'PowerPoint 演示文稿', ' '])(
    'has no title where it states %j',
    async (title) => {
      expect((await readPdf(makePdf([['Doors open at nine.']], { title }))).title).toBeNull();
    },
  );

  it.each([
    ['no text layer at all', makePdf([[], []]), /no text layer: its pages are pictures/],
    ['a million empty pages', makePdf([[]], { levels: 3 }), /has 1000000 pages, more than 2000/],
    [`${MAX_PDF_PAGES + 1} pages`, makePdf(Array(MAX_PDF_PAGES + 1).fill([])), /has 2001 pages/],
    [`${MAX_PDF_PAGES} empty pages`, makePdf(Array(MAX_PDF_PAGES).fill([])), /no text layer/],
    ['a password', makePdf([['Secret.']], { isLocked: true }), /has a password/],
    ['no PDF inside', Buffer.from('%PDF-1.4 nothing'), /not a PDF that can be read/],
  ])('with %s is unusable', async (_, bytes, message) => {
    await expect(readPdf(bytes)).rejects.toThrow(message);
  });
});

describe('fonts that the file does not hold', () => {
  it.each([
    ['GBK-EUC-H', 'GB1', 'gbk', '渔港管理处每天八点开门。'],
    ['GB-EUC-H', 'GB1', 'gbk', '渔港管理处每天八点开门。'],
    ['UniGB-UCS2-H', 'GB1', 'utf-16be', '渔港管理处每天八点开门。'],
    ['UniGB-UTF16-H', 'GB1', 'utf-16be', '渔港管理处每天八点开门。'],
    ['ETen-B5-H', 'CNS1', 'big5', '漁港管理處每天八點開門。'],
    ['UniCNS-UCS2-H', 'CNS1', 'utf-16be', '漁港管理處每天八點開門。'],
    ['90ms-RKSJ-H', 'Japan1', 'shift_jis', '漁港は毎朝八時に開きます。'],
    ['UniJIS-UCS2-H', 'Japan1', 'utf-16be', '漁港は毎朝八時に開きます。'],
    ['KSCms-UHC-H', 'Korea1', 'euc-kr', '어항은여덟시에연다.'],
  ] as const)(
    'are read by the character map %s, also beside English',
    async (cmap, ordering, charset, text) => {
      const font = { cmap, ordering, charset };
      const lines = await read([
        { text, x: 50, y: 60, font },
        { text: 'The office is on pier 4.', x: 50, y: 100 },
        { text, x: 50, y: 140, font },
      ]);
      expect(lines).toEqual([text, 'The office is on pier 4.', text]);
    },
  );

  it('give words for the radicals that stand in their place', async () => {
    expect(await read(linesAt(['⼈⼝⽇报'], 50, 60))).toEqual(['人口日报']);
  });
});

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

  it('go on with a paragraph at the top of the next', async () => {
    const page = [
      ...linesAt(BAKERY.slice(0, 4), 50, 80),
      ...linesAt(['open all day on Sundays', ...SCHOOL.slice(1)], 310, 80),
    ];
    expect((await read(page))[0]).toMatch(/which is open all day on Sundays/);
  });
});

describe('tables', () => {
  const FERRIES = [
    ['Ferry', 'Leaves', 'Seats'],
    ['Heron', '07:40', '120'],
    ['Plover', '09:15', '80'],
    ['Gannet', '18:05', '200'],
  ];
  it('keep the cells of a row together', async () => {
    const page = [
      { text: 'Ferries leave from the northern pier on every day of the week but Monday.', x: 50, y: 60 },
      ...FERRIES.flatMap((row, i) =>
        row.map((text, column) => ({ text, x: 50 + column * 150, y: 100 + i * 18 })),
      ),
      { text: 'Bicycles travel free of charge on all of them.', x: 50, y: 190 },
    ];
    expect(await read(page)).toEqual([
      'Ferries leave from the northern pier on every day of the week but Monday.',
      '| Ferry | Leaves | Seats',
      '| Heron | 07:40 | 120',
      '| Plover | 09:15 | 80',
      '| Gannet | 18:05 | 200',
      'Bicycles travel free of charge on all of them.',
    ]);
  });

  it('of two columns keep each name with its figure, and have an empty head where none is named', async () => {
    const prices = [
      ['Day ticket', '4 crowns'],
      ['Week ticket', '19 crowns'],
      ['Dogs', '1 crown'],
      ['Lost ticket', '25 crowns'],
    ];
    const page = prices.flatMap((row, i) =>
      row.map((text, column) => ({ text, x: 60 + column * 200, y: 80 + i * 18 })),
    );
    expect(await read(page)).toEqual(['|  | ', ...prices.map(([name, price]) => `| ${name} | ${price}`)]);
  });

  it('join what goes on in a cell below it', async () => {
    const page: Content[] = [
      ...linesAt(['Rank', 'Recruit', 'Sailor', 'Bosun'], 50, 80, 36),
      ...linesAt(['Days', '1', '30', '90'], 150, 80, 36),
      ...linesAt(['Right', 'may write in', 'may open', 'may mute'], 220, 80, 36),
      ...linesAt(['the tavern', 'a thread', 'a member'], 220, 129, 36),
    ];
    expect(await read(page)).toEqual([
      '| Rank | Days | Right',
      '| Recruit | 1 | may write in the tavern',
      '| Sailor | 30 | may open a thread',
      '| Bosun | 90 | may mute a member',
    ]);
  });

  it('that are ruled keep the lines of a cell together, whatever stands beside them', async () => {
    const cells = [
      ['Trouble', 'What helps'],
      ['The client stops while', 'Take the folder of the'],
      ['it loads the harbour.', 'cache away and begin anew.'],
      ['No sound comes from', 'Choose another output and'],
      ['the ferry.', 'start the voice again.'],
    ];
    const rules: Content[] = [70, 90, 125, 160].map((y) => [45, y, 400, y] as const);
    const walls: Content[] = [45, 220, 400].map((x) => [x, 70, x, 160] as const);
    const texts = cells.flatMap((row, i) =>
      row.map((text, column) => ({ text, x: 50 + column * 180, y: [84, 104, 118, 139, 153][i]! })),
    );
    expect(await read([...rules, ...walls, ...texts])).toEqual([
      '| Trouble | What helps',
      '| The client stops while it loads the harbour. | Take the folder of the cache away and begin anew.',
      '| No sound comes from the ferry. | Choose another output and start the voice again.',
    ]);
  });

  it('that are ruled repeat a cell in all rows that it reaches over', async () => {
    const rules: Content[] = [
      [40, 70, 340, 70],
      [40, 95, 340, 95],
      [140, 120, 340, 120],
      [40, 145, 340, 145],
    ];
    const walls: Content[] = [40, 140, 240, 340].map((x) => [x, 70, x, 145] as const);
    const texts = [
      ...linesAt(['码头', '船名', '座位'], 50, 87, 0).map((text, i) => ({ ...text, x: 50 + i * 100 })),
      { text: '北港', x: 50, y: 125 },
      { text: '鹭鸶号', x: 150, y: 112 },
      { text: '120', x: 250, y: 112 },
      { text: '海雀号', x: 150, y: 137 },
      { text: '80', x: 250, y: 137 },
    ];
    expect(await read([...rules, ...walls, ...texts])).toEqual([
      '| 码头 | 船名 | 座位',
      '| 北港 | 鹭鸶号 | 120',
      '| 北港 | 海雀号 | 80',
    ]);
  });

  it('go on over the end of a page under the same head', async () => {
    const rows = (from: number): string[][] => [
      ['Ferry', 'Leaves', 'Seats'],
      ...[0, 1, 2, 3].map((i) => [`Boat ${from + i}`, `${from + i}:30`, `${i}0`]),
    ];
    const page = (from: number): Content[] =>
      rows(from).flatMap((row, i) =>
        row.map((text, column) => ({ text, x: 50 + column * 150, y: 300 + i * 18 })),
      );
    const { children } = await treeOf(page(3), page(7));
    expect(children).toHaveLength(1);
    expect(outline({ children })).toHaveLength(9);
  });
});

describe('paragraphs', () => {
  it('undo the hyphen of a line end, but for words that have one', async () => {
    const page = linesAt(
      [
        'The well-known lamp of the lighthouse was repaired by the harbour administra-',
        'tion last week. It is a well-',
        'known mark for all ships on their way to the bay.',
      ],
      50,
      80,
    );
    expect(await read(page)).toEqual([
      'The well-known lamp of the lighthouse was repaired by the harbour administration last week. It is a well-known mark for all ships on their way to the bay.',
    ]);
  });

  it('begin at an indent, after a gap, and after a last line that stops early', async () => {
    const page = [
      ...linesAt(
        [
          'The council met on Monday and heard the report of the',
          'harbour master, who asked for two more lamps.',
        ],
        50,
        80,
      ),
      ...linesAt(['He will have them before the first fog of the autumn,'], 70, 108),
      ...linesAt(
        [
          'said the council.',
          'The cook of the Heron leaves the ship in May, after a',
          'full thirty years of soup.',
        ],
        50,
        122,
      ),
      ...linesAt(['The lamps come from the same works as the old ones.'], 50, 180),
    ];
    expect(await read(page)).toEqual([
      'The council met on Monday and heard the report of the harbour master, who asked for two more lamps.',
      'He will have them before the first fog of the autumn, said the council.',
      'The cook of the Heron leaves the ship in May, after a full thirty years of soup.',
      'The lamps come from the same works as the old ones.',
    ]);
  });

  it('go on over the end of a page, past a note below the text', async () => {
    const first = [
      ...linesAt(
        [
          'The keeper climbs the tower at dusk and lights the lamp, which',
          'can be seen from the islands and, in clear weather, even from the',
        ],
        50,
        700,
      ),
      { text: '1 Built by the harbour board.', x: 50, y: 790, size: 8 },
    ];
    const second = linesAt(['mainland beyond the sound. He stays until dawn.'], 50, 60);
    expect((await read(first, second))[0]).toMatch(/even from the mainland beyond the sound/);
  });

  it('of Chinese have nothing between their lines, and begin at an indent of two characters', async () => {
    const page = [
      ...linesAt(['灯塔看守人每天黄昏登上塔顶点灯，天气晴朗时海'], 74, 80),
      ...linesAt(['岛上的人都能看见灯光，一直亮到第二天清晨为止'], 50, 96),
      ...linesAt(['夏天的灯光从八点亮到四点，冬天则亮得更久一些'], 74, 112),
      ...linesAt(['。'], 50, 128),
    ];
    expect(await read(page)).toEqual([
      '灯塔看守人每天黄昏登上塔顶点灯，天气晴朗时海岛上的人都能看见灯光，一直亮到第二天清晨为止',
      '夏天的灯光从八点亮到四点，冬天则亮得更久一些。',
    ]);
  });

  it('are without watermarks, and without the second print of bold letters', async () => {
    const page = [
      { text: 'DRAFT', x: 200, y: 400, size: 60, turn: 45 },
      { text: 'Doors open at nine.', x: 50, y: 80 },
      { text: 'Doors open at nine.', x: 50.4, y: 80 },
    ];
    expect(await read(page)).toEqual(['Doors open at nine.']);
  });

  it('are read on a page that lies on its side', async () => {
    const page = ['The ferry is late today', 'because of fog.'].map((text, i) => ({
      text,
      x: 100 + i * 14,
      y: 700,
      turn: 90,
    }));
    expect(await read(page)).toEqual(['The ferry is late today because of fog.']);
  });
});

describe('lists', () => {
  it('keep their numbers, and what is indented below an entry', async () => {
    const page = [
      ...linesAt(['Setting the client up takes three steps:'], 50, 80),
      ...linesAt(['1. Fetch the archive and unpack it into a folder of its'], 60, 100),
      ...linesAt(['own, not beside the old one.'], 74, 114),
      { text: 'tar -xf client.tar', x: 74, y: 132, font: 'mono' as const },
      ...linesAt(['2. Start the client.', '3. Choose a name and a harbour.'], 60, 150),
      ...linesAt(
        ['After that the first ferry brings you to the island and you can look around freely.'],
        50,
        190,
      ),
    ];
    expect(await read(page)).toEqual([
      'Setting the client up takes three steps:',
      '1. Fetch the archive and unpack it into a folder of its own, not beside the old one.',
      '  > tar -xf client.tar',
      '2. Start the client.',
      '3. Choose a name and a harbour.',
      'After that the first ferry brings you to the island and you can look around freely.',
    ]);
  });

  it('of bullets nest by their indent', async () => {
    const page = [
      ...linesAt(['• Rope'], 50, 80),
      ...linesAt(['– of hemp', '– of nylon'], 70, 94),
      ...linesAt(['• Lamps'], 50, 122),
    ];
    expect(await read(page)).toEqual(['- Rope', '  - of hemp', '  - of nylon', '- Lamps']);
  });

  it.each([
    ['（一）登记姓名和住址；', '（二）交纳押金；', '（三）领取钥匙。'],
    ['①登记姓名和住址；', '②交纳押金；', '③领取钥匙。'],
    ['1、登记姓名和住址；', '2、交纳押金；', '3、领取钥匙。'],
  ])('of Chinese count on: %s', async (...lines) => {
    expect(await read(linesAt(lines, 50, 80, 18))).toEqual([
      '1. 登记姓名和住址；',
      '2. 交纳押金；',
      '3. 领取钥匙。',
    ]);
  });

  it('do not begin with a year or a decimal', async () => {
    const lines = [
      'The tower on the rock was built in',
      '1874. It was the first of its kind and is',
      '3.5 metres wide.',
    ];
    expect(await read(linesAt(lines, 50, 80))).toEqual([joined(lines)]);
  });
});

const PROSE = [
  'The tower stands on the outermost rock of the bay and was',
  'built of granite that came by ship from the other coast.',
];

describe('headings', () => {
  it('are told by size and weight; the largest at the beginning is the title', async () => {
    const page = [
      { text: 'Handbook of the lighthouse', x: 150, y: 60, size: 22 },
      { text: 'The lamp', x: 50, y: 100, size: 16 },
      ...linesAt(PROSE, 50, 120),
      { text: 'Cleaning', x: 50, y: 165, font: 'bold' as const },
      ...linesAt(PROSE, 50, 181),
      { text: 'The horn', x: 50, y: 230, size: 16 },
      ...linesAt(PROSE, 50, 250),
    ];
    expect(await read(page)).toEqual([
      '# Handbook of the lighthouse',
      '## The lamp',
      joined(PROSE),
      '### Cleaning',
      joined(PROSE),
      '## The horn',
      joined(PROSE),
    ]);
  });

  it('of two lines are one, and a number of a chapter is part of its name', async () => {
    const page = [
      { text: 'Chapter 2', x: 50, y: 80, size: 20 },
      { text: 'How the keepers lived in the', x: 50, y: 120, size: 20 },
      { text: 'years of the great storms', x: 50, y: 143, size: 20 },
      ...linesAt(PROSE, 50, 180),
    ];
    expect(await read(page)).toEqual([
      '# Chapter 2 How the keepers lived in the years of the great storms',
      joined(PROSE),
    ]);
  });

  it('keep their numbers, spaced out or not', async () => {
    const page = [
      { text: '一、灯塔的管理', x: 50, y: 80, size: 16 },
      ...linesAt(['灯塔由港务局管理，每年检修两次。'], 50, 110),
      { text: '附 则', x: 50, y: 140, size: 16 },
      ...linesAt(['本办法自公布之日起施行。'], 50, 170),
    ];
    const lines = await read(page);
    expect(lines[0]).toMatch(/^#+ 一、灯塔的管理$/);
    expect(lines[2]).toMatch(/^#+ 附则$/);
  });

  it('are not made of a text that is bold throughout, nor of a bold sentence', async () => {
    const bold = { font: 'bold' as const };
    expect(await read(linesAt(PROSE, 50, 80, 14, bold))).toEqual([joined(PROSE)]);
    const page = [
      ...linesAt(PROSE, 50, 80),
      ...linesAt(['Nobody may climb the tower alone.'], 50, 130, 14, bold),
      ...linesAt(PROSE, 50, 170),
    ];
    expect(await read(page)).toEqual([joined(PROSE), 'Nobody may climb the tower alone.', joined(PROSE)]);
  });
});

describe('what is of the paper and not of the text', () => {
  const page = (number: number, text: string): Content[] => [
    { text: 'Harbour rules', x: 50, y: 30, size: 9 },
    { text: `Section ${number}`, x: 480, y: 30, size: 9 },
    ...linesAt([text], 50, 100 + number * 10),
    { text: `Page ${number} of 4`, x: 270, y: 820, size: 9 },
  ];
  const TEXTS = [
    'Boats keep to the right.',
    'Anchors are not to be dropped.',
    'Nets are dried on the mole.',
    'Dogs stay on board.',
  ];

  it('is dropped: heads, feet and numbers of pages', async () => {
    expect(await read(...TEXTS.map((text, i) => page(i + 1, text)))).toEqual(TEXTS);
  });

  it('is kept in a document of one page', async () => {
    expect(await read(page(1, TEXTS[0]!))).toEqual(['Harbour rules Section 1', TEXTS[0], 'Page 1 of 4']);
  });

  it('is no heading that stands at the top of each page', async () => {
    const step = (number: number): Content[] => [
      { text: `Step ${number}`, x: 50, y: 60, size: 18 },
      ...linesAt([TEXTS[number - 1]!], 50, 100),
    ];
    expect((await read(step(1), step(2), step(3))).filter((line) => line.includes('Step'))).toHaveLength(3);
  });

  it('is a table of contents, dropped, but no list of prices with dots', async () => {
    const contents = linesAt(
      ['Boats ............... 2', 'Anchors ............. 3', 'Nets ................ 4'],
      50,
      80,
    );
    const prices = linesAt(
      [
        'Berth ............... 12 crowns',
        'Crane ............... 40 crowns',
        'Water ............... 3 crowns',
      ],
      50,
      80,
    );
    const texts = TEXTS.map((text) => linesAt([text], 50, 120));
    expect(await read(contents, ...texts)).toEqual(TEXTS);
    expect(await read(prices, ...texts)).toEqual([
      '|  | ',
      '| Berth | 12 crowns',
      '| Crane | 40 crowns',
      '| Water | 3 crowns',
      ...TEXTS,
    ]);
  });
});
