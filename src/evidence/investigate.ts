/** Everything an answer is made from: what was found, its sentences, the best quotes, and how sure they are. */
import type { Stage } from '../answer-types.ts';
import type { Engine } from '../engine.ts';
import { favour } from '../question/period.ts';
import type { Question } from '../question/question.ts';
import { fusionOf } from '../retrieval/fuse.ts';
import { comparable } from '../retrieval/languages.ts';
import { rerank } from '../retrieval/rerank.ts';
import { type Leg, type PassageHit, type Query, type Retrieved, retrieve } from '../retrieval/retrieve.ts';
import { readTexts, type Texts } from '../retrieval/texts.ts';
import { readSentences, type Sentence } from '../sentences/sentences.ts';
import type { Period } from '../types.ts';
import { confidenceFeatures } from './confidence.ts';
import type { ConfidenceFeatures } from './features.ts';
import { findQuotes, type Quote } from './quotes.ts';
import { rankPassages } from './rank-passages.ts';

/** Passages and articles told in an answer. */
const MAX_PASSAGES = 10;

/** Which articles a question is asked of. */
export interface Limits {
  /** Only articles of these days. */
  readonly period?: Period;
  /** Articles that are treated as if the corpus lacked them, to fit what an unanswerable question looks like. */
  readonly without?: ReadonlySet<number>;
  /** Told as each begins. */
  readonly onStage?: (stage: Stage) => void;
}

export interface Findings {
  readonly found: Retrieved;
  readonly texts: Texts;
  /** What was found, by what its sentences say, best first. */
  readonly passages: readonly PassageHit[];
  /** Of the question. */
  readonly vector: Float32Array;
  readonly sentences: readonly Sentence[];
  /** Best first. */
  readonly quotes: readonly Quote[];
  readonly confidence: ConfidenceFeatures;
}

/** What retrieval finds for a question, by both legs or one of them. */
export async function search(engine: Engine, question: Question, leg: Leg = 'hybrid'): Promise<Retrieved> {
  return find(engine, question, await queryOf(engine, question, {}), leg);
}

/** Retrieves and reads for a question, within limits where they are given. */
export async function investigate(
  engine: Engine,
  question: Question,
  limits: Limits = {},
): Promise<Findings> {
  const { index } = engine;
  limits.onStage?.('searching');
  const query = await queryOf(engine, question, limits);
  const found = await find(engine, question, query);
  limits.onStage?.('reading');
  const texts = await readTexts(index, query.vector, found, termsAsked(question));
  const sentences = readSentences(texts, question, found.passages);
  const quotes = findQuotes(texts, sentences);
  return {
    found,
    texts,
    // A reranker has read them whole.
    passages: engine.reranker ? found.passages : rankPassages(found.passages, sentences),
    vector: query.vector,
    sentences,
    quotes,
    confidence: confidenceFeatures(texts, question, found, sentences, quotes),
  };
}

/** The best passages by both legs, read again by the reranker where there is one, or by one leg alone. */
function find(
  { index, embedder, reranker }: Engine,
  { text }: Question,
  query: Query,
  leg: Leg = 'hybrid',
): Promise<Retrieved> {
  return rerank(leg === 'hybrid' ? reranker : undefined, index, text, MAX_PASSAGES, (k) =>
    retrieve(index, fusionOf(embedder.model), query, k, leg),
  );
}

/** What the index is asked for a question, within limits where they are given. */
export async function queryOf(
  { index, embedder }: Engine,
  question: Question,
  { period, without }: Limits,
): Promise<Query> {
  const { text, language, terms, words, period: said } = question;
  return {
    language,
    terms,
    words,
    vector: comparable(await embedder.embedQuestion(text), index.manifest),
    limits: { ...(period && { period }), ...(without && { without }) },
    ...(said !== null && { favours: (date: string | null) => favour(date, said), period: said }),
  };
}

/** Whose frequencies are asked of. */
const termsAsked = ({ terms, names }: Question): Set<string> =>
  new Set([...terms.keys(), ...names.flatMap(({ whole, parts }) => [whole, ...parts])]);
