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

/** Sites on this computer, so many as are worked with at once, and a corpus of each that was imported before its pages changed. */
export async function makeSyncWorkplace(program: URL, atOnce: number): Promise<SyncWorkplace> {
  const root = mkdtempSync(join(tmpdir(), 'corpus-answers-sync-'));
  const lanes = await Promise.all(
    Array.from({ length: atOnce }, async (_, i) => {
      const site = await openSite(program);
      // What is remembered of a source goes with the path of the corpus: it is put back to where it was imported.
      const folder = join(root, String(i));
      await site.importAll(folder);
      assertWhole(folder, [1]);
      site.setVersion(2);
      return { site, folder, before: copyFolder(folder, `${folder}.before`) };
    }),
  );
  const changed = join(root, 'changed');
  const { times } = await lanes[0]!.site.importAll(changed);
  assertWhole(changed, [2]);
  const pageMs = (times.at(-1)! - times[0]!) / PAGES;
  return {
    async killOnce({ pages, share }) {
      const lane = lanes.pop();
      if (lane === undefined) throw new Error(`expected ${atOnce} kills at once, and no more`);
      const { site, folder, before } = lane;
      try {
        rmSync(folder, { recursive: true });
        copyFolder(before, folder);
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
        const sentBefore = site.sent();
        const { counts } = (await site.importAll(folder)).report;
        assertWhole(folder, [2]);
        const { changed: rest = 0, same = 0 } = counts;
        if (rest !== PAGES - renewed || same !== renewed)
          throw new Error(`${renewed} were renewed; then came ${JSON.stringify(counts)}`);
        // Between an article and what is remembered of it there is one at most.
        const sent = site.sent() - sentBefore;
        if (sent > rest + 1) throw new Error(`${renewed} were renewed; then ${sent} pages had to be sent`);
        if (renewed === 0) return 'before the first article';
        return renewed === PAGES ? 'after the last article' : 'among the articles';
      } finally {
        lanes.push(lane);
      }
    },
    remove() {
      for (const { site } of lanes) site.close();
      rmSync(root, { recursive: true });
    },
  };
}
