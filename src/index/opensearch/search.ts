/** The questions of an index answered by OpenSearch. */
import type { ListedArticle } from '../../passages/read.ts';
import type { Scope } from '../../scope.ts';
import type { Terms, WaysToSay } from '../../types.ts';
import { articlesHaving } from '../articles-having.ts';
import { idfOf } from '../keyword-index.ts';
import type { Manifest } from '../manifest.ts';
import type { Candidates, IndexQuery, Limits, ReadArticles, SearchIndex } from '../search-index.ts';
import type { SearchClient } from './client.ts';
import { type Counted, countWithin, type Group, sumWithin } from './groups.ts';
import { getDocuments, hasTerm, type Lookups } from './lookups.ts';
import { articleId } from './mapping.ts';
import { factsOf, unitSimilaritiesOf } from './payload.ts';
import { requestsTo, totalOf } from './requests.ts';
import {
  filterOf,
  filterOfLimits,
  openArticle,
  type StoredArticle,
  type StoredListing,
  type StoredTerm,
} from './stored.ts';
import { questionWeights } from './weights.ts';

/** Scopes of one index that are kept as they were counted. */
const MAX_VIEWS = 1_000;
/** More articles are told of by none of the lists. */
const MAX_ARTICLES = 10_000;

/** An index of the engine, as it was opened. */
export interface Served {
  readonly client: SearchClient;
  /** Its name there. */
  readonly index: string;
  readonly build: string;
  readonly manifest: Manifest;
  readonly groups: readonly Group[];
  readonly lookups: Lookups;
}

