/** Articles by their numbers: read whole, listed, counted, found by their ids. */
import type { ListedArticle } from '../../../passages/read.ts';
import type { ReadArticles } from '../../search-index.ts';
import { articleId } from '../mapping.ts';
import { unitSimilaritiesOf } from '../payload.ts';
import { getDocuments } from './lookups.ts';
import { openArticle, type StoredArticle, type StoredListing } from './stored.ts';
import { frequenciesIn, type View } from './view.ts';

/** Reads articles, and what {@link ReadArticles} knows of these passages and terms. Throws SearchError. */
export async function readIn(
  view: View,
  wanted: Iterable<number>,
  passages: Iterable<number>,
  terms: Iterable<string>,
): Promise<ReadArticles> {
  const articles = await openArticles(view, [...new Set(wanted)]);
  const texts = [...passages];
  const firsts = [...articles.values()].map(({ start }) => start);
  const payloads = await view.lookups.payloads(texts.length === 0 ? [] : [...texts, ...firsts]);
  const ownerOf = new Map(
    [...articles].flatMap(([number, { start, end }]) =>
      Array.from({ length: end - start }, (_, i): [number, number] => [start + i, number]),
    ),
  );
  const passage = (number: number) => articles.get(ownerOf.get(number)!)!.passage(number);
  const known = await frequenciesIn(view, [
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

async function openArticles({ client, index, manifest }: View, numbers: readonly number[]) {
  const fields = ['data.article', 'data.cuts', 'data.start'];
  const found = await getDocuments<StoredArticle>(client, index, numbers.map(articleId), fields);
  return new Map(
    found.map((one, i) => {
      if (one === undefined) throw client.refusal(404, `no article ${numbers[i]}`);
      return [numbers[i]!, openArticle(one, manifest.typicalDate)];
    }),
  );
}

/** All articles, by their numbers. */
export async function listIn({ each, scoped }: View): Promise<ListedArticle[]> {
  const all: ListedArticle[] = [];
  for await (const { data } of each<StoredListing>('article', 'number', ['data.listed'], scoped))
    all.push(data.listed);
  return all;
}

/** These articles, as they are listed. */
export async function listedIn(
  { client, index }: View,
  numbers: readonly number[],
): Promise<ListedArticle[]> {
  const found = await getDocuments<StoredListing>(client, index, numbers.map(articleId), ['data.listed']);
  return found.map((one) => one!.data.listed);
}

/** How many passages each of these articles was cut into. */
export async function sizesIn({ client, index }: View, numbers: readonly number[]): Promise<number[]> {
  const ids = numbers.map(articleId);
  const found = await getDocuments<{ passages: number }>(client, index, ids, ['passages']);
  return found.map((one) => one?.passages ?? 0);
}

/** Number of the article of this id, null where there is none. */
export async function findIn({ search, scoped }: View, id: string): Promise<number | null> {
  const query = { bool: { filter: [{ term: { kind: 'article' } }, { term: { id } }, ...scoped] } };
  const [found] = await search<{ number: number }>([{ size: 1, query, _source: ['number'] }]);
  return found!.hits.hits[0]?._source.number ?? null;
}
