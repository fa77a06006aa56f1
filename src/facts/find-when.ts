/** Days, months and years of a sentence that could answer when. */
import { isWithin } from '../question/period.ts';
import { isDateline, isQuoted } from '../text/reported.ts';
import type { Finder } from './candidate.ts';
import { BEFORE_DATE, nearness } from './nearness.ts';

export const findWhen: Finder = ({ ways, period, terms }, { text, dates, published, weights }, matches) => {
  const isPlan = (start: number): boolean => ways.planned && IS_PLANNED.test(text.slice(0, start));
  const worthInPeriod = (start: number, end: number): number => {
    if (ways.end) return ENDS_PERIOD.test(text.slice(Math.max(0, start - 6), start)) ? END_ASKED : 1;
    if (ways.beginning && BEGINS_PERIOD.test(text.slice(end))) return END_ASKED;
    return ENDS_PERIOD.test(text.slice(Math.max(0, start - 6), start)) ? END_UNASKED : 1;
  };
  const isOfFuture = ways.future && published !== null;
  // Who asks when it will be is not told when something was; 年内 is still to come.
  const isPast = (iso: string | null): boolean =>
    isOfFuture && iso !== null && (iso < published.slice(0, iso.length) || iso === published);
  return dates
    .filter(({ iso, month }) => iso !== null || month !== undefined)
    .map(({ start, end, iso, from, relative }) => ({
      kind: 'when',
      start,
      end,
      ...(iso !== null && { date: iso }),
      ...(from && { from }),
      fits: (!ways.day || iso?.length !== 4) && !isPast(iso),
      score:
        (isPlan(start) ? PLANNED : ways.year ? 1 : exactness(iso)) *
        (ways.day && iso?.length === 4 ? 0.3 : 1) *
        (isPast(iso) ? 0.3 : 1) *
        (ways.month && !text.slice(start, end).includes('月') ? 0.3 : 1) *
        worthInPeriod(start, end) *
        (isDateline(end, text) || terms.has(`d:${iso}`) ? 0.3 : 1) *
        (relative?.unit === 'day' && isQuoted(end, text) ? 0.3 : 1) *
        (period !== null && iso !== null && !isWithin(iso, period) ? 0.3 : 1) *
        nearness({ start, end }, text, matches, weights, BEFORE_DATE),
    }));
};

/** A day tells more than a month, and a month more than a year. */
const exactness = (iso: string | null): number => (iso?.length === 10 ? 2 : iso?.length === 7 ? 1.5 : 0.5);

/** 原计划于2024年建成, 将于10月开幕. */
const IS_PLANNED = /(?:计划|原定|预计|预期|有望|力争|拟|将|定)[于在到至]?$/u;
/** Plans are told as years, too. */
const PLANNED = 5;

/** Who asks when it was is told its first day first: 8月29至31日. */
const ENDS_PERIOD = /(?:\d\s*[年月日号]?\s*(?:至|到|—|–|~|～|-)|(?:持续|延续|截[止至])[至到于]?)\s*$/u;
const BEGINS_PERIOD = /^(?:起|开始|以来)/u;
const END_UNASKED = 0.5;
const END_ASKED = 3;
