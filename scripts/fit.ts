/**
 * Fits the linear models of the answers and writes `src/answer/weights.json`:
 * `npm run fit -- --questions FILE --corpus PATH --squad FILE`.
 *
 * The sentence model maximises the probability of the sentences that hold an accepted answer (softmax over all
 * sentences of a question). The confidence model is a logistic regression; its negatives are the unanswerable
 * questions, every answerable one with its relevant articles taken out, and each with one of its names replaced.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sentence } from '../src/answer/evidence.ts';
import type { ConfidenceFeatures, SentenceFeatures } from '../src/answer/features.ts';
import { investigate } from '../src/answer/investigate.ts';
import { readQuestion } from '../src/answer/question.ts';
import { parseConfig } from '../src/config.ts';
import { type Engine, openEngine } from '../src/engine.ts';
import { comparable, mean } from '../src/evaluation/metrics.ts';
import { type GoldQuestion, readQuestions, readSquad } from '../src/evaluation/question-file.ts';
import { dot } from '../src/index/vector-index.ts';
import { readArguments, runCommand, UsageError } from '../src/terminal/command.ts';
import { withWrongNames } from './wrong-names.ts';

const HELP = `Usage: npm run fit -- --questions FILE --corpus PATH --squad FILE

Fits the weights of evidence and refusal on a set of questions with its corpus and on a SQuAD-format set, and writes
them to src/answer/weights.json.`;

const SENTENCE_NAMES = [
  'context',
  'focus',
  'passage',
  'tells',
  'candidate',
] as const satisfies readonly (keyof SentenceFeatures)[];
const CONFIDENCE_NAMES = [
  'quote',
  'names',
  'absent',
  'dense',
  'share',
] as const satisfies readonly (keyof ConfidenceFeatures)[];
/** A question of the news set counts as much as this many of the SQuAD set: its kind is what the bot is asked. */
const NEWS_WEIGHT = 3;
const RIDGE = 1e-3;
const STEPS = 500;
/** Share of the answerable questions that the threshold lets through. */
const ANSWERED_SHARE = 0.96;

interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly good: readonly boolean[];
  readonly weight: number;
}
/** Where an example of the confidence model is from, and what it weighs: those that people wrote weigh most. */
const WEIGHTS = { answerable: 1, unanswerable: 3, without: 0.5, wrongName: 0.5 } as const;
interface Example {
  readonly row: readonly number[];
  readonly source: keyof typeof WEIGHTS;
  readonly weight: number;
}

/** Gradient descent with Adam (Kingma and Ba 2015). `gradient` is of the loss, without the ridge. */
function minimize(size: number, gradient: (weights: readonly number[]) => number[]): number[] {
  const weights = new Array<number>(size).fill(0);
  const first = new Array<number>(size).fill(0);
  const second = new Array<number>(size).fill(0);
  for (let step = 1; step <= STEPS; step++) {
    const slope = gradient(weights);
    for (let i = 0; i < size; i++) {
      const g = slope[i]! + RIDGE * weights[i]!;
      first[i] = 0.9 * first[i]! + 0.1 * g;
      second[i] = 0.99 * second[i]! + 0.01 * g * g;
      weights[i]! -=
        (0.3 * (first[i]! / (1 - 0.9 ** step))) / (Math.sqrt(second[i]! / (1 - 0.99 ** step)) + 1e-9);
    }
  }
  return weights;
}

function fitChoices(choices: readonly Choice[]): number[] {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  return minimize(SENTENCE_NAMES.length, (weights) => {
    const slope = new Array<number>(weights.length).fill(0);
    for (const { rows, good, weight } of choices) {
      const scores = rows.map((row) => dot(row, weights));
      const highest = Math.max(...scores);
      const values = scores.map((score) => Math.exp(score - highest));
      const sum = values.reduce((a, b) => a + b, 0);
      const goodSum = values.reduce((a, value, i) => a + (good[i] ? value : 0), 0);
      for (const [i, row] of rows.entries()) {
        const pull = values[i]! / sum - (good[i] ? values[i]! / goodSum : 0);
        for (const [j, value] of row.entries()) slope[j]! += (weight / total) * pull * value;
      }
    }
    return slope;
  });
}

function fitConfidence(examples: readonly Example[]): number[] {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  return minimize(CONFIDENCE_NAMES.length + 1, (weights) => {
    const slope = new Array<number>(weights.length).fill(0);
    for (const { row, source, weight } of examples) {
      const pull = probability(row, weights) - (source === 'answerable' ? 1 : 0);
      for (const [j, value] of [...row, 1].entries()) slope[j]! += (weight / total) * pull * value;
    }
    return slope;
  });
}

const probability = (row: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-dot([...row, 1], weights)));

const sentenceRow = ({ features }: Sentence): number[] => SENTENCE_NAMES.map((name) => features[name]);
const confidenceRow = (features: ConfidenceFeatures): number[] =>
  CONFIDENCE_NAMES.map((name) => features[name]);

