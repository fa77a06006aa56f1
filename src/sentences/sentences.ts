/** The sentences of the best passages, each with how well it could answer a question. */

import type { Candidate } from '../facts/candidate.ts';
import { findCandidates } from '../facts/candidates.ts';
import { once, type ReadPassage, type ReadSentence } from '../passages/read.ts';
import { termsOfNames } from '../question/names/given-name.ts';
import { isWithin } from '../question/period.ts';
import type { Question } from '../question/question.ts';
import { normalizeDense } from '../retrieval/fuse.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Texts } from '../retrieval/texts.ts';
import { termsAmong } from '../text/analyze.ts';
import { type Match, Matcher } from '../text/locate.ts';
import { type WantedTerms, wantedTerms } from '../text/wanted-terms.ts';
import type { Block, Span, TableBlock, Terms } from '../types.ts';
import { compareSentences } from './compare-sentences.ts';
import { competingPassages } from './competing-passages.ts';
import { type ByScript, coverage, divideByScript, scriptOf, tellApart } from './coverage.ts';
import type { SentenceFeatures } from './features.ts';
import { partiesReader } from './parties-meant.ts';

/** A sentence of a passage that was found. Spans are offsets into the text of its article. */
export interface Sentence {
  readonly hit: PassageHit;
  readonly span: Span;
  readonly features: SentenceFeatures;
  /** Possible facts; offsets into the text of the article. */
  readonly candidates: readonly Candidate[];
}

/**
 * Facts are looked for in this many sentences, those with the most of the question: 16 lose quotes of guides, all of some eighty
 * give the same answers on every development set for three times the work.
 */
const MAX_SEARCHED = 24;

/** The sentences of the best of these passages with their features; one that two passages share counts once. */
export function readSentences(texts: Texts, question: Question, passages: readonly PassageHit[]): Sentence[] {
  const wanted = wantedTerms([
    ...question.terms.keys(),
    ...question.focus.keys(),
    ...termsOfNames(question.names),
  ]);
  const competing = competingPassages(texts, passages).map((hit) => readPassage(texts, wanted, hit));
  const sought = soughtIn(texts, question, competing);
  const bestScore = passages[0]?.score || 1;
  const seen = new Set<string>();
  const judged = competing
    .flatMap((one) => judgePassage(texts, question, sought, one, one.hit.score / bestScore))
    .filter(({ sentence: { hit, span } }) => {
      const place = `${hit.article} ${span.start}`;
      return !seen.has(place) && seen.add(place);
    });
  const mostPromising = [...judged].sort((a, b) => promiseOf(b.sentence) - promiseOf(a.sentence));
  const searched = new Set([
    ...mostPromising.slice(0, MAX_SEARCHED),
    ...judged.filter(({ isLead }) => isLead),
  ]);
  const sentences = judged.map((one) => (searched.has(one) ? withCandidates(question, one) : one.sentence));
  return compareSentences(texts, question, sentences);
}

interface CompetingPassage {
  readonly hit: PassageHit;
  readonly passage: ReadPassage;
  /** What the title of its article has of the terms of the question. */
  readonly topic: () => Terms;
  /** Each with what it has of the terms of the question, and how near it is to it. */
  readonly sentences: readonly {
    readonly said: ReadSentence;
    readonly terms: Terms;
    /** Cosine. */
    readonly similarity: number;
  }[];
}

function readPassage(texts: Texts, wanted: WantedTerms, hit: PassageHit): CompetingPassage {
  const passage = texts.passage(hit.passage);
  const article = texts.article(hit.article);
  const { date } = article;
  const similarities = texts.similarities(hit.passage);
  const sentences = passage.sentences.map((said) => ({
    said,
    terms: termsAmong(said.cut, date, wanted),
    similarity: similarities[said.unit]!,
  }));
  return { hit, passage, topic: once(() => termsAmong(article.heading, date, wanted)), sentences };
}

/** What sentences are judged by, the same for all of a question. */
interface Sought {
  /** Of all that is asked, the rarer in the corpus the more. */
  readonly weights: ByScript<Terms>;
  /** Of what the answer turns on, the rarer among the sentences the more. */
  readonly focus: ByScript<Terms>;
  readonly matchers: ByScript<Matcher>;
  /** How near a sentence is, from 0 for an average passage to 1 for the nearest sentence. */
  readonly denseOf: (cosine: number) => number;
}

