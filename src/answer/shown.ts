/** What an answer shows of its articles: the quotes, and the sentence of a day that the quoted one is counted from. */

import type { FoundFact } from '../evidence/chosen-facts.ts';
import { clip } from '../evidence/clip.ts';
import { MAX_SHOWN, type Quote } from '../evidence/quotes.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';
import { splitIntoSentences, trimSpan } from '../text/sentences.ts';
import type { Span } from '../types.ts';

/** Spans are offsets into the article's text. */
export interface Shown {
  readonly article: number;
  readonly passage: number;
  readonly span: Span;
  /** What answers the question, in the order of the text. */
  readonly marks: readonly Span[];
}

/** True where one span lies within another. */
export const holds = (outer: Span, inner: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

/**
 * At most three: the first quote and those with facts, then, before a quote that says 当天, the sentence that says which
 * day that is, then other quotes; what proves the first fact first, then in the order of the quotes.
 */
export function chooseShown(texts: Texts, quotes: readonly Quote[], facts: readonly FoundFact[]): Shown[] {
  const candidates = provingFirst(quotes, facts).flatMap((quote, i): { shown: Shown; rank: number }[] => {
    const { hit, span } = quote;
    const ofQuote = facts.filter((fact) => fact.quote === quote);
    const origins = ofQuote.flatMap(({ from }) => from ?? []);
    const marks = [...ofQuote, ...origins.filter((from) => holds(span, from))]
      .map(({ start, end }) => ({ start, end }))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const isQuoted = (from: Span): boolean =>
      quotes.some((other) => other.hit.article === hit.article && holds(other.span, from));
    const missing = origins.find((from) => !isQuoted(from));
    return [
      ...(missing ? [{ shown: sentenceAround(texts, hit, missing), rank: 1 }] : []),
      {
        shown: { article: hit.article, passage: hit.passage, span, marks },
        rank: i === 0 || ofQuote.length > 0 ? 0 : 2,
      },
    ];
  });
  const chosen = [...candidates].sort((a, b) => a.rank - b.rank).slice(0, MAX_SHOWN);
  return candidates.filter((one) => chosen.includes(one)).map(({ shown }) => shown);
}

/** A quote that proves no fact gives way to one that does, where that is at least this probable beside it. */
const PROVES_AS_WELL = 0.5;

/** What proves a fact first, of the best article, and before it the sentence that says which day its 当天 is. */
function provingFirst(quotes: readonly Quote[], facts: readonly FoundFact[]): readonly Quote[] {
  const [best] = quotes;
  const proofs = facts.filter(
    ({ kind, quote }) => kind !== 'what' && quote.hit.article === best?.hit.article,
  );
  const fact = proofs.find(({ quote }) => quote === best) ?? proofs[0];
  if (fact === undefined || fact.quote.share < PROVES_AS_WELL * best!.share) return quotes;
  const origin = quotes.find(
    ({ hit, span }) => fact.from && hit.article === fact.quote.hit.article && holds(span, fact.from),
  );
  const proof = new Set([origin ?? fact.quote, fact.quote]);
  return [...proof, ...quotes.filter((quote) => !proof.has(quote))];
}

/** The sentence that holds a span of an article, which stands in this passage or before it. */
function sentenceAround(texts: Texts, { article, passage: from }: PassageHit, mark: Span): Shown {
  const { start: first } = texts.passagesOf(article);
  let at = from;
  while (at > first && texts.passage(at).span.start > mark.start) at--;
  const {
    span: { start },
    text,
  } = texts.passage(at);
  const sentence = splitIntoSentences(text).find(({ end }) => start + end > mark.start)!;
  const trimmed = trimSpan(text, sentence);
  const span = clip(
    texts.article(article).text,
    { start: start + trimmed.start, end: start + trimmed.end },
    mark,
  );
  return { article, passage: at, span, marks: [mark] };
}
