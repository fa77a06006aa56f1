/** How old the articles are, for whoever misses something in them. */
import { type KnowledgeAge, knowledgeAge } from '../../import/knowledge-age.ts';
import { listSources } from '../../import/records/records.ts';
import type { Library } from '../../library.ts';
import { isWithinScope, type Scope, SHARED } from '../../scope.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import type { Language } from '../../types.ts';

const TEXTS: Readonly<
  Record<Language, { newest: (day: string) => string; fetched: (day: string) => string; between: string }>
> = {
  en: {
    newest: (day) => `The newest article is of ${day}.`,
    fetched: (day) => `The sources were last read on ${day}.`,
    between: ' ',
  },
  zh: {
    newest: (day) => `最新的文章日期是${day}。`,
    fetched: (day) => `来源最近一次更新是${day}。`,
    between: '',
  },
};

/** In a line; null where nothing is known of it. */
export function describeAge({ newest, fetched }: KnowledgeAge, language: Language): string | null {
  const texts = TEXTS[language];
  const said = [
    newest === null ? null : texts.newest(dateInWords(newest, language)),
    fetched === null ? null : texts.fetched(dateInWords(fetched.slice(0, 10), language)),
  ].filter((one) => one !== null);
  return said.length === 0 ? null : said.join(texts.between);
}

/** Of the articles that are seen within a scope, and of the sources with records in a folder. */
export async function findAge(
  library: Pick<Library, 'articles'>,
  records: string,
  scope: Scope = SHARED,
): Promise<KnowledgeAge> {
  const articles = await library.articles();
  return knowledgeAge(
    articles.filter((article) => isWithinScope(article, scope)),
    listSources(records),
  );
}
