/** The sentences of the best passages that answer a question best, cut to quotes. */
import type { OpenIndex } from '../index/open.ts';
import { measureText } from '../passages/split.ts';
import type { PassageHit, Retrieved } from '../retrieval/retrieve.ts';
import { passageTerms } from '../text/analyze.ts';
import { containsHan, wholeCharacterOffset } from '../text/characters.ts';
import { findDates } from '../text/dates.ts';
import { splitIntoSentences, trimSpan } from '../text/sentences.ts';
import type { FactKind, Span, Terms } from '../types.ts';
import { findNames } from './names.ts';
import type { Question } from './question.ts';

export const MAX_QUOTE_CHARACTERS = 160;
const MAX_QUOTES = 3;
/** Passages whose sentences compete. */
const MAX_PASSAGES = 8;

/** BM25's constants for sentences; b 0.4 was the best of the prototype on CMRC 2018 dev. */
const K1 = 1.2;
const B = 0.4;
/** Usual size of a sentence, in Chinese characters. */
const MEAN_SIZE = 50;
/** Weights of the features beside the coverage of the question's terms, which counts 1. */
const WEIGHTS = { passage: 0.4, kind: 0.08 } as const;

/** A quote with what it is worth. */
export interface Quote {
  readonly hit: PassageHit;
  /** Offsets into the text of the article. */
  readonly span: Span;
  readonly score: number;
  /** Share of the question's term weight that the quote's best sentence covers, in [0, 1]. */
  readonly coverage: number;
}

interface Sentence extends Quote {
  /** The sentences before and after it in the passage. */
  readonly neighbours: readonly Span[];
}

/** The best quotes, best first. */
export function findQuotes(index: OpenIndex, question: Question, { passages }: Retrieved): Quote[] {
  const weights = weighTerms(index, question.terms);
  const best = passages[0]?.score || 1;
  const sentences = passages
    .slice(0, MAX_PASSAGES)
    .flatMap((hit) => scoreSentences(index, question, weights, hit, hit.score / best));
  sentences.sort((a, b) => b.score - a.score);
  const quotes: Quote[] = [];
  for (const sentence of sentences) {
    if (quotes.length >= MAX_QUOTES) break;
    const overlaps = quotes.some(
      ({ hit, span }) =>
        hit.article === sentence.hit.article && span.start < sentence.span.end && sentence.span.start < span.end,
    );
    if (!overlaps) quotes.push(toQuote(index, weights, sentence, sentences));
  }
  return quotes;
}

/**
 * idf-weighted terms of a question, summing to 1, for Chinese texts and for texts in Latin letters: the glosses of
 * a Chinese question are looked for in English texts only, and its characters in Chinese ones.
 */
export interface TermWeights {
  readonly han: Terms;
  readonly latin: Terms;
}

export function weighTerms(index: OpenIndex, terms: Terms): TermWeights {
  const weigh = (wanted: (term: string) => boolean): Terms => {
    const weighted = [...terms]
      .filter(([term]) => wanted(term))
      .map(([term, weight]) => [term, weight * index.keywords.idf(term)] as const);
    const total = weighted.reduce((sum, [, weight]) => sum + weight, 0) || 1;
    return new Map(weighted.map(([term, weight]) => [term, weight / total]));
  };
  return { han: weigh((term) => !term.startsWith('e:')), latin: weigh((term) => !containsHan(term)) };
}

export const weightsFor = (text: string, weights: TermWeights): Terms =>
  containsHan(text) ? weights.han : weights.latin;

