/** Pages, feeds, sitemaps and lists of addresses on the web. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { hashText, type NewArticle, renderMarkdown } from './article-file.ts';
import { keep, lose, type Outcome, recordOf, stay } from './keep.ts';
import type { PageList } from './records/page-list.ts';
import { addressesIn } from './web/addresses.ts';
import { type FeedItem, isFeed, parseFeed } from './web/feed.ts';
import { ImportError } from './web/import-error.ts';
import { isMissingPage } from './web/missing-page.ts';
import { isSitemap, readSitemap } from './web/sitemap.ts';
import { type Download, MissingPage } from './web/web.ts';
import { articleOf, articleOfHtml, listingOf } from './web/web-article.ts';
import { guard, type Work } from './work.ts';

/** What is at an address: an article, or many. */
export async function* importUrl(address: URL, work: Work): AsyncGenerator<Outcome> {
  // The place in a page is not part of what is asked for.
  const url = new URL(address);
  url.hash = '';
  yield* await lookAt(url, work);
}

/** Apart, so that a list of thousands of pages is not held while they are read. */
async function lookAt(url: URL, work: Work): Promise<AsyncIterable<Outcome> | Iterable<Outcome>> {
  const found = await fetchPage(url, work);
  if ('kind' in found) return [found];
  const listing = listingOf(found);
  if (listing === null) return [await keepPage(url, found, work)];
  if (isFeed(listing)) return importFeed(listing, found.url, work);
  return importPages(url.href, await gatherPages(listing, found.url, work), work);
}

/** What is new at the address of a page, or what became of the page. */
async function fetchPage(url: URL, { web, shelf }: Work): Promise<Download | Outcome> {
  const record = recordOf(url.href, shelf);
  try {
    const found = await fetchFrom(record?.moved ? new URL(record.at!) : url);
    if (found === null) return stay(record!, shelf);
    // Sites send whoever asks for a page that they removed to their beginning.
    if (record === undefined || !isBeginning(found.url) || isBeginning(url)) return found;
    return lose(record, `${url.href} leads to the beginning of its site`, shelf);
  } catch (error) {
    const before = shelf.records.get(url.href);
    if (!(error instanceof MissingPage) || before === undefined || before.gone) throw error;
    // Without its article there is nothing to wait for.
    return lose(before, error.message, shelf, record === undefined);
  }

  async function fetchFrom(start: URL): Promise<Download | null> {
    try {
      return await web.fetch(start, record);
    } catch (error) {
      // What was moved for good may have been moved again.
      if (!(error instanceof MissingPage) || start.href === url.href) throw error;
      return web.fetch(url, record);
    }
  }
}

const isBeginning = (url: URL): boolean => url.pathname === '/' && url.search === '';

async function keepPage(
  url: URL,
  found: Download,
  work: Work,
  edit = (article: NewArticle): NewArticle => article,
): Promise<Outcome> {
  const { web, shelf } = work;
  const article = edit(await articleOf(found));
  const record = recordOf(url.href, shelf);
  const hasChanged = record !== undefined && record.hash !== hashText(renderMarkdown(article));
  if (hasChanged && (await isMissingPage(article, found, web)))
    return lose(
      record,
      `${found.url.href} says with the words of any missing page that it is not there`,
      shelf,
    );
  return keep(
    article,
    {
      page: url.href,
      address: article.url!,
      version: { ...found.version, ...(found.moved && { moved: true }) },
    },
    shelf,
  );
}

async function* importPage(url: URL, work: Work): AsyncGenerator<Outcome> {
  const found = await fetchPage(url, work);
  yield 'kind' in found ? found : await keepPage(url, found, work);
}

/** Some take milliseconds to parse; the bot that does this beside its work has other things to do. */
const ENTRIES_AT_ONCE = 200;
/** Sitemaps of sitemaps of sitemaps are mistakes, or traps. */
const MAX_DEPTH = 3;

interface Pages {
  readonly pages: PageList;
  /** How many were named; where the limit was reached, those that were not counted are missing. */
  readonly named: number;
  /** Outcomes of sitemaps that could not be read. */
  readonly failed: readonly Outcome[];
}

