/** Days, weeks, months and quarters that Chinese texts count from the day of publication or from one mentioned before. */
import type { DayRule, Groups, RelativeDay, WrittenDay } from '../../time/day.ts';
import { PART_OF_MONTH } from './days.ts';
import { parseNumeral } from './numerals.ts';
import { N } from './years.ts';

const DAYS: Readonly<Record<string, number>> = {
  今天: 0, 今日: 0, 今晨: 0, 今早: 0, 今晚: 0, 昨天: -1, 昨日: -1, 昨晚: -1, 昨夜: -1, 前天: -2, 前日: -2, 大前天: -3,
  明天: 1, 明日: 1, 明晚: 1, 明早: 1, 后天: 2, 大后天: 3,
}; // biome-ignore format: a table
/** From the day mentioned before. */
const MENTIONED_DAYS: Readonly<Record<string, number>> = {
  当天: 0, 当日: 0, 当晚: 0, 同日: 0, 同一天: 0, 次日: 1, 翌日: 1, 第二天: 1, 前一天: -1,
}; // biome-ignore format: a table
const MONTHS: Readonly<Record<string, number>> = {
  本月: 0, 这个月: 0, 这月: 0, 上月: -1, 上个月: -1, 上上个月: -2, 下月: 1, 下个月: 1, 下下个月: 2,
}; // biome-ignore format: a table
const MENTIONED_MONTHS: Readonly<Record<string, number>> = { 同月: 0, 当月: 0, 次月: 1, 翌月: 1 };
const QUARTERS: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 下: 1 };
const WEEKS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 };
const WEEKDAYS = '一二三四五六日天末';
const UNITS: Readonly<Record<string, 'day' | 'week' | 'month' | 'year'>> = {
  天: 'day', 周: 'week', 星期: 'week', 礼拜: 'week', 月: 'month', 年: 'year',
}; // biome-ignore format: a table

const anyOf = (words: Readonly<Record<string, unknown>>): string =>
  Object.keys(words).sort((a, b) => b.length - a.length).join('|'); // biome-ignore format: one chain

const WEEK = '(?:周|星期|礼拜)';

const counted =
  (unit: 'day' | 'month', words: Readonly<Record<string, number>>, isFromMentioned = false) =>
  ({ word, day }: Groups): WrittenDay => ({
    relative: { unit, offset: words[word!]!, isFromMentioned },
    ...(day !== undefined && { day: parseNumeral(day) }),
  });

function weekday({ week, weekday: name }: Groups): WrittenDay {
  const place = WEEKDAYS.indexOf(name!);
  const offset = week === undefined ? null : WEEKS[week]!;
  // 周末 alone may be any.
  if (name === '末') return offset === null ? { recurs: true } : { relative: { unit: 'weekend', offset } };
  return { relative: { unit: 'weekday', weekday: Math.min(place, 6), offset, isBefore: false } };
}

function ago({ count, unit, toward }: Groups): WrittenDay | null {
  const number = count === '半' ? 0.5 : parseNumeral(count!);
  const sign = toward === '前' ? -1 : 1;
  const of = UNITS[unit!]!;
  if (count === '半') return unit === '年' ? { relative: { unit: 'month', offset: 6 * sign } } : null;
  // Three weeks ago is the same day of the week.
  const relative: RelativeDay =
    of === 'week' ? { unit: 'day', offset: 7 * number * sign } : { unit: of, offset: number * sign };
  return { relative: { ...relative, isFromMentioned: sign > 0 } };
}

