/** What the corpus has already: an article is not imported twice. */
import { resolve } from 'node:path';
import { listCorpus } from '../documents/list.ts';
import { isProblem, readCorpus } from '../documents/read.ts';
import type { Article } from '../types.ts';
import { addressOf, hashText } from './article-file.ts';

type Comparable = Pick<Article, 'url' | 'text' | 'date'>;

/** A file that has an article already. */
export interface Twin {
  readonly path: string;
  /** Its text is the same; else it is another version of the same page. */
  readonly isSame: boolean;
  readonly date: string | null;
}

/** All of it is read when a twin is looked for first: where nothing changes, none is. */
export interface Known {
  /** Another file than this one that has an article of the same text, or else of the same address; null where none has. */
  twinOf(article: Comparable, path: string): Promise<Twin | null>;
  /** Adds what a file holds; a file of JSON Lines holds several. */
  put(article: Comparable, path: string): void;
  /** Forgets what a file held. */
  drop(path: string): void;
}

/**
 * The articles of a folder; none where it is not there yet. Those of single servers in it do not count: who sees the
 * folder does not see them.
 */
export function openKnown(folder: string): Known {
  const keysOfFiles = new Map<string, readonly string[]>();
  const files = new Map<string, Pick<Twin, 'path' | 'date'>>();
  const add = (article: Comparable, path: string): void => {
    const keys = keysOf(article).filter((key) => key !== null);
    const file = { path: resolve(path), date: article.date };
    keysOfFiles.set(file.path, [...(keysOfFiles.get(file.path) ?? []), ...keys]);
    for (const key of keys) if (!files.has(key)) files.set(key, file);
  };
  const readAll = async (): Promise<void> => {
    const shared = listCorpus([folder]).files.filter(({ id }) => !id.startsWith('servers/'));
    for await (const item of readCorpus({ files: shared, problems: [] }))
      if (!isProblem(item)) add(item, item.file!);
  };
  let reading: Promise<void> | null = null;
  return {
    async twinOf(article, path) {
      reading ??= readAll();
      await reading;
      const [text, address] = keysOf(article).map((key) => {
        const file = key === null ? undefined : files.get(key);
        return file === undefined || file.path === resolve(path) ? null : file;
      });
      if (text) return { ...text, isSame: true };
      return address ? { ...address, isSame: false } : null;
    },
    // What changes before all is read is read as it is then.
    put: (article, path) => {
      if (reading !== null) add(article, path);
    },
    drop(path) {
      for (const key of keysOfFiles.get(resolve(path)) ?? [])
        if (files.get(key)?.path === resolve(path)) files.delete(key);
      keysOfFiles.delete(resolve(path));
    },
  };
}

/** What parameters are for that tell a site where its readers come from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|spm)$/;

/** One spelling for the addresses that a site has for one page. */
function pageOf(url: string): string {
  const address = addressOf(url);
  if (!URL.canParse(address)) return address;
  const { host, pathname, searchParams } = new URL(address);
  const parameters = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const path = pathname.replace(/(?:\/index\.(?:html?|php))?\/?$/i, '');
  return `${host.replace(/^www\./, '')}${path}?${parameters.map((pair) => pair.join('=')).join('&')}`;
}

const keysOf = ({ url, text }: Comparable): readonly [string, string | null] => [
  hashText(text),
  url === null ? null : pageOf(url),
];
