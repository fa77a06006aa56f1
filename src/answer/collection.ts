/** What is said of the collection of articles: how many there are, and which, as a list with titles, days and links. */
import type { Source } from '../answer-types.ts';
import { type ListedArticle, sourceOf } from '../passages/read.ts';
import { isWithin } from '../question/period.ts';
import type { Wish } from '../question/talk/wish.ts';
import type { Corpus } from '../retrieval/corpus.ts';
import type { CollectionWish } from '../rules/messages.ts';
import { dateInWords } from '../text/date-in-words.ts';
import type { Language, Period } from '../types.ts';
import { SAYINGS } from './sayings.ts';

/** More titles would be a page to scroll. */
const MAX_LISTED = 10;
/** What is new is read at a glance. */
const MAX_RECENT = 5;

export interface Listed {
  readonly answer: string;
  readonly articles: readonly Source[];
}

/**
 * Finds the articles that a question about the collection means, and tells of them.
 * @param within days to which whoever asks has limited all questions
 */
export async function listArticles(
  corpus: Corpus,
  wish: Wish,
  language: Language,
  within: Period | undefined,
): Promise<Listed> {
  const all = await corpus.list();
  const about = wish.about === null ? all : await corpus.having(wish.words);
  const fits = ({ date }: ListedArticle): boolean =>
    [wish.period, within].every((period) => !period || isWithin(date, period));
  const fitting = about.filter(fits).map(sourceOf);
  return tellCollection({ ...wish, period: wish.period ?? within ?? null }, fitting, all.length, language);
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
  const says = SAYINGS[language].collection;
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
  const says = SAYINGS[language].collection;
  if (wants === 'recent' && which === '') return says.recent(shown);
  const [newest, oldest] = [dated[0], dated.at(-1)];
  const days =
    count === all && newest !== undefined && oldest !== undefined && newest !== oldest
      ? says.days(dateInWords(oldest.date!, language), dateInWords(newest.date!, language))
      : '';
  return says.some(count, which, days, count - shown);
}

/** Whole years, months and days by their name. */
function periodInWords({ from, to }: Period, language: Language): string {
  const { between, since, until } = SAYINGS[language].collection.period;
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
