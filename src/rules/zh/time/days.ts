/** How Chinese texts write days, months and years of the calendar. */
import type { DayRule, Groups, WrittenDay } from '../../time/day.ts';
import { parseNumeral } from './numerals.ts';
import { countsLunarMonths, MAY_BEGIN, N, readYear, YEAR_ALONE, YEAR_BEFORE_MONTH } from './years.ts';

export const PART_OF_MONTH = '(?:份|[上中下]旬|[初底末])?';
const TO = '(?:至|到|—+|–|~|～|-)';

/** First and last month of the parts of a year. */
const PARTS: Readonly<Record<string, readonly [first: number, last: number, isSharp: boolean]>> = {
  上半年: [1, 6, true], 下半年: [7, 12, true], 前三季度: [1, 9, true],
  春: [3, 5, false], 夏: [6, 8, false], 秋: [9, 11, false], 冬: [12, 14, false],
}; // biome-ignore format: a table

function day(groups: Groups): WrittenDay | null {
  const year = readYear(groups);
  if (year === null) return null;
  const month = groups.month === '元' ? 1 : numberOf(groups.month);
  const dayOfMonth = numberOf(groups.day);
  if (month === undefined) return { ...year, ...(dayOfMonth !== undefined && { day: dayOfMonth }) };
  if (countsLunarMonths(groups))
    return { ...year, lunar: { month, ...(dayOfMonth !== undefined && { day: dayOfMonth }), isLeap: false } };
  return { ...year, month, ...(dayOfMonth !== undefined && { day: dayOfMonth }) };
}

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : parseNumeral(text);

function partOfYear(groups: Groups): WrittenDay | null {
  const year = readYear(groups);
  if (year === null) return null;
  const { part = '', quarter } = groups;
  if (quarter !== undefined) return { ...year, months: quarterMonths(parseNumeral(quarter)) };
  const [first, last, isSharp] = PARTS[part] ?? PARTS[part[0] ?? ''] ?? [];
  return first === undefined ? year : { ...year, months: { first, last: last!, isSharp: isSharp! } };
}

const quarterMonths = (quarter: number) => ({ first: 3 * quarter - 2, last: 3 * quarter, isSharp: true });

const QUARTER = '第?(?<quarter>[一二三四1-4])(?:季度|季(?![\\p{Script=Han}节]))';

