/** What a host lets robots read (RFC 9309). The door to robots-parser. */
import robotsParserModule from 'robots-parser';
import { PrivateAddressError } from './address.ts';
import { type Reply, ROBOT } from './ask.ts';
import { ImportError } from './import-error.ts';

/** RFC 9309 wants at least 500 KiB to be read; rules beyond are not. */
const MAX_ROBOTS_BYTES = 500 << 10;

export interface Rules {
  /** Why a page must not be read, or null where it may. */
  refusalOf(url: URL): string | null;
  /** 0 where the host asks for none. */
  readonly crawlDelayMs: number;
}

// A CommonJS function, which its types take for an ES module's default export.
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

const refuseAll = (reason: string): Rules => ({ refusalOf: () => reason, crawlDelayMs: 0 });

/**
 * Rules of the host of a page, fetched by `get`. Without a robots.txt (4xx) all is allowed; where it cannot be read
 * nothing is. Throws {@link PrivateAddressError}.
 */
export async function readRules(page: URL, get: (url: URL) => Promise<Reply>): Promise<Rules> {
  const url = new URL('/robots.txt', page);
  try {
    const reply = await get(url);
    if (reply.status >= 400 && reply.status < 500) {
      await reply.dump();
      return { refusalOf: () => null, crawlDelayMs: 0 };
    }
    if (reply.status !== 200) {
      await reply.dump();
      return refuseAll(`${url.href} answered ${reply.status}, which forbids all of it. Try again later`);
    }
    const { bytes } = await reply.read(MAX_ROBOTS_BYTES);
    return parseRules(url, bytes.toString('utf8'));
  } catch (error) {
    if (!(error instanceof ImportError) || error instanceof PrivateAddressError) throw error;
    return refuseAll(error.message);
  }
}

function parseRules(url: URL, text: string): Rules {
  const rules = robotsParser(url.href, text);
  return {
    refusalOf: (page) =>
      rules.isAllowed(page.href, ROBOT) === false ? `${url.href} does not let robots read it` : null,
    crawlDelayMs: (rules.getCrawlDelay(ROBOT) ?? 0) * 1000,
  };
}
