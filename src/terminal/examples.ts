/** Questions to begin with, made of the headings and titles of the articles at hand. */
import type { ArticleView, Library } from '../library.ts';
import { isWithinScope, SHARED } from '../scope.ts';
import type { Language } from '../types.ts';

/** What an example can be made of: an article with the heading paths under which it says something. */
export interface Outline {
  readonly id: string;
  readonly title: string;
  /** In the order of the text; each path outermost first, empty above the first heading. */
  readonly headings: readonly (readonly string[])[];
}

/** The question that the README shows, for whoever starts with the articles that came along. */
const STARTING_EXAMPLE = { article: 'liaoning-npu', question: 'who signed with Liaoning and when' };

/** Articles whose headings are read: more than enough for a handful of examples, whatever the size of the corpus. */
const MAX_READ = 24;
const LOOKS_LIKE_FAQ = /\bfaqs?\b|frequently asked|\bq ?& ?a\b|常[见見][问問][题題]|[问問]答/i;
/** Longer ones are sentences or lines of a log: nobody would type them. */
const MAX_LENGTH: Readonly<Record<Language, number>> = { en: 80, zh: 36 };

/** At most `count` questions about what a library holds, as {@link exampleQuestions} makes them. */
export async function findExamples(
  library: Pick<Library, 'articles' | 'article'>,
  count: number,
  language?: Language,
): Promise<string[]> {
  const sources = (await library.articles()).filter((article) => isWithinScope(article, SHARED));
  const isFaq = ({ id, title }: (typeof sources)[number]): boolean =>
    LOOKS_LIKE_FAQ.test(`${id.replaceAll(/[-_/.]/g, ' ')} ${title}`);
  const chosen = [...sources.filter(isFaq), ...sources.filter((source) => !isFaq(source))].slice(0, MAX_READ);
  const views = await Promise.all(chosen.map(({ id }) => library.article(id)));
  const questions = exampleQuestions(views.filter((view) => view !== null).map(outlineOf), count, language);
  if (language === 'zh' || !sources.some(({ id }) => id === STARTING_EXAMPLE.article)) return questions;
  return [STARTING_EXAMPLE.question, ...questions].slice(0, count);
}

const outlineOf = ({ id, title, passages }: ArticleView): Outline => ({
  id,
  title,
  headings: passages.map(({ headings }) => headings),
});

/** How good an example a candidate makes: the lower, the better. */
const RANKS = { question: 0, howTo: 1, heading: 2, title: 3, word: 4 } as const;

interface Candidate {
  readonly question: string;
  readonly language: Language;
  readonly rank: number;
  /** Place among the candidates of its article and rank. */
  readonly place: number;
}

/**
 * At most `count` different questions that the articles answer, best first: headings that ask, headings that say how to do
 * something, other headings, titles; one of each article before a second of any. Those in `language` come before others.
 * Empty where nothing has a heading or title that can be asked about.
 */
export function exampleQuestions(articles: readonly Outline[], count: number, language?: Language): string[] {
  const repeated = repeatedHeadings(articles);
  const candidates = articles.flatMap((article) => candidatesOf(article, repeated));
  const isOther = (candidate: Candidate): number =>
    Number(language !== undefined && candidate.language !== language);
  const sorted = candidates.toSorted(
    (a, b) => isOther(a) - isOther(b) || a.rank - b.rank || a.place - b.place,
  );
  return [...new Set(sorted.map(({ question }) => question))].slice(0, count);
}

/** Headings of more than one article, "Overview" for example: asked about, each is meant as much as the other. */
function repeatedHeadings(articles: readonly Outline[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { headings } of articles) {
    const own = new Set(headings.map((path) => cleanHeading(path.at(-1) ?? '')));
    for (const heading of own) (seen.has(heading) ? repeated : seen).add(heading);
  }
  return repeated;
}

function candidatesOf({ title, headings }: Outline, repeated: ReadonlySet<string>): Candidate[] {
  const texts = [...new Set(headings.map((path) => cleanHeading(path.at(-1) ?? '')))];
  const named = [
    ...texts.filter((text) => !repeated.has(text)).map((text) => ({ text, isTitle: false })),
    { text: cleanHeading(title), isTitle: true },
  ];
  const places = new Map<number, number>();
  return named.flatMap(({ text, isTitle }) => {
    const language = languageOf(text);
    const asked = askAbout(text, language, isTitle);
    if (asked === null || text.length > MAX_LENGTH[language]) return [];
    const place = places.get(asked.rank) ?? 0;
    places.set(asked.rank, place + 1);
    return [{ ...asked, language, place }];
  });
}

/** Without its number: "3.2 Chat", "第二章 聊天", "四、聊天". */
const cleanHeading = (heading: string): string =>
  heading
    .replace(
      /^(?:\d+(?:\.\d+)*[.)、．]?\s+|\d+、|第[\d一二三四五六七八九十]+[章节条部分]+\s*|[一二三四五六七八九十]+、)/,
      '',
    )
    .replaceAll(/\s+/g, ' ')
    .trim();

const languageOf = (text: string): Language => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

function askAbout(
  text: string,
  language: Language,
  isTitle: boolean,
): Pick<Candidate, 'question' | 'rank'> | null {
  // Numbers, versions, single letters and signs name nothing that somebody would ask about.
  if (!/\p{Script=Han}{2}|\p{Letter}{3}/u.test(text) || /^v?\d[\d.\-/]*$/i.test(text)) return null;
  if (/[?？]$/.test(text)) return { question: text, rank: RANKS.question };
  return language === 'zh' ? askInChinese(text, isTitle) : askInEnglish(text, isTitle);
}

function askInEnglish(text: string, isTitle: boolean): Pick<Candidate, 'question' | 'rank'> {
  const doing = /^how to (.+?)[.!:]?$/i.exec(text);
  if (doing) return { question: `How do I ${doing[1]}?`, rank: RANKS.howTo };
  if (/^(?:how (?:do|does|can|should|much|many|long|often)|can|may|is there|are there|do|does) /i.test(text))
    return { question: `${text}?`, rank: RANKS.howTo };
  const rank = isTitle ? RANKS.title : text.includes(' ') ? RANKS.heading : RANKS.word;
  return { question: `What does "${text.replaceAll('"', "'")}" say?`, rank };
}

function askInChinese(text: string, isTitle: boolean): Pick<Candidate, 'question' | 'rank'> {
  if (/^(?:如何|怎么|怎麼|怎样|怎樣)/.test(text)) return { question: `${text}？`, rank: RANKS.howTo };
  const rank = isTitle ? RANKS.title : [...text].length > 2 ? RANKS.heading : RANKS.word;
  return { question: `“${text.replaceAll(/[“”]/g, '')}”里写了什么？`, rank };
}

const HINTS: Readonly<Record<Language, { readonly how: string; readonly example: string }>> = {
  en: {
    how: 'Ask in Chinese or English, one question a line; what is told stands in the articles. Ctrl+D ends.',
    example: 'For example:',
  },
  zh: { how: '用中文或英文提问，一行一个问题；回答都出自这里的文章。按 Ctrl+D 结束。', example: '例如：' },
};

/** How to ask, with the examples a line each. */
export function renderHints(examples: readonly string[], language: Language): string {
  const { how, example } = HINTS[language];
  return [how, ...(examples.length === 0 ? [] : [example, ...examples.map((text) => `  ${text}`)])].join(
    '\n',
  );
}
