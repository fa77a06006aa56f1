/**
 * Dates as Chinese and English news write them: finds them, and says which day, month or year is meant.
 * A year or month that the text leaves out comes from the text before it and from the day of publication.
 */
import type { Span } from '../types.ts';
import { parseNumeral } from './chinese-numerals.ts';

/** A date as far as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

/** A date as written. Fields the text leaves out are undefined. */
export interface DateMention extends Span {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** 今天, last month, 上周五: counted from the day of publication; 当天, the next day: from the day mentioned before. */
  readonly relative?: Relative;
}

export interface ResolvedDate extends DateMention {
  /** Null where neither the text nor the day of publication tells. */
  readonly iso: PartialDate | null;
  /** Of 当天, the next day: the date in the text that they are counted from; absent where that is the day of publication. */
  readonly from?: Span;
}

type Relative =
  | { readonly unit: 'year'; readonly offset: number }
  | { readonly unit: 'month'; readonly offset: number }
  | { readonly unit: 'day'; readonly offset: number }
  /** Without an offset in weeks the latest such day up to the day of publication, or `before` it. */
  | {
      readonly unit: 'week';
      readonly offset: number | null;
      readonly weekday: number;
      readonly before: boolean;
    }
  | { readonly unit: 'mentioned'; readonly offset: number };

const RELATIVE_WORDS: Readonly<Record<string, Relative>> = {
  ...relatives('day', { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2, 明天: 1, 明日: 1, 后天: 2, 後天: 2 }),
  ...relatives('day', {
    大前天: -3,
    前日: -2,
    今晨: 0,
    今晚: 0,
    昨晚: -1,
    today: 0,
    yesterday: -1,
    tomorrow: 1,
  }),
  ...relatives('day', { 'the day before yesterday': -2, 'the day after tomorrow': 2 }),
  ...relatives('month', { 本月: 0, 这个月: 0, 上月: -1, 上个月: -1, 上個月: -1, 下月: 1, 下个月: 1 }),
  ...relatives('month', { 'this month': 0, 'last month': -1, 'next month': 1 }),
  ...relatives('year', { 今年: 0, 本年: 0, 年内: 0, 去年: -1, 前年: -2, 明年: 1, 后年: 2 }),
  ...relatives('year', { 'this year': 0, 'last year': -1, 'next year': 1 }),
  ...relatives('mentioned', {
    当天: 0,
    当日: 0,
    當天: 0,
    當日: 0,
    同日: 0,
    同一天: 0,
    次日: 1,
    翌日: 1,
    前一天: -1,
  }),
  ...relatives('mentioned', {
    'the same day': 0,
    'the next day': 1,
    'the following day': 1,
    'the day before': -1,
  }),
};

function relatives(
  unit: Exclude<Relative['unit'], 'week'>,
  words: Record<string, number>,
): Record<string, Relative> {
  return Object.fromEntries(Object.entries(words).map(([word, offset]) => [word, { unit, offset }]));
}

const WEEK_OFFSETS: Readonly<Record<string, number>> = {
  上: -1, 下: 1, 本: 0, 这: 0, 這: 0, next: 1, this: 0,
}; // biome-ignore format: a table
const WEEKDAYS_ZH = '一二三四五六日天';
const WEEKDAYS_EN = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const COUNTS: Readonly<Record<string, number>> = {
  a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
}; // biome-ignore format: a table

const N = '[\\d零〇一二三四五六七八九十]';
const YEAR = `(?<year>1\\d{3}|20\\d{2}|[一二][〇零九一二三四五六七八]{3})\\s*年`;
const PART_OF_YEAR = '(?:[初底末]|[上下]半年|[春夏秋冬][季天]?|第?[一二三四]季度)?';
const PART = `(?:份|[上中下]旬|[初底末])?`;
const MONTH_EN =
  '(?<monthName>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DAY_EN = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d%])';
const alternatives = (words: string[]): string => words.sort((a, b) => b.length - a.length).join('|');
const wordsOf = (unit: Relative['unit'], pattern: RegExp): string =>
  alternatives(
    Object.keys(RELATIVE_WORDS).filter((word) => RELATIVE_WORDS[word]!.unit === unit && pattern.test(word)),
  );
