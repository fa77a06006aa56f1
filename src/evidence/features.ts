/** What the linear models of the answers look at; their weights are in `weights.json`. */

/** What a passage is ranked by once its sentences are read. */
export interface PassageFeatures {
  /** Score of its best sentence. */
  readonly sentence: number;
  /** Its score in retrieval, over the best passage's. */
  readonly passage: number;
  /** 1 for the first of all by keywords, else 0. */
  readonly firstByWords: number;
}

/** What the answer is judged by, all in [0, 1]. */
export interface ConfidenceFeatures {
  /** How near the nearest passage and the nearest sentence of all stand to the question. */
  readonly passage: number;
  readonly sentence: number;
  /** 1 where the best passage is the first by keywords and by its vector, else 0. */
  readonly agreed: number;
  /** How far the passages are from a hundred, by the logarithm: few stand near by chance. 0 for more, and where words tell. */
  readonly few: number;
  /** 1 where the best passage is not in the language of the question, else 0: what says the same stands less near. */
  readonly translated: number;
  /** How much of the question no article says. */
  readonly unheard: number;
  /**
   * 1 where words tell whether the article is the one: paragraphs of news or of an encyclopedia name what they are about.
   * Else 0, and so are all that follow: a guide seldom says again what its headings say, and how a text in Latin letters
   * writes the names of a Chinese question is seldom known.
   */
  readonly worded: number;
  /** Logarithm of the number of passages, 1 for 10,000: the more articles, the more speak of nearly the same. */
  readonly wordedSize: number;
  /** Share of the question's term weight in the first quote and its neighbours. */
  readonly quote: number;
  /**
   * Share of the question's names, by idf, that the quote's article has (where it gives none, the same as `quote`), times
   * `quote`: that an article speaks of Japan says little where the quote has nothing else of the question.
   */
  readonly names: number;
  /** Share that it lacks: a wrong partner. */
  readonly absent: number;
  /** 1 where the question gives no name, else 0. */
  readonly nameless: number;
  /** How far the best passage's score is above that of the best of another article. */
  readonly lead: number;
  /** Probability of the first quote among all sentences looked at. */
  readonly share: number;
  /** Share of the kinds asked for that the article's sentences have nothing of; those that only the quote lacks count in part. */
  readonly missing: number;
  /** `worded`, `unheard`, `quote` and `names` once more where the passage is in the other language, else 0: glosses find less. */
  readonly glossed: number;
  readonly glossedUnheard: number;
  readonly glossedQuote: number;
  readonly glossedNames: number;
}

/** What tells whether a fact out of an article with headings is right. */
export interface FactFeatures {
  /** Probability of its quote among all sentences looked at. */
  readonly share: number;
  readonly focus: number;
  readonly context: number;
  /** 1 where it stands in the best passage. */
  readonly first: number;
  /** Logarithm of the score of its candidate, in [-6, 4]. */
  readonly candidate: number;
}
