/** Sources to articles in a folder: pages, feeds, lists of addresses, files and folders. */
import { readFileSync, statSync } from 'node:fs';
import { decodeText } from '../documents/decode.ts';
import { type CorpusFile, listCorpus } from '../documents/list.ts';
import { describeProblem } from '../documents/problem.ts';
import { UnusableText } from '../documents/unusable.ts';
import { type NewArticle, writeArticle } from './article-file.ts';
import { type FeedItem, isFeed, parseFeed } from './feed.ts';
import { ImportError } from './import-error.ts';
import { type Known, readKnown } from './known.ts';
import { readArticles } from './read-articles.ts';
import { openWeb, type Web, type WebSettings } from './web.ts';
import { articleOf, articleOfHtml, feedOf } from './web-article.ts';

/** What became of one article, or of a source that has none. */
export type Outcome =
  | { readonly kind: 'added'; readonly file: string; readonly article: NewArticle }
  | { readonly kind: 'known'; readonly what: string }
  /** Left out on purpose. */
  | { readonly kind: 'left'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface ImportSettings extends WebSettings {
  /** Folder of the corpus; made where it is missing. */
  readonly folder: string;
  /** Items of one feed that are read, the first ones. */
  readonly maxItems: number;
}

interface Work {
  readonly web: Web;
  readonly known: Known;
  readonly settings: ImportSettings;
}

/** Imports one source after the other; what fails is an outcome, and the rest goes on. */
export async function* importSources(
  sources: readonly string[],
  settings: ImportSettings,
): AsyncGenerator<Outcome> {
  const web = openWeb(settings);
  try {
    const work = { web, known: await readKnown(settings.folder), settings };
    for (const source of sources) yield* guard(importSource(source, work));
  } finally {
    await web.close();
  }
}

/** Outcomes, with a failed one where an {@link ImportError} ends them. */
async function* guard(outcomes: AsyncGenerator<Outcome>): AsyncGenerator<Outcome> {
  try {
    yield* outcomes;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    yield { kind: 'failed', reason: error.message };
  }
}

const importSource = (source: string, work: Work): AsyncGenerator<Outcome> =>
  isWebAddress(source) ? importUrl(new URL(source), work) : importPath(source, work);

const isWebAddress = (source: string): boolean => /^https?:\/\//i.test(source) && URL.canParse(source);

async function* importUrl(url: URL, work: Work): AsyncGenerator<Outcome> {
  if (work.known.hasUrl(url)) return yield { kind: 'known', what: url.href };
  const download = await work.web.fetch(url);
  const feed = feedOf(download);
  if (feed === null) yield keep(await articleOf(download), work);
  else yield* importFeed(feed, download.url, work);
}

async function* importFeed(xml: string, base: URL | null, work: Work): AsyncGenerator<Outcome> {
  const { title, items } = parseFeed(xml, base);
  const { maxItems } = work.settings;
  for (const item of items.slice(0, maxItems)) yield* guard(importItem(item, title, work));
  if (items.length > maxItems)
    yield {
      kind: 'left',
      reason: `${base?.href ?? 'the feed'} has ${items.length} items; the first ${maxItems} were read. Read more with --limit ${items.length}`,
    };
}

/** An item with less text of its own has a summary, and its article on its page. */
const MIN_ITEM_CHARACTERS = 200;

async function* importItem(item: FeedItem, feedTitle: string, work: Work): AsyncGenerator<Outcome> {
  const { url, html, title, date } = item;
  if (url === null) throw new ImportError(`the item ${JSON.stringify(title)} of the feed has no address`);
  if (work.known.hasUrl(url)) return yield { kind: 'known', what: url.href };
  const isWhole = html !== null && html.replace(/<[^>]*>/g, '').trim().length >= MIN_ITEM_CHARACTERS;
  const article = isWhole ? await articleOfHtml(html, url) : await articleOf(await work.web.fetch(url));
  // The page's own words come first; of a piece of HTML the title is only its first line.
  yield keep(
    {
      ...article,
      title: isWhole ? title || article.title : article.title || title,
      date: isWhole ? (date ?? article.date) : (article.date ?? date),
      source: article.source ?? (feedTitle || null),
    },
    work,
  );
}

/** Endings of a file that is a feed rather than an article. */
const FEED_FILE = /\.(?:xml|rss|atom)$/i;

async function* importPath(path: string, work: Work): AsyncGenerator<Outcome> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new ImportError(
      `${path}: expected an address with http:// or https://, a file or a folder; there is none`,
    );
  const addresses = stats.isFile() && /\.txt$/i.test(path) ? addressesIn(path) : null;
  for (const address of addresses ?? []) yield* guard(importUrl(address, work));
  if (addresses !== null) return;
  const { files, problems } = listCorpus([path]);
  const isFeedFile = (file: CorpusFile): boolean => FEED_FILE.test(file.path);
  for (const file of files.filter(isFeedFile)) yield* guard(importFeedFile(file.path, work));
  const articles = readArticles({ files: files.filter((file) => !isFeedFile(file)), problems });
  for await (const item of articles)
    yield 'remedy' in item ? { kind: 'failed', reason: describeProblem(item) } : keep(item, work);
}

async function* importFeedFile(path: string, work: Work): AsyncGenerator<Outcome> {
  const xml = textOf(path);
  if (xml === null || !isFeed(xml)) throw new ImportError(`${path} is no RSS or Atom feed`);
  yield* importFeed(xml, null, work);
}

/** The addresses in a file that has one on each line, beside empty lines and those that begin with #; else null. */
function addressesIn(path: string): URL[] | null {
  const lines = (textOf(path) ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every(isWebAddress) ? lines.map((line) => new URL(line)) : null;
}

/** Null for what is no text. */
function textOf(path: string): string | null {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    if (error instanceof UnusableText) return null;
    throw error;
  }
}

/** Writes an article that the corpus does not have. */
function keep(article: NewArticle, { known, settings }: Work): Outcome {
  if (known.has(article)) return { kind: 'known', what: article.url ?? article.title };
  const file = writeArticle(settings.folder, article);
  known.add(article);
  return { kind: 'added', file, article };
}
