/** From a question to its answer: retrieve, quote, find the facts, or say that the corpus does not tell. */
import type { Engine } from '../engine.ts';
import { type OpenIndex, sourceOf } from '../index/open.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Answer, Evidence, Fact, FoundPassage, Period } from '../types.ts';
import { compareArticles } from './agreement.ts';
import { composeAnswer } from './compose.ts';
import { confidenceOf } from './confidence.ts';
import { chooseFacts, type FoundFact } from './facts.ts';
import { readFollowUp } from './follow-up.ts';
import { investigate } from './investigate.ts';
import { languageOf, type Question } from './question.ts';
import { chooseShown, holds, type Shown } from './shown.ts';
import { MIN_CONFIDENCE } from './weights.ts';

/** Titles told where the corpus does not tell. */
const MAX_CLOSEST = 3;

/** What a question may come with. */
export interface AskOptions {
  /** Only articles of these days are looked at. */
  readonly period?: Period;
  /** The question before, whose subject a short follow-up ("and when?") takes over. */
  readonly follows?: string;
}

/** Answers a question. Never throws for what a person may write; `elapsedMs` is wall-clock time. */
export async function answerQuestion(
  engine: Engine,
  text: string,
  options: AskOptions = {},
): Promise<Answer> {
  const started = performance.now();
  const question = readFollowUp(text, options.follows);
  const told = question === null ? nothingAsked(text) : await answerRead(engine, question, options);
  const elapsedMs = Math.round((performance.now() - started) * 10) / 10;
  return { question: text, index: engine.index.build, ...told, elapsedMs };
}

type Told = Omit<Answer, 'question' | 'index' | 'elapsedMs'>;

const UNANSWERED = {
  status: 'unanswered',
  confidence: 0,
  answer: null,
  facts: [],
  disputed: [],
  evidence: [],
} as const;

const nothingAsked = (text: string): Told => ({
  language: languageOf(text),
  ...UNANSWERED,
  passages: [],
  closest: [],
});

async function answerRead(engine: Engine, question: Question, { period }: AskOptions): Promise<Told> {
  const { index } = engine;
  const { language } = question;
  const {
    found,
    sentences,
    quotes,
    confidence: features,
  } = await investigate(engine, question, {
    ...(period && { period }),
  });
  const passages = found.passages.map((hit) => toFoundPassage(index, hit));
  const closest = found.articles.slice(0, MAX_CLOSEST).map(({ article }) => index.article(article).title);
  const confidence = quotes.length === 0 ? 0 : confidenceOf(features);
  if (quotes.length === 0 || confidence < (engine.minConfidence ?? MIN_CONFIDENCE))
    return { language, ...UNANSWERED, confidence, passages, closest };

  const compared = compareArticles(index, question, sentences, quotes, chooseFacts(index, question, quotes));
  const reprintsOf = (article: number): readonly number[] =>
    found.articles.find((hit) => hit.article === article)?.alsoIn ?? [];
  const shown = chooseShown(index, compared.quotes, compared.facts);
  const isShown = (fact: FoundFact): boolean =>
    shown.some(({ article, span }) => article === fact.quote.hit.article && holds(span, fact));
  const facts = compared.facts.filter(isShown).map((fact) => {
    const articles = compared.articlesOf(fact).flatMap((article) => [article, ...reprintsOf(article)]);
    return toFact(index, fact, [...new Set(articles)]);
  });
  const evidence = shown.map((one) => toEvidence(index, one, reprintsOf(one.article)));
  const { disputed } = compared;
  const answer = composeAnswer(facts, evidence[0]!.article, language, disputed);
  return { language, status: 'answered', confidence, answer, facts, disputed, evidence, passages, closest };
}

function toFoundPassage(index: OpenIndex, hit: PassageHit): FoundPassage {
  const { id, article } = index.passage(hit.passage);
  const { rank, score, keywordRank, denseRank } = hit;
  const text = index.passageText(hit.passage);
  return { id, article: index.article(article).id, rank, score, keywordRank, denseRank, text };
}

function toFact(
  index: OpenIndex,
  { kind, text, gloss, date, quote }: FoundFact,
  articles: readonly number[],
): Fact {
  return {
    kind,
    text,
    ...(gloss !== undefined && { gloss }),
    ...(date !== undefined && { date }),
    passage: index.passage(quote.hit.passage).id,
    sources: articles.map((article) => sourceOf(index, article)),
  };
}

function toEvidence(
  index: OpenIndex,
  { article, passage, span: { start, end }, marks }: Shown,
  reprints: readonly number[],
): Evidence {
  return {
    article: sourceOf(index, article),
    alsoIn: reprints.map((reprint) => sourceOf(index, reprint)),
    passage: index.passage(passage).id,
    quote: index.article(article).text.slice(start, end),
    highlights: marks.map((mark): [number, number] => [mark.start - start, mark.end - start]),
  };
}