export const RELATIVE_DAYS: readonly DayRule[] = [
  {
    // Not 光明日报 and 今日头条.
    pattern: new RegExp(`(?<!光(?=明日))(?!今日(?:头条|资本))(?<word>${anyOf(DAYS)})`, 'giu'),
    means: counted('day', DAYS),
    examples: ['今天 → 2024-06-12', '昨日 → 2024-06-11', '昨晚 → 2024-06-11', '大前天 → 2024-06-09', '后天 → 2024-06-14', '大后天 → 2024-06-15'],
    not: ['光明日报', '今日头条'],
  },
  {
    pattern: new RegExp(`(?<word>${anyOf(MENTIONED_DAYS)})`, 'giu'),
    means: counted('day', MENTIONED_DAYS, true),
    examples: ['当天 → 2024-06-12', '次日 → 2024-06-13'],
  },
  {
    pattern: new RegExp(`(?<word>${anyOf(MONTHS)})${PART_OF_MONTH}(?:\\s*(?<day>${N}{1,3})\\s*[日号])?`, 'giu'),
    means: counted('month', MONTHS),
    examples: ['本月12日 → 2024-06-12', '上月底 → 2024-05', '上个月 → 2024-05', '下个月初 → 2024-07', '下月3号 → 2024-07-03'],
  },
  {
    pattern: new RegExp(`(?<word>${anyOf(MENTIONED_MONTHS)})${PART_OF_MONTH}(?:\\s*(?<day>${N}{1,3})\\s*[日号])?`, 'giu'),
    means: counted('month', MENTIONED_MONTHS, true),
    examples: ['同月12日 → 2024-06-12', '次月 → 2024-07'],
  },
  {
    pattern: /(?<which>[上本这下])(?:一个?|个)?季度/giu,
    means: ({ which }) => ({ relative: { unit: 'quarter', offset: QUARTERS[which!]! } }),
    examples: ['上季度 → 2024-01..2024-03', '上个季度 → 2024-01..2024-03', '本季度 → 2024-04..2024-06', '下季度 → 2024-07..2024-09'],
  },
  {
    // 每周五 is no day in particular, 两周一次 not a Monday.
    pattern: new RegExp(
      `(?<![\\d一二两三四五六七八九十几半])(?:(?<week>${anyOf(WEEKS)})(?:个|一)?)?${WEEK}(?<weekday>[${WEEKDAYS}])(?![\\p{Script=Han}]?[年岁]|次)`,
      'giu',
    ),
    means: weekday,
    examples: ['周五 → 2024-06-07', '上周五 → 2024-06-07', '本周五 → 2024-06-14', '下周三 → 2024-06-19', '下下周一 → 2024-06-24', '上个星期天 → 2024-06-09', '礼拜三 → 2024-06-12', '上周末 → 2024-06-08..2024-06-09', '本周末 → 2024-06-15..2024-06-16'],
    not: ['两周一次', '周三年'],
  },
  {
    pattern: new RegExp(`(?<week>${anyOf(WEEKS)})(?:个|一)?${WEEK}(?![${WEEKDAYS}刊期边年转围报])`, 'giu'),
    means: ({ week }) => ({ relative: { unit: 'week', offset: WEEKS[week!]! } }),
    examples: ['上周 → 2024-06-03..2024-06-09', '下个星期 → 2024-06-17..2024-06-23', '这周 → 2024-06-10..2024-06-16'],
    not: ['本周刊'],
  },
  {
    pattern: new RegExp(`(?<![\\d.第]|${N})(?<count>\\d{1,2}|[一二两三四五六七八九十]{1,3}|半)\\s*(?:个(?=[月星礼])(?<!\\d年))?(?<unit>天|周|星期|礼拜|(?<=个)月|年)(?:之|以)?(?<toward>前)(?![后提]|年[产均])`, 'giu'),
    means: ago,
    examples: ['3天前 → 2024-06-09', '两天前 → 2024-06-10', '三周前 → 2024-05-22', '两个星期前 → 2024-05-29', '三个月前 → 2024-03', '半年前 → 2023-12', '十年前 → 2014', '5年前 → 2019'],
    not: ['3天前后', '第3天前', '5年前年产百辆', '2000年前'],
  },
  {
    // From the day mentioned before: 5月3日开幕，两天后闭幕.
    pattern: /(?<=^|[，。；\s于在])(?<count>\d{1,2}|[一二两三四五六七八九十]{1,2})\s*个?(?<unit>天|周|星期|礼拜)(?:之|以)?(?<toward>后)(?![天续])/giu,
    means: ago,
    examples: ['两天后 → 2024-06-14', '将于[三周后] → 2024-07-03'],
    not: ['签署45天后'],
  },
  {
    pattern: new RegExp(
      `每(?:逢|个)?${WEEK}[一二三四五六日天末](?:[、和及至到-](?:${WEEK})?[一二三四五六日天])*|每月(?:的)?(?:${N}{1,3}[日号]|[上中下]旬|[初底末])|每年(?:的)?(?=\\s*[\\d一二三四五六七八九十]{1,2}\\s*月|农历|阴历|[正腊冬]月)`,
      'giu',
    ),
    means: () => ({ recurs: true }),
    examples: ['每周五 → -', '每周一、三、五 → -', '每月15日 → -'],
  },
  {
    pattern: new RegExp(`${WEEK}[一二三四五六日天]\\s*(?:至|到|—+|–|-|~|～)\\s*(?:${WEEK})?[一二三四五六日天]`, 'giu'),
    means: () => ({ recurs: true }),
    examples: ['周一至周五 → -', '周二到周日 → -'],
  },
]; // biome-ignore format: examples side by side