export const DAYS: readonly DayRule[] = [
  {
    pattern: new RegExp(
      `${MAY_BEGIN}(?:${YEAR_BEFORE_MONTH}\\s*)?(?<month>(?<!${N})${N}{1,2}|元)\\s*月${PART_OF_MONTH}(?:\\s*(?<day>${N}{1,3})\\s*[日号])?`,
      'giu',
    ),
    means: day,
    examples: [
      '2024年1月31日 → 2024-01-31', '今年6月 → 2024-06', '去年7月初 → 2023-07', '二〇二四年一月三日 → 2024-01-03', '三月中旬 → 2024-03',
      '民国98年5月3日 → 2009-05-03', '民国七十六年三月十二日 → 1987-03-12', '中华民国元年1月1日 → 1912-01-01', '113年6月18日 → 2024-06-18',
      '民国一百零二年九月一日 → 2013-09-01', '24年1月 → 2024-01', '23年11月8日 → 2023-11-08', '98年5月3日 → 1998-05-03', '〇八年五月 → 2008-05',
      '昭和39年10月10日 → 1964-10-10', '令和6年4月1日 → 2024-04-01', '公元1127年3月 → 1127-03', '元月5日 → 2024-01-05',
      '1902年（光绪二十八年）10月 → 1902-10', '光绪二十八年九月 → 1902',
    ],
    not: ['历时3个月', '23年11个月', '任期20年'],
  },
  {
    // The first day of a range without its word: 8月29至31日.
    pattern: new RegExp(
      `(?:${YEAR_BEFORE_MONTH}\\s*)?(?<month>\\d{1,2})\\s*月\\s*(?<day>\\d{1,2})(?=\\s*${TO}\\s*(?:\\d{1,2}\\s*月\\s*)?\\d{1,2}\\s*[日号])`,
      'giu',
    ),
    means: day,
    needs: new RegExp(`月\\s*\\d{1,2}\\s*${TO}`, 'u'),
    examples: ['[8月29]至31日 → 2024-08-29', '[8月29]—9月2日 → 2024-08-29'],
  },
  {
    pattern: new RegExp(`${YEAR_ALONE}(?!代)(?:[初底末中]|(?<part>[上下]半年|前三季度|[春夏秋冬](?:[季天]|(?!\\p{Script=Han})))|${QUARTER})?`, 'giu'),
    means: partOfYear,
    examples: [
      '2021年 → 2021', '2021年初 → 2021', '去年底 → 2023', '年内 → 2024', '民国三十四年 → 1945', '光绪三十年 → 1904', '乾隆五十八年 → 1793',
      '康熙元年 → 1662', '甲辰年 → 2024', '戊戌年 → -', '平成30年 → 2018', '05年底 → 2005', '于[98年] → 1998', '08年 → 2008', '’19年 → 2019', '24年初 → 2024',
      '今年上半年 → 2024-01..2024-06', '2025年第二季度 → 2025-04..2025-06', '去年三季度 → 2023-07..2023-09', '2023年前三季度 → 2023-01..2023-09',
      '今年秋季 → 2024', '公元618年 → 0618',
    ],
    not: [
      '三年内建成', '5年间', '1990年代', '上世纪90年代', '20年来', '绍兴3年', '甲丑年', '光绪四十年', '98年', '历时20年', '25年的合同',
      '于20年内',
    ],
  },
  {
    // The first year of a range without its word: 1937至1945年.
    pattern: new RegExp(`(?<![\\d.])(?<year>1[5-9]\\d\\d|20\\d\\d)(?=\\s*${TO}\\s*(?:1[5-9]|20)\\d\\d\\s*年)`, 'giu'),
    means: day,
    examples: ['[1937]至1945年 → 1937', '[2019]-2021年 → 2019'],
  },
  {
    pattern: /(?<![\d.])(?<year>20\d\d|19\d\d)\s*(?:年度?)?\s*(?:财年|财政年度|会计年度)/giu,
    means: ({ year }) => ({ year: Number(year), isFiscal: true }),
    examples: ['2023财年 → 2023', '2023财政年度 → 2023'],
  },
  {
    pattern: /(?<![\d.])(?<year>(?:19|20)\d\d)\s*(?:年)?[-—–/至~～](?<last>(?:(?:19|20)\d\d|\d\d))\s*(?:年)?(?:学年|赛季|年度)/giu,
    means: ({ year, last }) => ({ year: Number(year), lastYear: Number(last!.length === 4 ? last : `${year!.slice(0, 2)}${last}`) }),
    examples: ['2023-2024学年 → 2023..2024', '2023/24赛季 → 2023..2024'],
  },
  {
    pattern: /(?<![\p{Script=Han}\d])(?:第?(?<quarter>[一二三四1-4])季度)|(?<![\p{Script=Han}\d]|年)(?<part>[上下]半年|前三季度)/giu,
    means: partOfYear,
    examples: ['第三季度 → 2024-07..2024-09', '三季度 → 2024-07..2024-09', '上半年 → 2024-01..2024-06', '下半年 → 2024-07..2024-12', '前三季度 → 2024-01..2024-09'],
    not: ['第三季'],
  },
  {
    // Not 45日内 (a period), nor 10日游.
    pattern: new RegExp(`(?<![\\d.个第]|${N})(?<day>\\d{1,2}|[一二三]?十[一二三四五六七八九]?)\\s*日(?![内间均游元本后前])`, 'giu'),
    means: day,
    examples: ['26日 → 2024-05-26', '3日 → 2024-06-03', '二十六日 → 2024-05-26', '三十一日 → 2024-05-31'],
    not: ['45日内付清', '10日游', '第3日'],
  },
  {
    pattern: new RegExp(`(?<![\\d.第]|${N})(?<day>\\d{1,2})\\s*号(?=[，。,\\s上下晚早签]|$)`, 'giu'),
    means: day,
    examples: ['[26号]，闭馆 → 2024-05-26', '[8号]上午 → 2024-06-08'],
    not: ['地铁2号线', '公告第3号，'],
  },
]; // biome-ignore format: examples side by side
