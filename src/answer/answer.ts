/** From a question to its answer: retrieve, quote, find the facts, or say that the corpus does not tell. */
import type { Engine } from '../engine.ts';
import type { OpenIndex } from '../index/open.ts';
import { type Leg, type Retrieved, retrieve } from '../retrieval/retrieve.ts';
import type { Answer, Evidence, Fact, FoundPassage, Source } from '../types.ts';
import { composeAnswer } from './compose.ts';
import { findQuotes, type Quote, readSentences } from './evidence.ts';
import { chooseFacts, type FoundFact } from './facts.ts';
import { languageOf, type Question, readQuestion } from './question.ts';

/** Passages and articles told in an answer. */
export const MAX_PASSAGES = 10;
const MAX_CLOSEST = 3;
/**
 * Share of the question's term weight that the best quote must cover, by the question's language. An English
 * question reaches Chinese text by way of glosses, so less of it is found again.
 */
const MIN_COVERAGE = { zh: 0.3, en: 0.3 } as const;

/** Answers a question. Never throws for what a person may write; `elapsedMs` is wall-clock time. */
export async function answerQuestion(engine: Engine, text: string): Promise<Answer> {
  const started = performance.now();
  const question = readQuestion(text);
  const answer = question === null ? nothingAsked(text) : await answerRead(engine, question);
  return { ...answer, question: text, elapsedMs: Math.round((performance.now() - started) * 10) / 10 };
}

/** What retrieval finds for a question, by both legs or one of them. */
export async function search(engine: Engine, question: Question, leg: Leg = 'hybrid'): Promise<Retrieved> {
  const vector = await engine.embedder.embedQuestion(question.text);
  return retrieve(engine.index, engine.embedder, { ...question, vector }, MAX_PASSAGES, leg);
}

type Told = Omit<Answer, 'question' | 'elapsedMs'>;

const nothingAsked = (text: string): Told => ({
  language: languageOf(text),
  status: 'unanswered',
  answer: null,
  facts: [],
  evidence: [],
  passages: [],
  closest: [],
});

async function answerRead(engine: Engine, question: Question): Promise<Told> {
  const { index } = engine;
  const { language } = question;
  const found = await search(engine, question);
  const passages = found.passages.map((hit): FoundPassage => {
    const { id, article } = index.passage(hit.passage);
    const { rank, score, keywordRank, denseRank } = hit;
    const text = index.passageText(hit.passage);
    return { id, article: index.article(article).id, rank, score, keywordRank, denseRank, text };
  });
  const closest = found.articles.slice(0, MAX_CLOSEST).map(({ article }) => index.article(article).title);
  const quotes = findQuotes(index, readSentences(index, question, found));
  const covered = Math.max(0, ...(quotes[0]?.sentences ?? []).map(({ features }) => features.context));
  if (covered < MIN_COVERAGE[language])
    return { language, status: 'unanswered', answer: null, facts: [], evidence: [], passages, closest };

  const foundFacts = chooseFacts(index, question, quotes);
  const facts = foundFacts.map((fact) => toFact(index, fact));
  const evidence = quotes.map((quote) => toEvidence(index, quote, foundFacts, found));
  return {
    language,
    status: 'answered',
    answer: composeAnswer(facts, evidence[0]!.article, language),
    facts,
    evidence,
    passages,
    closest,
  };
}

function toFact(index: OpenIndex, { kind, text, gloss, date, quote }: FoundFact): Fact {
  return {
    kind,
    text,
    ...(gloss !== undefined && { gloss }),
    ...(date !== undefined && { date }),
    passage: index.passage(quote.hit.passage).id,
  };
}

function toEvidence(
  index: OpenIndex,
  quote: Quote,
  facts: readonly FoundFact[],
  { articles }: Retrieved,
): Evidence {
  const article = index.article(quote.hit.article);
  const { start, end } = quote.span;
  const alsoIn = articles.find((hit) => hit.article === quote.hit.article)?.alsoIn ?? [];
  return {
    article: sourceOf(index, quote.hit.article),
    alsoIn: alsoIn.map((reprint) => sourceOf(index, reprint)),
    passage: index.passage(quote.hit.passage).id,
    quote: article.text.slice(start, end),
    highlights: facts
      .filter((fact) => fact.quote === quote)
      .map((fact): [number, number] => [fact.start - start, fact.end - start])
      .sort((a, b) => a[0] - b[0]),
  };
}

function sourceOf(index: OpenIndex, number: number): Source {
  const { id, title, date, url } = index.article(number);
  return { id, title, date, url };
}
