/** What is asked of all articles together, beside what is found for a question: which there are, and their words. */
import type { OpenIndex } from '../index/open.ts';
import type { ListedArticle } from '../passages/read.ts';
import type { WaysToSay } from '../types.ts';
import { articlesHaving } from './articles-having.ts';

export interface Corpus {
  /** A day that stands for the articles, where they are of one time; else null. */
  readonly typicalDate: string | null;
  /** All articles by their numbers. */
  list(): readonly ListedArticle[];
  /** Numbers of the articles that have enough of the words, best first. */
  having(words: readonly WaysToSay[]): number[];
  /** Number of passages that have a term. */
  frequency(term: string): number;
  /** idf of a term, 0 or more. */
  idf(term: string): number;
  /** Terms that begin with these letters. */
  termsFrom(prefix: string): readonly string[];
  /** The first passage that has a term, with the title of its article; null where none has. */
  textWith(term: string): string | null;
}

export const corpusOf = (index: OpenIndex): Corpus => ({
  typicalDate: index.manifest.typicalDate,
  list: index.list,
  having: (words) => articlesHaving(index, words),
  frequency: index.keywords.frequency,
  idf: index.keywords.idf,
  termsFrom: index.keywords.termsFrom,
  textWith(term) {
    const number = index.keywords.scores(new Map([[term, 1]])).findIndex((score) => score > 0);
    if (number < 0) return null;
    return `${index.passage(number).text} ${index.article(index.articleOf(number)).title}`;
  },
});
