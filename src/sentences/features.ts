/** What a sentence is ranked by; the weights are in `evidence/weights.json`. */

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
  /** The model on the sentence: 1 for the best looked at, 0 for an average passage. */
  readonly dense: number;
}
