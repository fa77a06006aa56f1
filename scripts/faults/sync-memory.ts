/** Thousands of pages that have not changed: the memory that an import takes does not grow with them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecords } from '../../src/import/records/records.ts';
import { mapOf, openSite } from './sync-site.ts';

const FEW = 1000;
const MANY = 10_000;
/** The heap is not the same to this twice; three tables of numbers come to a tenth of a KiB a page. */
const MAX_MORE_BYTES = 2 << 20;

/** Asks for {@link FEW} pages, and for {@link MANY}. Throws where that takes more memory. */
export async function unchangedOnce(program: URL): Promise<string> {
  const few = await memoryFor(FEW, program);
  const more = (await memoryFor(MANY, program)) - few;
  if (more > MAX_MORE_BYTES)
    throw new Error(`${MANY} pages took ${more} bytes more than ${FEW}, expected ${MAX_MORE_BYTES} at most`);
  return `${MANY} took no more memory than ${FEW}`;
}

async function memoryFor(pages: number, program: URL): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-answers-sync-'));
  const site = await openSite(program);
  try {
    const corpus = join(folder, 'corpus');
    mkdirSync(corpus);
    const records = openRecords(join(folder, 'records'), `${site.origin}/map`, corpus);
    for (let number = 0; number < pages; number++) {
      const page = `${site.origin}/page/${number}`;
      const file = `page-${number}.md`;
      records.put({ page, file, hash: 'a'.repeat(64), at: page, etag: '"1"' });
      writeFileSync(join(corpus, file), 'text');
    }
    records.close([]);
    records.release();
    site.misbehave((path, response) => {
      if (path === '/map') response.end(mapOf(site.origin, pages));
      else response.writeHead(path === '/robots.txt' ? 404 : 304).end();
      return true;
    });
    const { counts, usedBytes } = (await site.importAll(folder, { limits: { maxItems: pages } })).report;
    if (counts.same !== pages) throw new Error(`expected ${pages} the same, found ${JSON.stringify(counts)}`);
    return usedBytes;
  } finally {
    site.close();
    rmSync(folder, { recursive: true });
  }
}
