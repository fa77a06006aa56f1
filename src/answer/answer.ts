/** From a question to its answer: retrieve, quote, find the facts, or say that the corpus does not tell. */
import type { Engine } from '../engine.ts';
import { compareArticles } from '../evidence/agreement.ts';
import { factsOfAsked } from '../evidence/asked-names.ts';
import { type FoundFact, trustedFacts } from '../evidence/chosen-facts.ts';
import { confidenceOf, lacksAsked } from '../evidence/confidence.ts';
import { type Findings, investigate } from '../evidence/investigate.ts';
import { preferNewest } from '../evidence/newest.ts';
import { MAX_SHOWN } from '../evidence/quotes.ts';
import { reprintsOfQuote } from '../evidence/reprints.ts';
import { MIN_CONFIDENCE } from '../evidence/weights.ts';
import { readFollowUp } from '../question/follow-up.ts';
import type { Question } from '../question/question.ts';
import { readMessage } from '../question/talk/message.ts';
import { type Corpus, corpusOf } from '../retrieval/corpus.ts';
import type { PassageHit } from '../retrieval/retrieve.ts';
import type { Answer, Evidence, Fact, Language, Period, Stage } from '../types.ts';
import { composeAnswer } from './compose.ts';
import { listArticles } from './listed.ts';
import { answerAsMeant, tellsAll } from './meant.ts';
import { mendByCorpus, tellMended } from './mended.ts';
import { type AnswerBody, joinParts } from './parts.ts';
import { choosePassage } from './passages.ts';
import { chooseShown, holds, type Shown } from './shown.ts';
import { replyTo } from './small-talk.ts';
import { tellFact, tellFound, tellPassage, tellQuote, textOf, textOfBlocks } from './tell.ts';

/** Titles told where the corpus does not tell. */
const MAX_CLOSEST = 3;

/** What a question may come with. */
export interface AskOptions {
  /** Only articles of these days are looked at. */
  readonly period?: Period;
  /** The question before, whose subject a short follow-up ("and when?") takes over. */
  readonly follows?: string;
  /** What the answer is said in; the language of the question where it is not given. */
  readonly language?: Language;
}

/** What a question, a part of one, or one way to mean it was judged by. */
export interface Judged {
  readonly question: Question;
  readonly findings: Findings;
  /** Whether nothing is there of what is asked for, however near the rest stands: the confidence is 0 then. */
  readonly isLacking: boolean;
  readonly confidence: number;
  /** An answer of less confidence is not given. */
  readonly threshold: number;
  /** Facts of the kinds asked for, those of them that are probably right, and those told. */
  readonly facts: { readonly chosen: readonly FoundFact[]; readonly trusted: readonly FoundFact[] };
  readonly told: readonly Fact[];
}

/** Is told how an answer comes about, and changes nothing of it. */
export interface Watch {
  readonly onStage?: (stage: Stage) => void;
  readonly onJudged?: (judged: Judged) => void;
}

export interface WatchedOptions extends AskOptions {
  readonly watch?: Watch;
}

/** Answers a question. Never throws for what a person may write; `elapsedMs` is wall-clock time. */
export async function answerQuestion(
  engine: Engine,
  text: string,
  options: WatchedOptions = {},
): Promise<Answer> {
  const started = performance.now();
  const body = await answerMessage(engine, text, options);
  const elapsedMs = Math.round((performance.now() - started) * 10) / 10;
  return { question: text, index: engine.index.build, ...body, elapsedMs };
}

/** Small talk and questions about the collection need no passage; all else is looked up. */
async function answerMessage(engine: Engine, text: string, options: WatchedOptions): Promise<AnswerBody> {
  const { period, follows } = options;
  const corpus = corpusOf(engine.index);
  const around = corpus.typicalDate;
  const { intent, talk, wish, asked, ...message } = readMessage(text, undefined, around);
  const language = options.language ?? message.language;
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
      ...listArticles(corpus, wish, language, period),
    };
  const mended = mendByCorpus(corpus, asked);
  const question = readFollowUp(mended.text, follows, undefined, around);
  if (question === null) return { ...NOTHING, ...UNANSWERED, intent, language };
  return tellMended(await answerWhole(engine, corpus, question, options), mended);
}