async function readSet(
  engine: Engine,
  questions: readonly GoldQuestion[],
  weight: number,
  withRefusal: boolean,
) {
  const { index } = engine;
  const numbers = new Map(
    Array.from({ length: index.manifest.articles }, (_, i) => [index.article(i).id, i]),
  );
  const choices: Choice[] = [];
  const examples: Example[] = [];
  for (const gold of questions) {
    const question = readQuestion(gold.question);
    if (question === null) continue;
    const { sentences, confidence } = await investigate(engine, question);
    const answerable = gold.relevant.length > 0;
    if (withRefusal)
      examples.push({
        row: confidenceRow(confidence),
        source: answerable ? 'answerable' : 'unanswerable',
        weight: answerable ? WEIGHTS.answerable : WEIGHTS.unanswerable,
      });
    if (!answerable) continue;
    const good = sentences.map(({ hit, span }) => {
      const { id, text } = index.article(hit.article);
      const sentence = comparable(text.slice(span.start, span.end));
      return (
        gold.relevant.includes(id) && gold.answers.some((answer) => sentence.includes(comparable(answer)))
      );
    });
    if (good.includes(true)) choices.push({ rows: sentences.map(sentenceRow), good, weight });
    if (!withRefusal) continue;
    const without = new Set(
      gold.relevant.map((id) => numbers.get(id)).filter((number) => number !== undefined),
    );
    const { confidence: lost } = await investigate(engine, question, { without });
    examples.push({ row: confidenceRow(lost), source: 'without', weight: WEIGHTS.without });
    for (const text of withWrongNames(gold.question)) {
      const { confidence: wrong } = await investigate(engine, readQuestion(text)!);
      examples.push({ row: confidenceRow(wrong), source: 'wrongName', weight: WEIGHTS.wrongName });
    }
  }
  return { choices, examples };
}

const firstIsGood = (choices: readonly Choice[], weights: readonly number[]): number =>
  choices.filter(({ rows, good }) => {
    const scores = rows.map((row) => dot(row, weights));
    return good[scores.indexOf(Math.max(...scores))];
  }).length / choices.length;

const round = (value: number): number => Math.round(value * 1000) / 1000;
function named(names: readonly string[], weights: readonly number[]): Record<string, number> {
  if (!weights.every(Number.isFinite))
    throw new Error(`The fit of ${names.join(', ')} did not come to numbers.`);
  return Object.fromEntries(names.map((name, i) => [name, round(weights[i]!)]));
}

await runCommand(HELP, process.env, async () => {
  const { values } = readArguments(process.argv.slice(2), {
    questions: { type: 'string' },
    corpus: { type: 'string', multiple: true },
    squad: { type: 'string' },
  });
  if (!values.questions || !values.corpus || !values.squad)
    throw new UsageError('Expected --questions, --corpus and --squad.');
  const model = parseConfig(process.env).embeddingModel;
  const folder = mkdtempSync(join(tmpdir(), 'fit-'));
  try {
    const news = await openEngine({ corpus: values.corpus, embeddings: join(folder, 'news'), model });
    const newsSet = await readSet(news, readQuestions(values.questions), NEWS_WEIGHT, true);
    const { questions, corpus } = readSquad(values.squad, folder);
    const squad = await openEngine({ corpus: [corpus], embeddings: join(folder, 'squad'), model });
    const squadSet = await readSet(squad, questions, 1, false);

    const sentence = fitChoices([...newsSet.choices, ...squadSet.choices]);
    const confidence = fitConfidence(newsSet.examples);
    const scores = (source: Example['source']): number[] =>
      newsSet.examples.filter((one) => one.source === source).map(({ row }) => probability(row, confidence));
    const sure = scores('answerable').sort((a, b) => b - a);
    const minConfidence = sure[Math.floor(ANSWERED_SHARE * sure.length)]!;
    const passed = (source: Example['source']): number =>
      mean(scores(source).map((score) => (score >= minConfidence ? 1 : 0)));
    const figures = {
      newsFirstSentence: round(firstIsGood(newsSet.choices, sentence)),
      squadFirstSentence: round(firstIsGood(squadSet.choices, sentence)),
      answered: ANSWERED_SHARE,
      unanswerableAnswered: round(passed('unanswerable')),
      withoutRelevantAnswered: round(passed('without')),
      wrongNameAnswered: round(passed('wrongName')),
    };
    const out = {
      sentence: named(SENTENCE_NAMES, sentence),
      confidence: named(CONFIDENCE_NAMES, confidence),
      confidenceBias: round(confidence.at(-1)!),
      minConfidence: round(minConfidence),
      figures,
    };
    writeFileSync(
      new URL('../src/answer/weights.json', import.meta.url),
      `${JSON.stringify(out, null, 2)}\n`,
    );
    console.log(JSON.stringify(out, null, 2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
