/** Serves the page on an address until it is stopped. */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Config } from '../config.ts';
import type { LiveLibrary } from '../library.ts';
import type { ServerState } from '../storage/server-state.ts';
import { type AppNeeds, createApp } from './app.ts';
import { steeringOf } from './steering.ts';
import { createTurns } from './turns.ts';

export interface Web {
  /** Where it is reached from this machine. */
  readonly address: string;
  /** Takes nothing new, and ends what is under way within a second. */
  readonly stop: () => Promise<void>;
}

/** A whole request comes within this; answers take as long as they take. */
const REQUEST_DEADLINE_MS = 15_000;
const STOP_DEADLINE_MS = 800;
/** A browser opens six; each takes some 30 KB. */
const MAX_CONNECTIONS = 1_000;

/** The page of a program that has a library already. Throws as {@link startWeb} does. */
export const startBeside = ({
  config,
  library,
  writer = null,
  state,
  reindex,
  log,
}: Pick<AppNeeds, 'log' | 'writer'> & {
  config: Config;
  library: LiveLibrary;
  state: ServerState;
  /** Where not the library alone decides who builds. */
  reindex?: () => Promise<unknown>;
}): Promise<Web> =>
  startWeb({
    state,
    log,
    config: config.web,
    library,
    writer,
    steering: steeringOf(library, config, state, reindex),
  });

/** Throws where the address cannot be listened on, with what to do. */
export async function startWeb(needs: AppNeeds): Promise<Web> {
  const { host, port } = needs.config;
  const app = await createApp(needs);
  const turn = createTurns();
  const server = createAdaptorServer({
    fetch: (...request) => turn().then(() => app.fetch(...request)),
    serverOptions: { requestTimeout: REQUEST_DEADLINE_MS, headersTimeout: REQUEST_DEADLINE_MS },
  }) as Server;
  server.maxConnections = MAX_CONNECTIONS;
  const failed = once(server, 'error').then(([error]) => {
    const { message } = error as Error;
    throw new Error(
      `WEB: the page cannot be served on ${host}:${port} (${message}). Set WEB to another address.`,
      {
        cause: error,
      },
    );
  });
  server.listen(port, host);
  await Promise.race([once(server, 'listening'), failed]);
  // Of a server that listens, a later one is told to whoever stops it.
  failed.catch(() => {});
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), STOP_DEADLINE_MS);
      await closed;
      clearTimeout(force);
    },
  };
}
