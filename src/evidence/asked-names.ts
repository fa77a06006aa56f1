/** Facts of who and what the question names: its siblings, told in the same words elsewhere, are others. */
import type { OpenIndex } from '../index/open.ts';
import type { Question } from '../question/question.ts';
import { chooseFacts, type FoundFact } from './chosen-facts.ts';
import { judgeNames } from './confidence.ts';
import type { Quote } from './quotes.ts';

/**
 * Facts as {@link chooseFacts} chooses them, without those of an article that lacks a name of the question which the article
 * of the first quote has.
 */
export function factsOfAsked(index: OpenIndex, question: Question, quotes: readonly Quote[]): FoundFact[] {
  const facts = chooseFacts(index, question, quotes);
  const [best] = quotes;
  const isElsewhere = ({ quote }: FoundFact): boolean => quote.hit.article !== best?.hit.article;
  if (best === undefined || question.names.length === 0 || !facts.some(isElsewhere)) return facts;
  const share = (quote: Quote): number => judgeNames(index, question, quote).names;
  const most = share(best);
  const others = new Map(facts.filter(isElsewhere).map(({ quote }) => [quote.hit.article, quote]));
  const siblings = new Set(
    [...others.values()].filter((quote) => share(quote) < most).map(({ hit }) => hit.article),
  );
  if (siblings.size === 0) return facts;
  return chooseFacts(
    index,
    question,
    quotes.filter(({ hit }) => !siblings.has(hit.article)),
  );
}
