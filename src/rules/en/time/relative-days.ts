/** Days, weeks, months and years that English texts count from the day of publication or from one mentioned before. */
import type { DayRule, RelativeDay, WrittenDay } from '../../time/day.ts';
import { MONTH, monthNumber } from './days.ts';

const WORDS: Readonly<Record<string, number>> = {
  today: 0, 'this morning': 0, 'this afternoon': 0, 'this evening': 0, tonight: 0, yesterday: -1, 'last night': -1, tomorrow: 1,
  'the day before yesterday': -2, 'the day after tomorrow': 2,
}; // biome-ignore format: a table
/** From the date mentioned before. */
const MENTIONED: Readonly<Record<string, readonly [unit: 'day' | 'year', offset: number]>> = {
  'the same day': ['day', 0], 'that day': ['day', 0], 'the next day': ['day', 1], 'the following day': ['day', 1], 'a day later': ['day', 1],
  'the day before': ['day', -1], 'the same year': ['year', 0], 'that same year': ['year', 0], 'that year': ['year', 0],
  'the following year': ['year', 1], 'the next year': ['year', 1], 'a year later': ['year', 1], 'the year before': ['year', -1],
}; // biome-ignore format: a table
const WHICH: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  next: 1,
  coming: 1,
};
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const COUNTS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, 'a couple of': 2,
}; // biome-ignore format: a table

const anyOf = (words: Readonly<Record<string, unknown>>): string =>
  Object.keys(words).sort((a, b) => b.length - a.length).join('|'); // biome-ignore format: one chain

const COUNT = `(?<count>\\d{1,2}|${anyOf(COUNTS)})`;
const EARLY_OR_LATE =
  '(?:(?:early|late|mid|earlier|later)[\\s-]|(?:the\\s+)?(?:end|beginning|start|middle)\\s+of\\s+)?';

const count = (text: string): number => COUNTS[text.toLowerCase()] ?? Number(text);

/** Three weeks ago is the same day of the week. */
function counted(number: string, unit: string, sign: 1 | -1): RelativeDay {
  const offset = count(number) * sign;
  return unit === 'week'
    ? { unit: 'day', offset: 7 * offset }
    : { unit: unit as 'day' | 'month' | 'year', offset };
}

function weekday(name: string, which: string | undefined): WrittenDay {
  const week = which?.toLowerCase();
  const isBefore = week === 'last' || week === 'past';
  const offset = week === undefined || isBefore ? null : WHICH[week]!;
  return { relative: { unit: 'weekday', weekday: WEEKDAYS.indexOf(name.toLowerCase()), offset, isBefore } };
}

