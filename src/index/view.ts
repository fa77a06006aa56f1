/** Some articles of an index as if there were no others: of those left out no title, count, word or number shows. */
import type { ListedArticle } from '../passages/read.ts';
import { dayOfNumber } from './day-number.ts';
import { idfOf, type KeywordIndex } from './keyword-index.ts';
import type { IndexParts } from './open.ts';
import { typicalDate } from './typical-date.ts';
import { meanOf, type VectorHit } from './vector-index.ts';

/** Frequencies of terms remembered in one view: some ten are asked for a question. */
const MAX_REMEMBERED_TERMS = 10_000;

/** The articles that `admits` tells of, numbered anew in the same order; the index itself where that is all of them. */
export function viewOf(index: IndexParts, admits: (article: number) => boolean): IndexParts {
  const articles = Array.from({ length: index.manifest.articles }, (_, article) => article).filter(admits);
  if (articles.length === index.manifest.articles) return index;
  const numberOf = new Map(articles.map((article, number) => [article, number]));
  const passages = Uint32Array.from(
    articles.flatMap((one) => {
      const { start, end } = index.passagesOf(one);
      return Array.from({ length: end - start }, (_, i) => start + i);
    }),
  );
  const placeOf = placesIn(passages, index.manifest.passages);
  const toPlaces = (hits: readonly VectorHit[]): VectorHit[] =>
    hits.map(({ passage, similarity }) => ({ passage: placeOf[passage]!, similarity }));
  let listed: readonly ListedArticle[] | undefined;
  let passagesBefore = 0;
  const ends = articles.map((one) => {
    const { start, end } = index.passagesOf(one);
    passagesBefore += end - start;
    return passagesBefore;
  });
  const article = (number: number): number => articles[number]!;
  const passage = (number: number): number => passages[number]!;
  return {
    ...index,
    manifest: {
      ...index.manifest,
      articles: articles.length,
      passages: passages.length,
      typicalDate: typicalDate(articles.map((one) => dayOfNumber(index.dayOf(one)))),
    },
    keywords: keywordsOf(index.keywords, passages, placeOf),
    vectors: {
      count: passages.length,
      search: (vector, k) => toPlaces(index.vectors.searchAmong(vector, k, passages)),
      searchAmong: (vector, k, numbers) =>
        toPlaces(index.vectors.searchAmong(vector, k, numbers.map(passage))),
    },
    similarity: (vector, number) => index.similarity(vector, passage(number)),
    vector: (number) => index.vector(passage(number)),
    meanVector: meanOf(
      Array.from(passages, (one) => index.vector(one)),
      index.manifest.dimensions,
    ),
    article: (number) => index.article(article(number)),
    passage: (number) => index.passage(passage(number)),
    list() {
      listed ??= articles.map((one) => index.list()[one]!);
      return listed;
    },
    passagesOf: (number) => ({ start: ends[number - 1] ?? 0, end: ends[number]! }),
    dayOf: (number) => index.dayOf(article(number)),
    serverOf: (number) => index.serverOf(article(number)),
    isStructured: (number) => index.isStructured(article(number)),
    articleOf: (number) => numberOf.get(index.articleOf(passage(number)))!,
    unitSimilarities: (vector, number) => index.unitSimilarities(vector, passage(number)),
    nearDuplicates: (a, b) => index.nearDuplicates(article(a), article(b)),
  };
}

/** Place of each passage among some in ascending order; -1 for others. */
function placesIn(passages: Uint32Array, count: number): Int32Array {
  const places = new Int32Array(count).fill(-1);
  for (const [place, passage] of passages.entries()) places[passage] = place;
  return places;
}

function keywordsOf(keywords: KeywordIndex, passages: Uint32Array, placeOf: Int32Array): KeywordIndex {
  const count = passages.length;
  const frequencies = new Map<string, number>();
  const passagesOf = (term: string): number[] =>
    keywords
      .passagesOf(term)
      .map((passage) => placeOf[passage]!)
      .filter((place) => place >= 0);
  const frequency = (term: string): number => {
    let known = frequencies.get(term);
    if (known === undefined) {
      known = passagesOf(term).length;
      if (frequencies.size >= MAX_REMEMBERED_TERMS) frequencies.clear();
      frequencies.set(term, known);
    }
    return known;
  };
  const idf = (term: string): number => idfOf(count, frequency(term));
  return {
    count,
    frequency,
    passagesOf,
    idf,
    termsFrom: (prefix) => keywords.termsFrom(prefix).filter((term) => frequency(term) > 0),
    // A term counts by how rare it is among these passages, not among all.
    scores: (terms) => {
      const scores = keywords.scores(
        new Map([...terms].map(([term, weight]) => [term, (weight * idf(term)) / keywords.idf(term)])),
      );
      const own = new Float32Array(count);
      for (let i = 0; i < count; i++) own[i] = scores[passages[i]!]!;
      return own;
    },
  };
}
