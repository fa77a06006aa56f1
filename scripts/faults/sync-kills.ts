/** Imports of a site that has changed, killed at random moments, and taken up again. */
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endOf, forkProcess } from '../../src/fork.ts';
import { messageOf } from './processes.ts';
import type { SyncCounts, SyncOptions } from './sync-once.ts';

const PAGES = 12;

export interface SyncWorkplace {
  /** Kills an import of changed pages, looks at what is left, and imports again. Returns how far it had come. */
  killOnce(moment: KillMoment): Promise<string>;
  remove(): void;
}

/** After so many pages, from 0, and then so much of the time that a page takes, from 0 to 1. */
export interface KillMoment {
  readonly pages: number;
  readonly share: number;
}

/** Moments all over an import, also before its first page and after its last. */
export const momentsOfSync = (count: number, random: () => number): KillMoment[] =>
  Array.from({ length: count }, (_, i) => ({ pages: i % (PAGES + 1), share: random() }));

/** A site on this computer, and a corpus that was imported before its pages changed. */
export async function makeSyncWorkplace(): Promise<SyncWorkplace> {
  const root = mkdtempSync(join(tmpdir(), 'corpus-answers-sync-'));
  let version = 1;
  const server = createServer(({ url = '' }, response) => {
    const page = /^\/page\/(\d+)$/.exec(url)?.[1];
    const isMap = url === '/map';
    response.writeHead(isMap || page ? 200 : 404, { 'content-type': 'text/html' });
    response.end(isMap ? mapOf(origin) : page ? pageOf(Number(page), version) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${place}`;
  const start = async (folder: string): Promise<{ child: ChildProcess; ended: Promise<string> }> => {
    const child = forkProcess(new URL('./sync-once.ts', import.meta.url), {
      ...{ source: `${origin}/map`, place },
      ...{ folder: join(folder, 'corpus'), records: join(folder, 'records') },
    } satisfies SyncOptions);
    const ended = endOf(child);
    await messageOf(child);
    child.send('go');
    return { child, ended };
  };
  /** To its end; with the times of the pages. */
  const importAll = async (folder: string): Promise<{ counts: SyncCounts; times: number[] }> => {
    const { child, ended } = await start(folder);
    const times: number[] = [];
    let counts: SyncCounts = {};
    child.on('message', (message: SyncCounts) => {
      counts = message;
      times.push(performance.now());
    });
    await ended;
    return { counts, times };
  };

  const before = join(root, 'before');
  await importAll(before);
  assertWhole(before, [1]);
  version = 2;
  const changed = join(root, 'changed');
  cpSync(before, changed, { recursive: true });
  const { times } = await importAll(changed);
  assertWhole(changed, [2]);
  const pageMs = (times.at(-1)! - times[0]!) / PAGES;
  let copied = 0;
  return {
    async killOnce({ pages, share }) {
      const folder = join(root, String(copied++));
      cpSync(before, folder, { recursive: true });
      const { child, ended } = await start(folder);
      let done = 0;
      const isThere = new Promise<void>((resolve) => {
        if (pages === 0) resolve();
        child.on('message', () => ++done === pages && resolve());
      });
      await Promise.race([isThere, ended]);
      await wait(share * pageMs);
      child.kill('SIGKILL');
      await ended;
      const renewed = assertWhole(folder, [1, 2]);
      const { counts } = await importAll(folder);
      assertWhole(folder, [2]);
      const { changed: rest = 0, same = 0 } = counts;
      if (rest !== PAGES - renewed || same !== renewed)
        throw new Error(`${renewed} were renewed; then came ${JSON.stringify(counts)}`);
      rmSync(folder, { recursive: true });
      if (renewed === 0) return 'before the first article';
      return renewed === PAGES ? 'after the last article' : 'among the articles';
    },
    remove() {
      server.close();
      rmSync(root, { recursive: true });
    },
  };
}

const mapOf = (origin: string): string =>
  `<urlset>${Array.from({ length: PAGES }, (_, i) => `<url><loc>${origin}/page/${i}</loc></url>`).join('')}</urlset>`;

const pageOf = (page: number, version: number): string =>
  `<html><head><title>Berth ${page}</title></head><body><article><h1>Berth ${page}</h1><p>Version ${version} of what is known of berth ${page}: it lies at the long quay, and costs ${version * 10} crowns a night.</p><p>${'Boats lie there in two rows. '.repeat(20)}</p><p>End of version ${version}.</p></article></body></html>`;

/** Throws where an article is lost, there twice, torn, or of none of the versions. Returns how many are of the last one. */
function assertWhole(folder: string, versions: readonly number[]): number {
  const names = readdirSync(join(folder, 'corpus')).filter((name) => !name.startsWith('.'));
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
