/** Facts of who and what the question names: its siblings, told in the same words elsewhere, are others. */
import type { Question } from '../question/question.ts';
import type { Texts } from '../retrieval/texts.ts';
import { chooseFacts, type FoundFact } from './chosen-facts.ts';
import { judgeNames } from './confidence.ts';
import type { Quote } from './quotes.ts';

/**
 * Facts as {@link chooseFacts} chooses them, without those of an article that lacks a name of the question which the article
 * of another quote has.
 */
export function factsOfAsked(texts: Texts, question: Question, quotes: readonly Quote[]): FoundFact[] {
  const facts = chooseFacts(texts, question, quotes);
  const articles = new Map(quotes.map((quote) => [quote.hit.article, quote]));
  if (articles.size < 2 || question.names.length === 0 || facts.length === 0) return facts;
  const shares = new Map(
    [...articles].map(([article, quote]) => [article, judgeNames(texts, question, quote).names]),
  );
  const most = Math.max(...shares.values());
  const siblings = new Set([...shares].filter(([, share]) => share < most).map(([article]) => article));
  if (siblings.size === 0) return facts;
  return chooseFacts(
    texts,
    question,
    quotes.filter(({ hit }) => !siblings.has(hit.article)),
  );
}
