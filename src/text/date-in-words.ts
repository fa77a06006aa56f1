/** Days as people write them. */
import type { Language } from '../types.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A date in its parts, each with its word; what is the same in both ends of a range is said once. */
const LANGUAGES: Readonly<
  Record<Language, { parts: (date: Parts) => string[]; bothHave: 'front' | 'end'; space: string; to: string }>
> = {
  en: {
    parts: ({ year, month, day }) => [
      ...(day ? [String(day)] : []),
      ...(month ? [MONTHS[month - 1]!] : []),
      String(year),
    ],
    bothHave: 'end',
    space: ' ',
    to: ' to ',
  },
  zh: {
    parts: ({ year, month, day }) => [
      `${year}年`,
      ...(month ? [`${month}月`] : []),
      ...(day ? [`${day}日`] : []),
    ],
    bothHave: 'front',
    space: '',
    to: '至',
  },
};

interface Parts {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

function partsOf(date: string): Parts | null {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (year === undefined) return null;
  return { year: Number(year), month: month ? Number(month) : undefined, day: day ? Number(day) : undefined };
}

/**
 * 31 January 2024 or 2024年1月31日 for `YYYY-MM-DD`, and less for `YYYY-MM` or `YYYY`; anything else stays.
 * @param until the end of what lasts longer: 3 to 17 September 2024, 2024年9月3日至17日
 */
export function dateInWords(date: string, language: Language, until?: string): string {
  const first = partsOf(date);
  if (first === null) return date;
  const { parts, bothHave, space, to } = LANGUAGES[language];
  const last = until === undefined || until === date ? null : partsOf(until);
  if (last === null) return parts(first).join(space);
  const [from, through] = [parts(first), parts(last)];
  const inFront = bothHave === 'front';
  const shortened = inFront ? through : from;
  const whole = inFront ? from : through;
  // The day of the last month is no day of the first: one part at least is said twice.
  let same = 0;
  const at = (all: readonly string[], place: number): string | undefined =>
    inFront ? all[place] : all.at(-1 - place);
  while (same < shortened.length - 1 && at(shortened, same) === at(whole, same)) same++;
  const rest = inFront ? shortened.slice(same) : shortened.slice(0, shortened.length - same);
  return inFront
    ? `${whole.join(space)}${to}${rest.join(space)}`
    : `${rest.join(space)}${to}${whole.join(space)}`;
}
