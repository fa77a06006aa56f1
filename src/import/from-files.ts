/** Files and folders: articles in any format, exports, feeds, sitemaps and lists of addresses. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type CorpusFile, listCorpus } from '../documents/list.ts';
import { describeProblem } from '../documents/problem.ts';
import { decodeText } from '../documents/shared/decode.ts';
import { UnusableText } from '../documents/shared/unusable.ts';
import { importFeed, importSitemap, importUrl } from './from-web.ts';
import { keep, lose, type Outcome } from './keep.ts';
import { readArticles } from './read-articles.ts';
import { addressesIn } from './web/addresses.ts';
import { isFeed } from './web/feed.ts';
import { ImportError } from './web/import-error.ts';
import { isSitemap } from './web/sitemap.ts';
import { guard, type Work } from './work.ts';

/** Endings of a file that names articles rather than holds one. */
const XML_FILE = /\.(?:xml|rss|atom)$/i;

/** What is at a path. What a folder had earlier and has no more is lost, unless something of it could not be read. */
export async function* importPath(path: string, work: Work): AsyncGenerator<Outcome> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new ImportError(
      `${path}: expected an address with http:// or https://, a file or a folder; there is none`,
    );
  const addresses = stats.isFile() && /\.txt$/i.test(path) ? addressesIn(textOf(path) ?? '') : null;
  for (const address of addresses ?? []) yield* guard(importUrl(address, work));
  if (addresses !== null) return;
  const { files, problems } = listCorpus([path]);
  for (const problem of problems) yield { kind: 'failed', reason: describeProblem(problem) };
  const isList = (file: CorpusFile): boolean => XML_FILE.test(file.path);
  for (const file of files.filter(isList)) yield* guard(importXmlFile(file.path, work));
  const seen = new Set<string>();
  let hasFailed = false;
  for (const file of files.filter((one) => !isList(one)))
    for await (const outcome of importFile(file, path, seen, work)) {
      hasFailed ||= outcome.kind === 'failed';
      yield outcome;
    }
  if (!stats.isDirectory() || problems.length > 0 || files.some(isList)) return;
  for (const record of work.shelf.records.all()) {
    // The line of a file that broke off may still be there.
    const isUnsure = hasFailed && record.page.includes('#');
    if (!record.gone && !seen.has(record.page) && !isUnsure)
      yield lose(record, `${record.page} is not in ${path} any more`, work.shelf);
  }
}

async function* importFile(
  file: CorpusFile,
  root: string,
  seen: Set<string>,
  { shelf }: Work,
): AsyncGenerator<Outcome> {
  const channel = channelOf(file);
  const isChannel = channel !== null && !seen.has(channel);
  const page = isChannel ? channel : `${file.id}${file.ending ?? ''}`;
  const place = isChannel ? channel : resolve(file.path);
  seen.add(page);
  for await (const item of readArticles(file)) {
    if ('remedy' in item) {
      yield { kind: 'failed', reason: describeProblem(item) };
      continue;
    }
    const part = item.line === null ? '' : `#${item.line}`;
    if (part !== '') seen.add(page + part);
    const shown = file.path === root ? basename(file.path) : `${basename(resolve(root))}/${file.id}`;
    // The place in a page counts for nothing in an address.
    const address = (place + part).replaceAll('#', ' ');
    yield await keep(
      item.article,
      { page: page + part, address, shown: `${shown} ${item.line ?? ''}` },
      shelf,
    );
  }
}

const HEAD_BYTES = 4096;

/**
 * Which channel a Discord export is of, and which part of it: the names of such files change with the name of the channel.
 * Null for what is no export.
 */
function channelOf({ path, ending }: CorpusFile): string | null {
  if (ending !== '.json') return null;
  const head = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, HEAD_BYTES, 0);
  } finally {
    closeSync(file);
  }
  const id = /"channel"\s*:\s*\{\s*"id"\s*:\s*"(\d+)"/.exec(head.toString('utf8'))?.[1];
  const parts = basename(path).match(/\[part \d+\]|\((?:after|before)[^)]*\)/g) ?? [];
  return id === undefined ? null : ['discord channel', id, ...parts].join(' ');
}

async function* importXmlFile(path: string, work: Work): AsyncGenerator<Outcome> {
  const xml = textOf(path) ?? '';
  if (isFeed(xml)) yield* importFeed(xml, null, work);
  else if (isSitemap(xml)) yield* importSitemap(xml, path, work);
  else throw new ImportError(`${path} is no RSS or Atom feed, and no sitemap`);
}

/** Null for what is no text. */
function textOf(path: string): string | null {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    if (error instanceof UnusableText) return null;
    throw error;
  }
}
