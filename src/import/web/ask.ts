/** One request for something on the web, with its time limit and one second try. */
import { setTimeout as wait } from 'node:timers/promises';
import { type HttpClient, type HttpHeaders, type HttpResponse, reasonOf } from '../../http.ts';
import { ACCEPT_ENCODING, readBody } from './body.ts';
import { ImportError } from './import-error.ts';

/** What robots.txt knows the import by. */
export const ROBOT = 'corpus-answers';
const HEADERS = {
  'user-agent': `${ROBOT}/0.1 (imports articles into a local index)`,
  accept: 'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5',
  'accept-encoding': ACCEPT_ENCODING,
};
/** A host that asks for a longer wait is told to the person instead of waited for. */
const MAX_RETRY_AFTER_MS = 60_000;

export interface AskSettings {
  /** For one request, from its beginning to the end of its body. */
  readonly timeoutMs: number;
  /** Wait before the second try after 429 or 503, where the answer names none. */
  readonly retryMs: number;
}

export interface Reply {
  readonly status: number;
  readonly headers: HttpResponse['headers'];
  /** Like {@link readBody}, with every error for people. */
  read(maxBytes: number): Promise<{ bytes: Buffer; whole: boolean }>;
  /** Lets the body go. */
  dump(): Promise<void>;
}

/**
 * Reply of whatever status; 429 and 503 are asked again once, after the wait that they name. `takeTurn` is awaited
 * before each try. Throws {@link ImportError}.
 */
export async function ask(
  http: HttpClient,
  settings: AskSettings,
  url: URL,
  takeTurn: () => Promise<void>,
  headers: HttpHeaders = {},
): Promise<Reply> {
  await takeTurn();
  const first = await askOnce(http, settings, url, headers);
  if (first.status !== 429 && first.status !== 503) return first;
  const waitMs = retryAfterMs(first.headers['retry-after']) ?? settings.retryMs;
  if (waitMs > MAX_RETRY_AFTER_MS) return first;
  await first.dump();
  await wait(waitMs);
  await takeTurn();
  return askOnce(http, settings, url, headers);
}

async function askOnce(
  http: HttpClient,
  { timeoutMs }: AskSettings,
  url: URL,
  headers: HttpHeaders,
): Promise<Reply> {
  const signal = AbortSignal.timeout(timeoutMs);
  const tell = (error: unknown): never => {
    if (error instanceof ImportError) throw error;
    const reason =
      (error as Error).name === 'TimeoutError'
        ? `no whole answer within ${timeoutMs / 1000} s`
        : reasonOf(error);
    throw new ImportError(`${url.href} could not be read (${reason})`, { cause: error });
  };
  const response = await http
    .get(url, { ...HEADERS, ...headers }, { stallMs: timeoutMs, signal })
    .catch(tell);
  return {
    status: response.statusCode,
    headers: response.headers,
    read: (maxBytes) => readBody(response, maxBytes).catch(tell),
    dump: () => response.body.dump().catch(tell),
  };
}

/** Wait that a Retry-After header asks for, in seconds or as a time, or null where it says nothing. */
export function retryAfterMs(header: string | string[] | undefined, now = Date.now()): number | null {
  if (typeof header !== 'string') return null;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const time = Date.parse(header);
  return Number.isNaN(time) ? null : Math.max(0, time - now);
}
