/** What was fetched of a source, so that a second run asks only for what has changed. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { named } from '../../file-error.ts';
import { unfinishedOf, writeWhole } from '../../unfinished.ts';
import { readLine, readLines } from './line-file.ts';
import { createNumbers, shortHash } from './numbers.ts';
import { createPageList, type PageList } from './page-list.ts';

/** One page, or file, of a source. */
export interface PageRecord {
  /** As the source names it. */
  readonly page: string;
  /** Name of its article in the folder of the corpus. */
  readonly file: string;
  /** Of the article as it was written. */
  readonly hash: string;
  /** Where it was read: the end of redirects. */
  readonly at?: string;
  /** Only redirects for good led to `at`. */
  readonly moved?: true;
  readonly etag?: string;
  readonly modified?: string;
  /** Day on which it was not found for the first time, since it was found last. */
  readonly missing?: string;
  /** It is gone, and its article left out. */
  readonly gone?: true;
}

/** How the last runs over a source went. */
export interface SourceState {
  readonly source: string;
  /** Folder of its articles. */
  readonly corpus: string;
  /** End of the last run, and of the last in which nothing failed, ISO 8601; null where there was none. */
  readonly ended: string | null;
  readonly succeeded: string | null;
  /** What failed in the last run: how many, and the first reason. */
  readonly failed: number;
  readonly reason: string | null;
}

/** The pages of one source. A record is on disk once `put` returns, and there alone: a site may have any number of pages. */
export interface Records {
  get(page: string): PageRecord | undefined;
  put(record: PageRecord): void;
  /** Those that are there as the first is taken, each page once, in the order in which they were put last. */
  all(): Generator<PageRecord>;
  /** Whether a source of the corpus, this or another, keeps an article in a file. */
  keeps(file: string): boolean;
  /** The run came to its end, and that failed in it: writes the file anew, each page once. */
  close(reasons: readonly string[]): void;
  /** An empty list of pages beside the file. */
  listPages(): PageList;
  /** Lets the file go; nothing may be asked afterwards. */
  release(): void;
}

/**
 * Records of a source of a corpus, a file with a line of JSON a page, under `folder`, which is made where it is missing.
 * A line that broke off is one page that is asked for again.
 */
export function openRecords(folder: string, source: string, corpus: string): Records {
  named(folder, 'made', () => mkdirSync(folder, { recursive: true }));
  const place = resolve(corpus);
  const path = join(folder, fileOf(source, place));
  const before = readState(path);
  const state: SourceState = before ?? {
    ...{ source, corpus: place, ended: null, succeeded: null, failed: 0, reason: null },
  };
  const file = openSync(path, 'a+');
  // What broke off has no line end.
  named(path, 'written', () => writeSync(file, before === null ? `${JSON.stringify(state)}\n` : '\n'));
  const places = findPlaces(path, file);
  return {
    get(page) {
      const at = places.of(page);
      return at === undefined ? undefined : (recordAt(file, at) ?? undefined);
    },
    put(record) {
      const { size } = fstatSync(file);
      named(path, 'written', () => writeFileSync(file, `${JSON.stringify(record)}\n`));
      places.set(record.page, size);
    },
    all: places.records,
    keeps(name) {
      const others = listSources(folder).filter((one) => one.corpus === place && one.source !== source);
      for (const { file: kept, gone } of places.records()) if (kept === name && !gone) return true;
      return others.some((one) => filesOf(folder, one.source, place).includes(name));
    },
    close(reasons) {
      const ended = new Date().toISOString();
      const succeeded = reasons.length === 0 ? ended : state.succeeded;
      const now = { ...state, ended, succeeded, failed: reasons.length, reason: reasons[0] ?? null };
      writeWhole(path, linesOf(now, places.records()));
    },
    listPages: () => createPageList(unfinishedOf(`${path}.pages`)),
    release: () => closeSync(file),
  };
}

const recordAt = (file: number, at: number): PageRecord | null => toRecord(readLine(file, at));

function* linesOf(state: SourceState, records: Iterable<PageRecord>): Generator<string> {
  yield `${JSON.stringify(state)}\n`;
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}

/** Where the last record of each page stands in a file, which `path` names and `file` has open. */
function findPlaces(path: string, file: number) {
  const places = createNumbers();
  /** The page's own key, or the next that is free: two pages of one key are rare, but there. */
  const keyOf = (page: string): number => {
    let key = shortHash(page);
    for (
      let at = places.get(key);
      at !== undefined && recordAt(file, at)?.page !== page;
      at = places.get(key)
    )
      key++;
    return key;
  };
  for (const line of readLines(path)) {
    const record = toRecord(line.value);
    if (record !== null) places.set(keyOf(record.page), line.place);
  }
  return {
    of: (page: string): number | undefined => places.get(keyOf(page)),
    set: (page: string, place: number): void => places.set(keyOf(page), place),
    /** As {@link Records.all} says. */
    *records(): Generator<PageRecord> {
      for (const at of Float64Array.from(places.values()).sort()) {
        const record = recordAt(file, at);
        if (record !== null) yield record;
      }
    },
  };
}

/** Files that came of a source and are not gone; none where it was never read. */
export function filesOf(folder: string, source: string, corpus: string): string[] {
  const files = new Map<string, string | null>();
  for (const { value } of readLines(join(folder, fileOf(source, resolve(corpus))))) {
    const record = toRecord(value);
    if (record !== null) files.set(record.page, record.gone ? null : record.file);
  }
  return [...files.values()].filter((file) => file !== null);
}

/** Of all sources that a folder has records of, in the order of their names. */
export const listSources = (folder: string): SourceState[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith(ENDING))
        .sort()
        .flatMap((name) => readState(join(folder, name)) ?? []);

function readState(path: string): SourceState | null {
  for (const { value } of readLines(path)) {
    const state = value as Partial<SourceState> | null;
    return typeof state?.source === 'string' ? (state as SourceState) : null;
  }
  return null;
}

function toRecord(value: object | null): PageRecord | null {
  const { page, file, hash } = (value ?? {}) as Partial<PageRecord>;
  return [page, file, hash].every((field) => typeof field === 'string') ? (value as PageRecord) : null;
}

const ENDING = '.jsonl';
const MAX_NAME = 60;

function fileOf(source: string, corpus: string): string {
  const name =
    source
      .replace(/^https?:\/\//i, '')
      .match(/[\p{L}\p{N}.]+/gu)
      ?.join('-') ?? '';
  const hash = createHash('sha256').update(`${corpus}\n${source}`).digest('hex').slice(0, 8);
  return `${name.slice(0, MAX_NAME)}-${hash}${ENDING}`;
}