const HAN_WORD = /^\p{Script=Han}+$/u;
// 三年内 and 5年前年产 hold no 年内 and no 前年.
const YEAR_WORD = `(?!(?<=[\\d数几多]|${N})年内|(?<=年)前年)(?<relative>${wordsOf('year', HAN_WORD)})`;
const LATIN_WORD = /^[a-z ]+$/;

/** One line a way of writing; where two match at a place the longer one counts. */
const PATTERNS: readonly RegExp[] = [
  // 2024年1月31日, 今年6月, 7月初, 二〇二四年一月
  `(?:(?:${YEAR}|${YEAR_WORD})\\s*)?(?<month>${N}{1,2})\\s*月${PART}(?:\\s*(?<day>${N}{1,3})\\s*[日号號])?`,
  // 8月29至31日
  `(?:(?:${YEAR}|${YEAR_WORD})\\s*)?(?<month>\\d{1,2})\\s*月\\s*(?<day>\\d{1,2})(?=\\s*[至到—–~～-]\\s*\\d{1,2}\\s*[日号號])`,
  // 2021年, 2021年初, 去年底, 今年上半年
  `${YEAR}(?!代)${PART_OF_YEAR}`,
  `${YEAR_WORD}${PART_OF_YEAR}`,
  // 本月12日, 上月底
  `(?<relative>${wordsOf('month', HAN_WORD)})${PART}(?:\\s*(?<day>${N}{1,3})\\s*[日号號])?`,
  // 26日; not 45日内 (a period), 2号线 (a name)
  `(?<![\\d.个第]|${N})(?<day>\\d{1,2}|[一二三]?十[一二三四五六七八九]?)\\s*日(?![内間间均游元本后前])`,
  `(?<![\\d.第]|${N})(?<day>\\d{1,2})\\s*[号號](?=[，。,\\s上下晚早签簽]|$)`,
  // Not 光明日报 and 今日头条.
  `(?<!光(?=明日))(?!今日(?:头条|资本))(?<relative>${wordsOf('day', HAN_WORD)}|${wordsOf('mentioned', HAN_WORD)})`,
  // 3天前, two days ago; not 3天前后
  `(?<![\\d.第]|${N})(?<ago>\\d{1,2}|[一二两三四五六七八九十])\\s*天(?:之|以)?前(?!后|後)`,
  `\\b(?<ago>\\d{1,2}|${Object.keys(COUNTS).join('|')}) days? ago\\b`,
  `(?<week>[上下本这這])?(?:周|週|星期|礼拜)(?<weekday>[${WEEKDAYS_ZH}])(?![\\p{Script=Han}]?[年岁])`,
  `(?<![\\d.])(?<year>(?:19|20)\\d{2})(?<sep>[-/.])(?<month>[01]?\\d)\\k<sep>(?<day>[0-3]?\\d)(?!\\.?\\d)`,
  // 31 January 2024, January 31st, Jan. 31, 2024
  `\\b${DAY_EN}(?:\\s+of)?\\s+${MONTH_EN}(?:,?\\s+(?<year>(?:19|20)\\d{2}))?`,
  `\\b${MONTH_EN}\\s*${DAY_EN}(?:,?\\s+(?<year>(?:19|20)\\d{2}))?`,
  `\\b${MONTH_EN},?\\s+(?:of\\s+)?(?<year>(?:19|20)\\d{2})`,
  `(?<=\\b(?:in|since|until|by|during|early|late|mid|from|of|before|after|last)[\\s-])${MONTH_EN}(?!\\s*\\d)`,
  `(?<![\\d.,/-]|[¥$€])\\b(?<year>(?:19|20)\\d{2})\\b(?![\\d.,]*\\d|\\s*[\\p{Script=Han}%])`,
  `\\b(?<relative>${wordsOf('day', LATIN_WORD)}|${wordsOf('month', LATIN_WORD)}|${wordsOf('year', LATIN_WORD)}|${wordsOf('mentioned', LATIN_WORD)})\\b`,
  `\\b(?:(?<week>last|next|this)\\s+)?(?<weekday>${WEEKDAYS_EN.join('|')})\\b`,
].map((source) => new RegExp(source, 'giu'));

