/** Quarters, halves, seasons and financial years, as English texts write them. */
import type { DayRule, Groups, WrittenDay } from '../../time/day.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth'];
const SEASONS: Readonly<Record<string, readonly [first: number, last: number]>> = {
  spring: [3, 5], summer: [6, 8], autumn: [9, 11], fall: [9, 11], winter: [12, 14],
}; // biome-ignore format: a table
const WHICH: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

const FISCAL = '(?<fiscal>fiscal(?:\\s+year)?|financial\\s+year|FY)';
/** Of 2023, of fiscal 2024, FY24, '24, of last year. */
const OF_YEAR = `(?:,?\\s*(?:(?:of|in|for)\\s+)?(?:the\\s+)?(?:${FISCAL}\\s*)?(?:(?<year>(?:19|20)\\d\\d)\\b|['’]?(?<short>\\d\\d)\\b(?![\\d.,:%])|(?<which>last|this|next)\\s+year\\b))`;

function part(groups: Groups): WrittenDay {
  const { fiscal, quarter, half, season } = groups;
  const isFiscal = fiscal !== undefined;
  const [first, last] = season
    ? SEASONS[season.toLowerCase()]!
    : half
      ? monthsOf(half, 6)
      : quarter
        ? monthsOf(quarter, 3)
        : [];
  return {
    ...yearOf(groups),
    // The months of a financial year are not those of the calendar.
    ...(first !== undefined && { months: { first, last: last!, isSharp: !season && !isFiscal } }),
    ...(isFiscal && { isFiscal }),
  };
}

function yearOf({ year, short, which }: Groups): WrittenDay {
  if (year !== undefined) return { year: Number(year) };
  if (short !== undefined) return { shortYear: Number(short) };
  return which === undefined ? {} : { relative: { unit: 'year', offset: WHICH[which.toLowerCase()]! } };
}

function monthsOf(place: string, length: number): [first: number, last: number] {
  const number = ORDINALS.indexOf(place.toLowerCase()) + 1 || Number(place[0]);
  return [length * (number - 1) + 1, length * number];
}

export const PARTS_OF_YEARS: readonly DayRule[] = [
  {
    pattern: new RegExp(`\\bQ(?<quarter>[1-4])(?![\\w-])${OF_YEAR}?`, 'giu'),
    means: part,
    examples: ['Q3 2023 → 2023-07..2023-09', "Q1 '24 → 2024-01..2024-03", 'Q1 of fiscal 2024 → 2024', 'Q2 FY24 → 2024', 'Q1 → 2024-01..2024-03'],
    not: ['Q5', 'IQ1', 'Q1-model'],
  },
  {
    pattern: /(?<![\d.])(?<year>(?:19|20)\d\d)\s*年?\s*Q(?<quarter>[1-4])\b/giu,
    means: part,
    examples: ['2023Q3 → 2023-07..2023-09', '2024 Q1 → 2024-01..2024-03'],
  },
  {
    pattern: new RegExp(`\\b(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th)[\\s-]quarter\\b(?!-?finals?)${OF_YEAR}?`, 'giu'),
    means: part,
    examples: ['third quarter of 2023 → 2023-07..2023-09', 'fourth quarter of last year → 2023-10..2023-12', 'first quarter → 2024-01..2024-03'],
  },
  {
    pattern: new RegExp(`\\b(?:(?<half>first|second)\\s+half${OF_YEAR})`, 'giu'),
    means: part,
    examples: ['first half of 2024 → 2024-01..2024-06', 'second half of last year → 2023-07..2023-12'],
    not: ['the first half of the match'],
  },
  {
    pattern: /\bH(?<half>[12])\s*(?:of\s+)?(?:(?<year>(?:19|20)\d\d)|['’](?<short>\d\d))\b/giu,
    means: part,
    examples: ['H1 2024 → 2024-01..2024-06'],
  },
  {
    pattern: new RegExp(`\\b${FISCAL}\\s*(?:(?<year>(?:19|20)\\d\\d)|['’]?(?<short>\\d\\d))\\b`, 'giu'),
    means: part,
    examples: ['fiscal year 2023 → 2023', 'FY24 → 2024', 'fiscal 2024 → 2024'],
  },
  {
    pattern: /\b(?:(?:early|late|mid)[\s-])?(?<season>spring|summer|autumn|fall|winter),?\s+(?:of\s+)?(?:(?<year>(?:1[5-9]|20)\d\d)\b|(?<which>last|this|next)\s+year\b)/giu,
    means: part,
    examples: ['summer of 1998 → 1998', 'late autumn 2023 → 2023'],
  },
  {
    pattern: /\b(?<which>last|this|next)\s+(?<season>spring|summer|autumn|winter|fall)\b/giu,
    means: ({ which, season }) => {
      const offset = WHICH[which!.toLowerCase()]!;
      const [first, last] = SEASONS[season!.toLowerCase()]!;
      return {
        relative: { unit: 'year', offset: 0, ...(offset !== 0 && { toward: offset < 0 ? -1 : 1 }) },
        months: { first, last, isSharp: false },
      };
    },
    examples: ['this spring → 2024', 'last summer → 2023', 'next winter → 2024'],
  },
]; // biome-ignore format: examples side by side
