/** Titles of all articles in memory, for completing them while somebody types and for finding an article again. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { normalize } from '../text/normalize.ts';
import { syllables } from '../text/romanize.ts';
import type { Source } from '../types.ts';
import { articleKey } from './custom-id.ts';

export interface Titles {
  /** Articles whose title fits what was typed, best first; the newest for nothing typed. */
  readonly search: (typed: string, limit: number) => Source[];
  /** The article of a key, or the one with exactly this title; null where there is none. */
  readonly find: (keyOrTitle: string) => Source | null;
  readonly byId: (articleId: string) => Source | null;
}

interface Entry {
  readonly source: Source;
  /** The title, normalised and without spaces. */
  readonly title: string;
  /** Beginnings of its words. */
  readonly words: readonly string[];
  /** Pinyin of its Chinese characters in one piece (liaoning), and their first letters (ln). */
  readonly pinyin: string;
  readonly initials: string;
}

/**
 * Reading the pinyin of 21,000 titles takes a second; the gateway gets its turn after each slice. By the clock, as the first
 * five hundred take five times as long as the next.
 */
const SLICE_MS = 5;

/** Titles of nothing, until the articles are known. */
export const NO_TITLES: Titles = { search: () => [], find: () => null, byId: () => null };

export async function buildTitles(sources: readonly Source[]): Promise<Titles> {
  const newestFirst = [...sources].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const entries: Entry[] = [];
  const byKey = new Map<string, Source>();
  const byTitle = new Map<string, Source>();
  const byId = new Map<string, Source>();
  let sliceEnd = performance.now() + SLICE_MS;
  for (const source of newestFirst) {
    const entry = toEntry(source);
    entries.push(entry);
    byKey.set(articleKey(source.id), source);
    byId.set(source.id, source);
    if (!byTitle.has(entry.title)) byTitle.set(entry.title, source);
    if (performance.now() < sliceEnd) continue;
    await nextTurn();
    sliceEnd = performance.now() + SLICE_MS;
  }
  return {
    search: (typed, limit) => search(entries, typed, limit),
    find: (keyOrTitle) => byKey.get(keyOrTitle) ?? byTitle.get(tight(keyOrTitle)) ?? null,
    byId: (articleId) => byId.get(articleId) ?? null,
  };
}

function toEntry(source: Source): Entry {
  const read = syllables(source.title);
  return {
    source,
    title: tight(source.title),
    words: normalize(source.title).match(/[\p{L}\p{N}]+/gu) ?? [],
    pinyin: read.join(''),
    initials: read.map((syllable) => syllable[0]).join(''),
  };
}

const tight = (text: string): string => normalize(text).replace(/\s+/g, '');

function search(entries: readonly Entry[], typed: string, limit: number): Source[] {
  const wanted = tight(typed);
  if (wanted === '') return entries.slice(0, limit).map(({ source }) => source);
  const groups: Source[][] = FITS.map(() => []);
  for (const entry of entries) {
    const group = FITS.findIndex((fits) => fits(entry, wanted));
    if (group !== -1) groups[group]!.push(entry.source);
  }
  return groups.flat().slice(0, limit);
}

/** How a title can fit, best first. */
const FITS: readonly ((entry: Entry, wanted: string) => boolean)[] = [
  ({ title }, wanted) => title.startsWith(wanted),
  ({ pinyin }, wanted) => pinyin.startsWith(wanted),
  ({ initials }, wanted) => wanted.length > 1 && initials.startsWith(wanted),
  ({ words }, wanted) => words.some((word) => word.startsWith(wanted)),
  ({ title }, wanted) => title.includes(wanted),
  ({ pinyin }, wanted) => wanted.length > 2 && pinyin.includes(wanted),
];