const FULL_WIDTH_DIGIT = /[０-９]/g;
const halfWidth = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0);

/** All dates of a text in order of appearance, none overlapping; spans point into `text`. */
export function findDates(text: string): DateMention[] {
  const folded = text.replace(FULL_WIDTH_DIGIT, halfWidth);
  const found = PATTERNS.flatMap((pattern) => [...folded.matchAll(pattern)])
    .map(toMention)
    .filter((mention) => mention !== null)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((mention) => {
    if (mention.start < end) return false;
    end = mention.end;
    return true;
  });
}

function toMention(match: RegExpMatchArray): DateMention | null {
  const groups = match.groups ?? {};
  const year = numberOf(groups.year);
  const month = groups.monthName ? monthNumber(groups.monthName) : numberOf(groups.month);
  const day = numberOf(groups.day);
  if (month !== undefined && !(month >= 1 && month <= 12)) return null;
  if (day !== undefined && !(day >= 1 && day <= daysOfMonth(year ?? 2024, month ?? 1))) return null;
  const relative = relativeOf(groups);
  return {
    start: match.index!,
    end: match.index! + match[0].length,
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(relative && { relative }),
  };
}

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : parseNumeral(text);

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function relativeOf(groups: Record<string, string | undefined>): Relative | undefined {
  if (groups.weekday !== undefined) {
    const name = groups.weekday.toLowerCase();
    const weekday = WEEKDAYS_ZH.includes(name)
      ? Math.min(WEEKDAYS_ZH.indexOf(name), 6)
      : WEEKDAYS_EN.indexOf(name);
    const week = groups.week?.toLowerCase() ?? '';
    return { unit: 'week', offset: WEEK_OFFSETS[week] ?? null, weekday, before: week === 'last' };
  }
  if (groups.ago !== undefined)
    return { unit: 'day', offset: -(COUNTS[groups.ago.toLowerCase()] ?? numberOf(groups.ago)!) };
  return groups.relative === undefined ? undefined : RELATIVE_WORDS[groups.relative.toLowerCase()];
}

/** Sentence ends: a year given in one sentence is not carried into the next. */
const SENTENCE_END = /[。！？!?\n]/;
/** A future date must be this much nearer than the past one to be meant: news tells mostly what has been. */
const FUTURE_PENALTY = 1.5;
const DAY_MS = 86_400_000;

/**
 * All dates of a text with what they mean.
 * @param published day of publication, `YYYY-MM-DD`, or null where it is not known
 * @param around a day near which an article without a day of publication is likely to be from: it lends its year to
 * 今年 and to dates that have none, and nothing to 昨日 and the like; the day of the text's own dateline counts as published
 */
export function resolveDates(
  text: string,
  published: string | null,
  around: string | null = null,
): ResolvedDate[] {
  const dates = resolveAll(text, published, around);
  const [dateline] = dates;
  const hasDateline =
    dateline?.iso?.length === 10 && DATELINE_END.test(text.slice(dateline.end, dateline.end + 4));
  return published === null && hasDateline ? resolveAll(text, dateline.iso, around) : dates;
}

/** What follows the day of a report: 7月27日电, 8月15日讯. */
export const DATELINE_END = /^\s*[）)]?(?:电|電|讯|訊|消息|报道|報道)/u;

function resolveAll(text: string, published: string | null, around: string | null): ResolvedDate[] {
  let previous: ResolvedDate | null = null;
  let lastDay: ResolvedDate | null = null;
  return findDates(text).map((mention) => {
    const sameSentence = previous !== null && !SENTENCE_END.test(text.slice(previous.end, mention.start));
    const { relative } = mention;
    if (relative?.unit === 'mentioned') {
      const day: PartialDate | null = lastDay?.iso ?? published;
      const resolved: ResolvedDate = {
        ...mention,
        iso: day && addDays(day, relative.offset),
        ...(lastDay !== null && { from: lastDay.from ?? { start: lastDay.start, end: lastDay.end } }),
      };
      if (day !== null) lastDay = resolved;
      return resolved;
    }
    const iso = existing(resolve(mention, { published, around }, previous, sameSentence));
    const resolved: ResolvedDate = { ...mention, iso };
    if (iso !== null) previous = resolved;
    if (iso?.length === 10) lastDay = resolved;
    return resolved;
  });
}

