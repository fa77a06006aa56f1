/** Years as Chinese texts write them, for use in front of months and days. */
import type { Groups, WrittenDay } from '../../time/day.ts';
import { parseNumeral } from './numerals.ts';

/** A digit or a numeral of a year, month or day. */
export const N = '[\\d〇零一二三四五六七八九十]';

/** First year and number of years of the reigns whose years Chinese texts count. */
const ERAS: Readonly<Record<string, readonly [first: number, years: number]>> = {
  贞观: [627, 23], 开元: [713, 29], 天宝: [742, 15], 太平兴国: [976, 9], 景德: [1004, 4], 庆历: [1041, 8], 嘉祐: [1056, 8],
  熙宁: [1068, 10], 元丰: [1078, 8], 元祐: [1086, 9], 崇宁: [1102, 5], 政和: [1111, 8], 宣和: [1119, 7], 建炎: [1127, 4],
  绍兴: [1131, 32], 乾道: [1165, 9], 淳熙: [1174, 16], 至元: [1264, 31], 至正: [1341, 28], 洪武: [1368, 31], 建文: [1399, 4],
  永乐: [1403, 22], 洪熙: [1425, 1], 宣德: [1426, 10], 正统: [1436, 14], 景泰: [1450, 8], 天顺: [1457, 8], 成化: [1465, 23],
  弘治: [1488, 18], 正德: [1506, 16], 嘉靖: [1522, 45], 隆庆: [1567, 6], 万历: [1573, 48], 天启: [1621, 7], 崇祯: [1628, 17],
  顺治: [1644, 18], 康熙: [1662, 61], 雍正: [1723, 13], 乾隆: [1736, 60], 嘉庆: [1796, 25], 道光: [1821, 30], 咸丰: [1851, 11],
  同治: [1862, 13], 光绪: [1875, 34], 宣统: [1909, 3],
}; // biome-ignore format: a table
/** Reigns of Japan, whose months are those of the Western calendar since 1873. */
const JAPANESE_ERAS: typeof ERAS = {
  明治: [1868, 45], 大正: [1912, 15], 昭和: [1926, 64], 平成: [1989, 31], 令和: [2019, 80],
}; // biome-ignore format: a table

const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ANIMALS = '鼠牛虎兔龙蛇马羊猴鸡狗猪';

/** Years counted from the day of publication. */
const RELATIVE_YEARS: Readonly<Record<string, number>> = {
  今年: 0, 本年: 0, 年内: 0, 去年: -1, 前年: -2, 大前年: -3, 明年: 1, 后年: 2,
}; // biome-ignore format: a table
/** Years counted from the date mentioned before. 当年 alone is mostly "in those days". */
const MENTIONED_YEARS: Readonly<Record<string, number>> = { 同年: 0, 当年: 0, 次年: 1, 翌年: 1, 隔年: 1 };

const anyOf = (words: Readonly<Record<string, unknown>>): string =>
  Object.keys(words).sort((a, b) => b.length - a.length).join('|'); // biome-ignore format: one chain

const firstOf = (words: Readonly<Record<string, unknown>>): string =>
  Object.keys(words).map((word) => word[0]).join(''); // biome-ignore format: one chain

const WESTERN = `(?<![\\d.])(?:公元|西元)?(?<year>1\\d{3}|20\\d{2}|[一二][〇零九一二三四五六七八]{3}|(?<=(?:公元|西元))\\d{1,3}|(?<=[于在至到自从（(])[2-9]\\d\\d)\\s*年`;
const REPUBLICAN = `(?:中华)?民国\\s*(?<republican>元|\\d{1,3}|[一二三四五六七八九十百零〇]{1,5})\\s*年`;
/** 113年6月, as Taiwan writes it without naming the Republic. */
const BARE_REPUBLICAN = `(?<![\\d.元])(?<bareRepublican>1[0-3]\\d)\\s*年(?=\\s*\\d{1,2}\\s*月\\d)`;
const REIGN = `(?<era>${anyOf(ERAS)}|${anyOf(JAPANESE_ERAS)})\\s*(?<reign>元|[一二三四五六七八九十]{1,3}|\\d{1,2})\\s*年`;
/** 甲辰年; 龙年 only in front of a month of the lunar calendar. */
const CYCLE = `(?:(?<stem>[${STEMS}])(?<branch>[${BRANCHES}])|(?<animal>[${ANIMALS}])(?=年\\s*(?:正|腊|冬|农历)))年`;
/** 24年1月, 于98年, 08年; not 23年来, and not 历时20年. */
const SHORT =
  `(?<![\\d.,:第共近约达历时长过满]|${N})'?(?<short>\\d{2}|[〇零一二三四五六七八九]{2})\\s*年` +
  `(?=\\s*${N}{1,2}\\s*月|初|底|末|[春夏秋冬]|[上下]半年|第?[一二三四]季度)`;
