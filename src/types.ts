/** The nouns of the project. Everything imports downwards to this file; it imports nothing. */

/** Languages that questions and answers come in. */
export type Language = 'zh' | 'en';

/** A half-open range [start, end) of UTF-16 offsets into a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One news item, note or page of the corpus, as its author wrote it. */
export interface Article {
  /** Path without its ending, or the `id` of a JSON line; unique in a corpus. */
  readonly id: string;
  readonly title: string;
  /** Day of publication, `YYYY-MM-DD`, or null where the article does not say. */
  readonly date: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly text: string;
}

/** A stretch of whole sentences of one article; `span` points into `Article.text`. */
export interface Passage {
  /** `<article id>#<place in the article, from 1>`. */
  readonly id: string;
  /** Number of the article in the index, from 0. */
  readonly article: number;
  readonly span: Span;
}

/** What an index is asked: term to weight, weights above 0. */
export type Terms = ReadonlyMap<string, number>;
