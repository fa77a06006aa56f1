/** From a question to its answer: retrieve, quote, find the facts, or say that the corpus does not tell. */
import type { Engine } from '../engine.ts';
import { compareArticles } from '../evidence/agreement.ts';
import { factsOfAsked } from '../evidence/asked-names.ts';
import { type FoundFact, trustedFacts } from '../evidence/chosen-facts.ts';
import { confidenceOf } from '../evidence/confidence.ts';
import { investigate } from '../evidence/investigate.ts';
import { preferNewest } from '../evidence/newest.ts';
import { MAX_SHOWN } from '../evidence/quotes.ts';
import { reprintsOfQuote } from '../evidence/reprints.ts';
import { MIN_CONFIDENCE } from '../evidence/weights.ts';
import { type OpenIndex, sourceOf } from '../index/open.ts';
import { readFollowUp } from '../question/follow-up.ts';
import type { Question } from '../question/question.ts';
import { readMessage } from '../question/talk/message.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Answer, Block, Evidence, Fact, FoundPassage, Passage, Period, Span } from '../types.ts';
import { composeAnswer } from './compose.ts';
import { listArticles } from './listed.ts';
import { answerAsMeant, tellsAll } from './meant.ts';
import { mendByIndex, tellMended } from './mended.ts';
import { joinParts, type Told } from './parts.ts';
import { choosePassage, type ShownPassage } from './passages.ts';
import { chooseShown, holds, type Shown } from './shown.ts';
import { replyTo } from './small-talk.ts';

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
  const told = await answerMessage(engine, text, options);
  const elapsedMs = Math.round((performance.now() - started) * 10) / 10;
  return { question: text, index: engine.index.build, ...told, elapsedMs };
}

/** Small talk and questions about the collection need no passage; all else is looked up. */
async function answerMessage(engine: Engine, text: string, { period, follows }: AskOptions): Promise<Told> {
  const { index } = engine;
  const around = index.manifest.typicalDate;
  const { intent, language, talk, wish, asked } = readMessage(text, undefined, around);
  if (talk !== null)
    return {
      ...NOTHING,
      intent,
      language,
      status: 'chat',
      confidence: 1,
      answer: replyTo(talk, text, language),
    };
  if (wish !== null)
    return {
      ...NOTHING,
      intent,
      language,
      status: 'answered',
      confidence: 1,
      ...listArticles(index, wish, language, period),
    };
  const mended = mendByIndex(index, asked);
  const question = readFollowUp(mended.text, follows, undefined, around);
  if (question === null) return { ...NOTHING, ...UNANSWERED, intent, language };
  return tellMended(await answerWhole(engine, question, { ...(period && { period }) }), mended);
}

/** Part by part where it has some, unless what it compares stands together. */
async function answerWhole(engine: Engine, question: Question, options: AskOptions): Promise<Told> {
  const { index } = engine;
  const answer = (one: Question): Promise<Told> =>
    answerAsMeant(index, one, (way) => answerRead(engine, way, options));
  const { parts, compares } = question;
  const whole = parts.length === 0 || compares ? await answer(question) : null;
  if (whole !== null && (parts.length === 0 || tellsAll(index, whole, parts))) return whole;
  const told: Told[] = [];
  for (const part of parts) told.push(await answer(part));
  const joined = joinParts(question, told);
  return joined.status === 'unanswered' ? (whole ?? joined) : joined;
}

const UNANSWERED = {
  status: 'unanswered',
  confidence: 0,
  answer: null,
  facts: [],
  disputed: [],
  evidence: [],
} as const;

const NOTHING = { facts: [], disputed: [], evidence: [], passages: [], closest: [] } as const;

