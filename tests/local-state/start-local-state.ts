/**
 * A server of a database on a loopback port, which speaks SQL over HTTP (Hrana 2) as far as its client does. It can be told to
 * hang, to fail or to refuse.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Libsql from 'libsql';
import { type Request, runRequest, type Stream } from './run-request.ts';

type Behaviour = 'answers' | 'hangs' | 'fails' | 'refuses';

export interface LocalState {
  readonly url: string;
  /** Requests so far. */
  readonly requests: () => number;
  readonly behave: (how: Behaviour) => void;
  readonly stop: () => Promise<void>;
}

/** `path` is the file of its database; several servers may have the same. */
export async function startLocalState(path: string): Promise<LocalState> {
  const streams = new Map<string, Stream>();
  const idle: Stream[] = [];
  let behaviour: Behaviour = 'answers';
  let requests = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests++;
    const text = (await request.setEncoding('utf8').toArray()).join('');
    if (behaviour === 'hangs') return;
    if (behaviour !== 'answers') {
      response.writeHead(behaviour === 'refuses' ? 401 : 502, { 'Content-Type': 'text/plain' }).end('no');
      return;
    }
    const { baton, requests: asked } = JSON.parse(text) as { baton?: string; requests: Request[] };
    const stream = baton === undefined ? (idle.pop() ?? openStream(path)) : streams.get(baton)!;
    if (baton !== undefined) streams.delete(baton);
    const results: unknown[] = [];
    for (const one of asked) results.push(await runRequest(one, stream));
    const isClosed = asked.some(({ type }) => type === 'close');
    const next = isClosed ? null : randomUUID();
    if (next === null) {
      if (stream.database.inTransaction) stream.database.exec('ROLLBACK');
      stream.texts.clear();
      idle.push(stream);
    }
    if (next !== null) streams.set(next, stream);
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ baton: next, base_url: null, results }));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    behave: (how) => {
      behaviour = how;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      for (const { database } of [...streams.values(), ...idle]) database.close();
    },
  };
}

function openStream(path: string): Stream {
  const database = new Libsql(path);
  // Whoever waits for a lock does so without holding up this process.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA busy_timeout = 0');
  return { database, texts: new Map() };
}
