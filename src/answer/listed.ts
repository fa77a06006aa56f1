/** Finds the articles of the index that a question about the collection means, and tells of them. */
import { type OpenIndex, sourceOf } from '../index/open.ts';
import { isWithin } from '../question/period.ts';
import type { Wish } from '../question/talk/wish.ts';
import { articlesHaving } from '../retrieval/articles-having.ts';
import type { Language, Period, Source } from '../types.ts';
import { type Listed, tellCollection } from './collection.ts';

/** @param within days to which whoever asks has limited all questions */
export function listArticles(
  index: OpenIndex,
  wish: Wish,
  language: Language,
  within: Period | undefined,
): Listed {
  const all = sourcesOf(index);
  const numbers = wish.about === null ? [...all.keys()] : articlesHaving(index, wish.words);
  const fits = ({ date }: Source): boolean =>
    [wish.period, within].every((period) => !period || isWithin(date, period));
  const fitting = numbers.map((number) => all[number]!).filter(fits);
  return tellCollection({ ...wish, period: wish.period ?? within ?? null }, fitting, all.length, language);
}

/** Parses every article, a second for tens of thousands, so only when first asked for, and once. */
const remembered = new WeakMap<OpenIndex, readonly Source[]>();

function sourcesOf(index: OpenIndex): readonly Source[] {
  let sources = remembered.get(index);
  if (sources === undefined) {
    sources = Array.from({ length: index.manifest.articles }, (_, number) => sourceOf(index, number));
    remembered.set(index, sources);
  }
  return sources;
}
