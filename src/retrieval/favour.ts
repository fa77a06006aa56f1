/** What the score of a passage is multiplied by, by what the question says of time and of versions. */
import type { OpenIndex } from '../index/open.ts';
import type { Query } from './retrieve.ts';

/** A number with a point, as versions and prices have it. */
const EXACT_NUMBER = /^n:\d+\.\d/;
/** As an article of another time than asked about: who asks of 4.1 is seldom told by what has no 4.1. */
const WITHOUT_NUMBER = 0.8;

/** Where an article has such a number of the question, what does not have it counts less. */
export function favourOf(
  { keywords, articleOf }: Pick<OpenIndex, 'keywords' | 'articleOf'>,
  { terms, favours = () => 1 }: Pick<Query, 'terms' | 'favours'>,
): (passage: number) => number {
  const numbers = [...terms.keys()].filter((term) => EXACT_NUMBER.test(term));
  const having = new Set(numbers.flatMap((number) => keywords.passagesOf(number)));
  const isLacking = (passage: number): boolean => having.size > 0 && !having.has(passage);
  return (passage) => favours(articleOf(passage)) * (isLacking(passage) ? WITHOUT_NUMBER : 1);
}
