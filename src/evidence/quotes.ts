/** The best sentences as quotes. */

import type { Candidate } from '../facts/candidate.ts';
import { weighFeatures } from '../linear.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';
import type { SentenceFeatures } from '../sentences/features.ts';
import type { Sentence } from '../sentences/sentences.ts';
import type { Article, Span } from '../types.ts';
import { clip, mostCharacters } from './clip.ts';
import { SENTENCE_WEIGHTS } from './weights.ts';

/** Quotes of an answer. */
export const MAX_SHOWN = 3;
/** A quote of one or two sentences, or of more where it is unsure. */
export interface Quote {
  readonly hit: PassageHit;
  readonly span: Span;
  /** Share of the probability that it holds the answer, among all sentences looked at. */
  readonly share: number;
  /** By which it is judged. */
  readonly sentences: readonly Sentence[];
}

/** Linear score of a sentence; its exponential is proportional to the probability that it holds the answer. */
export const scoreSentence = (features: SentenceFeatures): number =>
  weighFeatures(SENTENCE_WEIGHTS, features);

/**
 * The best quotes, best first: single sentences and neighbouring pairs, by the sum of their sentences' shares of
 * the probability, none overlapping another. The first is what is read: it is longer where it is unsure.
 */
export function findQuotes(texts: Texts, sentences: readonly Sentence[]): Quote[] {
  const chosen: Quote[] = [];
  const shares = sharesOf(sentences);
  for (const quote of rankQuotes(texts, sentences, shares)) {
    if (chosen.length >= MAX_SHOWN) break;
    if (chosen.length === 0) chosen.push(grow(texts, sentences, shares, quote));
    else if (!chosen.some((other) => overlap(quote, other))) chosen.push(quote);
  }
  return chosen.map((quote) => shorten(texts.article(quote.hit.article), quote));
}

/** The best quote of each article, best first. */
export function findQuoteOfEachArticle(texts: Texts, sentences: readonly Sentence[]): Quote[] {
  const best = new Map<number, Quote>();
  for (const quote of rankQuotes(texts, sentences, sharesOf(sentences)))
    if (!best.has(quote.hit.article)) best.set(quote.hit.article, quote);
  return [...best.values()].map((quote) => shorten(texts.article(quote.hit.article), quote));
}

/** Of each sentence the share of the probability that it holds the answer. */
function sharesOf(sentences: readonly Sentence[]): number[] {
  const scores = sentences.map(({ features }) => Math.exp(scoreSentence(features)));
  const total = scores.reduce((a, b) => a + b, 0) || 1;
  return scores.map((score) => score / total);
}

function rankQuotes(texts: Texts, sentences: readonly Sentence[], shares: readonly number[]): Quote[] {
  const quotes = sentences.flatMap((sentence, i): Quote[] => {
    const { hit, span } = sentence;
    const single = { hit, span, share: shares[i]!, sentences: [sentence] };
    const pair = joined(texts, sentences, i, i + 1);
    if (pair === null) return [single];
    const share = shares[i]! + shares[i + 1]!;
    return [single, { hit, span: pair, share, sentences: [sentence, sentences[i + 1]!] }];
  });
  return quotes.sort((a, b) => b.share - a.share);
}

/** The span of some sentences, where they follow each other in a paragraph of one passage and are no longer than a quote; else null. */
function joined(texts: Texts, sentences: readonly Sentence[], from: number, to: number): Span | null {
  const [first, last] = [sentences[from], sentences[to]];
  if (first === undefined || last === undefined) return null;
  const { text } = texts.article(first.hit.article);
  const all = sentences.slice(from, to + 1);
  const follow = all.slice(1).every(({ hit, span: { start } }, i) => {
    const { end } = all[i]!.span;
    // A line end separates paragraphs: what follows it is not the next sentence of the same thought.
    return hit === first.hit && start >= end && !text.slice(end, start).includes('\n');
  });
  if (!follow) return null;
  const span = { start: first.span.start, end: last.span.end };
  const said = text.slice(span.start, span.end);
  const tellsFact = all.some(({ candidates }) => candidates.length > 0);
  return said.length <= mostCharacters(said, tellsFact) ? span : null;
}

/** Until it is twice as likely as not to hold the answer, a quote goes on with what stands beside it. */
const SURE = 2 / 3;

/** With more of its paragraph where it is unsure, by the likelier side; its sentences and share stay those that it was judged by. */
function grow(texts: Texts, sentences: readonly Sentence[], shares: readonly number[], quote: Quote): Quote {
  const { text } = texts.article(quote.hit.article);
  let first = sentences.indexOf(quote.sentences[0]!);
  let last = first + quote.sentences.length - 1;
  let { share, span } = quote;
  const longer = (from: number, to: number): Span | null => {
    const reached = joined(texts, sentences, from, to);
    // A step or a listing of several lines is whole by itself.
    return reached !== null && text.slice(reached.start, reached.end).includes('\n') ? null : reached;
  };
  while (share < SURE) {
    const before = longer(first - 1, last);
    const after = longer(first, last + 1);
    if (before === null && after === null) break;
    const isBefore = after === null || (before !== null && shares[first - 1]! > shares[last + 1]!);
    span = (isBefore ? before : after)!;
    share += shares[isBefore ? --first : ++last]!;
  }
  return { ...quote, span };
}

/** Whether two quotes share a piece of an article. */
export const overlap = (a: Quote, b: Quote): boolean =>
  a.hit.article === b.hit.article && a.span.start < b.span.end && b.span.start < a.span.end;

/** With its span cut to the length of a quote, around its best candidate. */
function shorten({ text }: Article, quote: Quote): Quote {
  const best = quote.sentences
    .flatMap(({ candidates }) => candidates)
    .reduce<Candidate | null>((a, b) => (a === null || b.score > a.score ? b : a), null);
  return { ...quote, span: clip(text, quote.span, best) };
}