export const RELATIVE_DAYS: readonly DayRule[] = [
  {
    pattern: new RegExp(`\\b(?<word>${anyOf(WORDS)})\\b`, 'giu'),
    means: ({ word }) => ({ relative: { unit: 'day', offset: WORDS[word!.toLowerCase()]! } }),
    examples: ['today → 2024-06-12', 'yesterday → 2024-06-11', 'last night → 2024-06-11', 'the day after tomorrow → 2024-06-14'],
  },
  {
    pattern: new RegExp(`\\b(?<word>${anyOf(MENTIONED)})\\b(?! (?:of|the|that)\\b)`, 'giu'),
    means: ({ word }) => {
      const [unit, offset] = MENTIONED[word!.toLowerCase()]!;
      return { relative: { unit, offset, isFromMentioned: true } };
    },
    examples: ['the next day → 2024-06-13', 'the following year → 2025', 'that year → 2024'],
  },
  {
    pattern: new RegExp(`\\b${EARLY_OR_LATE}(?<which>${anyOf(WHICH)})\\s+(?<unit>week|weekend|month|quarter|year)\\b(?!\\s*['’]s\\b|\\s+(?:award|prize|ticket)s?\\b)`, 'giu'),
    means: ({ which, unit }) => ({
      relative: { unit: unit!.toLowerCase() as 'week', offset: WHICH[which!.toLowerCase()]! },
    }),
    examples: [
      'last week → 2024-06-03..2024-06-09', 'next week → 2024-06-17..2024-06-23', 'last weekend → 2024-06-08..2024-06-09', 'last month → 2024-05',
      'the beginning of next month → 2024-07', 'last quarter → 2024-01..2024-03', 'this year → 2024', 'late last year → 2023',
    ],
  },
  {
    pattern: new RegExp(`\\b${COUNT}\\s+(?<unit>day|week|month|year)s?\\s+ago\\b`, 'giu'),
    means: ({ count: number, unit }) => ({ relative: counted(number!, unit!.toLowerCase(), -1) }),
    examples: ['two days ago → 2024-06-10', 'three weeks ago → 2024-05-22', 'a month ago → 2024-05', '10 years ago → 2014'],
  },
  {
    pattern: new RegExp(`\\b${COUNT}\\s+(?<unit>day|week|month|year)s?\\s+from\\s+(?:now|today)\\b`, 'giu'),
    means: ({ count: number, unit }) => ({ relative: counted(number!, unit!.toLowerCase(), 1) }),
    examples: ['two weeks from now → 2024-06-26'],
  },
  {
    pattern: new RegExp(`\\b${COUNT}\\s+(?<unit>day|week|year)s?\\s+later\\b`, 'giu'),
    means: ({ count: number, unit }) => ({ relative: { ...counted(number!, unit!.toLowerCase(), 1), isFromMentioned: true } as RelativeDay }),
    examples: ['two days later → 2024-06-14', 'three years later → 2027'],
  },
  {
    pattern: new RegExp(`\\b(?:(?<which>last|past|next|this|coming)\\s+)?(?<weekday>${WEEKDAYS.join('|')})\\b`, 'giu'),
    means: ({ which, weekday: name }) => weekday(name!, which),
    examples: ['Friday → 2024-06-07', 'last Friday → 2024-06-07', 'last Wednesday → 2024-06-05', 'this Friday → 2024-06-14', 'next Monday → 2024-06-17'],
  },
  {
    pattern: new RegExp(`\\b(?<which>last|next|this)\\s+${MONTH}`, 'giu'),
    means: ({ which, monthName }) => ({ relative: { unit: 'year', offset: 0 }, month: monthNumber(monthName!), ...nearby(which!) }),
    examples: ['last May → 2024-05', 'last October → 2023-10', 'this March → 2024-03', 'next March → 2025-03'],
  },
  {
    pattern: new RegExp(
      `\\b(?:every|each)\\s+(?:other\\s+|second\\s+)?(?:${WEEKDAYS.join('|')}|week|weekend|weekday|month|spring|summer|autumn|winter)\\b|\\b(?:${WEEKDAYS.join('|')})s\\b(?:\\s*(?:,|and|to|through|-|–)\\s*(?:${WEEKDAYS.join('|')})s\\b)*|\\b(?:on\\s+)?weekdays\\b`,
      'giu',
    ),
    means: () => ({ recurs: true }),
    examples: ['every Friday → -', 'on [Mondays and Thursdays] → -', 'every other week → -'],
  },
  {
    pattern: new RegExp(`\\b(?:${shortWeekdays()})\\.?\\s*(?:-|–|—|to|through)\\s*(?:${shortWeekdays()})\\b`, 'giu'),
    means: () => ({ recurs: true }),
    examples: ['Monday to Friday → -', 'Mon–Fri → -', 'Tue - Sun → -'],
  },
]; // biome-ignore format: examples side by side

/** The one before or after the day of publication; "this" is of its year. */
const nearby = (which: string): Pick<WrittenDay, 'relative'> => {
  const offset = WHICH[which.toLowerCase()]!;
  return { relative: { unit: 'year', offset: 0, ...(offset !== 0 && { toward: offset < 0 ? -1 : 1 }) } };
};

function shortWeekdays(): string {
  return WEEKDAYS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`)
    .join('|')
    .replace('tue(?:sday)?', 'tue(?:s(?:day)?)?')
    .replace('thu(?:rsday)?', 'thu(?:rs(?:day)?)?');
}