function scoreSentences(
  index: OpenIndex,
  question: Question,
  weights: TermWeights,
  hit: PassageHit,
  passageScore: number,
): Sentence[] {
  const article = index.article(hit.article);
  const { span } = index.passage(hit.passage);
  const passage = article.text.slice(span.start, span.end);
  const spans = splitIntoSentences(passage)
    .map((sentence) => trimSpan(passage, sentence))
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({ start: span.start + start, end: span.start + end }));
  return spans.map((sentence, i) => {
    const text = article.text.slice(sentence.start, sentence.end);
    const { coverage, saturated } = coverTerms(text, article.date, weights);
    const kind = question.kinds.some((asked) => tells(asked, text)) ? 1 : 0;
    return {
      hit,
      span: sentence,
      coverage,
      score: saturated + WEIGHTS.passage * passageScore + WEIGHTS.kind * kind,
      neighbours: [spans[i - 1], spans[i + 1]].filter((neighbour) => neighbour !== undefined),
    };
  });
}

/** How much of the question's term weight a text covers, plainly and with BM25's saturation and length. */
export function coverTerms(text: string, published: string | null, weights: TermWeights) {
  const found = passageTerms(text, published);
  const penalty = K1 * (1 - B + (B * measureText(text)) / MEAN_SIZE);
  let coverage = 0;
  let saturated = 0;
  for (const [term, weight] of weightsFor(text, weights)) {
    const tf = found.get(term) ?? 0;
    if (tf === 0) continue;
    coverage += weight * Math.min(1, tf);
    saturated += (weight * tf * (K1 + 1)) / (tf + penalty);
  }
  return { coverage, saturated };
}

/** True where a text holds something of the kind asked for. */
function tells(kind: FactKind, text: string): boolean {
  if (kind === 'when') return findDates(text).length > 0;
  if (kind === 'number') return /[\d一二两三四五六七八九十百千万亿]/.test(text);
  return kind === 'who' && findNames(text).length > 0;
}

/** A long sentence is cut to its best clauses; a short one takes its better neighbour along where both fit. */
function toQuote(index: OpenIndex, weights: TermWeights, sentence: Sentence, all: readonly Sentence[]): Quote {
  const { text, date } = index.article(sentence.hit.article);
  const { start, end } = sentence.span;
  if (end - start > MAX_QUOTE_CHARACTERS)
    return { ...sentence, span: bestClauses(text, sentence.span, (clause) => coverTerms(clause, date, weights).coverage) };
  const scoreOf = (span: Span): number =>
    all.find(({ hit, span: other }) => hit.article === sentence.hit.article && other.start === span.start)?.score ?? 0;
  const joined = sentence.neighbours
    .toSorted((a, b) => scoreOf(b) - scoreOf(a))
    .map((neighbour) => ({ start: Math.min(start, neighbour.start), end: Math.max(end, neighbour.end) }))
    .find((span) => span.end - span.start <= MAX_QUOTE_CHARACTERS && !text.slice(span.start, span.end).includes('\n'));
  return { ...sentence, span: joined ?? sentence.span };
}

/** The run of whole clauses of at most {@link MAX_QUOTE_CHARACTERS} whose sum of values is highest. */
function bestClauses(text: string, sentence: Span, valueOf: (clause: string) => number): Span {
  const clauses: (Span & { value: number })[] = [];
  let start = sentence.start;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(/[^，；：,;:]+[，；：,;:]*/gu)) {
    const end = start + match[0].length;
    clauses.push({ start, end, value: valueOf(match[0]) });
    start = end;
  }
  let best = { start: sentence.start, end: sentence.start, value: -1 };
  for (let first = 0; first < clauses.length; first++) {
    let value = 0;
    for (let last = first; last < clauses.length; last++) {
      const span = { start: clauses[first]!.start, end: clauses[last]!.end };
      if (span.end - span.start > MAX_QUOTE_CHARACTERS) break;
      value += clauses[last]!.value;
      if (value > best.value || (value === best.value && span.end - span.start > best.end - best.start))
        best = { ...span, value };
    }
  }
  // A single clause may be longer than a quote.
  const { start: from } = sentence;
  const end = best.end > from ? best.end : wholeCharacterOffset(text, Math.min(sentence.end, from + MAX_QUOTE_CHARACTERS));
  return trimSpan(text, { start: best.start, end });
}
