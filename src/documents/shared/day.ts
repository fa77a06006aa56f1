/** Days of publication in the ways that front matter, programs and people write them. */
import { isDay } from '../../text/calendar.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?<word>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';

interface DayPattern {
  readonly pattern: RegExp;
  /** What it reads, and the day that is meant: each is a test. */
  readonly examples: readonly (readonly [string, string])[];
}

/** Each names `year`, `month` or `word`, and `day`; the first that fits counts. Whatever follows is a time. */
export const DAY_PATTERNS: readonly DayPattern[] = [
  {
    pattern: /^(?<year>\d{4})\s*([-/.])\s*(?<month>\d{1,2})\s*\2\s*(?<day>\d{1,2})(?!\d)/,
    examples: [
      ['2024-02-04', '2024-02-04'],
      ['2024/2/4', '2024-02-04'],
      ['2024.02.04 09:30', '2024-02-04'],
      ['2024-02-04T08:30:00+08:00', '2024-02-04'],
    ],
  },
  {
    pattern: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
    examples: [['20240204', '2024-02-04']],
  },
  {
    pattern: /^(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*[日号號]?/,
    examples: [['2024年2月4日', '2024-02-04']],
  },
  {
    // The day first, as with dots everywhere; with slashes only where no month can be meant.
    pattern: /^(?<day>\d{1,2})\.\s*(?<month>\d{1,2})\.\s*(?<year>\d{4})(?!\d)/,
    examples: [['17.01.2024', '2024-01-17']],
  },
  {
    pattern: /^(?<day>1[3-9]|2\d|3[01])([-/])(?<month>\d{1,2})\2(?<year>\d{4})(?!\d)/,
    examples: [['17/01/2024', '2024-01-17']],
  },
  {
    pattern: /^(?<month>\d{1,2})([-/])(?<day>1[3-9]|2\d|3[01])\2(?<year>\d{4})(?!\d)/,
    examples: [['01/17/2024', '2024-01-17']],
  },
  {
    pattern: new RegExp(
      `^(?:[a-z]{3,9},?\\s+)?${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?!\\d)`,
      'i',
    ),
    examples: [
      ['Jan 26, 2024', '2024-01-26'],
      ['September 3rd, 2024', '2024-09-03'],
      ['Wed Jan 31 2024 08:00:00 GMT+0800', '2024-01-31'],
    ],
  },
  {
    pattern: new RegExp(
      `^(?:[a-z]{3,9},?\\s+)?(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?:\\s+of)?[\\s-]+${MONTH},?[\\s-]+(?<year>\\d{4})(?!\\d)`,
      'i',
    ),
    examples: [
      ['26 January 2024', '2024-01-26'],
      ['Wed, 31 Jan 2024 08:00:00 +0000', '2024-01-31'],
      ['31-Jan-2024', '2024-01-31'],
    ],
  },
];

/** The day of a date or time as written, in its own time zone, `YYYY-MM-DD`; null for anything else. */
export function readDay(value: string): string | null {
  const written = value.normalize('NFKC').trim();
  for (const { pattern } of DAY_PATTERNS) {
    const { year, month, day, word } = pattern.exec(written)?.groups ?? {};
    if (year === undefined) continue;
    const number = word === undefined ? Number(month) : MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
    const iso = `${year}-${String(number).padStart(2, '0')}-${day!.padStart(2, '0')}`;
    if (isDay(iso)) return iso;
  }
  return null;
}
