/**
 * What a question asks of an index, wherever that lies: files of this machine, or a search engine on others. Each call may be
 * a way over the network, so there are few of them, and what follows works on what they bring without waiting.
 */
import type { ListedArticle, ReadArticle, ReadPassage } from '../passages/read.ts';
import type { Scope } from '../scope.ts';
import type { Period, Span, Terms, WaysToSay } from '../types.ts';
import type { Manifest } from './manifest.ts';

/** Articles that are looked at, as if there were no others. */
export interface Limits {
  /** Those of these days; none without a day. */
  readonly period?: Period;
  /** All but these. */
  readonly without?: ReadonlySet<number>;
}

export interface IndexQuery {
  readonly terms: Terms;
  /** Of unit length. */
  readonly vector: Float32Array;
  /** Candidates of each leg. */
  readonly k: number;
  readonly limits?: Limits;
}

/** What is known of passages and their articles without their texts. */
export interface PassageFacts {
  /** Number of the article that a passage belongs to. */
  articleOf(passage: number): number;
  /** Numbers of the passages of an article: from `start` on, before `end`. */
  passagesOf(article: number): Span;
  /** True for an article that is more than paragraphs one after the other. */
  isStructured(article: number): boolean;
  /** Day of publication of an article, as a number: 20240131, 0 for none. */
  dayOf(article: number): number;
  /** Cosine of a question's vector and a passage, exactly, in [-1, 1]. */
  similarity(vector: Float32Array, passage: number): number;
  /** Cosine of a question's vector and each unit of a passage, in their order. */
  unitSimilarities(vector: Float32Array, passage: number): number[];
  /** True where two articles are reprints of one text. */
  nearDuplicates(a: number, b: number): boolean;
}

/** The best passages by each leg. */
export interface Candidates {
  /** Numbers of passages, each once, those by keywords first. */
  readonly passages: readonly number[];
  /** BM25 of each of them, by its number; 0 or more. */
  readonly keywords: { readonly [passage: number]: number };
  /** Of them and their articles. */
  readonly facts: PassageFacts;
}

/** Articles that were read, whole. */
export interface ReadArticles extends Pick<PassageFacts, 'articleOf' | 'passagesOf' | 'unitSimilarities'> {
  article(number: number): ReadArticle;
  passage(number: number): ReadPassage;
  /** Number of passages of the index that have a term. */
  frequency(term: string): number;
}

export interface SearchIndex {
  /** Name of the build that answers. */
  readonly build: string;
  readonly manifest: Manifest;
  /** Mean over all passage vectors. */
  readonly meanVector: Float32Array;
  /** The articles within a scope as an index of their own: of others no title, count, word or number shows. */
  within(scope: Scope): Promise<SearchIndex>;
  candidates(query: IndexQuery): Promise<Candidates>;
  /**
   * Reads articles. Units can be compared of these passages and of the first of each article, and frequencies are known of
   * these terms and of those of these passages.
   */
  read(
    articles: Iterable<number>,
    passages: Iterable<number>,
    terms: Iterable<string>,
  ): Promise<ReadArticles>;
  /** Number of passages that have each of the terms, 0 for none. */
  frequencies(terms: Iterable<string>): Promise<ReadonlyMap<string, number>>;
  /** Those of the terms that an article within the limits has. */
  heard(terms: readonly string[], limits: Limits): Promise<ReadonlySet<string>>;
  /** Terms that begin with these letters, in the order of their bytes. */
  termsFrom(prefix: string): Promise<readonly string[]>;
  /** Those of these passages that have one of the terms at least. */
  having(terms: readonly string[], passages: readonly number[]): Promise<ReadonlySet<number>>;
  /** The first passage that has a term, with the title of its article; null where none has. */
  textWith(term: string): Promise<string | null>;
  /**
   * The articles that have enough of the words, wherever each stands, best first by their best passage.
   * @param words of each word the ways to say it, each with terms of which an article has to have all
   */
  articlesHaving(words: readonly WaysToSay[]): Promise<readonly ListedArticle[]>;
  /** Articles by their numbers, from `start` on, before `end`; without them all. */
  sources(start?: number, end?: number): Promise<readonly ListedArticle[]>;
  /** How many passages each of these articles was cut into. */
  sizes(articles: readonly number[]): Promise<readonly number[]>;
  /** Number of the article of this id, null where there is none. */
  find(id: string): Promise<number | null>;
  /** Nothing may be asked afterwards. */
  close(): Promise<void>;
}
