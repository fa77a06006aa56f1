/** From what somebody writes to the answer: small talk, the collection, or what a question and each of its parts find. */
import type { Answer } from '../answer-types.ts';
import type { Engine } from '../engine.ts';
import { readFollowUp } from '../question/follow-up.ts';
import type { Question } from '../question/question.ts';
import { readMessage } from '../question/talk/message.ts';
import { type Corpus, corpusOf } from '../retrieval/corpus.ts';
import type { Language, Period } from '../types.ts';
import { listArticles } from './collection.ts';
import { lookUp, UNANSWERED, type Watch } from './look-up.ts';
import { answerAsMeant, tellsAll } from './meant.ts';
import { mendByCorpus, tellMended } from './mended.ts';
import { type AnswerBody, joinParts } from './parts.ts';
import { replyTo } from './small-talk.ts';

/** What a question may come with. */
export interface AskOptions {
  /** Only articles of these days are looked at. */
  readonly period?: Period;
  /** The question before, whose subject a short follow-up ("and when?") takes over. */
  readonly follows?: string;
  /** What the answer is said in; the language of the question where it is not given. */
  readonly language?: Language;
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
      ...(await listArticles(corpus, wish, language, period)),
    };
  const mended = await mendByCorpus(corpus, asked);
  const question = readFollowUp(mended.text, follows, undefined, around);
  if (question === null) return { ...NOTHING, ...UNANSWERED, intent, language };
  return tellMended(await answerWhole(engine, corpus, question, options), mended);
}

/** Part by part where it has some, unless what it compares stands together. */
async function answerWhole(
  engine: Engine,
  { idfs }: Pick<Corpus, 'idfs'>,
  question: Question,
  options: WatchedOptions,
): Promise<AnswerBody> {
  const answer = (one: Question): Promise<AnswerBody> =>
    answerAsMeant(idfs, one, (way) => lookUp(engine, way, options));
  const { parts, compares } = question;
  const whole = parts.length === 0 || compares ? await answer(question) : null;
  if (whole !== null && (parts.length === 0 || (await tellsAll(idfs, whole, parts)))) return whole;
  const answers: AnswerBody[] = [];
  for (const part of parts) answers.push(await answer(part));
  const joined = joinParts({ ...question, language: options.language ?? question.language }, answers);
  return joined.status === 'unanswered' ? (whole ?? joined) : joined;
}

const NOTHING = { facts: [], disputed: [], evidence: [], passages: [], closest: [] } as const;