/** Part by part where it has some, unless what it compares stands together. */
async function answerWhole(
  engine: Engine,
  { idf }: Pick<Corpus, 'idf'>,
  question: Question,
  options: WatchedOptions,
): Promise<AnswerBody> {
  const answer = (one: Question): Promise<AnswerBody> =>
    answerAsMeant(idf, one, (way) => answerRead(engine, way, options));
  const { parts, compares } = question;
  const whole = parts.length === 0 || compares ? await answer(question) : null;
  if (whole !== null && (parts.length === 0 || tellsAll(idf, whole, parts))) return whole;
  const answers: AnswerBody[] = [];
  for (const part of parts) answers.push(await answer(part));
  const joined = joinParts({ ...question, language: options.language ?? question.language }, answers);
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

async function answerRead(
  engine: Engine,
  question: Question,
  { period, language = question.language, watch = {} }: WatchedOptions,
): Promise<AnswerBody> {
  const { intent } = question;
  const { onStage, onJudged } = watch;
  const findings = await investigate(engine, question, {
    ...(period && { period }),
    ...(onStage && { onStage }),
  });
  const { found, texts, sentences } = findings;
  const { quotes, passages: hits, older } = preferNewest(texts, question, findings);
  const passages = findings.passages.map((hit) => tellFound(texts, hit));
  const closest = found.articles.slice(0, MAX_CLOSEST).map(({ article }) => texts.article(article).title);
  const reprintsOf = (article: number, quote: string): readonly number[] =>
    reprintsOfQuote(texts, found.articles.find((hit) => hit.article === article)?.alsoIn ?? [], quote);
  const isGuide =
    findings.passages[0] !== undefined && texts.article(findings.passages[0].article).isStructured;
  const isLacking = quotes.length === 0 || lacksAsked(question, findings.confidence);
  const confidence = isLacking ? 0 : confidenceOf(findings.confidence);
  const threshold = engine.minConfidence ?? MIN_CONFIDENCE;
  const judged = { question, findings, isLacking, confidence, threshold };
  if (quotes.length === 0 || confidence < threshold) {
    onJudged?.({ ...judged, facts: { chosen: [], trusted: [] }, told: [] });
    return { intent, language, ...UNANSWERED, confidence, passages, closest };
  }

  // What an older article tells otherwise is told beside the newer, not instead.
  const newest = quotes.filter(({ hit }) => !older.has(hit.article));
  const chosen = factsOfAsked(texts, question, newest);
  const trusted = trustedFacts(texts, found, chosen);
  const compared = compareArticles(texts, question, sentences, quotes, trusted, older);
  const shown = chooseShown(texts, compared.quotes, compared.facts);
  // Where no fact answers, a sentence of a guide is too little: its passage is shown.
  const whole = (hit: Pick<PassageHit, 'article' | 'passage'>): Evidence => {
    const chosen = choosePassage(texts, hit);
    return tellPassage(texts, chosen, reprintsOf(hit.article, textOfBlocks(chosen.blocks)));
  };
  const quoted = (one: Shown): Evidence => {
    const { article, span } = one;
    if (compared.facts.length === 0 && texts.article(article).isStructured) return whole(one);
    return tellQuote(texts, one, reprintsOf(article, textOf(texts, article, span)));
  };
  const evidence =
    compared.facts.length === 0 && isGuide ? hits.slice(0, MAX_SHOWN).map(whole) : shown.map(quoted);
  const isShown = (fact: FoundFact): boolean =>
    shown.some(({ article, span }) => article === fact.quote.hit.article && holds(span, fact));
  const facts = compared.facts.filter(isShown).map((fact) => {
    const { hit, span } = fact.quote;
    const quote = textOf(texts, hit.article, span);
    const articles = compared.articlesOf(fact).flatMap((article) => [article, ...reprintsOf(article, quote)]);
    return tellFact(texts, fact, [...new Set(articles)]);
  });
  onJudged?.({ ...judged, facts: { chosen, trusted }, told: facts });
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
