import { describe, expect, it } from 'vitest';
import { type Content, linesAt } from '../files/make-pdf.ts';
import { read } from '../files/pdf-outline.ts';

const joined = (lines: readonly string[]): string => lines.join(' ');

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