async function answerRead(engine: Engine, question: Question, { period }: AskOptions): Promise<Told> {
  const { index } = engine;
  const { language, intent } = question;
  const findings = await investigate(engine, question, { ...(period && { period }) });
  const { found, sentences } = findings;
  const { quotes, passages: hits, older } = preferNewest(index, question, findings);
  const passages = findings.passages.map((hit) => toFoundPassage(index, hit));
  const closest = found.articles.slice(0, MAX_CLOSEST).map(({ article }) => index.article(article).title);
  const reprintsOf = (article: number, quote: string): readonly number[] =>
    reprintsOfQuote(index, found.articles.find((hit) => hit.article === article)?.alsoIn ?? [], quote);
  const isGuide = findings.passages[0] !== undefined && index.isStructured(findings.passages[0].article);
  const confidence = quotes.length === 0 ? 0 : confidenceOf(findings.confidence);
  if (confidence < (engine.minConfidence ?? MIN_CONFIDENCE))
    return { intent, language, ...UNANSWERED, confidence, passages, closest };

  // What an older article tells otherwise is told beside the newer, not instead.
  const newest = quotes.filter(({ hit }) => !older.has(hit.article));
  const compared = compareArticles(
    index,
    question,
    sentences,
    quotes,
    trustedFacts(index, found, factsOfAsked(index, question, newest)),
    older,
  );
  const shown = chooseShown(index, compared.quotes, compared.facts);
  // Where no fact answers, a sentence of a guide is too little: its passage is shown.
  const whole = (hit: Pick<PassageHit, 'article' | 'passage'>): Evidence => {
    const chosen = choosePassage(index, findings.vector, hit);
    return toPassageEvidence(index, chosen, reprintsOf(hit.article, textOfBlocks(chosen.blocks)));
  };
  const quoted = (one: Shown): Evidence => {
    const { article, span } = one;
    if (compared.facts.length === 0 && index.isStructured(article)) return whole(one);
    return toEvidence(index, one, reprintsOf(article, textOf(index, article, span)));
  };
  const evidence =
    compared.facts.length === 0 && isGuide ? hits.slice(0, MAX_SHOWN).map(whole) : shown.map(quoted);
  const isShown = (fact: FoundFact): boolean =>
    shown.some(({ article, span }) => article === fact.quote.hit.article && holds(span, fact));
  const facts = compared.facts.filter(isShown).map((fact) => {
    const { hit, span } = fact.quote;
    const quote = textOf(index, hit.article, span);
    const articles = compared.articlesOf(fact).flatMap((article) => [article, ...reprintsOf(article, quote)]);
    return toFact(index, fact, [...new Set(articles)]);
  });
  const { disputed } = compared;
  const answer = composeAnswer(facts, evidence[0]!.article, language, disputed);
  return {
    intent,
    language,
    status: 'answered',
    confidence,
    answer,
    facts,
    disputed,
    evidence,
    passages,
    closest,
  };
}

const textOf = (index: OpenIndex, article: number, { start, end }: Span): string =>
  index.article(article).text.slice(start, end);

/** Where a passage stands, as all that is told of it says. */
const placeOf = ({ kind, section: { headings, anchor } }: Passage) => ({ kind, headings, anchor });

function toFoundPassage(index: OpenIndex, hit: PassageHit): FoundPassage {
  const passage = index.passage(hit.passage);
  const { id, article, blocks } = passage;
  const { rank, score, keywordRank, denseRank } = hit;
  return {
    ...{ id, article: index.article(article).id, rank, score, keywordRank, denseRank },
    ...placeOf(passage),
    text: index.passageText(hit.passage),
    blocks,
  };
}

function toFact(
  index: OpenIndex,
  { kind, text, gloss, date, until, quote }: FoundFact,
  articles: readonly number[],
): Fact {
  return {
    kind,
    text,
    ...(gloss !== undefined && { gloss }),
    ...(date !== undefined && { date }),
    ...(until !== undefined && { until }),
    passage: index.passage(quote.hit.passage).id,
    sources: articles.map((article) => sourceOf(index, article)),
  };
}

function toEvidence(
  index: OpenIndex,
  { article, passage, span, marks }: Shown,
  reprints: readonly number[],
): Evidence {
  return {
    article: sourceOf(index, article),
    alsoIn: reprints.map((reprint) => sourceOf(index, reprint)),
    ...quotedFrom(index, passage, span),
    highlights: marks.map(({ start, end }): [number, number] => [start - span.start, end - span.start]),
  };
}

/** A quote of sentences, with where it stands. */
function quotedFrom(index: OpenIndex, number: number, { start, end }: Span) {
  const passage = index.passage(number);
  const quote = textOf(index, passage.article, { start, end });
  const block = blockAround(passage.blocks, index.passageText(number), start - passage.span.start);
  return {
    ...{ passage: passage.id, ...placeOf(passage), quote },
    blocks: [
      { kind: block?.kind === 'byline' ? ('byline' as const) : ('text' as const), text: quote, depth: 0 },
    ],
  };
}

/** The block of a passage that holds a place of its text. */
function blockAround(blocks: readonly Block[], text: string, place: number): Block | undefined {
  let start = 0;
  for (const block of blocks) {
    start = text.indexOf(block.text, start);
    if (place < start + block.text.length) return block;
    start += block.text.length;
  }
  return undefined;
}

const textOfBlocks = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');

function toPassageEvidence(
  index: OpenIndex,
  { article, passage: number, blocks }: ShownPassage,
  reprints: readonly number[],
): Evidence {
  const passage = index.passage(number);
  return {
    article: sourceOf(index, article),
    alsoIn: reprints.map((reprint) => sourceOf(index, reprint)),
    ...{ passage: passage.id, ...placeOf(passage) },
    quote: textOfBlocks(blocks),
    blocks,
    highlights: [],
  };
}
