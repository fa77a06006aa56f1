/** What is asked of all articles together, beside what is found for a question: which there are, and their words. */
import { idfOf } from '../index/keyword-index.ts';
import type { SearchIndex } from '../index/search-index.ts';
import type { ListedArticle } from '../passages/read.ts';
import type { WaysToSay } from '../types.ts';

/** idf of a term, 0 or more. */
type Idf = (term: string) => number;

export interface Corpus {
  /** A day that stands for the articles, where they are of one time; else null. */
  readonly typicalDate: string | null;
  /** All articles by their numbers. */
  list(): Promise<readonly ListedArticle[]>;
  /** The articles that have enough of the words, best first. */
  having(words: readonly WaysToSay[]): Promise<readonly ListedArticle[]>;
  /** Whether a passage has a term. */
  has(term: string): Promise<boolean>;
  /** Of these terms. */
  idfs(terms: Iterable<string>): Promise<Idf>;
  /** Terms that begin with these letters. */
  termsFrom(prefix: string): Promise<readonly string[]>;
  /** The first passage that has a term, with the title of its article; null where none has. */
  textWith(term: string): Promise<string | null>;
}

export const corpusOf = (index: SearchIndex): Corpus => ({
  typicalDate: index.manifest.typicalDate,
  list: () => index.sources(),
  having: (words) => index.articlesHaving(words),
  has: async (term) => (await index.frequencies([term])).get(term)! > 0,
  async idfs(terms) {
    const frequencies = await index.frequencies(terms);
    return (term) => idfOf(index.manifest.passages, frequencies.get(term)!);
  },
  termsFrom: (prefix) => index.termsFrom(prefix),
  textWith: (term) => index.textWith(term),
});
