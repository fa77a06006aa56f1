/** What the corpus has already: an article is not imported twice. */
import { resolve } from 'node:path';
import { listCorpus } from '../documents/list.ts';
import { isProblem, readCorpus } from '../documents/read.ts';
import type { Article } from '../types.ts';
import { addressOf, hashText } from './article-file.ts';

type Comparable = Pick<Article, 'url' | 'text'>;

export interface Known {
  /** Another file than this one that has an article of the same address, or of the same text; null where none has. */
  twinOf(article: Comparable, path: string): string | null;
  /** Adds what a file holds; a file of JSON Lines holds several. */
  put(article: Comparable, path: string): void;
  /** Forgets what a file held. */
  drop(path: string): void;
}

/**
 * The articles of a folder; none where it is not there yet. Those of single servers in it do not count: who sees the
 * folder does not see them.
 */
export async function readKnown(folder: string): Promise<Known> {
  const keysOfFiles = new Map<string, readonly string[]>();
  const files = new Map<string, string>();
  const known: Known = {
    twinOf(article, path) {
      const file = keysOf(article)
        .map((key) => files.get(key))
        .find((one) => one !== undefined && one !== resolve(path));
      return file ?? null;
    },
    put(article, path) {
      const keys = keysOf(article);
      keysOfFiles.set(resolve(path), [...(keysOfFiles.get(resolve(path)) ?? []), ...keys]);
      for (const key of keys) if (!files.has(key)) files.set(key, resolve(path));
    },
    drop(path) {
      for (const key of keysOfFiles.get(resolve(path)) ?? [])
        if (files.get(key) === resolve(path)) files.delete(key);
      keysOfFiles.delete(resolve(path));
    },
  };
  const { files: listed } = listCorpus([folder]);
  const shared = listed.filter(({ id }) => !id.startsWith('servers/'));
  for await (const item of readCorpus({ files: shared, problems: [] }))
    if (!isProblem(item)) known.put(item, item.file!);
  return known;
}

const keysOf = ({ url, text }: Comparable): string[] => [
  ...(url === null ? [] : [addressOf(url)]),
  hashText(text),
];
