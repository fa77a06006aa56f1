/** Passages that fit a question best by its words and by its meaning, with exact scores of both. */
import type { Candidates, IndexQuery } from '../../search-index.ts';
import { factsOf } from '../payload.ts';
import type { Hits } from './requests.ts';
import { passagesWithin, scoringBy, type View } from './view.ts';

interface Numbered {
  readonly number: number;
}

/** Scores by the number of the passage. */
type Scores = Record<number, number>;

export async function candidatesIn(
  view: View,
  { terms, vector, k, limits = {} }: IndexQuery,
): Promise<Candidates> {
  if (view.manifest.passages === 0 || k === 0)
    return { passages: [], keywords: {}, facts: factsOf(new Map()) };
  const filter = passagesWithin(view, limits);
  const should = await scoringBy(view, terms);
  const knn = { dense: { vector: Array.from(vector), k, filter: { bool: { filter } } } };
  const byMeaning = { ...numbers(k), query: { knn } };
  const byWords = { ...numbers(k), query: { bool: { should, minimum_should_match: 1, filter } } };
  const [near, said] = await view.search<Numbered>(should.length > 0 ? [byMeaning, byWords] : [byMeaning]);
  const keywords = scoresOf(said);
  const ofWords = Object.keys(keywords)
    .map(Number)
    .sort((a, b) => keywords[b]! - keywords[a]! || a - b);
  const others = near!.hits.hits.map(({ _source }) => _source.number).filter((one) => !(one in keywords));
  const passages = [...ofWords, ...others];
  const [payloads, scored] = await Promise.all([
    view.lookups.payloads(passages),
    scoreByWords(view, others, should, filter),
  ]);
  return { passages, keywords: { ...keywords, ...scored }, facts: factsOf(payloads) };
}

/** What the words of a question say of passages that were found by its meaning; 0 where they have none of them. */
async function scoreByWords(
  { search }: View,
  passages: readonly number[],
  should: readonly object[],
  filter: readonly object[],
): Promise<Scores> {
  const none = Object.fromEntries(passages.map((passage) => [passage, 0]));
  if (should.length === 0 || passages.length === 0) return none;
  const among = { bool: { filter: [{ terms: { number: passages } }, ...filter] } };
  const [scored] = await search<Numbered>([
    { ...numbers(passages.length), query: { bool: { should, must: [among] } } },
  ]);
  return { ...none, ...scoresOf(scored) };
}

/** Of the hits their numbers alone are brought. */
const numbers = (size: number) => ({ size, _source: ['number'] });

const scoresOf = (found: Hits<Numbered> | undefined): Scores =>
  Object.fromEntries((found?.hits.hits ?? []).map(({ _source, _score }) => [_source.number, _score]));
