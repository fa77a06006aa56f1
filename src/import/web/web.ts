/** Gets pages of the web politely: robots.txt, a delay, limits, and no connection to a private address. */
import { setTimeout as wait } from 'node:timers/promises';
import { type HttpHeaders, openGuardedHttp } from '../../http.ts';
import { lookupFor, PrivateAddressError } from './address.ts';
import { type AskSettings, ask, type Reply, retryAfterMs } from './ask.ts';
import { ImportError } from './import-error.ts';
import { type Rules, readRules } from './robots.ts';

export interface WebSettings extends AskSettings {
  /** `host:port` of private places that may be connected to. */
  readonly allowPrivate: ReadonlySet<string>;
  /** Between two requests to a host, where its robots.txt does not ask for more. */
  readonly delayMs: number;
  /** Of a page, decompressed. */
  readonly maxBytes: number;
}

export const WEB_SETTINGS: WebSettings = {
  allowPrivate: new Set(),
  delayMs: 1000,
  maxBytes: 10 << 20,
  timeoutMs: 30_000,
  retryMs: 5000,
};

/** What tells a server which version of a page is there already. */
export interface Version {
  /** Where the page was read. */
  readonly at?: string;
  readonly etag?: string;
  readonly modified?: string;
}

/** What came from an address. */
export interface Download {
  /** Where the last redirect led. */
  readonly url: URL;
  /** True where a redirect led there, and each of them was for good. */
  readonly moved: boolean;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly version: Version;
}

export interface Web {
  /** What is at an address, or null where it is what `before` says. Throws {@link ImportError}. */
  fetch(url: URL, before?: Version): Promise<Download | null>;
  close(): Promise<void>;
}

/** The site says that there is no such page. */
export class MissingPage extends ImportError {}

const MAX_REDIRECTS = 5;
const FOR_GOOD = [301, 308];
/** With a longer one, a feed of 50 articles would take more than half an hour. */
const MAX_CRAWL_DELAY_MS = 30_000;
/** A site that does not answer costs a time limit a page; so many in a row, and it is left alone. */
const MAX_FAILURES = 3;

const XML = /^(?:application|text)\/(?:(?:rss|atom)\+)?xml\b/i;
/** Of a sitemap (sitemaps.org). */
export const MAX_LISTING_BYTES = 50 << 20;

/** What an import remembers of the hosts that it asks. */
interface Hosts {
  /** When each may be asked next, by the clock of `performance`. */
  readonly turns: Map<string, number>;
  /** Failures in a row. */
  readonly failures: Map<string, number>;
  /** Why no more is asked of some. */
  readonly leftAlone: Map<string, string>;
}

function countFailure({ failures, leftAlone }: Hosts, host: string): void {
  const count = (failures.get(host) ?? 0) + 1;
  failures.set(host, count);
  if (count >= MAX_FAILURES) leftAlone.set(host, `${host} failed ${count} times in a row`);
}

/** Waits until a host may be asked, and takes its next turn. */
async function takeTurn({ turns }: Hosts, host: string, delayMs: number): Promise<void> {
  const turn = Math.max(turns.get(host) ?? 0, performance.now());
  turns.set(host, turn + delayMs);
  await wait(turn - performance.now());
}

