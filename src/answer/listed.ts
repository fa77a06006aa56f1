/** Finds the articles that a question about the collection means, and tells of them. */
import { type ListedArticle, sourceOf } from '../passages/read.ts';
import { isWithin } from '../question/period.ts';
import type { Wish } from '../question/talk/wish.ts';
import type { Corpus } from '../retrieval/corpus.ts';
import type { Language, Period } from '../types.ts';
import { type Listed, tellCollection } from './collection.ts';

/** @param within days to which whoever asks has limited all questions */
export function listArticles(
  corpus: Corpus,
  wish: Wish,
  language: Language,
  within: Period | undefined,
): Listed {
  const all = corpus.list();
  const numbers = wish.about === null ? [...all.keys()] : corpus.having(wish.words);
  const fits = ({ date }: ListedArticle): boolean =>
    [wish.period, within].every((period) => !period || isWithin(date, period));
  const fitting = numbers
    .map((number) => all[number]!)
    .filter(fits)
    .map(sourceOf);
  return tellCollection({ ...wish, period: wish.period ?? within ?? null }, fitting, all.length, language);
}
