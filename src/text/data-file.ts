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

/** A table of `dictionary/` of a word a line, with what it says behind a tab; lines are found, not read. */
export interface WordTable {
  has(word: string): boolean;
  /** What stands behind the tab, or undefined. */
  get(word: string): string | undefined;
  /** All that stands behind tabs. */
  values(): string[];
  /** Calls with each word, by where it stands in a text that has what it says behind a tab. */
  each(visit: (text: string, start: number, end: number) => void): void;
}

/** No line. */
const EMPTY = -1;

export const openWordTable = (name: string): WordTable => wordTable(readDictionaryText(name));

/**
 * Where lines begin, by the hashes of their words: a map of 110,000 words would take a tenth of a second and 30 MB.
 * @param text a word a line, each once, with a tab behind it
 */
export function wordTable(text: string): WordTable {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at = endOf(text, at) + 1) starts.push(at);
  const places = new Int32Array(1 << (Math.ceil(Math.log2(starts.length + 1)) + 1)).fill(EMPTY);
  const mask = places.length - 1;
  const startOf = (word: string): number => {
    let place = hashOf(word, 0, word.length) & mask;
    for (; places[place] !== EMPTY; place = (place + 1) & mask)
      if (text.startsWith(word, places[place]) && text[places[place]! + word.length] === '\t')
        return places[place]!;
    return EMPTY;
  };
  for (const start of starts) {
    let place = hashOf(text, start, text.indexOf('\t', start)) & mask;
    while (places[place] !== EMPTY) place = (place + 1) & mask;
    places[place] = start;
  }
  return {
    has: (word) => startOf(word) !== EMPTY,
    get(word) {
      const start = startOf(word);
      return start === EMPTY ? undefined : text.slice(start + word.length + 1, endOf(text, start));
    },
    each(visit) {
      for (const start of starts) visit(text, start, text.indexOf('\t', start));
    },
    values: () => starts.map((start) => text.slice(text.indexOf('\t', start) + 1, endOf(text, start))),
  };
}

function endOf(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

/** FNV-1a over UTF-16 units. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
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
