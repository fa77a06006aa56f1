/** Items of an RSS 2.0 or Atom feed. */
import { isDay } from '../../text/calendar.ts';
import { decodeEntities, type Node, nodeOf, parseXml, rootOf, textOf } from './xml.ts';

export interface FeedItem {
  /** Empty where the feed has none. */
  readonly title: string;
  /** Address of its page, or null. */
  readonly url: URL | null;
  /** Day as the feed writes it, in the time zone that it writes it in, or null. */
  readonly date: string | null;
  /** All of its text as HTML, or null where the feed has a summary only. */
  readonly html: string | null;
}

export interface Feed {
  /** Empty where it has none. */
  readonly title: string;
  readonly items: readonly FeedItem[];
}

/** True for a text that begins as a feed does. */
export const isFeed = (text: string): boolean => /^(?:rss|feed)$/.test(rootOf(text) ?? '');

/** Items in the feed's order; relative addresses are read against `base`. Throws {@link ImportError}. */
export function parseFeed(xml: string, base: URL | null): Feed {
  const document = parseXml(xml);
  const channel = nodeOf(nodeOf(document.rss).channel);
  const feed = document.rss === undefined ? nodeOf(document.feed) : channel;
  const items = (document.rss === undefined ? feed.entry : channel.item) ?? [];
  return {
    title: plainText(feed.title),
    items: (items as unknown[]).map((item) => toItem(nodeOf(item), base)),
  };
}

const toItem = (item: Node, base: URL | null): FeedItem => ({
  title: plainText(item.title),
  url: toUrl(linkOf(item), base),
  date: dayOf(
    [item.pubDate, item['dc:date'], item.published, item.updated].map(textOf).find((text) => text !== ''),
  ),
  html: textOf(item['content:encoded']) || textOf(item.content) || null,
});

/** The page of an item: RSS writes it into the element, or into a guid, Atom into an attribute. */
function linkOf(item: Node): string {
  const links = ((item.link ?? []) as unknown[]).filter(
    (link) => (nodeOf(link)['@rel'] ?? 'alternate') === 'alternate',
  );
  const written = links.map((link) => textOf(nodeOf(link)['@href'] ?? link)).find((link) => link !== '');
  if (written !== undefined) return written;
  return nodeOf(item.guid)['@isPermaLink'] === 'false' ? '' : textOf(item.guid);
}

function toUrl(link: string, base: URL | null): URL | null {
  const start = base?.href;
  if (link === '' || !URL.canParse(link, start)) return null;
  const url = new URL(link, start);
  return /^https?:$/.test(url.protocol) ? url : null;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day of a date as RSS (RFC 822) or Atom (ISO 8601) writes it, or null. */
function dayOf(text = ''): string | null {
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  const [, day = '', month = '', year = ''] = /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})\b/.exec(text) ?? [];
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  const written = iso ?? `${year}-${number}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

/** Titles may hold markup, and entities of it. */
const plainText = (value: unknown): string =>
  decodeEntities(textOf(value).replace(/<\/?[a-z][^<>]*>/gi, ' '))
    .replace(/\s+/g, ' ')
    .trim();
