/** A site on this computer whose pages change, and imports of it in processes of their own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { endOf, forkProcess } from '../../src/fork.ts';
import { bundleInto, PROJECT } from '../bundle.js';
import { messageOf } from './processes.ts';
import type { SyncOptions, SyncReport } from './sync-once.ts';

export const PAGES = 12;

/** Answers for a path of the site; false where it leaves that to the site. */
export type Misbehaviour = (path: string, response: ServerResponse, site: Site) => boolean;

export interface Site {
  readonly origin: string;
  /** Requests so far. */
  readonly asked: () => number;
  /** Pages that were sent so far: who has one as it is gets a word instead. */
  readonly sent: () => number;
  /** What the pages tell from now on. */
  setVersion(version: number): void;
  /** Null for none. */
  misbehave(how: Misbehaviour | null): void;
  /** Starts an import into `corpus` below the folder, with its records beside it, and waits until it is ready to go. */
  start(folder: string, how?: ImportLimits): Promise<RunningImport>;
  importAll(folder: string, how?: ImportLimits): Promise<ImportReport>;
  close(): void;
}

export interface RunningImport {
  readonly child: ChildProcess;
  readonly ended: Promise<string>;
}

/** An import to its end: what it told last, and when it told of each page. */
export interface ImportReport {
  readonly report: SyncReport;
  readonly times: readonly number[];
}

export interface ImportLimits {
  readonly limits?: SyncOptions['limits'];
  /** It writes to a disk of this size. */
  readonly diskKiB?: number;
}

/** An import as a program that starts in a moment, in a folder that `remove` takes away. */
export async function bundleImport(): Promise<{ program: URL; remove(): void }> {
  const folder = join(PROJECT, 'dist', `sync-${process.pid}`);
  await bundleInto(folder, { 'sync-once': fileURLToPath(new URL('./sync-once.ts', import.meta.url)) });
  return {
    program: pathToFileURL(join(folder, 'sync-once.js')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A site of {@link PAGES} pages, named by `/map`, and imports of it by a program of {@link bundleImport}. */
export async function openSite(program: URL): Promise<Site> {
  let version = 1;
  let asked = 0;
  let sent = 0;
  let misbehaviour: Misbehaviour | null = null;
  const server = createServer(({ url = '', headers }, response) => {
    asked += 1;
    if (misbehaviour?.(url, response, site)) return;
    const page = /^\/page\/(\d+)$/.exec(url)?.[1];
    const isThere = url === '/map' || (page !== undefined && Number(page) < PAGES);
    const etag = page === undefined ? {} : { etag: `"${page} of ${version}"` };
    if (etag.etag !== undefined && headers['if-none-match'] === etag.etag)
      return void response.writeHead(304).end();
    if (isThere && page !== undefined) sent += 1;
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/html', ...etag });
    response.end(!isThere ? '' : page === undefined ? mapOf(site.origin) : pageOf(Number(page), version));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site: Site = {
    origin: `http://${place}`,
    asked: () => asked,
    sent: () => sent,
    setVersion: (next) => {
      version = next;
    },
    misbehave: (how) => {
      misbehaviour = how;
    },
    start: (folder, how) => startImport(program, place, folder, how),
    importAll: async (folder, how) => reportOf(await site.start(folder, how)),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return site;
}

/** An import of the site at `place`, `host:port`, that has begun. */
async function startImport(
  program: URL,
  place: string,
  folder: string,
  { limits, diskKiB }: ImportLimits = {},
): Promise<RunningImport> {
  const options: SyncOptions = {
    source: `http://${place}/map`,
    place,
    folder: join(folder, 'corpus'),
    records: join(folder, 'records'),
    ...(limits && { limits }),
  };
  const child =
    diskKiB === undefined ? forkProcess(program, options) : forkOnDisk(program, options, folder, diskKiB);
  const ended = endOf(child);
  await messageOf(child);
  child.send('go');
  return { child, ended };
}

async function reportOf({ child, ended }: RunningImport): Promise<ImportReport> {
  const times: number[] = [];
  let report: SyncReport = { counts: {}, reasons: [], usedBytes: 0 };
  child.on('message', (message: SyncReport) => {
    report = message;
    times.push(performance.now());
  });
  await ended;
  return { report, times };
}

/** Puts a disk of $1 KiB in the place of the folder $2 while the rest is run, and leaves there what that left on it. */
const ON_DISK = `
  size=$1 place=$2 beside=$2.beside; shift 2
  cp -a "$place" "$beside" && mount -t tmpfs -o "size=\${size}k" none "$place" && cp -a "$beside/." "$place" || exit 2
  "$@"; code=$?
  rm -rf "$beside"; cp -a "$place" "$beside"
  umount "$place"; rm -rf "$place"; mv "$beside" "$place"
  exit $code`;
/** A shell that may mount, in a world of mounts of its own. */
const MOUNTING = ['unshare', '--user', '--map-root-user', '--mount', 'bash', '-c'] as const;

/** Whether this machine lets anybody have a small disk. */
export const hasSmallDisks = (): boolean =>
  spawnSync(MOUNTING[0], [...MOUNTING.slice(1), 'mount -t tmpfs none /tmp']).status === 0;

/** As {@link forkProcess} does, with a disk of so many KiB in place of the folder. */
const forkOnDisk = (program: URL, options: SyncOptions, folder: string, diskKiB: number): ChildProcess =>
  spawn(
    MOUNTING[0],
    [
      ...MOUNTING.slice(1),
      ...[ON_DISK, 'bash', String(diskKiB), folder],
      ...[process.execPath, fileURLToPath(program), JSON.stringify(options)],
    ],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], serialization: 'advanced' },
  );

export const mapOf = (origin: string, pages = PAGES): string =>
  `<urlset>${Array.from({ length: pages }, (_, i) => `<url><loc>${origin}/page/${i}</loc></url>`).join('')}</urlset>`;

export const pageOf = (
  page: number,
  version: number,
  filler = 'Boats lie there in two rows. '.repeat(20),
): string =>
  `<html><head><title>Berth ${page}</title></head><body><article><h1>Berth ${page}</h1><p>Version ${version} of what is known of berth ${page}: it lies at the long quay, and costs ${version * 10} crowns a night.</p><p>${filler}</p><p>End of version ${version}.</p></article></body></html>`;

/** A folder with what another has. */
export function copyFolder(from: string, to: string): string {
  cpSync(from, to, { recursive: true });
  return to;
}

/** Throws where an article is lost, there twice, torn, or of none of the versions. Returns how many are of the last one. */
export function assertWhole(folder: string, versions: readonly number[]): number {
  const names = readdirSync(join(folder, 'corpus')).filter((name) => /^[^.].*\.md$/.test(name));
  const texts = names.map((name) => readFileSync(join(folder, 'corpus', name), 'utf8'));
  const pages = new Set(texts.map((text) => /^url: "(.+)"$/m.exec(text)?.[1]));
  if (texts.length !== PAGES || pages.size !== PAGES)
    throw new Error(`there are ${texts.length} articles of ${pages.size} pages, expected ${PAGES}`);
  const found = texts.map((text, i) => {
    const [, first] = /Version (\d) of/.exec(text) ?? [];
    const [, last] = /End of version (\d)/.exec(text) ?? [];
    if (first === undefined || first !== last || !versions.includes(Number(first)))
      throw new Error(`${names[i]} begins with version ${first} and ends with ${last}`);
    return Number(first);
  });
  return found.filter((version) => version === versions.at(-1)).length;
}
