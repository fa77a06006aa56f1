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

/** Kinds of fact that a question can ask for. */
export type FactKind = 'who' | 'when' | 'where' | 'number' | 'what';

/** A short answer that stands in the text. */
export interface Fact {
  readonly kind: FactKind;
  /** Verbatim from the article. */
  readonly text: string;
  /** Reading for a person who does not read the article's language: a known name, a gloss or pinyin. */
  readonly gloss?: string;
  /** For `when`: the day, month or year meant, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly date?: string;
  /** Id of the passage it stands in. */
  readonly passage: string;
  /** Articles that tell it, the one of `passage` first, then the newer first. */
  readonly sources: readonly Source[];
}

/** What is shown of the article that a quote is from. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly url: string | null;
}

/** A quote that supports the answer. */
export interface Evidence {
  readonly article: Source;
  /** Reprints of the same article. */
  readonly alsoIn: readonly Source[];
  /** Id of the passage that the quote is from. */
  readonly passage: string;
  /** Verbatim: at most two sentences and 160 characters. */
  readonly quote: string;
  /** Half-open ranges of UTF-16 offsets into `quote` that answer the question, or say which day 当天 is. */
  readonly highlights: readonly (readonly [number, number])[];
}

/** A passage that was found, and how each leg ranked it. */
export interface FoundPassage {
  readonly id: string;
  /** Id of its article. */
  readonly article: string;
  /** From 1. */
  readonly rank: number;
  readonly score: number;
  readonly keywordRank: number | null;
  readonly denseRank: number | null;
  readonly text: string;
}

/** Days between which an article was published, both included, `YYYY-MM-DD`; null where there is no bound. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** The answer to a question, with its evidence. */
export interface Answer {
  readonly question: string;
  /** Name of the build of the index that it was answered from. */
  readonly index: string;
  /** Kinds of which articles tell different facts; those facts then stand one an article, the newest first. */
  readonly disputed: readonly FactKind[];
  readonly language: Language;
  readonly status: 'answered' | 'unanswered';
  /** Probability, in [0, 1], that the evidence answers the question; 0 where there is none. */
  readonly confidence: number;
  /** One sentence in the question's language, or null where the corpus does not tell. */
  readonly answer: string | null;
  /** Best first. */
  readonly facts: readonly Fact[];
  /** Best first; empty where the corpus does not tell. */
  readonly evidence: readonly Evidence[];
  /** Best first. */
  readonly passages: readonly FoundPassage[];
  /** Titles of the closest articles, best first. */
  readonly closest: readonly string[];
  readonly elapsedMs: number;
}
