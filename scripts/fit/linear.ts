/** Linear models: fitted, and judged on what they were not fitted on. */
import { mean } from '../../src/evaluation/metrics.ts';
import { dot } from '../../src/index/vector-index.ts';

/** Of what was tried, the least that costs no set that is left out; more makes one of two features that say the same do. */
const RIDGE = { choices: 1e-3, confidence: 7e-4 } as const;
const STEPS = 1_000;

/** The sentences of a question: a row of features each, and whether they hold an accepted answer. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly good: readonly boolean[];
  readonly weight: number;
}

/** Where an example of the confidence model is from, and what it weighs in its set: those that people wrote weigh most. */
export const WEIGHTS = { answerable: 1, unanswerable: 3, without: 0.5, wrongName: 0.5 } as const;
export type Source = keyof typeof WEIGHTS;

export interface Example {
  readonly row: readonly number[];
  readonly source: Source;
  readonly weight: number;
}

/** Gradient descent with Adam (Kingma and Ba 2015). `gradient` is of the loss, without the ridge. */
function minimize(size: number, ridge: number, gradient: (weights: readonly number[]) => number[]): number[] {
  const weights = new Array<number>(size).fill(0);
  const first = new Array<number>(size).fill(0);
  const second = new Array<number>(size).fill(0);
  for (let step = 1; step <= STEPS; step++) {
    const slope = gradient(weights);
    for (let i = 0; i < size; i++) {
      const g = slope[i]! + ridge * weights[i]!;
      first[i] = 0.9 * first[i]! + 0.1 * g;
      second[i] = 0.99 * second[i]! + 0.01 * g * g;
      weights[i]! -=
        (0.3 * (first[i]! / (1 - 0.9 ** step))) / (Math.sqrt(second[i]! / (1 - 0.99 ** step)) + 1e-9);
    }
  }
  return weights;
}

/** Weights that make sentences with an answer probable: softmax over all sentences of a question. */
export function fitChoices(choices: readonly Choice[]): number[] {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  return minimize(choices[0]!.rows[0]!.length, RIDGE.choices, (weights) => {
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

/** Logistic regression; the last weight is the bias. Features of any scale are kept small by the ridge alike. */
export function fitConfidence(examples: readonly Example[]): number[] {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const scales = examples[0]!.row.map((_, j) => spread(examples.map(({ row }) => row[j]!)));
  const scaled = examples.map(({ row, ...example }) => ({
    ...example,
    row: [...row.map((value, j) => value / scales[j]!), 1],
  }));
  const weights = minimize(scales.length + 1, RIDGE.confidence, (weights) => {
    const slope = new Array<number>(weights.length).fill(0);
    for (const { row, source, weight } of scaled) {
      const chance = 1 / (1 + Math.exp(-dot(row, weights)));
      const pull = (weight / total) * (chance - (source === 'answerable' ? 1 : 0));
      for (const [j, value] of row.entries()) slope[j]! += pull * value;
    }
    return slope;
  });
  return weights.map((weight, j) => weight / (scales[j] ?? 1));
}

/** Standard deviation; 1 where all values are the same. */
function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) || 1;
}

const probability = (row: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-dot([...row, 1], weights)));

/** For each question, 1 where the sentence of the highest score holds an answer. */
export const firstIsGood = (choices: readonly Choice[], weights: readonly number[]): number[] =>
  choices.map(({ rows, good }) => {
    const scores = rows.map((row) => dot(row, weights));
    return good[scores.indexOf(Math.max(...scores))] ? 1 : 0;
  });

/** Examples with their probability. */
export type Scored = Pick<Example, 'source' | 'weight'> & { readonly score: number };

export const scoreAll = (examples: readonly Example[], weights: readonly number[]): Scored[] =>
  examples.map(({ row, source, weight }) => ({ source, weight, score: probability(row, weights) }));

/** The threshold that lets this share of the weight of answerable questions through. */
export function thresholdFor(scored: readonly Scored[], answered: number): number {
  const sure = scored.filter(({ source }) => source === 'answerable').sort((a, b) => b.score - a.score);
  const total = sure.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  const last = sure.find(({ weight }) => {
    passed += weight;
    return passed >= answered * total;
  });
  return (last ?? sure.at(-1)!).score;
}

/** Share of each source's examples that a threshold lets through; without sources that there is nothing of. */
export function passed(scored: readonly Scored[], threshold: number): Partial<Record<Source, number>> {
  const shareOf = (wanted: Source): [Source, number][] => {
    const own = scored.filter(({ source }) => source === wanted);
    return own.length === 0 ? [] : [[wanted, mean(own.map(({ score }) => (score >= threshold ? 1 : 0)))]];
  };
  return Object.fromEntries((Object.keys(WEIGHTS) as Source[]).flatMap(shareOf));
}
