/** Days, months and years as text, and how many days lie between them. */

/** A date as far as it is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

export const DAY_MS = 86_400_000;

export const addDays = (iso: string, days: number): string =>
  new Date(Date.parse(iso) + days * DAY_MS).toISOString().slice(0, 10);

export const daysOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const two = (value: number): string => String(value).padStart(2, '0');

export function isoDate(year: number, month?: number, day?: number): PartialDate {
  const padded = String(year).padStart(4, '0');
  if (month === undefined) return padded;
  return day === undefined ? `${padded}-${two(month)}` : `${padded}-${two(month)}-${two(day)}`;
}

/** The month that lies `months` after month 1 of a year. */
export const isoMonth = (year: number, month: number): PartialDate =>
  isoDate(year + Math.floor((month - 1) / 12), ((((month - 1) % 12) + 12) % 12) + 1);

/** True for an existing day in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const [year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).slice(1).map(Number);
  if (year === undefined || !(month! >= 1 && month! <= 12)) return false;
  return day! >= 1 && day! <= daysOfMonth(year, month!);
}

export const firstDay = (iso: PartialDate): string => `${iso}${'-01-01'.slice(iso.length - 'YYYY'.length)}`;

export function lastDay(iso: PartialDate): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number?, number?];
  return day === undefined ? isoDate(year, month ?? 12, daysOfMonth(year, month ?? 12)) : iso;
}

/** From 0 for Monday. */
export const weekdayOf = (iso: string): number => (new Date(iso).getUTCDay() + 6) % 7;
