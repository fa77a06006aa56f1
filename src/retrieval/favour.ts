/** What the score of a passage is multiplied by, by what the question says of time and of versions. */
import type { Candidates, SearchIndex } from '../index/search-index.ts';
import { dateOf } from './days.ts';
import type { Query } from './retrieve.ts';

/** A number with a point, as versions and prices have it. */
const EXACT_NUMBER = /^n:\d+\.\d/;
/** As an article of another time than asked about: who asks of 4.1 is seldom told by what has no 4.1. */
const WITHOUT_NUMBER = 0.8;

/** Where an article has such a number of the question, what does not have it counts less. */
export async function favourOf(
  index: SearchIndex,
  { terms, favours = () => 1 }: Pick<Query, 'terms' | 'favours'>,
  { passages, facts }: Pick<Candidates, 'passages' | 'facts'>,
): Promise<(passage: number) => number> {
  const numbers = [...terms.keys()].filter((term) => EXACT_NUMBER.test(term));
  const isTold =
    numbers.length > 0 && [...(await index.frequencies(numbers)).values()].some((count) => count > 0);
  const having = isTold ? await index.having(numbers, passages) : null;
  const isLacking = (passage: number): boolean => having !== null && !having.has(passage);
  return (passage) =>
    favours(dateOf(facts, facts.articleOf(passage))) * (isLacking(passage) ? WITHOUT_NUMBER : 1);
}
