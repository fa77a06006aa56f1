/** Fits every model on all sets, and judges each set by what is fitted on the others. */
import { mean } from '../../src/evaluation/metrics.ts';
import { NAMES, type SetExamples } from './examples.ts';
import {
  type Choice,
  type Example,
  firstIsGood,
  fitChoices,
  fitConfidence,
  passed,
  scoreAll,
  thresholdFor,
} from './linear.ts';
import type { FitSet } from './sets.ts';

/** A set with its examples. */
export interface ReadSet extends Pick<FitSet, 'kind' | 'ranks' | 'corpus'> {
  readonly name: string;
  readonly examples: SetExamples;
  /** Of its small folders, all together. */
  readonly small: readonly Example[];
}

/**
 * Shares of the answerable questions that the threshold lets through: of guides, where what is not told stands as near as
 * what is, fewer than of news, where names tell.
 */
const ANSWERED = { guides: 0.94, small: 0.94, plain: 0.99, glossed: 0.94 } as const;
/** The threshold; the groups are shifted to it. */
const MIN_CONFIDENCE = 0.5;

export type Weights = Readonly<Record<string, number>>;
/** The models as they are written to disk; the last of `confidence` and `fact` is the bias. */
export interface Models {
  readonly fusion: Readonly<Record<FitSet['kind'], Weights>>;
  readonly sentence: Weights;
  readonly passage: Weights;
  readonly confidence: Weights;
  readonly confidenceBias: number;
  readonly minConfidence: number;
  readonly fact: Weights;
  readonly factBias: number;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

function named(names: readonly string[], weights: readonly number[]): Weights {
  if (!weights.every(Number.isFinite))
    throw new Error(`The fit of ${names.join(', ')} did not come to numbers.`);
  return Object.fromEntries(names.map((name, i) => [name, round(weights[i]!)]));
}

/** The examples of a kind out of all sets, each set of the same weight. */
function gather<T extends Choice | Example>(
  sets: readonly ReadSet[],
  of: (examples: SetExamples) => readonly T[],
): T[] {
  return sets.flatMap(({ examples }) => weighAlike(of(examples)));
}

function weighAlike<T extends Choice | Example>(examples: readonly T[]): T[] {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  return examples.map((example) => ({ ...example, weight: example.weight / total }));
}

const CHOICES = ['sentence', 'passage'] as const;
type ChoiceModel = (typeof CHOICES)[number] | 'fusion';

const choicesOf = (sets: readonly ReadSet[], model: ChoiceModel): Choice[] =>
  gather(
    sets.filter(({ ranks }) => ranks),
    (examples) => examples[model],
  );

/** Weights of retrieval: none below 0, and they sum to 1. */
function fitFusion(choices: readonly Choice[]): number[] {
  const weights = fitChoices(choices).map((weight) => Math.max(0, weight));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}

/** Examples of confidence, each set and its small folders of the same weight. */
const confidencesOf = (sets: readonly ReadSet[]): Example[] => [
  ...gather(sets, ({ confidence }) => confidence),
  ...sets.filter(({ small }) => small.length > 0).flatMap((set) => weighAlike(set.small)),
];

/** Confidence, with each group of articles shifted so that one threshold lets its share through. */
function fitLevelled(sets: readonly ReadSet[]): number[] {
  const examples = confidencesOf(sets);
  const weights = fitConfidence(examples);
  const place = (name: (typeof NAMES.confidence)[number]): number => NAMES.confidence.indexOf(name);
  const [few, worded, glossed] = [place('few'), place('worded'), place('glossed')];
  /** Null where no answerable example is of the group. */
  const threshold = (share: number, isOfGroup: (row: readonly number[]) => boolean): number | null => {
    const own = examples.filter(({ row, source }) => source === 'answerable' && isOfGroup(row));
    return own.length === 0 ? null : logit(thresholdFor(scoreAll(own, weights), share));
  };
  const isSmall = (row: readonly number[]): boolean => row[few]! > 0;
  const guides = threshold(ANSWERED.guides, (row) => row[worded] === 0 && !isSmall(row)) ?? 0;
  const small = threshold(ANSWERED.small, isSmall) ?? guides;
  const plain = threshold(ANSWERED.plain, (row) => row[worded] === 1 && row[glossed] === 0) ?? guides;
  const translated = threshold(ANSWERED.glossed, (row) => row[glossed] === 1) ?? plain;
  weights[few]! +=
    (guides - small) / mean(examples.filter(({ row }) => isSmall(row)).map(({ row }) => row[few]!));
  weights[worded]! += guides - plain;
  weights[glossed]! += plain - translated;
  weights[weights.length - 1]! -= guides;
  return weights;
}

const logit = (probability: number): number => Math.log(probability / (1 - probability));

export function fitAll(sets: readonly ReadSet[]): Models {
  const ofKind = (kind: FitSet['kind']) => sets.filter((set) => set.kind === kind);
  const confidence = fitLevelled(sets);
  const fact = fitConfidence(gather(ofKind('structured'), (examples) => examples.fact));
  const fusion = (kind: FitSet['kind']): Weights =>
    named(NAMES.fusion, fitFusion(choicesOf(ofKind(kind), 'fusion')));
  return {
    fusion: { plain: fusion('plain'), structured: fusion('structured') },
    sentence: named(NAMES.sentence, fitChoices(choicesOf(sets, 'sentence'))),
    passage: named(NAMES.passage, fitChoices(choicesOf(sets, 'passage'))),
    confidence: named(NAMES.confidence, confidence),
    confidenceBias: round(confidence.at(-1)!),
    minConfidence: MIN_CONFIDENCE,
    fact: named(NAMES.fact, fact),
    factBias: round(fact.at(-1)!),
  };
}

/** Figures of a set: by the models that are in use, and by those fitted on the sets of other articles. */
export function judge(set: ReadSet, sets: readonly ReadSet[], inUse: Models): Record<string, unknown> {
  const others = sets.filter(({ corpus }) => corpus !== set.corpus);
  const first = (model: ChoiceModel, weights: readonly number[]): number | null => {
    const choices = set.examples[model];
    return choices.length === 0 ? null : round(mean(firstIsGood(choices, weights)));
  };
  const ofKind = others.filter(({ kind }) => kind === set.kind);
  const firsts = {
    fusion: [
      first('fusion', Object.values(inUse.fusion[set.kind])),
      ofKind.length === 0 ? null : first('fusion', fitFusion(choicesOf(ofKind, 'fusion'))),
    ],
    ...Object.fromEntries(
      CHOICES.map((model) => [
        model,
        [first(model, Object.values(inUse[model])), first(model, fitChoices(choicesOf(others, model)))],
      ]),
    ),
  };
  const used = [...NAMES.confidence.map((name) => inUse.confidence[name] ?? 0), inUse.confidenceBias];
  return {
    firstIsRight: firsts,
    answered: [
      rounded(passed(scoreAll(set.examples.confidence, used), inUse.minConfidence)),
      rounded(passed(scoreAll(set.examples.confidence, fitLevelled(others)), MIN_CONFIDENCE)),
    ],
  };
}

const rounded = (shares: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(shares).map(([source, share]) => [source, round(share)]));
