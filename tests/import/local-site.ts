/** A web site on a loopback port, made of a table of paths. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
export type Pages = Readonly<
  Record<string, Answer | ((request: IncomingMessage, response: ServerResponse) => void)>
>;

export interface Site {
  readonly origin: string;
  /** `host:port`. */
  readonly place: string;
  /** Paths in the order in which they were asked for. */
  readonly asked: readonly string[];
}

/** Serves pages until the test ends; what is not in the table is not found. */
export async function startSite(pages: (site: Site) => Pages): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    const page = table[request.url!] ?? { status: 404 };
    if (typeof page === 'function') return page(request, response);
    response.writeHead(page.status ?? 200, { 'content-type': page.type ?? 'text/html', ...page.headers });
    response.end(page.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const site = { origin: `http://127.0.0.1:${port}`, place: `127.0.0.1:${port}`, asked };
  const table = pages(site);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return site;
}
