/** The sentences of the best passages, each with how well it could answer a question. */

import type { Candidate } from '../facts/candidate.ts';
import { findCandidates } from '../facts/candidates.ts';
import { type Description, descriptionWorth } from '../facts/people.ts';
import type { OpenIndex } from '../index/open.ts';
import { isWithin } from '../question/period.ts';
import type { Question } from '../question/question.ts';
import type { PassageHit, Retrieved } from '../retrieval/retrieve.ts';
import { passageTerms } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import { type ResolvedDate, resolveDates } from '../text/dates.ts';
import { splitIntoSentences, trimSpan } from '../text/sentences.ts';
import type { Article, Block, FactKind, Span, TableBlock, Terms } from '../types.ts';
import type { SentenceFeatures } from './features.ts';
import { partiesReader } from './parties-meant.ts';

/** Passages whose sentences compete. */
const MAX_PASSAGES = 8;

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

/** A passage with its sentences; spans are offsets into the text of its article. */
interface ReadPassage {
  readonly hit: PassageHit;
  readonly article: Article;
  readonly spans: readonly Span[];
  /** Terms of each sentence. */
  readonly terms: readonly Terms[];
  /** Its tables. */
  readonly tables: readonly TableBlock[];
}

/** The sentences of the best passages with their features; one that two passages share counts once. */
export function readSentences(index: OpenIndex, question: Question, { passages }: Retrieved): Sentence[] {
  const byIdf = new Map(
    [...question.terms]
      .filter(([term]) => !isAccidental(index, term))
      .map(([term, weight]) => [term, weight * index.keywords.idf(term)]),
  );
  const weights = divideByScript(byIdf);
  const read = withLeads(index, passages.slice(0, MAX_PASSAGES)).map((hit) => readPassage(index, hit));
  const focus = divideByScript(
    tellApart(
      question.focus,
      read.flatMap(({ terms }) => terms),
    ),
  );
  const bestScore = passages[0]?.score || 1;
  const around = index.manifest.typicalDate;
  const datesOf = rememberDates(around);
  const seen = new Set<string>();
  const sentences = read.flatMap((passage) => {
    const { hit, article } = passage;
    const times = { dates: datesOf(article), published: article.date ?? around };
    return judgePassage(question, weights, focus, passage, times, hit.score / bestScore).filter(
      ({ span: { start } }) => !seen.has(`${hit.article} ${start}`) && seen.add(`${hit.article} ${start}`),
    );
  });
  return compareCandidates(question, shareDescriptions(index, sentences));
}

/** Two characters of two words (签了 and 国推 of 在中国推) that no text has side by side; names are judged apart. */
const isAccidental = ({ keywords }: OpenIndex, term: string): boolean =>
  /^\p{Script=Han}{2}$/u.test(term) && keywords.frequency(term) === 0;

/** The beginnings of news say who, when and where; those of the best articles are read whatever their score. */
const MAX_LEADS = 2;
/** Score of a beginning that was not found, as a share of its article's best. */
const LEAD_SHARE = 0.6;

function withLeads(index: OpenIndex, hits: readonly PassageHit[]): PassageHit[] {
  const best = [...new Map([...hits].reverse().map((hit) => [hit.article, hit])).values()].reverse();
  const leads = best.slice(0, MAX_LEADS).flatMap((hit): PassageHit[] => {
    let first = hit.passage;
    while (first > 0 && index.articleOf(first - 1) === hit.article) first--;
    if (hits.some(({ passage }) => passage === first)) return [];
    return [{ ...hit, passage: first, score: LEAD_SHARE * hit.score, keywordRank: null, denseRank: null }];
  });
  return [...hits, ...leads];
}

function readPassage(index: OpenIndex, hit: PassageHit): ReadPassage {
  const article = index.article(hit.article);
  const passage = index.passage(hit.passage).span;
  const text = article.text.slice(passage.start, passage.end);
  const spans = splitIntoSentences(text)
    .map((sentence) => trimSpan(text, sentence))
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({ start: passage.start + start, end: passage.start + end }));
  const terms = spans.map(({ start, end }) => sentenceTerms(article.text.slice(start, end), article.date));
  const tables = text.includes('\t') ? index.passage(hit.passage).blocks.filter(isTable) : [];
  return { hit, article, spans, terms, tables };
}

const isTable = (block: Block): block is TableBlock => block.kind === 'table';

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
  { hit, article, spans, terms, tables }: ReadPassage,
  { dates, published }: { readonly dates: readonly ResolvedDate[]; readonly published: string | null },
  passage: number,
): Sentence[] {
  const readParties = partiesReader(question);
  const { period, periodTerms } = question;
  const time: Terms = period !== null && isWithin(article.date, period) ? periodTerms : new Map();
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
      },
    };
  });
}

/** Terms of a sentence are the same for every question, and finding them a quarter of an answer; some 10 KB each. */
const remembered = new Map<string, Terms>();
const MAX_REMEMBERED = 500;

function sentenceTerms(sentence: string, published: string | null): Terms {
  const key = `${published} ${sentence}`;
  let terms = remembered.get(key);
  if (terms === undefined) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    terms = passageTerms(sentence, published);
    remembered.set(key, terms);
  }
  return terms;
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

/** What another sentence says of a person counts this much where they are named alone. */
const SAID_ELSEWHERE = 0.7;

/** An article says once what a person is and often only names them later: 李雪华和杨宝田代表双方签署. */
function shareDescriptions(index: OpenIndex, sentences: readonly Sentence[]): Sentence[] {
  const best = new Map<string, Description>();
  const keyOf = ({ hit }: Sentence, { start, end }: Candidate): string =>
    `${hit.article} ${index.article(hit.article).text.slice(start, end)}`;
  for (const sentence of sentences)
    for (const candidate of sentence.candidates) {
      if (!candidate.description) continue;
      const key = keyOf(sentence, candidate);
      const { weight, fits, house } = candidate.description;
      const known = best.get(key) ?? { weight, fits, house };
      best.set(key, {
        weight: Math.max(weight, known.weight),
        fits: Math.max(fits, known.fits),
        house: Math.max(house, known.house),
      });
    }
  return sentences.map((sentence) => ({
    ...sentence,
    candidates: sentence.candidates.map((candidate) => {
      const { description, score } = candidate;
      if (!description) return candidate;
      const known = best.get(keyOf(sentence, candidate))!;
      const more = Math.max(0, SAID_ELSEWHERE * known.weight - description.weight);
      const worth = descriptionWorth(known);
      const regained = worth / descriptionWorth(description);
      return {
        ...candidate,
        score: regained * score + worth * description.worth * more,
        description: { ...description, fits: known.fits, house: known.house },
      };
    }),
  }));
}

/** Tells each sentence how its best candidates compare with those of the others, each by its passage's score. */
function compareCandidates(question: Question, sentences: readonly Sentence[]): Sentence[] {
  const bestOf = (kind: FactKind, { candidates, features: { passage } }: Sentence): number =>
    passage * Math.max(0, ...candidates.filter((one) => one.kind === kind).map(({ score }) => score));
  const best = new Map(
    question.kinds.map((kind) => [kind, Math.max(...sentences.map((sentence) => bestOf(kind, sentence)))]),
  );
  return sentences.map((sentence) => {
    const shares = question.kinds.map((kind) => bestOf(kind, sentence) / (best.get(kind) || 1));
    const candidate = shares.reduce((a, b) => a + b, 0) / shares.length;
    return { ...sentence, features: { ...sentence.features, candidate } };
  });
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
