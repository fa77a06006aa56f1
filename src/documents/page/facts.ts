/** What a page says of itself: in its metadata, in JSON-LD, or in a line of its own. */
import { isDay } from '../../text/calendar.ts';
import { changedOn, latest } from '../shared/changed-day.ts';
import { hasAtMost, lineOf } from './elements.ts';
import { removeMarks } from './headings.ts';

export interface PageFacts {
  /** Empty where the page gives none. */
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** The outlet, or who wrote it. */
  readonly source: string | null;
  readonly author: string | null;
  readonly url: string | null;
}

/** Names and properties of `<meta>` elements, the most telling first. */
const META = {
  title: ['og:title', 'twitter:title', 'ArticleTitle', 'title'],
  date: ['article:published_time', 'og:published_time', 'datePublished', 'PubDate', 'publishdate', 'publish-date',
    'publish_time', 'apub:time', 'date', 'DC.date', 'DC.date.issued', 'weibo:article:create_at'],
  modified: ['article:modified_time', 'og:updated_time', 'dateModified', 'last-modified', 'revised', 'DC.date.modified'],
  source: ['og:site_name', 'ContentSource', 'source', 'mediaid', 'publisher', 'application-name'],
  author: ['author', 'article:author', 'DC.creator', 'Author'],
  url: ['og:url'],
} as const; // biome-ignore format: a table

/** Reads the facts of a document before anything is taken out of it; `html` is its source. */
export function readFacts(document: Document, html: string): PageFacts {
  const meta = (names: readonly string[]): string | null => {
    for (const name of names) {
      const element = document.querySelector(
        `meta[property="${name}" i],meta[name="${name}" i],meta[itemprop="${name}" i]`,
      );
      const content = element?.getAttribute('content')?.trim();
      if (content) return content;
    }
    return null;
  };
  const linked = linkedData(document);
  const lines = ownLines(document);
  const author = linked.author ?? meta(META.author);
  return {
    title:
      linked.title ?? withoutSite(meta(META.title), meta(['og:site_name']), document) ?? titleIn(document),
    date: latest(
      lines.changed,
      dayIn(linked.date) ??
        dayIn(meta(META.date)) ??
        dayIn(
          document
            .querySelector('article time[datetime],time[pubdate],time[datetime]')
            ?.getAttribute('datetime'),
        ) ??
        lines.date ??
        // The day of a change is the best there is where none of publication is given.
        dayIn(linked.modified) ??
        dayIn(meta(META.modified)),
    ),
    source: lines.source ?? meta(META.source) ?? linked.source ?? author,
    author,
    url:
      webAddress(document.querySelector('link[rel="canonical" i]')?.getAttribute('href')) ??
      webAddress(meta(META.url)) ??
      webAddress(linked.url) ??
      webAddress(/<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html)?.[1]),
  };
}

interface LinkedData {
  readonly title: string | null;
  readonly date: string | null;
  readonly modified: string | null;
  readonly author: string | null;
  readonly source: string | null;
  readonly url: string | null;
}

/** Types of schema.org that stand for an article. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/;

/** The article among the page's JSON-LD (https://schema.org/Article); a broken script tells nothing. */
function linkedData(document: Document): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(script.textContent ?? '');
    } catch {
      continue;
    }
    const article = nodesOf(value).find((node) =>
      [node['@type']].flat().some((type) => ARTICLE_TYPE.test(String(type))),
    );
    if (article)
      return {
        title: stringOf(article.headline),
        date: stringOf(article.datePublished),
        modified: stringOf(article.dateModified),
        author: nameOf(article.author),
        source: nameOf(article.publisher),
        url:
          stringOf(article.url) ??
          stringOf(article.mainEntityOfPage) ??
          stringOf(nodesOf(article.mainEntityOfPage)[0]?.['@id']),
      };
  }
  return { title: null, date: null, modified: null, author: null, source: null, url: null };
}

type Node = Readonly<Record<string, unknown>>;

/** Objects of a list, of a graph, or the value itself where it is one. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  return [node, ...(Array.isArray(node['@graph']) ? node['@graph'].flatMap(nodesOf) : [])];
}

const stringOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

const nameOf = (value: unknown): string | null =>
  stringOf(Array.isArray(value) ? value[0] : value) ?? stringOf(nodesOf(value)[0]?.name);

/** Between a title and the name of its site. */
const SEPARATOR = /\s*(?:[_|｜•·»]|\s[-–—:]\s|--|\s::\s)\s*/;

