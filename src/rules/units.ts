/** Numbers with what they count or measure: how a language writes them, and how its questions ask for them. */
import type { Rule } from './rule.ts';

/** What is measured. An amount of none of these counts things. */
export const DIMENSIONS = [
  'money', 'share', 'multiple', 'period', 'hours', 'length', 'area', 'mass', 'volume', 'power', 'speed', 'temperature', 'data', 'age',
] as const; // biome-ignore format: a list

/** What is counted, as far as languages have a word of their own for counting it. */
const COUNTED = [
  'count', 'people', 'households', 'organisations', 'schools', 'countries', 'teams', 'things', 'items', 'kinds', 'times', 'events',
  'anniversary', 'volumes', 'works', 'chapters', 'lines', 'ships', 'vehicles', 'machines', 'aircraft', 'pieces', 'sites', 'medals',
] as const; // biome-ignore format: a list

/** `scaled`: the unit is not written, but a scale (5 million, 3亿), so that money or people may be meant. */
export type Measure = (typeof DIMENSIONS)[number] | (typeof COUNTED)[number] | 'scaled';

export interface UnitRules {
  /**
   * A number with its unit; with the flag `g`. The group `unit` is a unit that `measures` know, `noun` what else is counted.
   */
  readonly amount: RegExp;
  /** What an amount has beside its unit: digits, scales, "about"; with the flag `g`. */
  readonly sizes: readonly Rule<'size'>[];
  /** A number of one that is a time like any other, whole, and what behind it says that it is a period. */
  readonly onePeriods: readonly Rule<'one period'>[];
  readonly periodEnds: readonly Rule<'period'>[];
  /** Numbers in words, whole, that count nothing without a unit or with one: articles, 一位, 万. */
  readonly noNumbers: readonly Rule<'no number'>[];
  /** Numbers in words, whole, that count something without a unit. */
  readonly bareNumbers: readonly Rule<'number'>[];
  /** Places in a row; with the flag `g`. */
  readonly ordinals: readonly Rule<'ordinal'>[];
  /** What stands between the figures of a score, beside marks. */
  readonly scoreJoints: readonly Rule<'score'>[];
  /** Words that tell a sum without a number: free, 减半; with the flag `g`. */
  readonly words: readonly Rule<Measure>[];
  /** What an amount measures; all rows that fit count. */
  readonly measures: readonly Rule<Measure>[];
  /** What stands around a number that is no amount; ‹› is a number without a unit, ‹u› one with a unit. */
  readonly around: readonly Rule<'no amount'>[];
  /** What right before a number of an unknown unit says of it: costs 500 gems. */
  readonly leads: readonly Rule<Measure>[];
  /** What stands around an amount that one thing has more or less than another: 多‹u›, ‹u› more. */
  readonly differences: readonly Rule<'difference'>[];
  /** Where what is said of one amount ends and what is said of the next begins; with the flag `g`. */
  readonly joints: RegExp;
  /** Right before a time for which something went on already. */
  readonly past: readonly Rule<'past'>[];
  /** Questions for such a difference. */
  readonly asksDifference: readonly Rule<'difference'>[];
  /** A question that names a unit of its own, as group `unit`: 多少罐. */
  readonly asksUnit?: RegExp;
  /** What a question wants its number to measure; the first row that fits counts. */
  readonly asked: readonly Rule<readonly Measure[]>[];
  /** The same by the noun that it counts, before the rows above. */
  readonly counted: readonly Rule<readonly Measure[]>[];
}
