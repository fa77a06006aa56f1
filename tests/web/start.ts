/** The page on a loopback port, over the starting corpus. */

import { libraryOf, type PageLibrary } from '../../src/library.ts';
import { createLog } from '../../src/log.ts';
import { openServerState, type ServerState } from '../../src/storage/server-state.ts';
import type { AppNeeds } from '../../src/web/app.ts';
import { startWeb, type Web } from '../../src/web/serve.ts';
import type { WebConfig } from '../../src/web-config.ts';
import { openStartingCorpus } from '../open-corpus.ts';

export const TOKEN = 'a-token-of-more-than-sixteen';

const LOOPBACK: WebConfig = {
  isOnInBot: false,
  host: '127.0.0.1',
  port: 0,
  token: TOKEN,
  hosts: [],
  isOpen: true,
  server: null,
};

export interface Started extends Web {
  /** Lines of the log. */
  readonly log: string[];
  readonly state: ServerState;
  /** Sends a request; a body is JSON. */
  readonly send: (path: string, options?: Sent) => Promise<Response>;
}

export interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export const AS_OWNER = { Authorization: `Bearer ${TOKEN}` };

export async function startPage(
  config: Partial<WebConfig> = {},
  needs: Partial<Omit<AppNeeds, 'config'>> = {},
): Promise<Started> {
  const log: string[] = [];
  const library: PageLibrary = needs.library ?? libraryOf(await openStartingCorpus().engine);
  const state = needs.state ?? (await openServerState(':memory:'));
  const web = await startWeb({
    ...{ library, steering: null },
    log: createLog({ level: 'debug', secrets: [TOKEN], write: (line) => log.push(line) }),
    ...needs,
    state,
    config: { ...LOOPBACK, ...config },
  });
  return {
    ...{ ...web, log, state },
    send: (path, { method, body, headers, signal } = {}) =>
      fetch(web.address + path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        ...(signal && { signal }),
      }),
  };
}
