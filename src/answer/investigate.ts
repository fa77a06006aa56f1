/** Everything an answer is made from: what was found, its sentences, the best quotes, and how sure they are. */
import type { Engine } from '../engine.ts';
import { dot } from '../index/vector-index.ts';
import { rerank } from '../retrieval/rerank.ts';
import { type Leg, type Retrieved, retrieve } from '../retrieval/retrieve.ts';
import { confidenceFeatures } from './confidence.ts';
import { findQuotes, type Quote, readSentences, type Sentence } from './evidence.ts';
import type { ConfidenceFeatures } from './features.ts';
import type { Question } from './question.ts';

/** Passages and articles told in an answer. */
const MAX_PASSAGES = 10;

export interface Findings {
  readonly found: Retrieved;
  readonly sentences: readonly Sentence[];
  /** Best first. */
  readonly quotes: readonly Quote[];
  readonly confidence: ConfidenceFeatures;
}

/** What retrieval finds for a question, by both legs or one of them. */
export async function search(engine: Engine, question: Question, leg: Leg = 'hybrid'): Promise<Retrieved> {
  const vector = await engine.embedder.embedQuestion(question.text);
  const reranker = leg === 'hybrid' ? engine.reranker : undefined;
  return rerank(reranker, engine.index, question.text, MAX_PASSAGES, (k) =>
    retrieve(engine.index, engine.embedder, { ...question, vector }, k, leg),
  );
}

/** Retrieves and reads for a question; articles in `without` are left out, for fitting. */
export async function investigate(
  { index, embedder, reranker }: Engine,
  question: Question,
  without: ReadonlySet<number> = new Set(),
): Promise<Findings> {
  const vector = await embedder.embedQuestion(question.text);
  const found = await rerank(reranker, index, question.text, MAX_PASSAGES, (k) =>
    retrieve(index, embedder, { ...question, vector, without }, k),
  );
  const sentences = readSentences(index, question, found);
  const quotes = findQuotes(index, sentences);
  const best = quotes[0] === undefined ? 0 : index.similarity(vector, quotes[0].hit.passage);
  const dense = best - dot(vector, index.meanVector);
  return { found, sentences, quotes, confidence: confidenceFeatures(index, question, quotes, dense) };
}
