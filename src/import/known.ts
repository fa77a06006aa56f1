/** What the corpus has already: an article is not imported twice. */
import { listCorpus } from '../documents/list.ts';
import { isProblem, readCorpus } from '../documents/read.ts';
import type { Article } from '../types.ts';
import { hashText } from './article-file.ts';

type Comparable = Pick<Article, 'url' | 'text'>;

export interface Known {
  hasUrl(url: URL): boolean;
  /** True where an article of the same address, or of the same text, is there. */
  has(article: Comparable): boolean;
  add(article: Comparable): void;
}

/** The articles of a folder; none where it is not there yet. */
export async function readKnown(folder: string): Promise<Known> {
  const addresses = new Set<string>();
  const texts = new Set<string>();
  const known: Known = {
    hasUrl: (url) => addresses.has(addressOf(url.href)),
    has: ({ url, text }) => (url !== null && addresses.has(addressOf(url))) || texts.has(hashText(text)),
    add({ url, text }) {
      if (url !== null) addresses.add(addressOf(url));
      texts.add(hashText(text));
    },
  };
  for await (const item of readCorpus(listCorpus([folder]))) if (!isProblem(item)) known.add(item);
  return known;
}

/** Without the place in the page, and http for https: sites have both for the same page. */
const addressOf = (url: string): string => url.replace(/#.*$/s, '').replace(/^https:/i, 'http:');
