/** What the models are fitted on: the sentences that questions find, and how sure their answers look. */

import type { Engine } from '../../src/engine.ts';
import { comparable } from '../../src/evaluation/metrics.ts';
import type { GoldQuestion } from '../../src/evaluation/question-file.ts';
import type { ConfidenceFeatures, SentenceFeatures } from '../../src/evidence/features.ts';
import { investigate } from '../../src/evidence/investigate.ts';
import type { Sentence } from '../../src/evidence/sentences.ts';
import { readQuestion } from '../../src/question/question.ts';
import { type Choice, type Example, type Source, WEIGHTS } from './linear.ts';
import { withWrongNames } from './wrong-names.ts';

export const SENTENCE_NAMES = [
  'context',
  'focus',
  'passage',
  'tells',
  'candidate',
] as const satisfies readonly (keyof SentenceFeatures)[];
export const CONFIDENCE_NAMES = [
  'quote',
  'focus',
  'names',
  'absent',
  'nameless',
  'dense',
  'share',
  'candidate',
  'missing',
] as const satisfies readonly (keyof ConfidenceFeatures)[];

const sentenceRow = ({ features }: Sentence): number[] => SENTENCE_NAMES.map((name) => features[name]);
const confidenceRow = (features: ConfidenceFeatures): number[] =>
  CONFIDENCE_NAMES.map((name) => features[name]);

const groupOf = ({ relevant, id }: GoldQuestion): string => relevant[0] ?? id;

/** The choices between sentences, of the questions that found one with an accepted answer. */
export async function readChoices(
  engine: Engine,
  questions: readonly GoldQuestion[],
  weight: number,
): Promise<Choice[]> {
  const choices: Choice[] = [];
  for (const gold of questions) {
    const question = readQuestion(gold.question);
    if (question === null || gold.relevant.length === 0) continue;
    const { sentences } = await investigate(engine, question);
    const good = sentences.map(({ hit, span }) => {
      const { id, text } = engine.index.article(hit.article);
      const sentence = comparable(text.slice(span.start, span.end));
      return (
        gold.relevant.includes(id) && gold.answers.some((answer) => sentence.includes(comparable(answer)))
      );
    });
    if (good.includes(true))
      choices.push({ rows: sentences.map(sentenceRow), good, weight, group: groupOf(gold) });
  }
  return choices;
}

/**
 * Examples of questions that the corpus answers, and of those that it does not: unanswerable ones, each answerable one
 * with its relevant articles taken out, and each with one of its names replaced.
 */
export async function readExamples(
  engine: Engine,
  questions: readonly GoldQuestion[],
  weight: number,
): Promise<Example[]> {
  const { index } = engine;
  const numbers = new Map(
    Array.from({ length: index.manifest.articles }, (_, i) => [index.article(i).id, i]),
  );
  const examples: Example[] = [];
  for (const gold of questions) {
    const add = async (source: Source, text: string, without?: ReadonlySet<number>): Promise<void> => {
      const question = readQuestion(text);
      if (question === null) return;
      const { confidence } = await investigate(engine, question, without && { without });
      examples.push({
        row: confidenceRow(confidence),
        source,
        weight: weight * WEIGHTS[source],
        group: groupOf(gold),
      });
    };
    if (gold.relevant.length === 0) {
      await add('unanswerable', gold.question);
      continue;
    }
    await add('answerable', gold.question);
    const relevant = gold.relevant.map((id) => numbers.get(id)).filter((number) => number !== undefined);
    await add('without', gold.question, new Set(relevant));
    for (const text of withWrongNames(gold.question)) await add('wrongName', text);
  }
  return examples;
}