function soughtIn(texts: Texts, question: Question, competing: readonly CompetingPassage[]): Sought {
  const sentences = competing.flatMap((one) => one.sentences);
  const byIdf = [...question.terms]
    .filter(([term]) => !isAccidental(texts, term))
    .map(([term, weight]) => [term, weight * texts.idf(term)] as const);
  const focus = divideByScript(
    tellApart(
      question.focus,
      sentences.map(({ terms }) => terms),
    ),
  );
  const meanDense = texts.meanSimilarity;
  const bestDense = Math.max(meanDense, ...sentences.map(({ similarity }) => similarity));
  return {
    weights: divideByScript(new Map(byIdf)),
    focus,
    matchers: { han: new Matcher(focus.han), latin: new Matcher(focus.latin) },
    denseOf: (cosine) => normalizeDense(cosine, bestDense, { meanDense }),
  };
}

/** Two characters of two words (签了 and 国推 of 在中国推) that no text has side by side; names are judged apart. */
const isAccidental = ({ frequency }: Texts, term: string): boolean =>
  /^\p{Script=Han}{2}$/u.test(term) && frequency(term) === 0;

/** A sentence that no facts have been looked for in, and how that is done. */
interface Judged {
  readonly sentence: Sentence;
  /** Whether it is one of the first of its article, which say who, when and where in news. */
  readonly isLead: boolean;
  /** Offsets are those of the article. */
  readonly find: () => Candidate[];
}

/** Facts are looked for in these whatever words they have. */
const LEAD_SENTENCES = 2;

/** @param score of the passage, as a share of the best one's */
function judgePassage(
  texts: Texts,
  question: Question,
  sought: Sought,
  competing: CompetingPassage,
  score: number,
): Judged[] {
  const { hit, sentences } = competing;
  const readParties = partiesReader(question);
  const { period, periodTerms } = question;
  const isOfPeriod = period !== null && isWithin(texts.article(hit.article).date, period);
  const time: Terms = isOfPeriod ? periodTerms : new Map();
  return sentences.map(({ said, terms, similarity }, i) => {
    const { start, end, text } = said;
    const script = scriptOf(text);
    const meant = readParties(text, terms);
    const beside = [sentences[i - 1], sentences[i + 1]].flatMap((one) => one?.terms ?? []);
    const features: SentenceFeatures = {
      context: coverage(sought.weights[script], [...beside, terms, time]),
      focus: coverage(sought.focus[script], [terms, time, ...(meant ? [meant.terms] : [])]),
      passage: score,
      tells: 0,
      candidate: 0,
      dense: sought.denseOf(similarity),
    };
    return {
      sentence: { hit, span: { start, end }, candidates: [], features },
      isLead: i < LEAD_SENTENCES && hit.passage === texts.passagesOf(hit.article).start,
      find: () => findFacts(texts, question, sought, competing, said, meant),
    };
  });
}

/** How likely it is to be an answer as far as its words tell, for comparison only. */
const promiseOf = ({ features: { context, focus, passage, dense } }: Sentence): number =>
  context + focus + passage + dense;

function withCandidates({ kinds }: Question, { sentence, find }: Judged): Sentence {
  const candidates = find();
  const found = kinds.filter((kind) => candidates.some((one) => one.kind === kind && one.fits !== false));
  return {
    ...sentence,
    candidates,
    features: { ...sentence.features, tells: found.length / kinds.length },
  };
}

/** @param meant what "both sides" stands for in it */
function findFacts(
  texts: Texts,
  question: Question,
  { focus, matchers }: Sought,
  { hit, passage, topic }: CompetingPassage,
  said: ReadSentence,
  meant: Match | null,
): Candidate[] {
  const { start, end, text } = said;
  const article = texts.article(hit.article);
  const script = scriptOf(text);
  const head = headAbove(passage.blocks.filter(isTable), text);
  return findCandidates(question, {
    said,
    get dates() {
      return article.dates
        .filter((one) => one.start >= start && one.end <= end)
        .map((one) => shift(one, -start));
    },
    published: article.date ?? texts.typicalDate,
    get topic() {
      return topic();
    },
    weights: focus[script],
    matcher: matchers[script],
    ...(head && { head }),
    ...(meant && { meant }),
  }).map((one) => shift(one, start));
}

const isTable = (block: Block): block is TableBlock => block.kind === 'table';

/** The names of the columns above a row. */
const headAbove = (tables: readonly TableBlock[], row: string): readonly string[] | undefined =>
  tables.find(({ rows }) => rows.some((cells) => cells.join('\t') === row))?.head ?? undefined;

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