interface Reference {
  readonly published: string | null;
  readonly around: string | null;
}

/** Null for a day that its month does not have: 本月31日 in February. */
const existing = (iso: PartialDate | null): PartialDate | null =>
  iso !== null && iso.length === 10 && !isDay(iso) ? null : iso;

function resolve(
  mention: DateMention,
  { published, around }: Reference,
  previous: ResolvedDate | null,
  sameSentence: boolean,
): PartialDate | null {
  const { year, month, day, relative } = mention;
  if (year !== undefined) return isoDate(year, month, day);
  if (relative !== undefined && relative.unit !== 'mentioned') {
    const reference = published ?? (relative.unit === 'year' ? around : null);
    return reference === null ? null : fromRelative(relative, month, day, reference);
  }
  const [previousYear, previousMonth] = (previous?.iso ?? '').split('-').map(Number);
  if (month !== undefined) {
    const carried = sameSentence && previous?.year !== undefined && month >= (previousMonth ?? 1);
    if (carried || (published === null && previousYear)) return isoDate(previousYear!, month, day);
    const reference = published ?? around;
    return reference === null ? null : nearest(month, day, reference);
  }
  if (day === undefined) return null;
  if (previousMonth !== undefined && (sameSentence || published === null))
    return isoDate(previousYear!, previousMonth, day);
  return published === null ? null : lastDayOfThatNumber(day, published);
}

function fromRelative(
  relative: Exclude<Relative, { unit: 'mentioned' }>,
  month: number | undefined,
  day: number | undefined,
  published: string,
): PartialDate {
  const [year, publishedMonth] = published.split('-').map(Number) as [number, number, number];
  if (relative.unit === 'year') return isoDate(year + relative.offset, month, day);
  if (relative.unit === 'month') {
    const months = year * 12 + publishedMonth - 1 + relative.offset;
    return isoDate(Math.floor(months / 12), (months % 12) + 1, day);
  }
  if (relative.unit === 'day') return addDays(published, relative.offset);
  const today = (new Date(published).getUTCDay() + 6) % 7;
  const days = relative.weekday - today;
  if (relative.offset !== null) return addDays(published, days + relative.offset * 7);
  // "On Friday", "last Friday" and 周五 in a news text are the last one before the paper came out.
  return addDays(published, days > 0 || (days === 0 && relative.before) ? days - 7 : days);
}

function nearest(month: number, day: number | undefined, published: string): PartialDate | null {
  const publishedYear = Number(published.slice(0, 4));
  const distance = (year: number): number => {
    const days = (Date.parse(fullDate(year, month, day ?? 1)) - Date.parse(published)) / DAY_MS;
    return days > 0 ? days * FUTURE_PENALTY : -days;
  };
  // 29 February may be years away.
  const years = [0, -1, 1, -2, 2, -3, 3, -4, 4]
    .map((offset) => publishedYear + offset)
    .filter((year) => day === undefined || day <= daysOfMonth(year, month));
  if (years.length === 0) return null;
  const best = years.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return isoDate(best, month, day);
}

function lastDayOfThatNumber(day: number, published: string): PartialDate {
  const [year, month, publishedDay] = published.split('-').map(Number) as [number, number, number];
  if (day <= publishedDay) return isoDate(year, month, day);
  if (month === 1) return isoDate(year - 1, 12, day);
  // Of two months in a row one has 31 days, and January has 30.
  return isoDate(year, day <= daysOfMonth(year, month - 1) ? month - 1 : month - 2, day);
}

const addDays = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * DAY_MS).toISOString().slice(0, 10);

const daysOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const two = (value: number): string => String(value).padStart(2, '0');

const fullDate = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;

function isoDate(year: number, month?: number, day?: number): PartialDate {
  if (month === undefined) return String(year);
  return day === undefined ? `${year}-${two(month)}` : fullDate(year, month, day);
}

/** True for an existing day in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || !(month! >= 1 && month! <= 12)) return false;
  return day! >= 1 && day! <= daysOfMonth(year, month!);
}
