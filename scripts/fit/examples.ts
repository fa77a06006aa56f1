/** What the models are fitted on: what a question finds, which of it answers, and how sure the answer looks. */

import type { Engine } from '../../src/engine.ts';
import { comparable } from '../../src/evaluation/metrics.ts';
import type { GoldQuestion } from '../../src/evaluation/question-file.ts';
import { chooseFacts, factFeatures } from '../../src/evidence/chosen-facts.ts';
import type { ConfidenceFeatures, FactFeatures, PassageFeatures } from '../../src/evidence/features.ts';
import { type Findings, investigate } from '../../src/evidence/investigate.ts';
import { passageFeatures } from '../../src/evidence/rank-passages.ts';
import {
  CONFIDENCE_WEIGHTS,
  FACT_WEIGHTS,
  PASSAGE_WEIGHTS,
  SENTENCE_WEIGHTS,
} from '../../src/evidence/weights.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { type Question, readQuestion } from '../../src/question/question.ts';
import { readMessage } from '../../src/question/talk/message.ts';
import { FUSION_FEATURES } from '../../src/retrieval/fuse.ts';
import { findCandidates } from '../../src/retrieval/retrieve.ts';
import type { SentenceFeatures } from '../../src/sentences/features.ts';
import { type Choice, type Example, type Source, WEIGHTS } from './linear.ts';
import { withWrongNames } from './wrong-names.ts';

const keysOf = <T extends object>(weights: T): (keyof T & string)[] =>
  Object.keys(weights) as (keyof T & string)[];
export const NAMES = {
  fusion: FUSION_FEATURES,
  sentence: keysOf<Record<keyof SentenceFeatures, number>>(SENTENCE_WEIGHTS),
  passage: keysOf<Record<keyof PassageFeatures, number>>(PASSAGE_WEIGHTS),
  confidence: keysOf<Record<keyof ConfidenceFeatures, number>>(CONFIDENCE_WEIGHTS),
  fact: keysOf<Record<keyof FactFeatures, number>>(FACT_WEIGHTS),
} as const;

const row = <T extends object>(names: readonly (keyof T)[], features: T): number[] =>
  names.map((name) => features[name] as number);

/** The examples of one set. */
export interface SetExamples {
  /** Candidates of retrieval, by whether their articles have structure. */
  readonly fusion: Choice[];
  readonly sentence: Choice[];
  /** Scores of sentences are those of the weights that ship: it is fitted after they are. */
  readonly passage: Choice[];
  readonly confidence: Example[];
  /** First facts out of articles with structure, and whether they stand in an accepted answer. */
  readonly fact: Example[];
}

/** Asks all questions of a set, and each once more with its articles taken out and with its names replaced. */
export async function readExamples(
  engine: Engine<OpenIndex>,
  questions: readonly GoldQuestion[],
): Promise<SetExamples> {
  const examples: SetExamples = { fusion: [], sentence: [], passage: [], confidence: [], fact: [] };
  const { index } = engine;
  const numbers = new Map(
    Array.from({ length: index.manifest.articles }, (_, i) => [index.article(i).id, i]),
  );
  for (const gold of questions) {
    const question = readQuestion(gold.question);
    // Small talk is answered before anything is looked for.
    if (question === null || readMessage(gold.question).intent !== 'question') continue;
    const findings = await investigate(engine, question);
    const isAnswerable = gold.relevant.length > 0;
    const addConfidence = (source: Source, { confidence }: Findings): void => {
      examples.confidence.push({ row: row(NAMES.confidence, confidence), source, weight: WEIGHTS[source] });
    };
    addConfidence(isAnswerable ? 'answerable' : 'unanswerable', findings);
    if (!isAnswerable) continue;
    await addChoices(engine, gold, question, findings, examples);
    const without = new Set(gold.relevant.flatMap((id) => numbers.get(id) ?? []));
    addConfidence('without', await investigate(engine, question, { without }));
    for (const text of withWrongNames(gold.question)) {
      const wrong = readQuestion(text);
      if (wrong !== null) addConfidence('wrongName', await investigate(engine, wrong));
    }
  }
  return examples;
}

async function addChoices(
  engine: Engine<OpenIndex>,
  gold: GoldQuestion,
  question: Question,
  findings: Findings,
  examples: SetExamples,
): Promise<void> {
  const { index } = engine;
  const { found, texts, sentences, vector } = findings;
  const answers = gold.answers.map(comparable);
  const holds = (text: string, article: number): boolean =>
    gold.relevant.includes(index.article(article).id) &&
    answers.some((answer) => comparable(text).includes(answer));
  const add = (to: Choice[], rows: readonly number[][], good: readonly boolean[]): void => {
    if (good.includes(true)) to.push({ rows, good, weight: 1 });
  };
  const { language, terms } = question;
  const { scored: candidates } = await findCandidates(index, { language, terms, vector });
  add(
    examples.fusion,
    candidates.map(({ features }) => row(NAMES.fusion, features)),
    candidates.map(({ passage }) => holds(index.passage(passage).text, index.articleOf(passage))),
  );
  add(
    examples.sentence,
    sentences.map(({ features }) => row(NAMES.sentence, features)),
    sentences.map(({ hit, span }) =>
      holds(texts.article(hit.article).text.slice(span.start, span.end), hit.article),
    ),
  );
  const read = passageFeatures(found.passages, sentences).flatMap((features, i) =>
    features === null ? [] : [{ features, hit: found.passages[i]! }],
  );
  add(
    examples.passage,
    read.map(({ features }) => row(NAMES.passage, features)),
    read.map(({ hit }) => holds(texts.passage(hit.passage).text, hit.article)),
  );
  const [fact] = chooseFacts(texts, question, findings.quotes);
  if (fact === undefined) return;
  const { hit } = fact.quote;
  if (!index.isStructured(hit.article)) return;
  const told = comparable(fact.text);
  const isRight = answers.some((answer) => answer.includes(told) || told.includes(answer));
  const source = isRight ? 'answerable' : 'unanswerable';
  examples.fact.push({ row: row(NAMES.fact, factFeatures(found, fact)), source, weight: 1 });
}
