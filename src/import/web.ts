/** Gets pages of the web politely: robots.txt, a delay, limits, and no connection to a private address. */
import { setTimeout as wait } from 'node:timers/promises';
import { openGuardedHttp } from '../http.ts';
import { lookupFor } from './address.ts';
import { type AskSettings, ask, type Reply } from './ask.ts';
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

/** What came from an address. */
export interface Download {
  /** Where the last redirect led. */
  readonly url: URL;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface Web {
  /** What is at an address. Throws {@link ImportError}. */
  fetch(url: URL): Promise<Download>;
  close(): Promise<void>;
}

const MAX_REDIRECTS = 5;
/** With a longer one, a feed of 50 articles would take more than half an hour. */
const MAX_CRAWL_DELAY_MS = 30_000;

/** The web, as long as one import lasts: it remembers rules and turns of hosts. */
export function openWeb(settings: WebSettings): Web {
  const http = openGuardedHttp(lookupFor(settings.allowPrivate));
  const rulesOfOrigins = new Map<string, Promise<Rules>>();
  const turns = new Map<string, number>();

  const request = (url: URL, delayMs: number): Promise<Reply> =>
    ask(http, settings, url, async () => {
      const turn = Math.max(turns.get(url.host) ?? 0, performance.now());
      turns.set(url.host, turn + delayMs);
      await wait(turn - performance.now());
    });

  const rulesFor = (url: URL): Promise<Rules> => {
    const known =
      rulesOfOrigins.get(url.origin) ??
      readRules(url, async (start) => (await follow(start, (at) => request(at, settings.delayMs))).reply);
    rulesOfOrigins.set(url.origin, known);
    return known;
  };

  const requestAllowed = async (url: URL): Promise<Reply> => {
    const rules = await rulesFor(url);
    const refusal = rules.refusalOf(url);
    if (refusal !== null) throw new ImportError(refusal);
    const crawlDelayMs = Math.min(rules.crawlDelayMs, MAX_CRAWL_DELAY_MS);
    return request(url, Math.max(settings.delayMs, crawlDelayMs));
  };

  return {
    async fetch(start) {
      const { url, reply } = await follow(start, requestAllowed);
      if (reply.status !== 200) {
        await reply.dump();
        throw new ImportError(`${url.href} answered ${reply.status}, expected 200`);
      }
      const { bytes, whole } = await reply.read(settings.maxBytes);
      if (!whole) throw new ImportError(`${url.href} is larger than ${settings.maxBytes} bytes`);
      return { url, contentType: String(reply.headers['content-type'] ?? ''), bytes };
    },
    close: () => http.close(),
  };
}

/** The first reply that is no redirect, and its address. */
async function follow(
  start: URL,
  request: (url: URL) => Promise<Reply>,
): Promise<{ url: URL; reply: Reply }> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (!/^https?:$/.test(url.protocol))
      throw new ImportError(`${url.href} is not read: expected http: or https:, found ${url.protocol}`);
    const reply = await request(url);
    const { location } = reply.headers;
    if (reply.status < 300 || reply.status >= 400 || typeof location !== 'string') return { url, reply };
    await reply.dump();
    if (!URL.canParse(location, url.href))
      throw new ImportError(`${url.href} redirects to ${JSON.stringify(location)}, which is no URL`);
    url = new URL(location, url);
  }
  throw new ImportError(`${start.href} redirects more than ${MAX_REDIRECTS} times`);
}