const SHORT_ALONE = `(?<![\\d.]|${N})(?:(?<=[于自从])(?<shortAlone>\\d{2})|(?<zeroShort>0\\d)|'(?<markedShort>\\d{2}))年(?![以之来内后前间期的度]|时间)`;

/** Any year. What the text counts in days or years is none: 三年内 holds no 年内, 5年前年产 no 前年. */
const RELATIVE_YEAR = `(?!(?<=[\\d数几多]|${N})年内|(?<=年)前年)(?<yearWord>${anyOf(RELATIVE_YEARS)})`;
const MENTIONED_YEAR = `(?<yearMentioned>${anyOf(MENTIONED_YEARS)})`;
/** At few places a year can begin: one look at its first character spares the rest. */
export const MAY_BEGIN = `(?=[\\d'元公西中民〇零一二三四五六七八九十${STEMS}${ANIMALS}${firstOf(ERAS)}${firstOf(JAPANESE_ERAS)}${firstOf(RELATIVE_YEARS)}${firstOf(MENTIONED_YEARS)}])`;
/** With a year of another count beside it: 光绪二十八年（1902年）. */
export const YEAR_BEFORE_MONTH = `(?:${MAY_BEGIN}(?:${WESTERN}|${REPUBLICAN}|${BARE_REPUBLICAN}|${REIGN}|${CYCLE}|${SHORT}|${RELATIVE_YEAR}|${MENTIONED_YEAR})(?:\\s*[（(][^（）()，。]{2,9}年[）)])?)`;
export const YEAR_ALONE = `${MAY_BEGIN}(?:${WESTERN}|${REPUBLICAN}|${REIGN}|${CYCLE}|${SHORT}|${SHORT_ALONE}|${RELATIVE_YEAR}|(?!当年)${MENTIONED_YEAR})`;

/** True where the months behind the year are those of the lunar calendar. */
export const countsLunarMonths = ({ era }: Groups): boolean => era !== undefined && era in ERAS;

/** The year that the groups of the patterns above hold; null for one that is none. */
export function readYear(groups: Groups): WrittenDay | null {
  const { year, republican, bareRepublican, era, stem, branch, animal, yearWord, yearMentioned } = groups;
  const short = groups.short ?? groups.shortAlone ?? groups.zeroShort ?? groups.markedShort;
  if (year !== undefined) return { year: parseNumeral(year) };
  if (republican !== undefined || bareRepublican !== undefined)
    return { year: 1911 + ordinal(republican ?? bareRepublican!), isRepublican: true };
  if (era !== undefined) {
    const [first, years] = (ERAS[era] ?? JAPANESE_ERAS[era])!;
    const reign = ordinal(groups.reign!);
    // Of 绍兴3年 the name is that of the town.
    if (reign > years || (era === '绍兴' && /\d/.test(groups.reign!))) return null;
    return { year: first + reign - 1 };
  }
  if (stem !== undefined) {
    const [s, b] = [STEMS.indexOf(stem), BRANCHES.indexOf(branch!)];
    // The one place in sixty that both reach; stems and branches of different parity never meet.
    return (s - b) % 2 === 0 ? { cycle: { place: (6 * s - 5 * b + 60) % 60, length: 60 } } : null;
  }
  if (animal !== undefined) return { cycle: { place: ANIMALS.indexOf(animal), length: 12 } };
  if (short !== undefined) return { shortYear: parseNumeral(short) };
  if (yearWord !== undefined) return { relative: { unit: 'year', offset: RELATIVE_YEARS[yearWord]! } };
  if (yearMentioned !== undefined)
    return { relative: { unit: 'year', offset: MENTIONED_YEARS[yearMentioned]!, isFromMentioned: true } };
  return {};
}

const ordinal = (text: string): number => (text === '元' ? 1 : parseNumeral(text));
