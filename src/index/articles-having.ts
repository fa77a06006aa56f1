/** Articles that have words, wherever in them each stands. */
import type { Terms } from '../types.ts';
import type { IndexParts } from './open.ts';

/** Of three words and more one may be missing: a subject in a person's own words is rarely the author's. */
const ENOUGH = 2 / 3;

/**
 * Numbers of the articles that have enough of the words, best first by their best passage.
 * @param words of each word the ways to say it, each with terms of which an article has to have all
 */
export function articlesHaving(
  index: IndexParts,
  words: readonly (readonly (readonly string[])[])[],
): number[] {
  const found = new Map<number, number>();
  for (const ways of words) {
    const articles = new Set(ways.flatMap((way) => articlesWithAll(index, way)));
    for (const article of articles) found.set(article, (found.get(article) ?? 0) + 1);
  }
  const needed = words.length < 3 ? words.length : Math.ceil(ENOUGH * words.length);
  const scores = bestScores(index, new Map(words.flat(2).map((term) => [term, 1])));
  return [...found]
    .filter(([, count]) => count >= needed)
    .sort(
      ([a, countA], [b, countB]) => countB - countA || (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b,
    )
    .map(([article]) => article);
}

function articlesWithAll({ keywords, articleOf }: IndexParts, terms: readonly string[]): number[] {
  const [first, ...others] = terms.map((term) => new Set(keywords.passagesOf(term).map(articleOf)));
  return [...(first ?? [])].filter((article) => others.every((articles) => articles.has(article)));
}

/** Of each article that has any of the terms the score of its best passage. */
function bestScores(index: IndexParts, terms: Terms): Map<number, number> {
  const best = new Map<number, number>();
  for (const [passage, score] of index.keywords.scores(terms).entries()) {
    if (score <= 0) continue;
    const article = index.articleOf(passage);
    best.set(article, Math.max(score, best.get(article) ?? 0));
  }
  return best;
}
