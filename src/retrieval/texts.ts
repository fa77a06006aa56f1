/** The texts that a question is answered from: what was found, read, and all that is asked of the rest of the corpus. */
import { idfOf } from '../index/keyword-index.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { dot } from '../index/vector-index.ts';
import type { ReadArticle, ReadPassage } from '../passages/read.ts';
import type { Span } from '../types.ts';
import type { Retrieved } from './retrieve.ts';

/**
 * Of one question. It has the articles found and their reprints, each whole, and nothing of others: an index that cannot
 * wait for each look can be asked for all of it before the first.
 */
export interface Texts {
  /** A day that stands for the corpus, where it is of one time; else null. */
  readonly typicalDate: string | null;
  /** Number of the passages of all articles. */
  readonly passageCount: number;
  /** Cosine of the question and an average passage. */
  readonly meanSimilarity: number;
  /** Throws where it was not found. */
  article(number: number): ReadArticle;
  /** Numbers of the passages of an article that was found: from `start` on, before `end`. */
  passagesOf(article: number): Span;
  /** A passage of an article that was found, or else throws. */
  passage(number: number): ReadPassage;
  /** Cosine of the question and each unit of a passage that was found, or that begins an article found, in their order. */
  similarities(passage: number): readonly number[];
  /** Number of passages of the whole corpus that have a term. Asked of terms of the question and of these texts. */
  frequency(term: string): number;
  /** idf of such a term, 0 or more. */
  idf(term: string): number;
}

/** Reads what was found. `vector` is the question's, `terms` are those that frequencies are asked of beside those found. */
export async function readTexts(
  index: SearchIndex,
  vector: Float32Array,
  { passages: hits, articles: ranked }: Pick<Retrieved, 'passages' | 'articles'>,
  terms: Iterable<string>,
): Promise<Texts> {
  const { manifest } = index;
  const articles = new Map<number, ReadArticle>();
  const passages = new Map<number, ReadPassage>();
  const similarities = new Map<number, readonly number[]>();
  const isFound = new Set([
    ...hits.map(({ article }) => article),
    ...ranked.flatMap(({ article, alsoIn }) => [article, ...alsoIn]),
  ]);
  const found = hits.map(({ passage }) => passage);
  const read = await index.read(isFound, found, terms);
  const isNear = new Set(hits.flatMap(({ article, passage }) => [passage, read.passagesOf(article).start]));
  const article = (number: number): ReadArticle =>
    remember(articles, number, () => read.article(only(number, isFound.has(number))));
  return {
    typicalDate: manifest.typicalDate,
    passageCount: manifest.passages,
    meanSimilarity: dot(vector, index.meanVector),
    article,
    passagesOf: (number) => read.passagesOf(only(number, isFound.has(number))),
    passage: (number) =>
      remember(passages, number, () => read.passage(only(number, isFound.has(read.articleOf(number))))),
    similarities: (passage) =>
      remember(similarities, passage, () =>
        read.unitSimilarities(vector, only(passage, isNear.has(passage))),
      ),
    frequency: (term) => read.frequency(term),
    idf: (term) => idfOf(manifest.passages, read.frequency(term)),
  };
}

function only(number: number, isIn: boolean): number {
  if (!isIn) throw new RangeError(`Expected the number of what was found, got ${number}`);
  return number;
}

/** What lies outside the index may be kept there no longer. */
function remember<T extends object>(known: Map<number, T>, number: number, read: () => T): T {
  let found = known.get(number);
  if (found === undefined) {
    found = read();
    known.set(number, found);
  }
  return found;
}
