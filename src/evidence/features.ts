/** What the linear models of the answers look at; their weights are in `weights.json`. */

/** What a sentence is judged by. All are in [0, 1]; terms count by their idf where nothing else is said. */
export interface SentenceFeatures {
  /** Share of the question's term weight that the sentence covers together with those before and after it. */
  readonly context: number;
  /** Share of the question's terms that it covers, each weighing by how near it stands to the question word, and by how few of the sentences looked at have it. */
  readonly focus: number;
  /** Score of its passage, over the best passage's. */
  readonly passage: number;
  /** Share of the kinds asked for of which it holds a candidate. */
  readonly tells: number;
  /** Score of its best candidate over the best of all sentences, averaged over the kinds. */
  readonly candidate: number;
}

/** What the answer is judged by, all in [0, 1]. */
export interface ConfidenceFeatures {
  /** Share of the question's term weight in the first quote and its neighbours. */
  readonly quote: number;
  /** Share of what the question turns on in the quote: `focus` of its best sentence. */
  readonly focus: number;
  /** Share of the question's names, by idf, that the quote's article has; where it gives none, the same as `quote`. */
  readonly names: number;
  /** Share that it lacks: a wrong partner. */
  readonly absent: number;
  /** 1 where the question gives no name, else 0: then its words alone have to tell whether the article is the one. */
  readonly nameless: number;
  /** Cosine of the question and the quote's passage, above that of an average passage of the other articles. */
  readonly dense: number;
  /** Probability of the first quote among all sentences looked at. */
  readonly share: number;
  /** How well the best candidate of each kind asked for fits, by the logarithm of its score; .5 where none is asked for. */
  readonly candidate: number;
  /** Share of the kinds asked for that the article's sentences have nothing of; those that only the quote lacks count in part. */
  readonly missing: number;
}

/** What tells whether passages answer. */
export interface PassageFeatures {
  /** How near the nearest passage and the nearest sentence stand to the question, in [0, 1]. */
  readonly passage: number;
  readonly sentence: number;
  /** 1 where the best passage is the first by keywords and by its vector, else 0. */
  readonly agreed: number;
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
