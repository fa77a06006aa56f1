/** What is said of the collection of articles: how many there are, and which, as a list with titles, days and links. */
import type { Wish } from '../question/talk/wish.ts';
import type { CollectionWish } from '../rules/messages.ts';
import { dateInWords } from '../text/date-in-words.ts';
import type { Language, Period, Source } from '../types.ts';

/** More titles would be a page to scroll. */
const MAX_LISTED = 10;
/** What is new is read at a glance. */
const MAX_RECENT = 5;

export interface Listed {
  readonly answer: string;
  readonly articles: readonly Source[];
}

/**
 * Answers a wish from the articles that fit it, best first where a subject was given.
 * @param all number of articles of the whole collection
 */
export function tellCollection(
  { wants, about, period }: Pick<Wish, 'wants' | 'about' | 'period'>,
  fitting: readonly Source[],
  all: number,
  language: Language,
): Listed {
  const says = SAYS[language];
  const which = says.which(about, period === null ? null : periodInWords(period, language));
  if (fitting.length === 0) return { answer: says.none(which), articles: [] };
  const byDay = fitting.toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const dated = byDay.filter(({ date }) => date !== null);
  if (wants === 'newest' || wants === 'oldest') {
    const one = wants === 'newest' ? dated[0] : dated.at(-1);
    if (one === undefined)
      return { answer: says.undated(fitting.length), articles: byDay.slice(0, MAX_LISTED) };
    return { answer: says[wants](one.title, dateInWords(one.date!, language)), articles: [one] };
  }
  const most = wants === 'recent' && period === null ? MAX_RECENT : MAX_LISTED;
  const articles = (about === null || wants === 'recent' ? byDay : fitting).slice(0, most);
  return { answer: sentence(wants, fitting.length, articles.length, which, dated, all, language), articles };
}

function sentence(
  wants: CollectionWish,
  count: number,
  shown: number,
  which: string,
  dated: readonly Source[],
  all: number,
  language: Language,
): string {
  const says = SAYS[language];
  if (wants === 'recent' && which === '') return says.recent(shown);
  const [newest, oldest] = [dated[0], dated.at(-1)];
  const days =
    count === all && newest !== undefined && oldest !== undefined && newest !== oldest
      ? says.days(dateInWords(oldest.date!, language), dateInWords(newest.date!, language))
      : '';
  return says.some(count, which, days, count - shown);
}

interface Says {
  /** Which articles are meant, as it stands behind or before their number; '' for all. */
  readonly which: (about: string | null, period: string | null) => string;
  readonly none: (which: string) => string;
  readonly undated: (count: number) => string;
  readonly newest: (title: string, day: string) => string;
  readonly oldest: (title: string, day: string) => string;
  readonly recent: (shown: number) => string;
  readonly days: (first: string, last: string) => string;
  readonly some: (count: number, which: string, days: string, more: number) => string;
}

const SAYS: Readonly<Record<Language, Says>> = {
  en: {
    which: (about, period) =>
      [about && ` on “${about}”`, period && ` published ${period}`].filter(Boolean).join(''),
    none: (which) => `There is no article${which} here.`,
    undated: (count) =>
      `No article tells when it was published, so I cannot say which is newest or oldest; there ${count === 1 ? 'is one' : `are ${count}`}:`,
    newest: (title, day) => `The newest article is “${title}” of ${day}.`,
    oldest: (title, day) => `The oldest article is “${title}” of ${day}.`,
    recent: (shown) =>
      shown === 1 ? 'This is the newest article:' : `These are the ${shown} newest articles:`,
    days: (first, last) => `, from ${first} to ${last}`,
    some: (count, which, days, more) => {
      const said = count === 1 ? `There is 1 article${which}` : `There are ${count} articles${which}`;
      return `${said}${days}${more > 0 ? `; these are ${count - more} of them, and there are ${more} more` : ''}:`;
    },
  },
  zh: {
    which: (about, period) =>
      [period && `${period}发布的`, about && `关于“${about}”的`].filter(Boolean).join(''),
    none: (which) => `这里没有${which}文章。`,
    undated: (count) => `文章都没有注明日期，说不出哪篇最新或最早；一共有 ${count} 篇：`,
    newest: (title, day) => `最新的文章是《${title}》（${day}）。`,
    oldest: (title, day) => `最早的文章是《${title}》（${day}）。`,
    recent: (shown) => `最新的 ${shown} 篇文章：`,
    days: (first, last) => `，从${first}到${last}`,
    some: (count, which, days, more) =>
      `这里有 ${count} 篇${which}文章${days}${more > 0 ? `；以下是其中 ${count - more} 篇，另有 ${more} 篇` : ''}：`,
  },
};

/** Whole years, months and days by their name. */
function periodInWords({ from, to }: Period, language: Language): string {
  const { between, since, until } = PERIODS[language];
  if (from === null || to === null) {
    if (from !== null) return since(dateInWords(from, language));
    return to === null ? '' : until(dateInWords(to, language));
  }
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from === to) return between(dateInWords(from, language), true);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return between(dateInWords(year, language), false);
  const end = new Date(Date.UTC(Number(year), Number(from.slice(5, 7)), 0)).toISOString().slice(0, 10);
  if (from === `${month}-01` && to === end) return between(dateInWords(month, language), false);
  return between(dateInWords(from, language, to), false);
}

const PERIODS = {
  en: {
    between: (days: string, isDay: boolean) =>
      days.includes(' to ') ? `from ${days}` : `${isDay ? 'on' : 'in'} ${days}`,
    since: (day: string) => `since ${day}`,
    until: (day: string) => `until ${day}`,
  },
  zh: {
    between: (days: string) => days,
    since: (day: string) => `${day}以来`,
    until: (day: string) => `${day}及以前`,
  },
} as const;
