/** Reads the data files of `dictionary/`. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Lines of a text file of `dictionary/`, unzipped where its name ends in `.gz`, without the empty last one. */
export const readDictionaryLines = (name: string): string[] => readDictionaryText(name).trimEnd().split('\n');

function readDictionaryText(name: string): string {
  const bytes = readFileSync(new URL(`../../dictionary/${name}`, import.meta.url));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** A table of `dictionary/` whose lines are in the order of their words, each behind a tab; lines are found, not read. */
export interface SortedTable {
  /** What stands behind the tab, or undefined. */
  get(word: string): string | undefined;
  /** All that stands behind tabs. */
  values(): string[];
}

/** Halves its way through the lines: a map of 110,000 words would take a tenth of a second and 30 MB. */
export function openSortedTable(name: string): SortedTable {
  const text = readDictionaryText(name);
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0 && at < text.length - 1; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  const endOf = (line: number): number => {
    const end = text.indexOf('\n', starts[line]!);
    return end < 0 ? text.length : end;
  };
  return {
    get(word) {
      let low = 0;
      let high = starts.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const tab = text.indexOf('\t', starts[middle]!);
        const found = text.slice(starts[middle]!, tab);
        if (found === word) return text.slice(tab + 1, endOf(middle));
        if (found < word) low = middle + 1;
        else high = middle - 1;
      }
      return undefined;
    },
    values: () => starts.map((start, line) => text.slice(text.indexOf('\t', start) + 1, endOf(line))),
  };
}

let fingerprint: string | undefined;

/** Changes whenever a table of `dictionary/` does, and with it the terms of a text. Read once, as the tables are. */
export function dictionaryFingerprint(): string {
  fingerprint ??= readFingerprint();
  return fingerprint;
}

function readFingerprint(): string {
  const folder = new URL('../../dictionary/', import.meta.url);
  const hash = createHash('sha256');
  const tables = readdirSync(folder).filter((name) => !name.endsWith('.md'));
  for (const name of tables.sort()) hash.update(name).update(readFileSync(new URL(name, folder)));
  return hash.digest('hex');
}
