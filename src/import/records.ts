/** What was fetched of a source, so that a second run asks only for what has changed. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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
  /** True where only redirects for good led to `at`. */
  readonly moved?: boolean;
  readonly etag?: string;
  readonly modified?: string;
  /** Day on which it was not found for the first time, since it was found last. */
  readonly missing?: string;
  /** True where it is gone and its article left out. */
  readonly gone?: boolean;
}

/** The pages of one source. A record is on disk once `put` returns. */
export interface Records {
  get(page: string): PageRecord | undefined;
  put(record: PageRecord): void;
  all(): readonly PageRecord[];
  /** Writes the file anew, each page once. */
  close(): void;
}

/**
 * Records of a source of a corpus, a file with a line of JSON a page, under `folder`, which is made where it is missing.
 * A line that broke off is one page that is asked for again.
 */
export function openRecords(folder: string, source: string, corpus: string): Records {
  mkdirSync(folder, { recursive: true });
  const place = resolve(corpus);
  const path = join(folder, fileOf(source, place));
  const records = new Map(readRecords(path).map((record) => [record.page, record]));
  // What broke off has no line end.
  appendFileSync(path, records.size === 0 ? `${JSON.stringify({ source, corpus: place })}\n` : '\n');
  return {
    get: (page) => records.get(page),
    put(record) {
      records.set(record.page, record);
      appendFileSync(path, `${JSON.stringify(record)}\n`);
    },
    all: () => [...records.values()],
    close() {
      const unfinished = `${path}.${process.pid}.part`;
      const lines = [{ source, corpus: place }, ...records.values()];
      writeFileSync(unfinished, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { flush: true });
      renameSync(unfinished, path);
    },
  };
}

function readRecords(path: string): PageRecord[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const value = JSON.parse(line) as Partial<PageRecord>;
        const isWhole = [value.page, value.file, value.hash].every((field) => typeof field === 'string');
        return isWhole ? [value as PageRecord] : [];
      } catch {
        return [];
      }
    });
}

const MAX_NAME = 60;

function fileOf(source: string, corpus: string): string {
  const name =
    source
      .replace(/^https?:\/\//i, '')
      .match(/[\p{L}\p{N}.]+/gu)
      ?.join('-') ?? '';
  const hash = createHash('sha256').update(`${corpus}\n${source}`).digest('hex').slice(0, 8);
  return `${name.slice(0, MAX_NAME)}-${hash}.jsonl`;
}
