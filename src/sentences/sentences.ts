/** The sentences of the best passages, each with how well it could answer a question. */

import type { Candidate } from '../facts/candidate.ts';
import { findCandidates } from '../facts/candidates.ts';
import type { OpenIndex } from '../index/open.ts';
import { dot } from '../index/vector-index.ts';
import { isWithin } from '../question/period.ts';
import type { Question } from '../question/question.ts';
import { normalizeDense } from '../retrieval/fuse.ts';
import type { PassageHit, Retrieved } from '../retrieval/retrieve.ts';
import { containsHan } from '../text/characters.ts';
import { type ResolvedDate, resolveDates } from '../text/dates.ts';
import type { Article, Span, TableBlock, Terms } from '../types.ts';
import { compareSentences } from './compare-sentences.ts';
import type { SentenceFeatures } from './features.ts';
import { partiesReader } from './parties-meant.ts';
import { type ReadPassage, readPassages, sentenceTerms } from './read-passages.ts';

/** A sentence of a passage that was found. Spans are offsets into the text of its article. */
export interface Sentence {
  readonly hit: PassageHit;
  readonly span: Span;
  readonly features: SentenceFeatures;
  /** Possible facts; offsets into the text of the article. */
  readonly candidates: readonly Candidate[];
}

/**
 * Terms of a question, weights summing to 1, for Chinese texts and for texts in Latin letters: the glosses of a
 * Chinese question are looked for in English texts only, and its characters in Chinese ones.
 */
interface TermWeights {
  readonly han: Terms;
  readonly latin: Terms;
}

function divideByScript(terms: Terms): TermWeights {
  const choose = (wanted: (term: string) => boolean): Terms => {
    const chosen = [...terms].filter(([term]) => wanted(term));
    const total = chosen.reduce((sum, [, weight]) => sum + weight, 0) || 1;
    return new Map(chosen.map(([term, weight]) => [term, weight / total]));
  };
  return { han: choose((term) => !term.startsWith('e:')), latin: choose((term) => !containsHan(term)) };
}

const weightsFor = (text: string, weights: TermWeights): Terms =>
  containsHan(text) ? weights.han : weights.latin;

/** The sentences of the best passages with their features; one that two passages share counts once. */
export function readSentences(
  index: OpenIndex,
  question: Question,
  vector: Float32Array,
  { passages }: Retrieved,
): Sentence[] {
  const byIdf = new Map(
    [...question.terms]
      .filter(([term]) => !isAccidental(index, term))
      .map(([term, weight]) => [term, weight * index.keywords.idf(term)]),
  );
  const weights = divideByScript(byIdf);
  const read = readPassages(index, vector, passages);
  const focus = divideByScript(
    tellApart(
      question.focus,
      read.flatMap(({ terms }) => terms),
    ),
  );
  const bestScore = passages[0]?.score || 1;
  const meanDense = dot(vector, index.meanVector);
  const bestDense = Math.max(meanDense, ...read.flatMap(({ similarities }) => similarities));
  const denseOf = (cosine: number): number => normalizeDense(cosine, bestDense, { meanDense });
  const around = index.manifest.typicalDate;
  const datesOf = rememberDates(around);
  const seen = new Set<string>();
  const sentences = read.flatMap((passage) => {
    const { hit, article } = passage;
    const times = { dates: datesOf(article), published: article.date ?? around };
    return judgePassage(question, weights, focus, passage, times, hit.score / bestScore, denseOf).filter(
      ({ span: { start } }) => !seen.has(`${hit.article} ${start}`) && seen.add(`${hit.article} ${start}`),
    );
  });
  return compareSentences(index, question, sentences);
}

/** Two characters of two words (签了 and 国推 of 在中国推) that no text has side by side; names are judged apart. */
const isAccidental = ({ keywords }: OpenIndex, term: string): boolean =>
  /^\p{Script=Han}{2}$/u.test(term) && keywords.frequency(term) === 0;

/** The names of the columns above a row. */
const headAbove = (tables: readonly TableBlock[], row: string): readonly string[] | undefined =>
  tables.find(({ rows }) => rows.some((cells) => cells.join('\t') === row))?.head ?? undefined;

/** Weights of terms, the more the fewer of the sentences have them: what all have tells none of them apart. */
function tellApart(weights: Terms, sentences: readonly Terms[]): Terms {
  const rarity = (term: string): number => {
    const having = sentences.reduce((sum, terms) => sum + Math.min(1, terms.get(term) ?? 0), 0);
    return Math.log(1 + sentences.length / Math.max(1, having));
  };
  return new Map([...weights].map(([term, weight]) => [term, weight * rarity(term)]));
}

function judgePassage(
  question: Question,
  weights: TermWeights,
  focus: TermWeights,
  { hit, article, spans, similarities, terms, tables }: ReadPassage,
  { dates, published }: { readonly dates: readonly ResolvedDate[]; readonly published: string | null },
  passage: number,
  denseOf: (cosine: number) => number,
): Sentence[] {
  const readParties = partiesReader(question);
  const { period, periodTerms } = question;
  const time: Terms = period !== null && isWithin(article.date, period) ? periodTerms : new Map();
  const topic = sentenceTerms(article.title, article.date);
  return spans.map((span, i) => {
    const sentence = article.text.slice(span.start, span.end);
    const meant = readParties(sentence, terms[i]!);
    const inside = dates
      .filter(({ start, end }) => start >= span.start && end <= span.end)
      .map((date) => shift(date, -span.start));
    const head = headAbove(tables, sentence);
    const candidates = findCandidates(question, {
      text: sentence,
      dates: inside,
      published,
      topic,
      weights: weightsFor(sentence, focus),
      ...(head && { head }),
      ...(meant && { meant }),
    });
    const neighbourhood = [terms[i - 1], terms[i], terms[i + 1], time].filter((one) => one !== undefined);
    return {
      hit,
      span,
      candidates: candidates.map((one) => shift(one, span.start)),
      features: {
        context: coverage(weightsFor(sentence, weights), neighbourhood),
        focus: coverage(weightsFor(sentence, focus), [terms[i]!, time, ...(meant ? [meant.terms] : [])]),
        passage,
        tells:
          question.kinds.filter((kind) => candidates.some((one) => one.kind === kind && one.fits !== false))
            .length / question.kinds.length,
        candidate: 0,
        dense: denseOf(similarities[i]!),
      },
    };
  });
}

/** With all its offsets moved. */
function shift<T extends Span & { readonly from?: Span; readonly through?: Span }>(one: T, by: number): T {
  const moved = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...one,
    ...moved(one),
    ...(one.from && { from: moved(one.from) }),
    ...(one.through && { through: moved(one.through) }),
  };
}

/** Share of the weight whose terms stand in one of the texts; a term with less than full weight counts in part. */
function coverage(weights: Terms, texts: readonly Terms[]): number {
  let sum = 0;
  for (const [term, weight] of weights)
    sum += weight * Math.min(1, Math.max(...texts.map((terms) => terms.get(term) ?? 0)));
  return sum;
}

/** Dates of an article are resolved once a question, however many of its passages were found. */
function rememberDates(around: string | null): (article: Article) => readonly ResolvedDate[] {
  const known = new Map<Article, readonly ResolvedDate[]>();
  return (article) => {
    const dates = known.get(article) ?? resolveDates(article.text, article.date, around);
    known.set(article, dates);
    return dates;
  };
}
