/** Days as numbers, which compare as they do and take four bytes: 20240131, and 0 for no day. */
import type { Period } from '../types.ts';

/** Of `YYYY-MM-DD`. */
export const dayNumber = (day: string | null): number => (day === null ? 0 : Number(day.replaceAll('-', '')));

/** `YYYY-MM-DD` again. */
export function dayOfNumber(number: number): string | null {
  if (number === 0) return null;
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** Tells which days, as numbers, are of a period: no article without a day is. */
export function daysOf({ from, to }: Period): (day: number) => boolean {
  const first = from === null ? 1 : dayNumber(from);
  const last = to === null ? Number.POSITIVE_INFINITY : dayNumber(to);
  return (day) => day >= first && day <= last;
}