/** The pages of a sitemap or list, as many as the limit lets by, also those of sitemaps that it names. */
async function gatherPages(text: string, base: URL | null, { web, settings, shelf }: Work): Promise<Pages> {
  const pages = shelf.records.listPages();
  const failed: Outcome[] = [];
  const read = new Set([base?.href]);
  let named = 0;
  const gather = async (listing: string, from: URL | null, depth: number): Promise<void> => {
    const sitemaps: URL[] = [];
    const entries = isSitemap(listing)
      ? readSitemap(listing, from)
      : (addressesIn(listing) ?? []).map((url) => ({ kind: 'page' as const, url }));
    let seen = 0;
    for (const { kind, url } of entries) {
      if (++seen % ENTRIES_AT_ONCE === 0) await nextTurn();
      if (kind === 'sitemap') sitemaps.push(url);
      else if (!pages.has(url.href)) {
        named += 1;
        if (pages.size() < settings.maxItems) pages.add(url.href);
      }
    }
    for (const sitemap of sitemaps) {
      if (pages.size() >= settings.maxItems || depth === MAX_DEPTH || read.has(sitemap.href)) continue;
      read.add(sitemap.href);
      try {
        const download = await web.fetch(sitemap);
        const inner = listingOf(download!);
        if (inner === null || !isSitemap(inner)) throw new ImportError(`${sitemap.href} is no sitemap`);
        await gather(inner, download!.url, depth + 1);
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
        failed.push({ kind: 'failed', reason: error.message });
      }
    }
  };
  try {
    await gather(text, base, 1);
  } catch (error) {
    pages.remove();
    throw error;
  }
  return { pages, named, failed };
}

/** The pages of a sitemap that lies in a file. */
export async function* importSitemap(xml: string, path: string, work: Work): AsyncGenerator<Outcome> {
  yield* importPages(path, await gatherPages(xml, null, work), work);
}

/** Pages of a list, and those that it named earlier: what it does not name any more may be gone. */
async function* importPages(
  list: string,
  { pages, named, failed }: Pages,
  work: Work,
): AsyncGenerator<Outcome> {
  try {
    yield* failed;
    for (const page of pages.all()) yield* guard(importPage(new URL(page), work));
    for (const { page, gone } of work.shelf.records.all())
      if (!gone && !pages.has(page)) yield* guard(importPage(new URL(page), work));
    if (named > pages.size()) yield leftOut(`${list} has ${named} addresses`, named, pages.size());
    if (pages.size() === 0 && failed.length === 0) throw new ImportError(`${list} names no page`);
  } finally {
    pages.remove();
  }
}

const leftOut = (has: string, named: number, read: number): Outcome => ({
  kind: 'left',
  reason: `${has}; the first ${read} were read. Read more with --limit ${named}`,
});

/** The items of a feed; `base` is its address, null for that of a file. What a feed does not name any more stays. */
export async function* importFeed(xml: string, base: URL | null, work: Work): AsyncGenerator<Outcome> {
  const { title, items } = parseFeed(xml, base);
  const { maxItems } = work.settings;
  for (const item of items.slice(0, maxItems)) yield* guard(importItem(item, title, work));
  if (items.length > maxItems)
    yield leftOut(`${base?.href ?? 'the feed'} has ${items.length} items`, items.length, maxItems);
}

/** An item with less text of its own has a summary, and its article on its page. */
const MIN_ITEM_CHARACTERS = 200;

async function* importItem(item: FeedItem, feedTitle: string, work: Work): AsyncGenerator<Outcome> {
  const { url, html, title, date } = item;
  if (url === null) throw new ImportError(`the item ${JSON.stringify(title)} of the feed has no address`);
  const withSource = (article: NewArticle): NewArticle => ({
    ...article,
    source: article.source ?? (feedTitle || null),
  });
  if (html !== null && html.replace(/<[^<>]*>/g, '').trim().length >= MIN_ITEM_CHARACTERS) {
    const article = withSource(await articleOfHtml(html, url));
    // Of a piece of HTML the title is only its first line.
    const whole = { ...article, title: title || article.title, date: date ?? article.date };
    return yield await keep(whole, { page: url.href, address: url.href }, work.shelf);
  }
  const found = await fetchPage(url, work);
  if ('kind' in found) return yield found;
  // The page's own words come first.
  yield await keepPage(url, found, work, (article) =>
    withSource({ ...article, title: article.title || title, date: article.date ?? date }),
  );
}
