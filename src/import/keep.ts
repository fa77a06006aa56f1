/** Articles into the corpus, and out of it: what is new, changed, as it was, or gone. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  articleName,
  hashText,
  type NewArticle,
  putAside,
  renderMarkdown,
  writeArticle,
} from './article-file.ts';
import type { Known, Twin } from './known.ts';
import { createNumbers, shortHash } from './records/numbers.ts';
import type { PageRecord, Records } from './records/records.ts';
import type { Version } from './web/web.ts';

/** What became of one article, or of a source that has none. */
export type Outcome =
  | { readonly kind: 'added'; readonly file: string; readonly article: NewArticle }
  | {
      readonly kind: 'changed';
      readonly file: string;
      readonly article: NewArticle;
      /** A file that gave way, and was put aside. */
      readonly replaced?: string;
    }
  | { readonly kind: 'same'; readonly what: string }
  /** Another file has the same text or address. */
  | { readonly kind: 'known'; readonly what: string }
  /** Not found, and still in the corpus. */
  | { readonly kind: 'missing'; readonly reason: string }
  /** Out of the corpus; its file was put aside. */
  | { readonly kind: 'gone'; readonly file: string; readonly reason: string }
  /** Left out on purpose. */
  | { readonly kind: 'left'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** A folder of articles during a run over one source. */
export interface Shelf {
  readonly folder: string;
  readonly known: Known;
  readonly records: Records;
  /** Today, as YYYY-MM-DD. */
  readonly day: string;
  readonly taken: Taken;
}

/** Which page was put into which file in this run. */
export interface Taken {
  has(file: string): boolean;
  /** Nothing is in the file yet, or the same page. */
  isFree(file: string, page: string): boolean;
  add(file: string, page: string): void;
}

export function createTaken(): Taken {
  const pages = createNumbers();
  return {
    has: (file) => pages.get(shortHash(file)) !== undefined,
    isFree: (file, page) => (pages.get(shortHash(file)) ?? shortHash(page)) === shortHash(page),
    add: (file, page) => pages.set(shortHash(file), shortHash(page)),
  };
}

/** Where an article comes from. */
export interface Origin {
  /** As the source names it; its record is found by that. */
  readonly page: string;
  /** What the file is named after where it is new: which place, and its words where these are others. */
  readonly address: string;
  readonly shown?: string;
  readonly version?: Version & { readonly moved?: true };
}

/** Record of a page whose article is where it was put. */
export function recordOf(page: string, { folder, records }: Shelf): PageRecord | undefined {
  const record = records.get(page);
  return record !== undefined && !record.gone && existsSync(join(folder, record.file)) ? record : undefined;
}

/** Puts an article where its page has it, unless it is there, or another file has it. */
export async function keep(
  article: NewArticle,
  { page, address, shown, version }: Origin,
  shelf: Shelf,
): Promise<Outcome> {
  const { folder, known, records, taken } = shelf;
  const before = records.get(page);
  const file = before?.file ?? articleName(address, shown);
  const path = join(folder, file);
  const markdown = renderMarkdown(article);
  const hash = hashText(markdown);
  const what = article.url ?? article.title;
  // It was compared with all others already; what people changed in the file stays until the page changes, too.
  if (before?.hash === hash && !before.gone && existsSync(path) && taken.isFree(file, page)) {
    taken.add(file, page);
    records.put({ page, file, hash, ...version });
    return { kind: 'same', what };
  }
  const twin = await known.twinOf(article, path);
  const replaces = twin !== null && isOlderCopy(twin, article, shelf);
  if (twin !== null && !replaces && before !== undefined && existsSync(path)) {
    putAside(folder, file);
    known.drop(path);
    records.put({ ...before, gone: true });
    return { kind: 'gone', file, reason: `${file}: ${what} is now as ${relative(folder, twin.path)}` };
  }
  if (twin !== null && !replaces) return { kind: 'known', what: `${what} is ${relative(folder, twin.path)}` };
  // Two pages of one address are the same page, reached in two ways.
  if (!taken.isFree(file, page)) return { kind: 'known', what };
  taken.add(file, page);
  const isThere = existsSync(path);
  const isSame = isThere && hashText(readFileSync(path, 'utf8')) === hash;
  if (!isSame) {
    writeArticle(folder, file, markdown);
    known.drop(path);
    known.put(article, path);
  }
  // Not before the new one is there, and not after the record, which would end this for good where it was ended here.
  const replaced = replaces ? { replaced: relative(folder, twin.path) } : {};
  if (replaces) {
    putAside(folder, relative(folder, twin.path));
    known.drop(twin.path);
  }
  records.put({ page, file, hash, ...version });
  if (isSame) return { kind: 'same', what };
  return isThere || replaces
    ? { kind: 'changed', file, article, ...replaced }
    : { kind: 'added', file, article };
}

/**
 * Whether a file has an earlier state of a page that was read just now, by the days that both give, and no source keeps
 * it there: a page that somebody saved, or an import that is not remembered. A file of many articles stays.
 */
function isOlderCopy(
  { path, isSame, date }: Twin,
  article: NewArticle,
  { folder, records, taken }: Shelf,
): boolean {
  const file = relative(folder, path);
  if (isSame || /\.jsonl(?:\.gz)?$/i.test(path) || taken.has(file) || records.keeps(file)) return false;
  return date !== null && article.date !== null && date < article.date;
}

/** The page is as it was. */
export function stay(record: PageRecord, { records, taken }: Shelf): Outcome {
  taken.add(record.file, record.page);
  if (record.missing !== undefined) {
    const { missing: _, ...found } = record;
    records.put(found);
  }
  return { kind: 'same', what: record.page };
}

/**
 * The page was not found. A site may lose one for an hour: its article goes only where that happens again on another day,
 * or where the source is `certain`.
 */
export function lose(record: PageRecord, reason: string, shelf: Shelf, certain = false): Outcome {
  const { folder, known, records, day, taken } = shelf;
  if (taken.has(record.file)) return { kind: 'same', what: record.page };
  if (!certain && (record.missing ?? day) === day) {
    records.put({ ...record, missing: day });
    return {
      kind: 'missing',
      reason: `${reason}. ${record.file} stays until that happens on another day, too`,
    };
  }
  putAside(folder, record.file);
  known.drop(join(folder, record.file));
  records.put({ ...record, gone: true });
  return { kind: 'gone', file: record.file, reason: `${record.file}: ${reason}` };
}
