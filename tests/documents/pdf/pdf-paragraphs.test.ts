import { describe, expect, it } from 'vitest';
import { type Content, linesAt } from '../files/make-pdf.ts';
import { read } from '../files/pdf-outline.ts';

const joined = (lines: readonly string[]): string => lines.join(' ');

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

  it('begin below a title as large as the text, and end with a sentence that leaves room', async () => {
    const lines = [
      '关于浮桥镇图书室迁址的通知',
      '浮桥镇图书室自下月起迁到河东老粮站二楼，',
      '周一闭馆，其余各天九点开门。',
      '借书证照旧使用，不必更换。',
    ];
    expect(await read(linesAt(lines, 50, 80, 24))).toEqual([lines[0], lines[1]! + lines[2]!, lines[3]]);
  });

  it('are without watermarks, and without the second print of bold letters', async () => {
    const page = [
      { text: 'DRAFT', x: 200, y: 400, size: 60, turn: 45 },
      { text: 'Doors open at nine.', x: 50, y: 80 },
      { text: 'Doors open at nine.', x: 50.4, y: 80 },
    ];
    expect(await read(page)).toEqual(['Doors open at nine.']);
  });

  it('keep exponents on their line, and code in its own', async () => {
    const page: Content[] = [
      { text: 'The bay covers 12 km', x: 50, y: 80 },
      { text: '2', x: 169, y: 75, size: 7 },
      { text: 'at high water and less than half of that at low water.', x: 176, y: 80 },
      { text: 'if (tide < 2) {', x: 50, y: 110, font: 'mono' },
      { text: 'stay();', x: 64.4, y: 124, font: 'mono' },
      { text: '}', x: 50, y: 138, font: 'mono' },
    ];
    expect(await read(page)).toEqual([
      'The bay covers 12 km2 at high water and less than half of that at low water.',
      '> if (tide < 2) {',
      '>   stay();',
      '> }',
    ]);
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

  it('of Chinese go on at the edge of the column', async () => {
    const page = [
      ...linesAt(['（一）进港的船只应当向港务局登记船名、吨位和到'], 74, 80),
      ...linesAt(['港时间；'], 50, 96),
      ...linesAt(['（二）夜间不得鸣笛。'], 74, 112),
    ];
    expect(await read(page)).toEqual([
      '1. 进港的船只应当向港务局登记船名、吨位和到港时间；',
      '2. 夜间不得鸣笛。',
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
