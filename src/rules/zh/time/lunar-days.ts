/** Days of the lunar calendar and feasts, as Chinese texts write them. */
import type { DayRule, Groups, WrittenDay } from '../../time/day.ts';
import { parseNumeral } from './numerals.ts';
import { readYear, YEAR_BEFORE_MONTH } from './years.ts';

const MONTHS_BY_NAME: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 };
const MONTH = '(?<lunarMonth>正|冬|腊|十[一二]?|[一二三四五六七八九]|\\d{1,2})';
const DAY =
  '(?<lunarDay>初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|卅|\\d{1,2})';
/** What is written of no other day. 九月初五 is one, 九月初五家公司 is not. */
const LUNAR_ALONE =
  '(?<lunarDay>(?:初[一二三四五六七八九十]|十五|廿[一二三四五六七八九]?)(?![家个名位人次日号支项亿万千百件所条])|初[一二三四五六七八九十]日)';
const CALENDAR = '(?:农历|阴历|旧历|夏历)';

function lunarDay(groups: Groups): WrittenDay | null {
  const year = readYear(groups);
  if (year === null) return null;
  const month = MONTHS_BY_NAME[groups.lunarMonth!] ?? parseNumeral(groups.lunarMonth!);
  const day = parseNumeral(
    (groups.lunarDay ?? '').replace('初', '').replace('廿', '二十').replace('卅', '三十'),
  );
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 30)) return null;
  return { ...year, lunar: { month, day, isLeap: groups.leap !== undefined } };
}

/** Month and day of feasts, 0 for the last day of the month. */
const LUNAR_FEASTS: Readonly<Record<string, readonly [month: number, day: number]>> = {
  大年初一: [1, 1], 正月初一: [1, 1], 春节: [1, 1], 元宵节: [1, 15], 元宵: [1, 15], 端午节: [5, 5], 端午: [5, 5], 七夕节: [7, 7], 七夕: [7, 7],
  中元节: [7, 15], 中秋节: [8, 15], 中秋: [8, 15], 重阳节: [9, 9], 重阳: [9, 9], 腊八节: [12, 8], 腊八: [12, 8], 大年三十: [12, 0], 除夕: [12, 0],
}; // biome-ignore format: a table
const FEASTS: typeof LUNAR_FEASTS = {
  元旦: [1, 1], 妇女节: [3, 8], 五一劳动节: [5, 1], 劳动节: [5, 1], 儿童节: [6, 1], 建党节: [7, 1], 建军节: [8, 1], 教师节: [9, 10],
  国庆节: [10, 1], 国庆: [10, 1], 平安夜: [12, 24], 圣诞节: [12, 25],
}; // biome-ignore format: a table

const FEAST = `(?<feast>${[...Object.keys(LUNAR_FEASTS), ...Object.keys(FEASTS)].sort((a, b) => b.length - a.length).join('|')})`;

function feast(groups: Groups): WrittenDay | null {
  const year = readYear(groups);
  const [lunarMonth, lunarDayOfMonth] = LUNAR_FEASTS[groups.feast!] ?? [];
  if (year === null) return null;
  if (lunarMonth !== undefined)
    return { ...year, lunar: { month: lunarMonth, day: lunarDayOfMonth!, isLeap: false } };
  const [month, day] = FEASTS[groups.feast!]!;
  return { ...year, month, day };
}

export const LUNAR_DAYS: readonly DayRule[] = [
  {
    pattern: new RegExp(`(?:${YEAR_BEFORE_MONTH}的?\\s*)?${CALENDAR}的?\\s*(?<leap>闰)?${MONTH}月${DAY}日?`, 'giu'),
    needs: new RegExp(CALENDAR, 'u'),
    means: lunarDay,
    examples: [
      '农历五月初五 → 2024-06-10', '2024年农历八月十五 → 2024-09-17', '阴历腊月廿三 → 2024-02-02', '农历9月9日 → 2024-10-11',
      '2023年农历闰二月初一 → 2023-03-22', '去年农历六月二十 → 2023-08-06',
    ],
    not: ['农历九月三十一'],
  },
  {
    pattern: new RegExp(`${CALENDAR}\\s*${YEAR_BEFORE_MONTH}\\s*(?<leap>闰)?${MONTH}月${DAY}日?`, 'giu'),
    needs: new RegExp(CALENDAR, 'u'),
    means: lunarDay,
    examples: ['农历甲辰年八月十五 → 2024-09-17', '农历2025年正月初五 → 2025-02-02'],
  },
  {
    pattern: new RegExp(`(?:${YEAR_BEFORE_MONTH}\\s*)?(?<leap>闰)?(?<lunarMonth>正|冬|腊)月${DAY}日?`, 'giu'),
    needs: /[正冬腊]月/u,
    means: lunarDay,
    examples: ['正月十五 → 2024-02-24', '腊月二十三 → 2024-02-02', '龙年正月初六 → 2024-02-15', '光绪元年正月初一 → 1875-02-06'],
  },
  {
    pattern: new RegExp(`(?:${YEAR_BEFORE_MONTH}\\s*)?(?<leap>闰)?(?<lunarMonth>十[一二]?|[一二三四五六七八九])月${LUNAR_ALONE}`, 'giu'),
    needs: /月(?:初|十五|廿)/u,
    means: lunarDay,
    examples: ['九月初五 → 2024-10-07', '光绪二十八年九月初五 → 1902-10-06', '八月十五 → 2024-09-17', '康熙六十一年十一月初十 → 1722-12-17'],
    not: ['八月十五名学生', '九月初五家公司'],
  },
  {
    pattern: /(?:大|(?<![\p{Script=Han}\d]))年(?<lunarDay>初[一二三四五六七八九十])(?!家|个|名|位)/giu,
    needs: /年初/u,
    means: ({ lunarDay: day }) => lunarDay({ lunarMonth: '正', lunarDay: day }),
    examples: ['大年初三 → 2024-02-12', '年初五 → 2024-02-14'],
    not: ['今年初三家公司', '2023年初五名学生'],
  },
  {
    // A day where it says when; 中秋晚会 and 国庆节前 are none.
    pattern: new RegExp(
      `(?:(?:${YEAR_BEFORE_MONTH})\\s*(?:的|农历)?${FEAST}(?=当[天日晚]|这[一]?天|上午|下午|晚上|[举开启正发]|[，。；）]|$)|(?<=[于在至到从]|^|，)${FEAST.replace('<feast>', '<feastAlone>')}(?=当[天日晚]|这一?天|上午|下午|晚上|凌晨|[举开启正发]|[，。；）]|$))`,
      'giu',
    ),
    needs: new RegExp(FEAST, 'u'),
    means: (groups) => feast({ ...groups, feast: groups.feast ?? groups.feastAlone }),
    examples: ['[端午节]当天 → 2024-06-10', '在[国庆节]举行 → 2024-10-01', '将于[中秋节]开幕 → 2024-09-17', '[去年除夕]，闭馆 → 2024-02-09'],
    not: ['中秋晚会', '国庆节前完工', '春节期间', '端午节假期'],
  },
]; // biome-ignore format: examples side by side
