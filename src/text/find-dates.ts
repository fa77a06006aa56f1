/** Finds days, months and years in texts of any language, as they are written. */

import { DAY_RULES, LANGUAGES } from '../rules/languages.ts';
import type { DayRule, WrittenDay } from '../rules/time/day.ts';
import type { Span } from '../types.ts';
import { daysOfMonth } from './calendar.ts';

/** A date as written. Fields the text leaves out are undefined. */
export interface DateMention extends Span, WrittenDay {
  /** True where the text speaks of what is to come: 将于, will open on. */
  readonly isPlanned?: boolean;
  /** True of the first day of a range; the last is the mention behind it. */
  readonly opens?: boolean;
  readonly closes?: boolean;
}

/** All dates of a text in order of appearance, none overlapping; spans point into `text`. */
export function findDates(text: string): DateMention[] {
  const folded = fold(text);
  const found = DAY_RULES.flatMap(({ days, daySigns }) =>
    windows(folded, daySigns).flatMap((window) => findIn(folded, window, days)),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  const apart = found.filter((mention) => {
    if (mention.start < end) return false;
    end = mention.end;
    return true;
  });
  const isRepublican = apart.some((mention) => mention.isRepublican && !mention.needsRepublican);
  const kept = apart.filter(({ needsRepublican }) => !needsRepublican || isRepublican);
  return withRanges(withContext(withMonthsOfRanges(withoutWeekdaysBeside(kept, folded)), folded), folded);
}

function findIn(folded: string, window: Span, rules: readonly DayRule[]): DateMention[] {
  const text = folded.slice(window.start, window.end);
  return rules
    .filter(({ needs }) => needs === undefined || needs.test(text))
    .flatMap(({ pattern, means }) =>
      [...text.matchAll(pattern)].flatMap((match): DateMention[] => {
        const written = means(match.groups ?? {});
        if (written === null || !exists(written)) return [];
        const start = window.start + match.index;
        return [{ start, end: start + match[0].length, ...written }];
      }),
    );
}

/** No date is longer, nor what its pattern looks at around it. */
const WINDOW_CHARACTERS = 60;

/** The parts of a text around its signs of days: dates are few, and all patterns over all of a long text take a while. */
function windows(text: string, signs: RegExp | undefined): Span[] {
  if (signs === undefined) return [{ start: 0, end: text.length }];
  const found: { start: number; end: number }[] = [];
  for (const { index } of text.matchAll(signs)) {
    const [start, end] = [Math.max(0, index - WINDOW_CHARACTERS), index + 2 * WINDOW_CHARACTERS];
    const last = found.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else found.push({ start, end });
  }
  // A window begins and ends between words.
  return found.map(({ start, end }) => ({
    start:
      start === 0 ? 0 : start + Math.max(0, text.slice(start, start + WINDOW_CHARACTERS / 2).search(/\s/)),
    end: end >= text.length ? text.length : end,
  }));
}

const exists = ({ year, month, day, lunar }: WrittenDay): boolean =>
  (month === undefined || (month >= 1 && month <= 12)) &&
  (day === undefined || (day >= 1 && day <= daysOfMonth(year ?? 2024, month ?? 1))) &&
  (lunar === undefined || (lunar.month >= 1 && lunar.month <= 12 && (lunar.day ?? 1) <= 30));

/** Digits of normal width and the simplified characters that rules are written in: one for one, so that offsets stay. */
const FOLDS: ReadonlyMap<string, string> = new Map([
  ...[...'０１２３４５６７８９'].map((digit, value): [string, string] => [digit, String(value)]),
  ...LANGUAGES.flatMap(({ dayContext }) => dayContext.spellings),
]);
const MAY_FOLD = new RegExp(`[${[...FOLDS.keys()].join('')}]`, 'gu');

const fold = (text: string): string => text.replace(MAY_FOLD, (character) => FOLDS.get(character)!);

const isWeekday = ({ relative }: DateMention): boolean => relative?.unit === 'weekday';
const isWholeDay = ({ month, day, figures, lunar }: DateMention): boolean =>
  (month !== undefined && day !== undefined) || figures !== undefined || lunar?.day !== undefined;
const BESIDE = /^[\s,，（(]*$/u;

/** The day of the week beside a date says nothing more: Friday, 14 June; 6月14日（周五）. */
const withoutWeekdaysBeside = (mentions: readonly DateMention[], text: string): DateMention[] =>
  mentions.filter((mention, i) => {
    if (!isWeekday(mention)) return true;
    const [before, after] = [mentions[i - 1], mentions[i + 1]];
    const isBehind = before && isWholeDay(before) && BESIDE.test(text.slice(before.end, mention.start));
    const isInFront = after && isWholeDay(after) && BESIDE.test(text.slice(mention.end, after.start));
    return !isBehind && !isInFront;
  });

/** "3 to 17 September", "June 3 to 17": the month of one day of a range stands with the other. */
const withMonthsOfRanges = (mentions: readonly DateMention[]): DateMention[] =>
  mentions.flatMap((mention, i) => {
    const { monthStands } = mention;
    if (monthStands === undefined) return [mention];
    const other = mentions[monthStands === 'behind' ? i + 1 : i - 1];
    if (other?.month === undefined) return [];
    const { year, shortYear } =
      mention.year === undefined && mention.shortYear === undefined ? other : mention;
    return [
      {
        ...mention,
        month: other.month,
        ...(year !== undefined && { year }),
        ...(shortYear !== undefined && { shortYear }),
      },
    ];
  });

/** As far as words before a day tell what kind of day it is. */
const CONTEXT_CHARACTERS = 80;
const BEFORE = LANGUAGES.flatMap(({ dayContext }) => dayContext.before);
const JOINTS = LANGUAGES.flatMap(({ dayContext }) => dayContext.joints);

const said = (what: string, text: string, { start }: Span): boolean => {
  const before = text.slice(Math.max(0, start - CONTEXT_CHARACTERS), start);
  return BEFORE.some(({ means, pattern }) => means === what && pattern.test(before));
};

const withContext = (mentions: readonly DateMention[], text: string): DateMention[] =>
  mentions.map((mention) => ({
    ...mention,
    ...(said('planned', text, mention) && { isPlanned: true }),
    ...(said('recurring', text, mention) && { recurs: true }),
  }));

/** Marks the first and last days of ranges. What was moved from one day to another has but one. */
function withRanges(mentions: readonly DateMention[], text: string): DateMention[] {
  const opens = mentions.map((mention, i) => {
    const next = mentions[i + 1];
    if (next === undefined || mention.recurs || next.recurs) return false;
    const between = text.slice(mention.end, next.start);
    const isJoined =
      JOINTS.some(({ pattern }) => pattern.test(between)) ||
      LANGUAGES.some(({ dayContext }) => dayContext.and.test(between) && said('between', text, mention));
    return isJoined && !said('moved', text, mention);
  });
  return mentions.map((mention, i) => ({
    ...mention,
    // A last day opens no other range.
    ...(opens[i] && !opens[i - 1] && { opens: true }),
    ...(opens[i - 1] && !opens[i - 2] && { closes: true }),
  }));
}
