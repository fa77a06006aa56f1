/** Answers a question and tells why, with the passages, features and facts that the answer came from. */
import { type AskOptions, answerQuestion } from '../answer/answer.ts';
import type { Judged } from '../answer/look-up.ts';
import type { Answer, Evidence, Stage } from '../answer-types.ts';
import type { Engine } from '../engine.ts';
import { CONFIDENCE_BIAS, CONFIDENCE_WEIGHTS } from '../evidence/weights.ts';
import { readQuestion } from '../question/question.ts';
import type { ExplainedAnswer, ExplainedPassage, Lookup } from './explanation.ts';
import { explainFacts } from './facts.ts';
import { featuresOf, probabilityBy } from './features.ts';
import { tellPassages } from './passages.ts';

/** Passages of each leg. */
const MAX_EXPLAINED = 10;

/** The same answer as `answerQuestion` gives, explained. */
export async function explainAnswer(
  engine: Engine,
  text: string,
  options: AskOptions = {},
  onStage: (stage: Stage) => void = () => {},
): Promise<ExplainedAnswer> {
  const judged: Judged[] = [];
  const onJudged = (one: Judged): void => {
    judged.push(one);
  };
  const answer = await answerQuestion(engine, text, { ...options, watch: { onStage, onJudged } });
  const explanation: Lookup[] = [];
  for (const one of judged) explanation.push(await explainLookup(engine, one, options, answer));
  return { ...answer, explanation };
}

async function explainLookup(
  engine: Engine,
  judged: Judged,
  { period }: AskOptions,
  answer: Answer,
): Promise<Lookup> {
  const { question, findings, isLacking, confidence, threshold } = judged;
  const quoted = new Set(quotesOf(answer).map(({ passage }) => passage));
  const finals = new Map(findings.passages.map(({ passage, rank }) => [passage, rank]));
  const used = {
    finalOf: (passage: number) => finals.get(passage) ?? null,
    isQuoted: (id: string) => quoted.has(id),
  };
  return {
    question: question.text,
    language: question.language,
    kinds: question.kinds,
    period: period ?? question.period,
    confidence: {
      ...probabilityBy(CONFIDENCE_BIAS, featuresOf(CONFIDENCE_WEIGHTS, findings.confidence), threshold),
      ...{ value: confidence, distance: confidence - threshold },
    },
    isLacking,
    passages: await tellPassages(engine, question, { ...(period && { period }) }, MAX_EXPLAINED, used),
    facts: explainFacts(judged),
  };
}

const quotesOf = ({ evidence, parts = [] }: Answer): Evidence[] => [
  ...evidence,
  ...parts.flatMap((part) => part.evidence),
];

/** The passages that fit words, by each leg and by both; none where there is nothing to look up. */
export async function searchPassages(
  engine: Engine,
  text: string,
  most: number,
): Promise<ExplainedPassage[]> {
  const question = readQuestion(text);
  if (question === null) return [];
  const unused = { finalOf: () => null, isQuoted: () => false };
  return tellPassages(engine, question, {}, most, unused);
}