/** The articles of a scope, or all. */
export function searchServed(served: Served, scope: Scope | null = null): SearchIndex {
  const { client, index, build, groups, lookups } = served;
  const { dimensions } = served.manifest;
  const seen = countWithin(groups, scope, dimensions);
  const manifest = { ...served.manifest, ...countsOf(seen) };
  const isAll = seen.groups.size === groups.length;
  const scoped = isAll || scope === null ? [] : filterOf(scope);
  const views = new Map<string, SearchIndex>();
  let listed: Promise<readonly ListedArticle[]> | undefined;

  const { search, each } = requestsTo(client, index);

  const frequencies = async (terms: Iterable<string>): Promise<Map<string, number>> => {
    const counts = await lookups.counts(terms);
    return new Map([...counts].map(([term, groupCounts]) => [term, sumWithin(groupCounts, seen)]));
  };
  const weigh = async (terms: Terms): Promise<[string, number][]> => {
    const known = await frequencies(terms.keys());
    const heard = new Map([...terms].filter(([term]) => known.get(term)! > 0));
    return questionWeights(heard, (term) => idfOf(manifest.passages, known.get(term)!));
  };
  const passagesWithin = (limits: Limits): object[] => [
    { term: { kind: 'passage' } },
    ...scoped,
    ...filterOfLimits(limits),
  ];

  async function candidates({ terms, vector, k, limits = {} }: IndexQuery): Promise<Candidates> {
    if (manifest.passages === 0 || k === 0) return { passages: [], keywords: {}, facts: factsOf(new Map()) };
    const filter = passagesWithin(limits);
    const should = (await weigh(terms)).map(([term, weight]) => hasTerm(term, weight));
    const byWords = {
      size: k,
      _source: ['number'],
      query: { bool: { should, minimum_should_match: 1, filter } },
    };
    const knn = { dense: { vector: Array.from(vector), k, filter: { bool: { filter } } } };
    const byMeaning = { size: k, _source: ['number'], query: { knn } };
    const hasWords = should.length > 0;
    const [near, said] = await search<{ number: number }>(hasWords ? [byMeaning, byWords] : [byMeaning]);
    const keywords: Record<number, number> = {};
    for (const { _source, _score } of said?.hits.hits ?? []) keywords[_source.number] = _score;
    const ofWords = Object.keys(keywords)
      .map(Number)
      .sort((a, b) => keywords[b]! - keywords[a]! || a - b);
    const others = near!.hits.hits.map(({ _source }) => _source.number).filter((one) => !(one in keywords));
    const passages = [...ofWords, ...others];
    const among = { bool: { filter: [{ terms: { number: others } }, ...filter] } };
    const scoring = { size: others.length, _source: ['number'], query: { bool: { should, must: [among] } } };
    const [payloads, scored] = await Promise.all([
      lookups.payloads(passages),
      hasWords && others.length > 0 ? search<{ number: number }>([scoring]) : [],
    ]);
    for (const one of others) keywords[one] = 0;
    for (const { _source, _score } of scored[0]?.hits.hits ?? []) keywords[_source.number] = _score;
    return { passages, keywords, facts: factsOf(payloads) };
  }

  async function read(
    wanted: Iterable<number>,
    passages: Iterable<number>,
    terms: Iterable<string>,
  ): Promise<ReadArticles> {
    const numbers = [...new Set(wanted)];
    const fields = ['data.article', 'data.cuts', 'data.start'];
    const found = await getDocuments<StoredArticle>(client, index, numbers.map(articleId), fields);
    const articles = new Map(
      found.map((one, i) => {
        if (one === undefined) throw client.refusal(404, `no article ${numbers[i]}`);
        return [numbers[i]!, openArticle(one, manifest.typicalDate)];
      }),
    );
    const texts = [...passages];
    const firsts = [...articles.values()].map(({ start }) => start);
    const payloads = await lookups.payloads(texts.length === 0 ? [] : [...texts, ...firsts]);
    const ownerOf = new Map(
      [...articles].flatMap(([number, { start, end }]) =>
        Array.from({ length: end - start }, (_, i): [number, number] => [start + i, number]),
      ),
    );
    const passage = (number: number) => articles.get(ownerOf.get(number)!)!.passage(number);
    const known = await frequencies([
      ...terms,
      ...texts.flatMap((number) => [...passage(number).terms.keys(), ...passage(number).headingTerms.keys()]),
    ]);
    return {
      article: (number) => articles.get(number)!.article,
      passage,
      passagesOf(number) {
        const { start, end } = articles.get(number)!;
        return { start, end };
      },
      articleOf: (number) => ownerOf.get(number)!,
      unitSimilarities: (vector, number) => unitSimilaritiesOf(vector, payloads.get(number)!),
      // Of the words of a piece cut out of a passage some are in no passage so: they are as rare as can be.
      frequency: (term) => known.get(term) ?? 0,
    };
  }

  async function heard(terms: readonly string[], limits: Limits): Promise<Set<string>> {
    const known = await frequencies(terms);
    const there = terms.filter((term) => known.get(term)! > 0);
    const filter = filterOfLimits(limits);
    if (filter.length === 0) return new Set(there);
    const found = await search(
      there.map((term) => ({
        ...{ size: 0, terminate_after: 1, track_total_hits: true },
        query: { bool: { filter: [...passagesWithin(limits), hasTerm(term)] } },
      })),
    );
    return new Set(there.filter((_, i) => totalOf(found[i]!) > 0));
  }

  async function allHaving(words: readonly WaysToSay[]): Promise<readonly ListedArticle[]> {
    const known = await frequencies(words.flat(2));
    const terms = [...known.keys()].filter((term) => known.get(term)! > 0);
    if (terms.length === 0) return [];
    const filter = passagesWithin({});
    const aggs = { articles: { terms: { field: 'article', size: MAX_ARTICLES } } };
    const found = await search(
      terms.map((term) => ({ size: 0, query: { bool: { filter: [...filter, hasTerm(term)] } }, aggs })),
    );
    const articles = new Map(
      terms.map((term, i) => [term, found[i]!.aggregations!.articles.buckets.map(({ key }) => key)]),
    );
    const weighed = await weigh(new Map(terms.map((term) => [term, 1])));
    const should = weighed.map(([term, weight]) => hasTerm(term, weight));
    const query = { bool: { should, minimum_should_match: 1, filter } };
    const collapse = { field: 'article' };
    const [best] = await search<{ article: number }>([
      { size: MAX_ARTICLES, _source: ['article'], query, collapse },
    ]);
    const scores = new Map(best!.hits.hits.map(({ _source, _score }) => [_source.article, _score]));
    const numbers = articlesHaving(words, (term) => articles.get(term) ?? [], scores);
    const sources = await getDocuments<StoredListing>(client, index, numbers.map(articleId), ['data.listed']);
    return sources.map((one) => one!.data.listed);
  }

  const list = async (): Promise<readonly ListedArticle[]> => {
    const all: ListedArticle[] = [];
    for await (const { data } of each<StoredListing>('article', 'number', ['data.listed'], scoped))
      all.push(data.listed);
    return all;
  };

  return {
    ...{ build, manifest, meanVector: seen.meanVector, candidates, read, frequencies, heard },
    async within(asked) {
      const name = JSON.stringify(asked);
      const view = views.get(name) ?? searchServed(served, asked);
      if (views.size < MAX_VIEWS) views.set(name, view);
      return view;
    },
    async termsFrom(prefix) {
      const found: string[] = [];
      const filter = [{ prefix: { term: prefix } }];
      for await (const { term, data } of each<StoredTerm>('term', 'term', ['term', 'data.counts'], filter)) {
        lookups.keepCounts(term, data.counts);
        if (sumWithin(data.counts, seen) > 0) found.push(term);
      }
      return found;
    },
    async having(terms, passages) {
      const should = terms.map((term) => hasTerm(term));
      const filter = [{ terms: { number: passages } }, { term: { kind: 'passage' } }];
      const query = { bool: { should, minimum_should_match: 1, filter } };
      const [found] = await search<{ number: number }>([
        { size: passages.length, _source: ['number'], query },
      ]);
      return new Set(found!.hits.hits.map(({ _source }) => _source.number));
    },
    async textWith(term) {
      const query = { bool: { filter: [...passagesWithin({}), hasTerm(term)] } };
      const body = { size: 1, query, sort: [{ number: 'asc' }], _source: ['number', 'article'] };
      const [found] = await search<{ number: number; article: number }>([body]);
      const first = found!.hits.hits[0]?._source;
      if (first === undefined) return null;
      const articles = await read([first.article], [], []);
      return `${articles.passage(first.number).text} ${articles.article(first.article).title}`;
    },
    articlesHaving: allHaving,
    async sources(start, end) {
      listed ??= list().catch((error) => {
        listed = undefined;
        throw error;
      });
      return (await listed).slice(start, end);
    },
    async sizes(articles) {
      const found = await getDocuments<{ passages: number }>(client, index, articles.map(articleId), [
        'passages',
      ]);
      return found.map((one) => one?.passages ?? 0);
    },
    async find(id) {
      const query = { bool: { filter: [{ term: { kind: 'article' } }, { term: { id } }, ...scoped] } };
      const [found] = await search<{ number: number }>([{ size: 1, query, _source: ['number'] }]);
      return found!.hits.hits[0]?._source.number ?? null;
    },
    close: client.close,
  };
}

const countsOf = ({ articles, passages, typicalDate }: Counted) => ({ articles, passages, typicalDate });
