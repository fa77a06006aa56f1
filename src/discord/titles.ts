/** Titles of all articles in memory, for completing them while somebody types and for finding an article again. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Source } from '../answer-types.ts';
import type { ListedArticle } from '../passages/read.ts';
import { isWithinScope, partsOf, type Scope } from '../scope.ts';
import { normalize } from '../text/normalize.ts';
import { syllables } from '../text/romanize.ts';
import { articleKey } from './custom-id.ts';

export interface Titles {
  /** Of articles. */
  readonly count: () => number;
  /** Day of the newest article, `YYYY-MM-DD`; null where none has one. */
  readonly newest: () => string | null;
  /** Folders and sources of the articles with how many each has, the most first. */
  readonly parts: () => readonly Part[];
  /** Articles whose title fits what was typed, best first; the newest for nothing typed. */
  readonly search: (typed: string, limit: number) => Source[];
  /** What could be asked about, best first: headings and titles that fit what was typed, titles alone for nothing typed. */
  readonly suggest: (typed: string, limit: number) => string[];
  /** The article of a key, or the one with exactly this title; null where there is none. */
  readonly find: (keyOrTitle: string) => Source | null;
  readonly byId: (articleId: string) => Source | null;
}

export interface Part {
  readonly name: string;
  readonly articles: number;
}

interface Entry {
  readonly source: ListedArticle;
  /** The title, normalised and without spaces. */
  readonly title: string;
  /** Beginnings of its words. */
  readonly words: readonly string[];
  /** Pinyin of its Chinese characters in one piece (liaoning), and their first letters (ln). */
  readonly pinyin: string;
  readonly initials: string;
  readonly headings: readonly Heading[];
}

interface Heading {
  readonly text: string;
  /** Normalised and without spaces. */
  readonly tight: string;
}

/**
 * Reading the pinyin of 21,000 titles takes a second; the gateway gets its turn after each slice. By the clock, as the first
 * five hundred take five times as long as the next.
 */
const SLICE_MS = 5;

const NO_TITLES: Titles = {
  count: () => 0,
  newest: () => null,
  parts: () => [],
  search: () => [],
  suggest: () => [],
  find: () => null,
  byId: () => null,
};

/** Titles of nothing, until the articles are known. */
export const noTitles = (): Titles => NO_TITLES;

/** Gives the titles that are seen within a scope. */
export async function buildTitles(sources: readonly ListedArticle[]): Promise<(scope: Scope) => Titles> {
  const newestFirst = [...sources].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  const entries: Entry[] = [];
  const byKey = new Map<string, ListedArticle>();
  const byTitle = new Map<string, ListedArticle[]>();
  const byId = new Map<string, ListedArticle>();
  let sliceEnd = performance.now() + SLICE_MS;
  for (const source of newestFirst) {
    const entry = toEntry(source);
    entries.push(entry);
    byKey.set(articleKey(source.id), source);
    byId.set(source.id, source);
    byTitle.set(entry.title, [...(byTitle.get(entry.title) ?? []), source]);
    if (performance.now() < sliceEnd) continue;
    await nextTurn();
    sliceEnd = performance.now() + SLICE_MS;
  }
  return (scope) => {
    const seen = (source: ListedArticle | undefined): ListedArticle | null =>
      source !== undefined && isWithinScope(source, scope) ? source : null;
    // Of tens of thousands a look at all takes a millisecond, which most who ask can do without.
    const own = (): Entry[] => entries.filter(({ source }) => isWithinScope(source, scope));
    return {
      count: () => own().length,
      newest: () => entries.find(({ source }) => isWithinScope(source, scope))?.source.date ?? null,
      parts: () => countParts(own()),
      search: (typed, limit) => search(own(), typed, limit),
      suggest: (typed, limit) => suggest(own(), typed, limit),
      find: (keyOrTitle) =>
        seen(byKey.get(keyOrTitle)) ?? byTitle.get(tight(keyOrTitle))?.find((source) => seen(source)) ?? null,
      byId: (articleId) => seen(byId.get(articleId)),
    };
  };
}

function countParts(entries: readonly Entry[]): Part[] {
  const counts = new Map<string, number>();
  for (const { source } of entries)
    for (const part of partsOf(source)) counts.set(part, (counts.get(part) ?? 0) + 1);
  return [...counts]
    .map(([name, articles]) => ({ name, articles }))
    .sort((a, b) => b.articles - a.articles || a.name.localeCompare(b.name));
}

function toEntry(source: ListedArticle): Entry {
  const read = syllables(source.title);
  return {
    source,
    title: tight(source.title),
    words: normalize(source.title).match(/[\p{L}\p{N}]+/gu) ?? [],
    pinyin: read.join(''),
    initials: read.map((syllable) => syllable[0]).join(''),
    headings: (source.headings ?? []).map((text) => ({ text, tight: tight(text) })),
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

/** A heading that asks stands alone; another one says little without the title above it. */
const ASKS = /[?？]$/;

function suggest(entries: readonly Entry[], typed: string, limit: number): string[] {
  const wanted = tight(typed);
  const titles = search(entries, typed, limit).map(({ title }) => title);
  if (wanted === '') return titles;
  const found = entries.flatMap(({ source, headings }) =>
    headings.flatMap(({ text, tight: heading }) => {
      const at = heading.indexOf(wanted);
      const shown = ASKS.test(text) ? text : `${source.title}: ${text}`;
      return at < 0 ? [] : [{ shown, at }];
    }),
  );
  const headings = found.sort((a, b) => a.at - b.at).map(({ shown }) => shown);
  return [...new Set([...headings, ...titles])].slice(0, limit);
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
