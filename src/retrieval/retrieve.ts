/** Finds the passages and articles that a question is about. */
import { daysOf } from '../index/day-number.ts';
import type { Candidates, Limits, PassageFacts, SearchIndex } from '../index/search-index.ts';
import type { ContentWord, Language, Period, Terms } from '../types.ts';
import { areOfDifferentTimes, dateOf } from './days.ts';
import { favourOf } from './favour.ts';
import { aboveAverage, type Fusion, fuse, type Scale } from './fuse.ts';
import { type ScoredPassage, scorePassages } from './score.ts';
import { shareUnheard } from './unheard.ts';

/** Candidates taken from each leg; each is then scored exactly in both. */
const CANDIDATES = 100;
/** More passages of one article than this would crowd out the others. */
const MAX_PASSAGES_OF_ARTICLE = 5;

export type Leg = 'hybrid' | 'keyword' | 'dense';

export interface Query {
  readonly language: Language;
  readonly terms: Terms;
  readonly vector: Float32Array;
  /** What the question speaks of. */
  readonly words?: readonly ContentWord[];
  /** Only articles within these are looked at, as if the corpus had no others. */
  readonly limits?: Limits;
  /** What the score of passages of articles of a day is multiplied by; 1 where it is not given. */
  readonly favours?: (date: string | null) => number;
  /** The time that the question is about. */
  readonly period?: Period | null;
}

export interface PassageHit {
  /** Number of the passage in the index. */
  readonly passage: number;
  readonly article: number;
  readonly score: number;
  /** Place in this list, from 1. */
  readonly rank: number;
  /** Place among the candidates by that leg alone, from 1; null where the leg scores it 0 or less. */
  readonly keywordRank: number | null;
  readonly denseRank: number | null;
}

/** An article and its reprints, which share its rank. */
export interface ArticleHit {
  readonly article: number;
  readonly alsoIn: readonly number[];
  /** The better article that this is a version of another time of. */
  readonly versionOf?: number;
  readonly rank: number;
  readonly score: number;
}

export interface Retrieved {
  /** Best first; reprints are left out, and articles do not crowd each other out. */
  readonly passages: readonly PassageHit[];
  /** Best first, near-duplicates folded under the best of them. */
  readonly articles: readonly ArticleHit[];
  readonly nearest: Nearest;
}

/** How near the articles stand to the question. */
interface Nearest {
  /** The nearest passage and the nearest sentence of all, as `aboveAverage` tells. */
  readonly passage: number;
  readonly sentence: number;
  /** Square root of the share of the question's words that no article says: the first one says the most. */
  readonly unheard: number;
}

/** Searches both legs; `leg` ranks by one of them alone, for evaluation. */
export async function retrieve(
  index: SearchIndex,
  fusion: Fusion,
  query: Query,
  k: number,
  leg: Leg = 'hybrid',
): Promise<Retrieved> {
  const { hits, nearest, facts } = await rankPassages(index, fusion, query, leg);
  const articles = foldArticles(facts, hits, k, query.period ?? null);
  const shown = new Set(articles.map(({ article }) => article));
  const taken = new Map<number, number>();
  const passages = hits.filter(({ article }) => {
    const count = (taken.get(article) ?? 0) + 1;
    taken.set(article, count);
    return shown.has(article) && count <= MAX_PASSAGES_OF_ARTICLE;
  });
  return {
    passages: passages.slice(0, k).map((hit, i) => ({ ...hit, rank: i + 1 })),
    articles: articles.slice(0, k),
    nearest,
  };
}

/** The candidates of both legs, each scored exactly in both; without an order. */
export async function findCandidates(
  index: SearchIndex,
  { terms, vector, limits = {} }: Query,
): Promise<Candidates & { scored: ScoredPassage[]; scale: Scale }> {
  const found = await index.candidates({ terms, vector, k: CANDIDATES, limits });
  const { passages, keywords, facts } = found;
  const { passages: scored, scale } = scorePassages(facts, vector, index.meanVector, passages, keywords);
  return { ...found, scored, scale };
}

async function rankPassages(
  index: SearchIndex,
  fusion: Fusion,
  query: Query,
  leg: Leg,
): Promise<{ hits: PassageHit[]; nearest: Nearest; facts: PassageFacts }> {
  const found = await findCandidates(index, query);
  const { scored, scale, facts } = found;
  const favour = await favourOf(index, query, found);
  const candidates = scored.map(({ passage, keyword, dense, features, isStructured }) => {
    const fitted = fusion[isStructured ? 'structured' : 'plain'];
    const score = leg === 'hybrid' ? fuse(features, fitted) : { keyword, dense }[leg];
    return { passage, keyword, dense, score: score * favour(passage) };
  });
  const keywordRanks = ranksBy(candidates, ({ keyword }) => keyword);
  const denseRanks = ranksBy(candidates, ({ dense }) => dense);
  const hits = candidates
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .map(({ passage, score }, i) => ({
      passage,
      article: facts.articleOf(passage),
      score,
      rank: i + 1,
      keywordRank: keywordRanks.get(passage) ?? null,
      denseRank: denseRanks.get(passage) ?? null,
    }));
  const above = (cosine: number): number =>
    aboveAverage(cosine, scale.meanDense, index.manifest.passages, fusion);
  const nearest = {
    passage: above(scale.bestDense),
    sentence: above(scale.bestSentence),
    unheard: Math.sqrt(await shareUnheard(index, query)),
  };
  return { hits, nearest, facts };
}

/** Place of each item by a score, from 1; those scored 0 or less have none. */
export function ranksBy<T extends { passage: number }>(
  items: readonly T[],
  score: (item: T) => number,
): Map<number, number> {
  const sorted = items
    .filter((item) => score(item) > 0)
    .sort((a, b) => score(b) - score(a) || a.passage - b.passage);
  return new Map(sorted.map(({ passage }, i) => [passage, i + 1]));
}

/**
 * Articles by their best hit. A reprint is folded under the better of the two; of several versions of a text there remain
 * the best, the newest of the others and those of the time asked about: what only the older says is not lost. No more are looked at
 * than are told of: comparing all two by two would take longer than all of the search.
 */
function foldArticles(
  facts: PassageFacts,
  hits: readonly PassageHit[],
  k: number,
  period: Period | null,
): ArticleHit[] {
  const dayOf = (article: number | undefined): number => (article === undefined ? 0 : facts.dayOf(article));
  const isAskedDay = period === null ? () => false : daysOf(period);
  const folded: { article: number; alsoIn: number[]; score: number; versionOf?: number }[] = [];
  const seen = new Set<number>();
  for (const { article, score } of hits) {
    if (seen.has(article)) continue;
    if (folded.filter(({ versionOf }) => versionOf === undefined).length >= k) break;
    seen.add(article);
    const alike = folded.filter((other) => facts.nearDuplicates(other.article, article));
    const original = alike.find(
      (other) => !areOfDifferentTimes(dateOf(facts, other.article), dateOf(facts, article)),
    );
    if (original) original.alsoIn.push(article);
    else folded.push({ article, alsoIn: [], score, ...(alike[0] && { versionOf: alike[0].article }) });
  }
  const newest = new Map<number, number>();
  for (const { article, versionOf } of folded)
    if (versionOf !== undefined && dayOf(article) > dayOf(newest.get(versionOf)))
      newest.set(versionOf, article);
  return folded
    .filter(
      ({ article, versionOf }) =>
        versionOf === undefined || newest.get(versionOf) === article || isAskedDay(dayOf(article)),
    )
    .map((hit, i) => ({ ...hit, rank: i + 1 }));
}
