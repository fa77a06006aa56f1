/** The two linear models of the answers, and how well they do on what they were not fitted on. */
import { mean } from '../../src/evaluation/metrics.ts';
import { dot } from '../../src/index/vector-index.ts';

const RIDGE = 1e-3;
const STEPS = 500;
const FOLDS = 5;

/** The sentences of a question: a row of features each, and whether they hold an accepted answer. */
export interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly good: readonly boolean[];
  readonly weight: number;
  /** Examples of one article are held out together. */
  readonly group: string;
}

/** Where an example of the confidence model is from, and what it weighs in its set: those that people wrote weigh most. */
export const WEIGHTS = { answerable: 1, unanswerable: 3, without: 0.5, wrongName: 0.5 } as const;
export type Source = keyof typeof WEIGHTS;

export interface Example {
  readonly row: readonly number[];
  readonly source: Source;
  readonly weight: number;
  readonly group: string;
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

/** Weights that make sentences with an answer probable: softmax over all sentences of a question. */
export function fitChoices(choices: readonly Choice[]): number[] {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  return minimize(choices[0]!.rows[0]!.length, (weights) => {
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

/** Logistic regression; the last weight is the bias. */
export function fitConfidence(examples: readonly Example[]): number[] {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  return minimize(examples[0]!.row.length + 1, (weights) => {
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

/** For each question, 1 where the sentence of the highest score holds an answer. */
export const firstIsGood = (choices: readonly Choice[], weights: readonly number[]): number[] =>
  choices.map(({ rows, good }) => {
    const scores = rows.map((row) => dot(row, weights));
    return good[scores.indexOf(Math.max(...scores))] ? 1 : 0;
  });

/** Examples with their probability. */
export type Scored = Pick<Example, 'source'> & { readonly score: number };

export const scoreAll = (examples: readonly Example[], weights: readonly number[]): Scored[] =>
  examples.map(({ row, source }) => ({ source, score: probability(row, weights) }));

/** The threshold that lets this share of the answerable questions through. */
export function thresholdFor(scored: readonly Scored[], answered: number): number {
  const sure = scored.filter(({ source }) => source === 'answerable').sort((a, b) => b.score - a.score);
  return sure[Math.min(sure.length - 1, Math.floor(answered * sure.length))]!.score;
}

/** Share of each source's examples that a threshold lets through; without sources that there is nothing of. */
export function passed(scored: readonly Scored[], threshold: number): Partial<Record<Source, number>> {
  const shareOf = (wanted: Source): [Source, number][] => {
    const own = scored.filter(({ source }) => source === wanted);
    return own.length === 0 ? [] : [[wanted, mean(own.map(({ score }) => (score >= threshold ? 1 : 0)))]];
  };
  return Object.fromEntries((Object.keys(WEIGHTS) as Source[]).flatMap(shareOf));
}

/** Each example judged by a model that was fitted without its group: `judge` gets the fitted rest and the held out. */
export function holdOut<T extends { readonly group: string }, R>(
  examples: readonly T[],
  judge: (rest: readonly T[], held: readonly T[]) => readonly R[],
): R[] {
  const groups = [...new Set(examples.map(({ group }) => group))];
  const foldOf = new Map(groups.map((group, i) => [group, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isHeld = ({ group }: T): boolean => foldOf.get(group) === fold;
    return judge(
      examples.filter((example) => !isHeld(example)),
      examples.filter(isHeld),
    );
  }).flat();
}
