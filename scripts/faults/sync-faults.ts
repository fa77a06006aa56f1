/** Sites and disks that fail while pages are brought up to date: the articles stay, the reason is told, the next run mends. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  assertWhole,
  hasSmallDisks,
  type ImportLimits,
  type Misbehaviour,
  mapOf,
  openSite,
  PAGES,
  pageOf,
} from './sync-site.ts';

interface SyncFault extends ImportLimits {
  readonly name: string;
  readonly misbehave: Misbehaviour;
  /** What the articles may be of afterwards, by default the version before. */
  readonly versions?: readonly (1 | 2)[];
  /** Of what is told, where something has to be. */
  readonly reason?: RegExp;
  /** Requests that the import makes at most. */
  readonly maxAsked?: number;
}

/** For pages alone: the list of them comes as it is. */
const ofPages =
  (answer: (page: number, response: ServerResponse) => void): Misbehaviour =>
  (path, response) => {
    const page = /^\/page\/(\d+)$/.exec(path)?.[1];
    if (page !== undefined) answer(Number(page), response);
    return page !== undefined;
  };

const html = (response: ServerResponse, type = 'text/html'): ServerResponse =>
  response.writeHead(200, { 'content-type': type });

/** Sends a piece again and again until the other side has enough. */
function drip(response: ServerResponse, piece: string, everyMs: number): void {
  const timer = setInterval(() => response.write(piece), everyMs);
  response.on('close', () => clearInterval(timer));
}

const NOTHING_HERE = `<html><body><article><h1>Long quay</h1><p>${'We could not find what you were looking for. '.repeat(8)}</p></article></body></html>`;
const LISTED = 50_000;
const LIMIT = 500;

export const SYNC_FAULTS: readonly SyncFault[] = [
  {
    name: 'a site that is down',
    misbehave: (_, response) => response.destroy() !== null,
    reason: /could not be read/,
  },
  {
    name: 'a site that answers 500',
    misbehave: ofPages((_, response) => void response.writeHead(500).end()),
    reason: /answered 500/,
    // A host that fails three times in a row is left alone.
    maxAsked: 10,
  },
  {
    name: 'a byte a second',
    misbehave: ofPages((_, response) => drip(html(response), ' ', 1000)),
    limits: { timeoutMs: 2500 },
    reason: /no whole answer within 2\.5 s/,
  },
  {
    name: 'pages without an end',
    misbehave: ofPages((_, response) => drip(html(response), '<p>Boats lie there.</p>'.repeat(4000), 1)),
    limits: { maxBytes: 1 << 20 },
    reason: /is larger than/,
  },
  {
    name: 'another encoding',
    misbehave: ofPages((page, response) => {
      const text = `\ufeff${pageOf(page, 2)}`;
      html(response, 'text/html; charset=utf-16le').end(Buffer.from(text, 'utf16le'));
    }),
    versions: [2],
  },
  {
    name: 'one page for all that is missing, with 200',
    misbehave: (path, response) =>
      path !== '/map' && path !== '/robots.txt' && html(response).end(NOTHING_HERE) !== null,
    reason: /stays until that happens on another day/,
  },
  {
    name: 'redirects in a circle',
    misbehave: ofPages(
      (page, response) => void response.writeHead(302, { location: `/page/${(page + 1) % PAGES}` }).end(),
    ),
    reason: /redirects more than 5 times/,
  },
  {
    name: `a sitemap of ${LISTED} addresses`,
    misbehave: (path, response, { origin }) =>
      path === '/map' && html(response, 'text/xml').end(mapOf(origin, LISTED)) !== null,
    limits: { maxItems: LIMIT },
    versions: [2],
    reason: /has 50000 addresses; the first 500 were read/,
    maxAsked: LIMIT + 5,
  },
  {
    name: 'a disk that fills',
    misbehave: ofPages((page, response) =>
      html(response).end(pageOf(page, 2, 'Boats lie there in two rows. '.repeat(2000))),
    ),
    diskKiB: 300,
    versions: [1, 2],
    reason: /\.md cannot be written \(ENOSPC/,
  },
];

/** Imports a site, again with the fault, and again without. Throws where an article is lost, or a reason is not told. */
export async function faultOnce(
  { misbehave, versions = [1], reason, maxAsked, ...limits }: SyncFault,
  program: URL,
): Promise<string> {
  if (limits.diskKiB !== undefined && !hasSmallDisks())
    return 'left out: this machine lets nobody have a small disk';
  const folder = mkdtempSync(join(tmpdir(), 'corpus-answers-sync-'));
  const site = await openSite(program);
  try {
    await site.importAll(folder);
    assertWhole(folder, [1]);
    site.setVersion(2);
    site.misbehave(misbehave);
    const before = site.asked();
    const { reasons } = (await site.importAll(folder, limits)).report;
    const asked = site.asked() - before;
    assertWhole(folder, versions);
    if (reason !== undefined && !reasons.some((one) => reason.test(one)))
      throw new Error(`expected ${reason} among ${JSON.stringify(reasons.slice(0, 5))}`);
    if (asked > (maxAsked ?? Number.POSITIVE_INFINITY)) throw new Error(`it was asked ${asked} times`);
    site.misbehave(null);
    await site.importAll(folder);
    assertWhole(folder, [2]);
    if (versions.length > 1) return 'some articles were renewed, and the others afterwards';
    return versions[0] === 1
      ? 'the articles stayed, and were renewed afterwards'
      : 'the articles were renewed';
  } finally {
    site.close();
    rmSync(folder, { recursive: true });
  }
}
