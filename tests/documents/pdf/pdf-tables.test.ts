import { describe, expect, it } from 'vitest';
import { type Content, linesAt } from '../files/make-pdf.ts';
import { outline, read, treeOf } from '../files/pdf-outline.ts';

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
