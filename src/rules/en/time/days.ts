/** How English texts write days, months and years of the calendar. */
import type { DayRule, Groups, WrittenDay } from '../../time/day.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
export const MONTH = `(?<monthName>${MONTH_NAME})\\b\\.?`;
const NUMBER = '[0-3]?\\d(?:st|nd|rd|th)?';
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d%])';
const YEAR = "(?:,?\\s+(?<year>(?:1[5-9]|20)\\d\\d)(?!\\d)|,?\\s*['’](?<short>\\d\\d)\\b)";
const TO = '(?:-|–|—|~|to|and|until|till|through|or|&)';
const EARLY_OR_LATE = '(?:(?:early|late|mid)[\\s-]|(?:the\\s+)?(?:end|beginning|start|middle)\\s+of\\s+)?';

const FIRST_YEARS: Readonly<Record<string, number>> = {
  meiji: 1868, taisho: 1912, showa: 1926, heisei: 1989, reiwa: 2019, minguo: 1912,
}; // biome-ignore format: a table

function day({ year, short, monthName, day: number }: Groups): WrittenDay {
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(short !== undefined && { shortYear: Number(short) }),
    ...(monthName !== undefined && { month: monthNumber(monthName) }),
    ...(number !== undefined && { day: Number(number) }),
  };
}

export const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Every day in English has one of these, and few other words have. */
export const DAY_SIGNS =
  /\b(?:jan|feb|mar|apr|may|june?\b|july?\b|aug|sept?\b|sept|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|spring|summer|autumn|fall\b|winter|today|tonight|tomorrow|yester|this (?:mor|aft|eve)|last night|halloween|christmas|new year|(?:early|late|mid)[\s-]\d|q[1-4]|h[12]\b|fiscal|financial|fy|meiji|taisho|showa|heisei|reiwa|minguo|(?:day|week|weekday|weekend|month|quarter|year|half)s?\b)|\d(?:st|nd|rd|th)\b|\d\s*年?\s*q[1-4]\b|\b(?:in|since|until|till|of|by|from|around|circa|about|before|after|year|ad)\s+\d|\b(?:1[5-9]|20)\d\d(?:\s?[-–—/]|\sto\b)/giu;