/** A title as metadata gives it, without the name of the site where a heading or another field tells which part that is. */
function withoutSite(title: string | null, site: string | null, document: Document): string | null {
  if (title === null) return null;
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const headings = new Set([...document.querySelectorAll('h1,h2')].slice(0, MAX_HEADINGS).map(textOfHeading));
  if (headings.has(title)) return title;
  const heading = parts.find((part) => headings.has(part));
  if (heading) return heading;
  return site && parts.at(-1) === site
    ? title.slice(0, title.lastIndexOf(parts.at(-2)!) + parts.at(-2)!.length)
    : title;
}

const MAX_HEADINGS = 20;

/** The heading of the page, or its window title without the name of the site. */
function titleIn(document: Document): string {
  const headings = document.querySelectorAll('h1');
  const heading = headings.length === 1 ? textOfHeading(headings[0]!) : '';
  const parts = document.title.trim().split(SEPARATOR);
  // The first heading of a forum may be its own name, on every page.
  const second = [...document.querySelectorAll('h2')].slice(0, MAX_HEADINGS).map(textOfHeading);
  const topic = parts.includes(heading)
    ? parts.find((part) => part !== heading && second.includes(part))
    : undefined;
  if (heading !== '') return topic ?? heading;
  const title = withoutSite(document.title.trim(), null, document)!;
  return title
    .split(/\s*(?:[_|｜]|\s[-–—:]\s|--)\s*/)[0]!
    .replace(SITE_NAME, '')
    .trim();
}

function textOfHeading(heading: Element): string {
  const copy = heading.cloneNode(true) as Element;
  removeMarks(copy);
  return lineOf(copy);
}

/** A site's name at the end of a title that is joined to it without spaces: 云河市签约-云河新闻网. */
const SITE_NAME =
  /(?<=\p{Script=Han})(?:[-—–][^-—–]{1,12}(?:网|网站|在线|频道|新闻|日报|晚报|时报|门户|政府))+$/u;

/** Written right above the text: 发布时间：2023-08-15 09:30 来源：云河日报. */
const LABELLED_DATE =
  /(?:发布|发表|更新|發佈|發布)?(?:时间|日期|時間|于|於)\s*[:：]?\s*((?:19|20)\d{2}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2})/;
const DATE = /((?:19|20)\d{2}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2})(?!\d)/;
const SOURCE = /(?:来源|來源|稿源)\s*[:：]\s*([^\s|｜，。]{2,20})/;
/** A short line with a date is the page's own, a long one is the article's text. */
const MAX_OWN_LINE = 80;

interface OwnLine {
  readonly element: Element;
  readonly line: string;
}

interface OwnLines extends Pick<PageFacts, 'date' | 'source'> {
  /** Day of the last change. */
  readonly changed: string | null;
}

function ownLines(document: Document): OwnLines {
  const elements = [...document.querySelectorAll('body *')]
    .filter((element) => hasAtMost(element, 4) && !/^(?:SCRIPT|STYLE|A|TITLE)$/.test(element.tagName))
    .map((element) => ({ element, line: element.textContent!.replace(/\s+/g, ' ').trim() }))
    .filter(({ line }) => line !== '' && line.length <= MAX_OWN_LINE);
  const lines = elements.map(({ line }) => line);
  const first = (pattern: RegExp): string | null => {
    for (const line of lines) {
      const found = pattern.exec(line)?.[1];
      if (found) return found;
    }
    return null;
  };
  return {
    date: dayIn(first(LABELLED_DATE)) ?? dayIn(first(DATE)),
    changed: changeIn(elements),
    source: first(SOURCE),
  };
}

/** The first of these that says when the page was changed last; what other pages are named by says it of them. */
function changeIn(lines: readonly OwnLine[]): string | null {
  for (const { element, line } of lines) {
    const day = changedOn(withDay(line, element));
    if (day !== null && element.closest('nav,aside') === null) return day;
  }
  return null;
}

/** A time that is to be read by programs as these read it: a page may show it as "last week", or once a script runs. */
function withDay(line: string, element: Element): string {
  const time = element.querySelector('time[datetime]');
  const day = dayIn(time?.getAttribute('datetime'));
  if (time === null || day === null) return line;
  const shown = lineOf(time);
  return shown === '' ? `${line} ${day}` : line.replace(shown, day);
}

/** The day of a date or time as written, in its own time zone. */
function dayIn(value: string | null | undefined): string | null {
  const match = /((?:19|20)\d{2})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})/.exec(value ?? '');
  if (!match) return null;
  const day = [match[1]!, match[2]!.padStart(2, '0'), match[3]!.padStart(2, '0')].join('-');
  return isDay(day) ? day : null;
}

const webAddress = (value: string | null | undefined): string | null =>
  value && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null;
