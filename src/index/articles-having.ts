/** Articles that have words, wherever in them each stands. */
import type { WaysToSay } from '../types.ts';

/** Of three words and more one may be missing: a subject in a person's own words is rarely the author's. */
const ENOUGH = 2 / 3;

/**
 * Numbers of the articles that have enough of the words, best first by their best passage.
 * @param words of each word the ways to say it, each with terms of which an article has to have all
 * @param articlesWith numbers of the articles that have a term
 * @param scores of the best passage of each article that has any of the terms
 */
export function articlesHaving(
  words: readonly WaysToSay[],
  articlesWith: (term: string) => Iterable<number>,
  scores: ReadonlyMap<number, number>,
): number[] {
  const found = new Map<number, number>();
  for (const ways of words) {
    const articles = new Set(ways.flatMap((way) => articlesWithAll(way.map(articlesWith))));
    for (const article of articles) found.set(article, (found.get(article) ?? 0) + 1);
  }
  const needed = words.length < 3 ? words.length : Math.ceil(ENOUGH * words.length);
  return [...found]
    .filter(([, count]) => count >= needed)
    .sort(
      ([a, countA], [b, countB]) => countB - countA || (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b,
    )
    .map(([article]) => article);
}

function articlesWithAll(articles: readonly Iterable<number>[]): number[] {
  const [first, ...others] = articles.map((some) => new Set(some));
  return [...(first ?? [])].filter((article) => others.every((some) => some.has(article)));
}