export const DAYS: readonly DayRule[] = [
  {
    pattern: new RegExp(`(?<![\\d.:/-])\\b${DAY}(?:\\s+of)?\\s+${MONTH}${YEAR}?`, 'giu'),
    means: day,
    examples: ["3 May '98 → 1998-05-03", '31 January 2024 → 2024-01-31', 'on the [31st of January] → 2024-01-31', '28 December → 2023-12-28', '3rd of May, 1845 → 1845-05-03'],
    not: ['1.5 may help', '10:30 May'],
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\s*(?:the\\s+)?${DAY}(?!\\s*(?::\\d|[ap]m\\b))${YEAR}?`, 'giu'),
    means: day,
    examples: ['January 31st → 2024-01-31', 'Jan. 31, 2023 → 2023-01-31', 'Dec 5 → 2023-12-05', "May 3, '98 → 1998-05-03"],
    not: ['may 10:30'],
  },
  {
    // The first day of a range without its month: 3 to 17 September.
    pattern: new RegExp(`(?<![\\d.:/-])\\b${DAY}(?=\\s*${TO}\\s*(?:the\\s+)?${NUMBER}(?:\\s+of)?\\s+${MONTH.replace('monthName', 'nextMonth')})`, 'giu'),
    means: ({ day: number }) => ({ day: Number(number), monthStands: 'behind' }),
    examples: ['[3] to 17 September → 2024-09-03', '[3rd]–5th of May 2023 → 2023-05-03', 'between [3] and 5 May → 2024-05-03'],
  },
  {
    // The last day of a range without its month: May 3–5, 2024.
    pattern: new RegExp(`(?=\\d)(?<=\\b(?:${MONTH_NAME})\\.?\\s*${NUMBER}\\s*${TO}\\s*(?:the\\s+)?)${DAY}(?!\\s*(?:[ap]m\\b|:\\d|(?:${MONTH_NAME})\\b))${YEAR}?`, 'giu'),
    means: (groups) => ({ ...day(groups), monthStands: 'before' }),
    examples: ['June 3 to [17, 2023] → 2023-06-17', 'March 30 and [31] → 2024-03-31'],
    not: ['May 3 - 5 pm'],
  },
  {
    pattern: new RegExp(`\\b${EARLY_OR_LATE}${MONTH},?\\s+(?:of\\s+)?(?<year>(?:1[5-9]|20)\\d\\d)(?!\\d)`, 'giu'),
    means: day,
    examples: ['January 2023 → 2023-01', 'early March 1987 → 1987-03', 'the end of June 2023 → 2023-06'],
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\s*['’](?<short>\\d\\d)\\b`, 'giu'),
    means: day,
    examples: ["May '98 → 1998-05"],
  },
  {
    // Without a year only where it must be a month: "may" is a verb.
    pattern: new RegExp(`(?<=\\b(?:in|since|until|till|by|during|from|to|of|before|after)\\s)${EARLY_OR_LATE}${MONTH}(?!\\s*\\d|\\s+(?:be|have|not|help)\\b)`, 'giu'),
    means: day,
    examples: ['since [March] → 2024-03', 'in [late May] → 2024-05'],
    not: ['They may win', 'in may be'],
  },
  {
    pattern: new RegExp(`\\b(?:(?:early|late|mid)[\\s-]|(?:the\\s+)?(?:end|beginning|start|middle)\\s+of\\s+)${MONTH}(?!\\s*\\d)`, 'giu'),
    means: day,
    examples: ['mid-June → 2024-06', 'early May → 2024-05', 'at [the end of March] → 2024-03'],
  },
  {
    pattern: /(?<![\d.,/-]|[¥$€£])\b(?:(?:early|late|mid)[\s-]|(?:the\s+)?(?:end|beginning|start|middle)\s+of\s+)(?<year>(?:19|20)\d{2})\b(?![\d.,]*\d|\s*%)/giu,
    means: day,
    examples: ['late 2023 → 2023', 'the end of 1998 → 1998'],
  },
  {
    pattern: /(?<=\b(?:in|since|until|till|of|by|from|around|circa|about|before|after|year)\s|\bAD\s)(?<year>1[0-8]\d\d|[5-9]\d\d(?=\s+(?:AD|CE)\b))\b(?![\d.,]*\d|\s*[\p{Script=Han}%]|\s+[a-z]+s\b)/giu,
    means: day,
    examples: ['in [1845] → 1845', 'the year [1066] → 1066', 'in [618] AD → 0618'],
    not: ['of 1200 members'],
  },
  {
    pattern: /(?=\d)(?<=\b(?:1[5-9]|20)\d\d\s?(?:-|–|—|to)\s?)(?<year>(?:1[5-9]|20)\d\d)\b(?![\d.,]*\d|-)/giu,
    means: day,
    examples: ['1937–[1945] → 1945'],
  },
  {
    pattern: /\b(?<era>meiji|taisho|showa|heisei|reiwa|minguo)\s+(?<reign>\d{1,3})\b/giu,
    means: ({ era, reign }) => ({ year: FIRST_YEARS[era!.toLowerCase()]! + Number(reign) - 1 }),
    examples: ['Showa 39 → 1964', 'Reiwa 6 → 2024', 'Minguo 113 → 2024'],
  },
  {
    pattern: /\b(?<year>(?:19|20)\d\d)\s?[-–/]\s?(?<last>\d\d)\b(?=\s+(?:season|school|academic|financial|fiscal|tax)\b)/giu,
    means: ({ year, last }) => ({ year: Number(year), lastYear: Number(`${year!.slice(0, 2)}${last}`) }),
    examples: ['[2023/24] season → 2023..2024', 'the [2011-12] school year → 2011..2012'],
  },
  {
    pattern: /(?<=\b(?:on|until|till|by|since|before|after|at)\s)(?<feast>christmas day|christmas eve|christmas|new year['’]s day|new year['’]s eve|halloween)\b/giu,
    means: ({ feast }) => FEASTS[feast!.toLowerCase().replace('’', "'")]!,
    examples: ['on [Christmas Eve] → 2023-12-24'],
  },
  {
    // Of a month mentioned before: on the 28th.
    pattern: /(?<=\b(?:on|by|until|till|since|from|before|after|to|through)\s)the\s+(?<day>[0-3]?\d)(?:st|nd|rd|th)\b(?=\s*(?:[.,;:!?)]|$|(?:and|but|at|in|with|to|by|when|after|before|for|until|because|as|while)\b))/giu,
    means: day,
    examples: ['on [the 28th]. → 2024-05-28', 'from [the 3rd] to the 5th → 2024-06-03'],
    not: ['on the 3rd floor', 'for the 28th time'],
  },
]; // biome-ignore format: examples side by side

const FEASTS: Readonly<Record<string, WrittenDay>> = {
  'christmas day': { month: 12, day: 25 },
  christmas: { month: 12, day: 25 },
  'christmas eve': { month: 12, day: 24 },
  "new year's day": { month: 1, day: 1 },
  "new year's eve": { month: 12, day: 31 },
  halloween: { month: 10, day: 31 },
};
