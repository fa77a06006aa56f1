/** The pages that a source names, in a file until the run has come through them. */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { readLines } from './line-file.ts';
import { createNumbers, shortHash } from './numbers.ts';

export interface PageList {
  readonly size: () => number;
  has(page: string): boolean;
  /** Does nothing where it is there. */
  add(page: string): void;
  /** In the order in which they came. */
  all(): Generator<string>;
  /** Removes the file; nothing may be asked afterwards. */
  remove(): void;
}

/** An empty list, in a file at this path. */
export function createPageList(path: string): PageList {
  const file = openSync(path, 'w');
  const there = createNumbers();
  return {
    size: there.size,
    has: (page) => there.get(shortHash(page)) !== undefined,
    add(page) {
      const key = shortHash(page);
      if (there.get(key) !== undefined) return;
      writeSync(file, `${JSON.stringify({ page })}\n`);
      there.set(key, there.size());
    },
    *all() {
      for (const { value } of readLines(path)) yield (value as { readonly page: string }).page;
    },
    remove() {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}
