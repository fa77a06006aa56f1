/** Days as people write them. */
import type { Language } from '../types.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** 31 January 2024 or 2024年1月31日 for `YYYY-MM-DD`, and less for `YYYY-MM` or `YYYY`; anything else stays. */
export function dateInWords(date: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (year === undefined) return date;
  if (language === 'zh')
    return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}
