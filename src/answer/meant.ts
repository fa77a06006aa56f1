/** Which way a question is meant: what it takes over from the talk before it holds where that finds all that it says itself. */
import type { Evidence } from '../answer-types.ts';
import type { Question } from '../question/question.ts';
import type { Corpus } from '../retrieval/corpus.ts';
import { passageTerms } from '../text/analyze.ts';
import { containsHan } from '../text/characters.ts';
import type { Terms } from '../types.ts';
import type { AnswerBody } from './parts.ts';

/** A word less than all of them, rounding aside, may be the one that says what is asked about. */
const ALL = 0.99;

/**
 * What the first way of meaning the question finds whose first passage has all its own words; else of what goes on from the talk
 * before the first answer, and of what may stand alone the answer to it alone.
 */
export async function answerAsMeant(
  idfs: Corpus['idfs'],
  question: Question,
  answer: (question: Question) => Promise<AnswerBody>,
): Promise<AnswerBody> {
  const answers: AnswerBody[] = [];
  let alone = 0;
  for (let way: Question | null = question; way !== null; way = way.otherwise) {
    const one = await answer(way);
    if (way.otherwise === null && answers.length === 0) return one;
    if (one.status === 'answered' && (await has(idfs, ofBest(one.evidence), way.own)) >= ALL) return one;
    if (way.intent === 'question') alone = answers.length;
    answers.push(one);
  }
  const first = answers.find(({ status }) => status === 'answered') ?? answers[0]!;
  return question.intent === 'follow-up' ? first : answers[alone]!;
}

/** Quotes of the passage that is shown first: another of its article may be of what was asked before. */
const ofBest = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter(({ passage }) => passage === evidence[0]?.passage);

/** True where what is shown has every word that each of the questions says itself. */
export async function tellsAll(
  idfs: Corpus['idfs'],
  { evidence, status }: AnswerBody,
  questions: readonly Question[],
): Promise<boolean> {
  if (status !== 'answered') return false;
  for (const { own } of questions) if ((await has(idfs, evidence, own)) < ALL) return false;
  return true;
}

/** Share of the weight of terms, each by its idf, that quotes have with what stands above them. */
async function has(idfs: Corpus['idfs'], evidence: readonly Evidence[], terms: Terms): Promise<number> {
  const idf = await idfs(terms.keys());
  const text = evidence
    .map(({ article, headings, quote }) => [article.title, ...headings, quote].join('\n'))
    .join('\n');
  const there = passageTerms(text, evidence[0]?.article.date ?? null);
  // Glosses of a Chinese question stand in English texts only, and its characters in Chinese ones.
  const isHan = containsHan(text);
  let [all, found] = [0, 0];
  for (const [term, weight] of terms) {
    if (isHan ? term.startsWith('e:') : containsHan(term)) continue;
    const weighed = weight * idf(term);
    all += weighed;
    if (there.has(term)) found += weighed;
  }
  return all === 0 ? 1 : found / all;
}
