/** Imports of a site that has changed, killed at random moments, and taken up again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { assertWhole, copyFolder, openSite, PAGES } from './sync-site.ts';

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
export async function makeSyncWorkplace(program: URL): Promise<SyncWorkplace> {
  const root = mkdtempSync(join(tmpdir(), 'corpus-answers-sync-'));
  const site = await openSite(program);
  const before = join(root, 'before');
  await site.importAll(before);
  assertWhole(before, [1]);
  site.setVersion(2);
  const changed = copyFolder(before, join(root, 'changed'));
  const { times } = await site.importAll(changed);
  assertWhole(changed, [2]);
  const pageMs = (times.at(-1)! - times[0]!) / PAGES;
  let copied = 0;
  return {
    async killOnce({ pages, share }) {
      const folder = copyFolder(before, join(root, String(copied++)));
      const { child, ended } = await site.start(folder);
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
      const { counts } = (await site.importAll(folder)).report;
      assertWhole(folder, [2]);
      const { changed: rest = 0, same = 0 } = counts;
      if (rest !== PAGES - renewed || same !== renewed)
        throw new Error(`${renewed} were renewed; then came ${JSON.stringify(counts)}`);
      rmSync(folder, { recursive: true });
      if (renewed === 0) return 'before the first article';
      return renewed === PAGES ? 'after the last article' : 'among the articles';
    },
    remove() {
      site.close();
      rmSync(root, { recursive: true });
    },
  };
}