/** The web, as long as one import lasts: it remembers rules and turns of hosts, and those that want to be left alone. */
export function openWeb(settings: WebSettings): Web {
  const http = openGuardedHttp(lookupFor(settings.allowPrivate));
  const hosts: Hosts = { turns: new Map(), failures: new Map(), leftAlone: new Map() };
  const rulesOfOrigins = new Map<string, Promise<Rules>>();

  const request = async (url: URL, delayMs: number, headers: HttpHeaders = {}): Promise<Reply> => {
    try {
      const reply = await ask(http, settings, url, () => takeTurn(hosts, url.host, delayMs), headers);
      const seconds = Math.ceil((retryAfterMs(reply.headers['retry-after']) ?? 0) / 1000);
      const howLong = seconds > 0 ? `, for ${seconds} s` : '';
      if (reply.status === 429)
        hosts.leftAlone.set(url.host, `${url.host} wants no more requests now${howLong}`);
      return reply;
    } catch (error) {
      if (!(error instanceof PrivateAddressError)) countFailure(hosts, url.host);
      throw error;
    }
  };

  const rulesFor = (url: URL): Promise<Rules> => {
    const known =
      rulesOfOrigins.get(url.origin) ??
      readRules(url, async (start) => (await follow(start, (at) => request(at, settings.delayMs))).reply);
    rulesOfOrigins.set(url.origin, known);
    return known;
  };

  const requestAllowed = async (url: URL, before: Version | undefined): Promise<Reply> => {
    const rules = await rulesFor(url);
    const refusal = rules.refusalOf(url);
    if (refusal !== null) throw new ImportError(refusal);
    const reason = hosts.leftAlone.get(url.host);
    if (reason !== undefined) throw new ImportError(`${url.href} was not asked for: ${reason}`);
    const crawlDelayMs = Math.min(rules.crawlDelayMs, MAX_CRAWL_DELAY_MS);
    const headers = before?.at === url.href ? headersOf(before) : {};
    return request(url, Math.max(settings.delayMs, crawlDelayMs), headers);
  };

  return {
    async fetch(start, before) {
      const followed = await follow(start, (at) => requestAllowed(at, before));
      return download(followed, before, hosts, settings.maxBytes);
    },
    close: () => http.close(),
  };
}

/** What a reply brings, or null where it is what `before` says. Throws {@link ImportError}. */
async function download(
  { url, moved, reply }: Followed,
  before: Version | undefined,
  hosts: Hosts,
  maxPageBytes: number,
): Promise<Download | null> {
  if (reply.status === 304 && before?.at === url.href) {
    await reply.dump();
    return null;
  }
  if (reply.status !== 200) {
    await reply.dump();
    if (reply.status >= 500) countFailure(hosts, url.host);
    const isMissing = reply.status === 404 || reply.status === 410;
    throw new (isMissing ? MissingPage : ImportError)(`${url.href} answered ${reply.status}, expected 200`);
  }
  const { etag, 'last-modified': modified, 'content-type': contentType = '' } = reply.headers;
  const maxBytes = XML.test(String(contentType)) ? MAX_LISTING_BYTES : maxPageBytes;
  const { bytes, whole } = await reply.read(maxBytes).catch((error) => {
    countFailure(hosts, url.host);
    throw error;
  });
  if (!whole) throw new ImportError(`${url.href} is larger than ${maxBytes} bytes`);
  hosts.failures.delete(url.host);
  const version = {
    at: url.href,
    ...(typeof etag === 'string' && { etag }),
    ...(typeof modified === 'string' && { modified }),
  };
  return { url, moved, contentType: String(contentType), bytes, version };
}

const headersOf = ({ etag, modified }: Version): HttpHeaders => ({
  ...(etag !== undefined && { 'if-none-match': etag }),
  ...(modified !== undefined && { 'if-modified-since': modified }),
});

/** The first reply that is no redirect, and its address. */
interface Followed {
  readonly url: URL;
  /** As of {@link Download}. */
  readonly moved: boolean;
  readonly reply: Reply;
}

async function follow(start: URL, request: (url: URL) => Promise<Reply>): Promise<Followed> {
  let url = start;
  let isForGood = true;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (!/^https?:$/.test(url.protocol))
      throw new ImportError(`${url.href} is not read: expected http: or https:, found ${url.protocol}`);
    const reply = await request(url);
    const { location } = reply.headers;
    if (reply.status < 300 || reply.status >= 400 || typeof location !== 'string')
      return { url, moved: redirects > 0 && isForGood, reply };
    await reply.dump();
    if (!URL.canParse(location, url.href))
      throw new ImportError(`${url.href} redirects to ${JSON.stringify(location)}, which is no URL`);
    isForGood &&= FOR_GOOD.includes(reply.status);
    url = new URL(location, url);
  }
  throw new ImportError(`${start.href} redirects more than ${MAX_REDIRECTS} times`);
}
