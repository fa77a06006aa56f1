/** Which of three figures is the day, which the month: 25/12/2011. */
import type { Figures } from '../rules/time/day.ts';
import { isDay, isoDate, type PartialDate } from './calendar.ts';

type Order = 'day-month' | 'month-day' | 'year-first';

/** The days that figures can be, each with the order in which they then stand. */
function readings(
  { numbers: [a, b, c], mayBeginWithYear }: Figures,
  isChinese: boolean,
  wholeYear: (short: number) => number,
): Map<Order, PartialDate> {
  const year = (number: number): number => (number < 100 ? wholeYear(number) : number);
  const all: [Order, PartialDate][] = [
    ['day-month', isoDate(year(c), b, a)],
    ['month-day', isoDate(year(c), a, b)],
    ['year-first', isoDate(year(a), b, c)],
  ];
  const valid = new Map(
    all.filter(([order, iso]) => isDay(iso) && (order !== 'year-first' || (mayBeginWithYear && isChinese))),
  );
  // Chinese texts have the year in front wherever it can be.
  const yearFirst = valid.get('year-first');
  return yearFirst === undefined ? valid : new Map([['year-first', yearFirst]]);
}

/** The day, where it can be but one: by the size of the figures, by their marks, or by other days of the text. */
export function readFigures(
  figures: Figures,
  { isChinese, isDayFirst }: { readonly isChinese: boolean; readonly isDayFirst: boolean | null },
  wholeYear: (short: number) => number,
): PartialDate | null {
  const found = readings(figures, isChinese, wholeYear);
  const days = [...new Set(found.values())];
  if (days.length <= 1) return days[0] ?? null;
  if (figures.isDayFirst || isDayFirst === true) return found.get('day-month') ?? null;
  return isDayFirst === false ? (found.get('month-day') ?? null) : null;
}

/** Whether the dates of a text have the day before the month; null where none tells, or they differ. */
export function tellsDayFirst(all: readonly Figures[]): boolean | null {
  const orders = new Set(
    all.flatMap((figures) => {
      const [a, b] = figures.numbers;
      return a > 12 && b <= 12 ? [true] : b > 12 && a <= 12 ? [false] : [];
    }),
  );
  return orders.size === 1 ? [...orders][0]! : null;
}
