/** What was fetched of a source, so that a second run asks only for what has changed. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeWhole } from '../unfinished.ts';

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

/** The pages of one source. A record is on disk once `put` returns. */
export interface Records {
  get(page: string): PageRecord | undefined;
  put(record: PageRecord): void;
  all(): readonly PageRecord[];
  /** Whether a source of the corpus, this or another, keeps an article in a file. */
  keeps(file: string): boolean;
  /** The run came to its end, and that failed in it: writes the file anew, each page once. */
  close(reasons: readonly string[]): void;
}

/**
 * Records of a source of a corpus, a file with a line of JSON a page, under `folder`, which is made where it is missing.
 * A line that broke off is one page that is asked for again.
 */
export function openRecords(folder: string, source: string, corpus: string): Records {
  mkdirSync(folder, { recursive: true });
  const place = resolve(corpus);
  const path = join(folder, fileOf(source, place));
  const before = readState(path);
  const records = new Map(readRecords(path).map((record) => [record.page, record]));
  // What broke off has no line end.
  const state: SourceState = before ?? {
    ...{ source, corpus: place, ended: null, succeeded: null, failed: 0, reason: null },
  };
  appendFileSync(path, before === null ? `${JSON.stringify(state)}\n` : '\n');
  return {
    get: (page) => records.get(page),
    put(record) {
      records.set(record.page, record);
      appendFileSync(path, `${JSON.stringify(record)}\n`);
    },
    all: () => [...records.values()],
    keeps: (file) =>
      [...records.values()].some((record) => record.file === file && !record.gone) ||
      listSources(folder)
        .filter((other) => other.corpus === place && other.source !== source)
        .some((other) =>
          readRecords(join(folder, fileOf(other.source, place))).some(
            (record) => record.file === file && !record.gone,
          ),
        ),
    close(reasons) {
      const ended = new Date().toISOString();
      const succeeded = reasons.length === 0 ? ended : state.succeeded;
      const now = { ...state, ended, succeeded, failed: reasons.length, reason: reasons[0] ?? null };
      const lines = [now, ...records.values()].map((line) => `${JSON.stringify(line)}\n`);
      writeWhole(path, lines.join(''));
    },
  };
}

/** Files that came of a source and are not gone; none where it was never read. */
export const filesOf = (folder: string, source: string, corpus: string): string[] =>
  readRecords(join(folder, fileOf(source, resolve(corpus)))).flatMap(({ file, gone }) =>
    gone ? [] : [file],
  );

/** Of all sources that a folder has records of, in the order of their names. */
export const listSources = (folder: string): SourceState[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith(ENDING))
        .sort()
        .flatMap((name) => readState(join(folder, name)) ?? []);

function readState(path: string): SourceState | null {
  const [state] = readLines(path, 1) as Partial<SourceState>[];
  return state !== undefined && typeof state.source === 'string' ? (state as SourceState) : null;
}

const readRecords = (path: string): PageRecord[] =>
  (readLines(path) as Partial<PageRecord>[]).filter((value): value is PageRecord =>
    [value.page, value.file, value.hash].every((field) => typeof field === 'string'),
  );

/** Objects of the first lines, or of all; what is none is left out. */
function readLines(path: string, count?: number): object[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n', count);
  return lines.flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line);
      return typeof value === 'object' && value !== null ? [value] : [];
    } catch {
      return [];
    }
  });
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
