/** What is asked of words: which are heard, how they begin, where they stand. */
import type { ListedArticle } from '../../../passages/read.ts';
import type { WaysToSay } from '../../../types.ts';
import { articlesHaving } from '../../articles-having.ts';
import type { Limits } from '../../search-index.ts';
import { sumWithin } from '../groups.ts';
import { listedIn, readIn } from './articles.ts';
import { hasTerm } from './lookups.ts';
import { totalOf } from './requests.ts';
import { filterOfLimits, type StoredTerm } from './stored.ts';
import { passagesWithin, scoringBy, termsIn, type View } from './view.ts';

/** More articles are told of by none of the lists. */
const MAX_ARTICLES = 10_000;

/** Those of the terms that an article within the limits has. */
export async function heardIn(view: View, terms: readonly string[], limits: Limits): Promise<Set<string>> {
  const there = await termsIn(view, terms);
  if (filterOfLimits(limits).length === 0) return new Set(there);
  const found = await view.search(
    there.map((term) => ({
      ...{ size: 0, terminate_after: 1, track_total_hits: true },
      query: { bool: { filter: [...passagesWithin(view, limits), hasTerm(term)] } },
    })),
  );
  return new Set(there.filter((_, i) => totalOf(found[i]!) > 0));
}

/** Terms that begin with these letters, in the order of their bytes. */
export async function termsFromIn({ each, lookups, seen }: View, prefix: string): Promise<string[]> {
  const found: string[] = [];
  const filter = [{ prefix: { term: prefix } }];
  for await (const { term, data } of each<StoredTerm>('term', 'term', ['term', 'data.counts'], filter)) {
    lookups.keepCounts(term, data.counts);
    if (sumWithin(data.counts, seen) > 0) found.push(term);
  }
  return found;
}

/** Those of these passages that have one of the terms at least. */
export async function havingIn(
  { search }: View,
  terms: readonly string[],
  passages: readonly number[],
): Promise<Set<number>> {
  const should = terms.map((term) => hasTerm(term));
  const filter = [{ terms: { number: passages } }, { term: { kind: 'passage' } }];
  const query = { bool: { should, minimum_should_match: 1, filter } };
  const [found] = await search<{ number: number }>([{ size: passages.length, _source: ['number'], query }]);
  return new Set(found!.hits.hits.map(({ _source }) => _source.number));
}

/** The first passage that has a term, with the title of its article; null where none has. */
export async function textWithIn(view: View, term: string): Promise<string | null> {
  const query = { bool: { filter: [...passagesWithin(view, {}), hasTerm(term)] } };
  const body = { size: 1, query, sort: [{ number: 'asc' }], _source: ['number', 'article'] };
  const [found] = await view.search<{ number: number; article: number }>([body]);
  const first = found!.hits.hits[0]?._source;
  if (first === undefined) return null;
  const articles = await readIn(view, [first.article], [], []);
  return `${articles.passage(first.number).text} ${articles.article(first.article).title}`;
}

/** The articles that have enough of the words, best first by their best passage. */
export async function articlesHavingIn(view: View, words: readonly WaysToSay[]): Promise<ListedArticle[]> {
  const terms = await termsIn(view, words.flat(2));
  if (terms.length === 0) return [];
  const [articles, scores] = await Promise.all([articlesByTerm(view, terms), bestScores(view, terms)]);
  return listedIn(
    view,
    articlesHaving(words, (term) => articles.get(term) ?? [], scores),
  );
}

async function articlesByTerm(view: View, terms: readonly string[]): Promise<Map<string, number[]>> {
  const aggs = { articles: { terms: { field: 'article', size: MAX_ARTICLES } } };
  const filter = passagesWithin(view, {});
  const found = await view.search(
    terms.map((term) => ({ size: 0, query: { bool: { filter: [...filter, hasTerm(term)] } }, aggs })),
  );
  return new Map(
    terms.map((term, i) => [term, found[i]!.aggregations!.articles.buckets.map(({ key }) => key)]),
  );
}

/** Of each article that has any of the terms the score of its best passage. */
async function bestScores(view: View, terms: readonly string[]): Promise<Map<number, number>> {
  const should = await scoringBy(view, new Map(terms.map((term) => [term, 1])));
  const query = { bool: { should, minimum_should_match: 1, filter: passagesWithin(view, {}) } };
  const [best] = await view.search<{ article: number }>([
    { size: MAX_ARTICLES, _source: ['article'], query, collapse: { field: 'article' } },
  ]);
  return new Map(best!.hits.hits.map(({ _source, _score }) => [_source.article, _score]));
}
