/** Days in figures alone, which no language has for itself. */
import type { DayRule, Figures, Groups, WrittenDay } from './day.ts';

function inOrder({ year, republican, short, month, day }: Groups): WrittenDay {
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(republican !== undefined && { year: 1911 + Number(republican), isRepublican: true }),
    ...(short !== undefined && { shortYear: Number(short) }),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  };
}

/** Which figure is which is told by their size, or by other days of the text. */
const anyOrder = ({ a, sign, b, c }: Groups): WrittenDay => ({
  ...(c!.length === 4 && { year: Number(c) }),
  figures: {
    numbers: [a, b, c].map(Number) as unknown as Figures['numbers'],
    isDayFirst: sign === '.',
    mayBeginWithYear: c!.length === 2,
  },
});

const MONTH = '(?<month>1[0-2]|0?[1-9])';
const DAY = '(?<day>3[01]|[12]\\d|0?[1-9])';

export const DAYS_IN_FIGURES: readonly DayRule[] = [
  {
    pattern: new RegExp(`(?<![\\d.A-Za-z])(?<!(?:version|release|版本)\\s?)(?<year>(?:1[5-9]|20)\\d\\d)(?<sign>[-/.])${MONTH}\\k<sign>${DAY}(?!\\.?\\d)`, 'giu'),
    means: inOrder,
    examples: ['2024-01-31 → 2024-01-31', '2024/1/31 → 2024-01-31', '1986.11.5 → 1986-11-05', '2003-7-1 → 2003-07-01'],
    not: ['v2024.1.2', 'version 2024.5.3', '2024.1.2.3', '2024-13-01'],
  },
  {
    pattern: /(?<![\dA-Za-z._/-])(?<year>(?:19|20)\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?![\dA-Za-z_]|[.-]\w)/giu,
    means: inOrder,
    examples: ['20240506 → 2024-05-06', 'on [20240506]. → 2024-05-06'],
    not: ['IMG_20240506', '202405061', '20241306'],
  },
  {
    pattern: /(?<![\dA-Za-z./-])(?<a>[0-3]?\d)(?<sign>[-/.])(?<b>[0-3]?\d)\k<sign>(?<c>(?:1[5-9]|20)\d\d)(?!\d|[./-]\d)/giu,
    means: anyOrder,
    examples: ['25/12/2011 → 2011-12-25', '28.2.1974 → 1974-02-28', '12/25/2011 → 2011-12-25', '6.5.2024 → 2024-05-06', '05/06/2024 → -'],
    not: ['10.12.2024.1', 'v1.2.2024'],
  },
  {
    // With a year of two digits; with dots only where they are no version.
    pattern: /(?<![\dA-Za-z./-])(?:(?<a>[0-3]?\d)(?<sign>\/)(?<b>[0-3]?\d)\/(?<c>\d\d)|(?<=\b(?:on|since|until|by|from|to|dated|before|after)\s|于)(?<d>[0-3]?\d)(?<e>[.-])(?<f>[0-3]?\d)\k<e>(?<g>\d\d))(?![\d:]|[./-]\d)/giu,
    means: ({ a, sign, b, c, d, e, f, g }) => anyOrder({ a: a ?? d, sign: sign ?? e, b: b ?? f, c: c ?? g }),
    examples: ['25/12/11 → 2011-12-25', 'on [25.12.98] → 1998-12-25', 'on [5-6-24] → -', '24/5/16 → 2016-05-24'],
    not: ['1.12.24', '5-6-24', '192.168.1.20'],
  },
  {
    pattern: new RegExp(`(?:民国\\s*(?<republican>\\d{2,3})(?<sign>[-/.])|(?<![\\dA-Za-z./-])(?<bare>1[0-3]\\d)(?<other>/))${MONTH}(?:\\k<sign>|\\k<other>)${DAY}(?![./-]?\\d)`, 'giu'),
    means: ({ republican, bare, ...groups }) => inOrder({ ...groups, republican: republican ?? bare }),
    examples: ['民国113.5.2 → 2024-05-02', '113/05/02 → 2024-05-02'],
    not: ['120/80/3'],
  },
  {
    // The dots of a version, but for the weekday behind: 113.5.2（四）.
    pattern: new RegExp(`(?<![\\dA-Za-z./-])(?<republican>1[0-3]\\d)(?<sign>[-.])${MONTH}\\k<sign>${DAY}(?=\\s*[（(](?:周|星期)?[一二三四五六日][）)])`, 'giu'),
    means: inOrder,
    examples: ['[113.5.2]（四） → 2024-05-02'],
    not: ['113.5.2'],
  },
  {
    pattern: new RegExp(`(?<![\\dA-Za-z./-])(?<republican>1[0-3]\\d)(?<sign>[-.])${MONTH}\\k<sign>${DAY}(?![./-]?\\d)`, 'giu'),
    means: (groups) => ({ ...inOrder(groups), needsRepublican: true }),
    examples: ['民国113年6月1日至[113.6.30] → 2024-06-30'],
    not: ['113.5.2.1'],
  },
  {
    pattern: new RegExp(`(?<![\\dA-Za-z./-])${MONTH}/${DAY}(?=\\s*[（(](?:周|星期)?[一二三四五六日][）)])`, 'giu'),
    means: inOrder,
    examples: ['[6/15]（六） → 2024-06-15'],
    not: ['6/15'],
  },
  {
    // A year alone, where no word or sign makes it a number of something.
    pattern: /(?<![\d.,/-]|[¥$€£])\b(?<year>(?:19|20)\d{2})\b(?![\d.,]*\d|\s*[\p{Script=Han}%])/giu,
    means: inOrder,
    examples: ['founded in [1921]. → 1921'],
    not: ['It cost $2024', 'It grew 2024%', 'version 2.2024', '2000多人'],
  },
]; // biome-ignore format: examples side by side
