/** What a text writes of a day, in whatever language; what it means is worked out elsewhere. */
import type { Rule } from '../rule.ts';

/** A day, a month, a year or a part of one as written. What the text leaves out is missing. */
export interface WrittenDay {
  readonly year?: number;
  /** Of a year the last two digits: '98, 24年. */
  readonly shortYear?: number;
  /** True where years are counted from 1912, as in Taiwan. */
  readonly isRepublican?: boolean;
  /** True of what is a date only in a text that counts years so elsewhere: 113.5.2. */
  readonly needsRepublican?: boolean;
  /** A year by its place, from 0, in the cycle of sixty (甲辰年) or of twelve (龙年). */
  readonly cycle?: { readonly place: number; readonly length: 60 | 12 };
  readonly month?: number;
  readonly day?: number;
  /** A day of the lunar calendar, or a month of it. */
  readonly lunar?: LunarDay;
  /** First and last month of a quarter or half of a year, or of a season, which has no sharp ends; 13 is January. */
  readonly months?: { readonly first: number; readonly last: number; readonly isSharp: boolean };
  /** True of a financial year, which need not be that of the calendar. */
  readonly isFiscal?: boolean;
  /** Last year of a school year or a season of sports: 2023/24. */
  readonly lastYear?: number;
  readonly relative?: RelativeDay;
  /** Every Monday, 每年五月: no day in particular. */
  readonly recurs?: boolean;
  /** Where the month stands of a day in a range that has it once: "3 to 17 September", "June 3 to 17". */
  readonly monthStands?: 'behind' | 'before';
  /** Three figures as they stand, of which at least one is a day and one a month: 05/03/2009. */
  readonly figures?: Figures;
}

export interface LunarDay {
  readonly month: number;
  /** 0 for the last day of the month. */
  readonly day?: number;
  readonly isLeap: boolean;
}

export interface Figures {
  readonly numbers: readonly [number, number, number];
  /** True where the day comes first for certain: 28.2.1974. */
  readonly isDayFirst: boolean;
  /** True where the year may stand in front, as in Chinese texts: 24/5/6. */
  readonly mayBeginWithYear: boolean;
}

export type RelativeDay =
  | {
      readonly unit: 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year';
      readonly offset: number;
      /** Counted from the date mentioned before (当天, the next day), or else from the day of publication. */
      readonly isFromMentioned?: boolean;
      /** Of a month or season in it the latest before the day of publication (last May), or the first after it. */
      readonly toward?: -1 | 1;
    }
  | {
      readonly unit: 'weekday';
      /** From 0 for Monday. */
      readonly weekday: number;
      /** In weeks; null for the nearest such day up to the day of publication. */
      readonly offset: number | null;
      /** True where the day of publication itself is not meant: last Friday. */
      readonly isBefore: boolean;
    };

export type Groups = Readonly<Record<string, string | undefined>>;

/**
 * Reads a way of writing days; `means` gives null where the words are no day after all. Patterns are for texts with digits of
 * normal width and simplified characters (`src/text/find-dates.ts`) and have the flags g, i and u. An example is what is
 * found, an arrow and what that means in an article of Wednesday 12 June 2024: one day, `first..last`, or `-` for no day.
 * Where more than the day stands before the arrow, the day stands in brackets: "since [March] → 2024-03".
 */
export interface DayRule extends Rule<(groups: Groups) => WrittenDay | null> {
  /** A text without it holds nothing for the pattern, which takes long. */
  readonly needs?: RegExp;
}

/** What stands between two days where they are the first and the last of a range, and other words around days. */
export interface DayContext {
  /** Characters in which days may be written otherwise than in the rules, each with the one of the rules. */
  readonly spellings: readonly (readonly [written: string, means: string])[];
  /** What is left between the first and the last day of a range. */
  readonly joints: readonly Rule<'range'>[];
  /** What stands right before a day, or a few words before it. */
  readonly before: readonly Rule<'planned' | 'recurring' | 'moved' | 'between'>[];
  /** Around a day, as ‹›: what was done on it stands before it, as in 成立于‹›. */
  readonly eventBefore: readonly Rule<'event before'>[];
  /** What a day is written with where its month is. */
  readonly months: readonly Rule<'month'>[];
  /** What stands right before a day on which something ends, and behind one on which it begins. */
  readonly ends: readonly Rule<'end'>[];
  readonly begins: readonly Rule<'beginning'>[];
  /** Where a clause ends; with the flag `g`. */
  readonly clauseEnd: RegExp;
  /** What stands between the two days of "between 3 and 5 May". */
  readonly and: RegExp;
}
