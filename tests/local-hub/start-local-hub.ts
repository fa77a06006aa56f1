/**
 * A hub on a loopback port: lists files with size and hash, redirects to a storage of another origin, serves ranges.
 * Faults are given ahead, each for one answer.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { DEFAULT_HUB, type HubSettings } from '../../src/hub/hub.ts';

/** What goes wrong with one answer. */
export type Fault =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The connection ends after so many bytes, and not before `taken`: what is on its way would be lost. */
  | { readonly cutAfter: number; taken(): Promise<unknown> }
  /** The answer ends properly, but early. */
  | { readonly endAfter: number }
  /** Nothing comes any more after so many bytes. */
  | { readonly stallAfter: number }
  | { readonly other: Uint8Array }
  | { readonly ignoreRange: true };

export interface Asked {
  readonly at: 'hub' | 'storage';
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
  readonly encoding: string | undefined;
}

export interface LocalHub {
  /** Settings for it, without waits between attempts. */
  readonly settings: HubSettings;
  /** Every request so far, oldest first. */
  readonly asked: readonly Asked[];
  /** Faults of the next answers to paths that end so; `at` the hub or its storage. */
  fail(at: Asked['at'], ending: string, ...faults: readonly Fault[]): void;
  /** Adds a model; files above 1,000 bytes are LFS files. A stated hash may be given instead of the right one. */
  add(
    model: string,
    files: Readonly<Record<string, Uint8Array | string>>,
    hashes?: Readonly<Record<string, string>>,
  ): void;
  /** Holds answers to paths that end so until `count` of them are asked for. */
  gather(ending: string, count: number): void;
}

const LFS_BYTES = 1000;

/** Answers that wait until `count` of them are asked for. */
interface Group {
  readonly ending: string;
  readonly count: number;
  readonly waiting: (() => void)[];
}

const servers: Server[] = [];

afterAll(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Origin of a server of this computer that lives until the tests of the file are done. */
export async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ origin: string; server: Server }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

export async function startLocalHub(): Promise<LocalHub> {
  const models = new Map<string, Map<string, Buffer>>();
  const stated = new Map<string, string>();
  const faults: { at: Asked['at']; ending: string; fault: Fault }[] = [];
  const gathered: Group[] = [];
  const asked: Asked[] = [];

  const note = (at: Asked['at'], { url, headers }: IncomingMessage): Fault | undefined => {
    const path = decodeURIComponent(url!);
    const { range, authorization, 'accept-encoding': encoding } = headers;
    asked.push({ at, path, range, authorization, encoding: encoding as string | undefined });
    const found = faults.findIndex((fault) => fault.at === at && path.endsWith(fault.ending));
    return found === -1 ? undefined : faults.splice(found, 1)[0]!.fault;
  };
  const contentOf = (path: string): Buffer | undefined => {
    const [, model, file] = /^\/([^/]+\/[^/]+)\/resolve\/main\/(.+)$/.exec(path) ?? [];
    return models.get(model!)?.get(file!);
  };

  const storage = await listen((request, response) => {
    const fault = note('storage', request);
    const path = decodeURIComponent(request.url!);
    const group = gathered.find(({ ending }) => path.endsWith(ending));
    sendTogether(group, () => sendFile(request, response, contentOf(path), fault));
  });

  const hub = await listen((request, response) => {
    const fault = note('hub', request);
    const path = decodeURIComponent(request.url!);
    const model = /^\/api\/models\/(.+)\/tree\/main\?recursive=true$/.exec(path)?.[1];
    const files = models.get(model!);
    const content = contentOf(path);
    if (fault !== undefined && 'status' in fault) response.writeHead(fault.status, fault.headers).end();
    // As the hub does: who has no token is not told whether a model is private or not there.
    else if (model !== undefined && files === undefined) response.writeHead(401).end();
    else if (files !== undefined) response.end(JSON.stringify(listTree(model!, files, stated)));
    else if (content !== undefined && content.length > LFS_BYTES)
      response.writeHead(302, { location: `${storage.origin}${request.url}` }).end();
    else sendFile(request, response, content, fault);
  });

  return {
    settings: { ...DEFAULT_HUB, endpoint: hub.origin, retryDelaysMs: [0, 0, 0] },
    asked,
    fail: (at, ending, ...given) => {
      for (const fault of given) faults.push({ at, ending, fault });
    },
    add: (model, files, hashes = {}) => {
      const contents = Object.entries(files).map(([path, content]) => [path, Buffer.from(content)] as const);
      models.set(model, new Map(contents));
      for (const [path, hash] of Object.entries(hashes)) stated.set(`${model}/${path}`, hash);
    },
    gather: (ending, count) => gathered.push({ ending, count, waiting: [] }),
  };
}

function sendTogether(group: Group | undefined, send: () => void): void {
  if (group === undefined) return void send();
  group.waiting.push(send);
  if (group.waiting.length >= group.count) for (const go of group.waiting.splice(0)) go();
}

function listTree(model: string, files: ReadonlyMap<string, Buffer>, stated: ReadonlyMap<string, string>) {
  return [...files].map(([path, content]) => {
    const size = content.length;
    const blob = createHash('sha1').update(`blob ${size}\0`).update(content).digest('hex');
    const given = stated.get(`${model}/${path}`);
    const sha256 = given ?? createHash('sha256').update(content).digest('hex');
    return size > LFS_BYTES
      ? { type: 'file', path, size, oid: '0'.repeat(40), lfs: { oid: sha256, size, pointerSize: 134 } }
      : { type: 'file', path, size, oid: given ?? blob };
  });
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  content: Buffer | undefined,
  fault: Fault | undefined,
): void {
  if (fault !== undefined && 'status' in fault) return void response.writeHead(fault.status).end();
  if (content === undefined) return void response.writeHead(404).end();
  const whole = fault !== undefined && 'other' in fault ? Buffer.from(fault.other) : content;
  const wanted = fault !== undefined && 'ignoreRange' in fault ? undefined : request.headers.range;
  const start = wanted === undefined ? 0 : Number(/^bytes=(\d+)-$/.exec(wanted)![1]);
  if (start > 0 && start >= whole.length) return void response.writeHead(416).end();
  const body = whole.subarray(start);
  const early = fault !== undefined && 'endAfter' in fault ? fault.endAfter : body.length;
  response.writeHead(wanted === undefined ? 200 : 206, {
    'content-length': Math.min(early, body.length),
    ...(wanted !== undefined && {
      'content-range': `bytes ${start}-${whole.length - 1}/${whole.length}`,
    }),
  });
  if (fault !== undefined && 'cutAfter' in fault)
    response.write(body.subarray(0, fault.cutAfter), () => void fault.taken().then(() => response.destroy()));
  else if (fault !== undefined && 'stallAfter' in fault) response.write(body.subarray(0, fault.stallAfter));
  else response.end(body.subarray(0, early));
}
