/** Days in words. A Discord timestamp would show the day of the reader's time zone, which can be the day before. */
import type { Language } from '../types.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` as people write it; anything else stays as it is. */
export function writeDate(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  const monthName = MONTHS[Number(month ?? 1) - 1];
  if (year === undefined || monthName === undefined) return date;
  const parts =
    language === 'zh'
      ? [`${year}年`, month && `${Number(month)}月`, day && `${Number(day)}日`]
      : [day && `${Number(day)} `, month && `${monthName} `, year];
  return parts.join('');
}
