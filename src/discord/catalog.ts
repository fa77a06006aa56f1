/** What the bot knows of the index without asking for it each time: its status and the titles of its articles. */
import type { Library, LibraryStatus } from '../library.ts';
import type { Log } from '../log.ts';
import type { ListedArticle } from '../passages/read.ts';
import type { Scope } from '../scope.ts';
import { buildTitles, noTitles, type Titles } from './titles.ts';

export interface Catalog {
  /** Null until the index is open. */
  readonly status: () => LibraryStatus | null;
  /** Those seen within a scope; of nothing until the index is open. */
  readonly titles: (scope: Scope) => Titles;
  /** Looks whether there is another index, and reads its titles then. Joins a look that is under way. */
  readonly refresh: () => Promise<void>;
}

/** Articles in one message: 10,000 at once hold up the event loop of the bot for 30 ms. */
const PAGE = 1_000;
const LOOK_MS = 60_000;

/** `onChange` is called whenever there is another index than before. */
export function createCatalog(library: Library, onChange: (status: LibraryStatus) => void): Catalog {
  let status: LibraryStatus | null = null;
  let titles: Catalog['titles'] = noTitles;
  let refreshing: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    const found = await library.status();
    if (found.index === status?.index) return;
    const sources: ListedArticle[] = [];
    for (let start = 0; start < found.articles; start += PAGE)
      sources.push(...(await library.articles(start, start + PAGE)));
    // Another index came in between: these may be articles of both.
    if ((await library.status()).index !== found.index) return look();
    titles = await buildTitles(sources);
    status = found;
    onChange(found);
  };
  return {
    status: () => status,
    titles: (scope) => titles(scope),
    refresh: () => {
      refreshing ??= look().finally(() => {
        refreshing = null;
      });
      return refreshing;
    },
  };
}

/** Looks at once and then now and again for another index; returns what ends it. */
export function watchIndex(catalog: Catalog, log: Log): () => void {
  const look = (): void => {
    catalog.refresh().catch((error) => log.warn('the index could not be looked at', { error }));
  };
  look();
  const looking = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(looking);
}
