/** `npm run fit`: fits the linear models of the answers and writes `src/evidence/weights.json`. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config.ts';
import { openEngine } from '../../src/engine.ts';
import { mean } from '../../src/evaluation/metrics.ts';
import { type GoldQuestion, readQuestions, readSquad } from '../../src/evaluation/question-file.ts';
import { readArguments, runCommand, UsageError } from '../../src/terminal/command.ts';
import { CONFIDENCE_NAMES, readChoices, readExamples, SENTENCE_NAMES } from './examples.ts';
import {
  type Choice,
  type Example,
  firstIsGood,
  fitChoices,
  fitConfidence,
  holdOut,
  passed,
  type Scored,
  scoreAll,
  thresholdFor,
} from './linear.ts';
import { MORE_QUESTIONS, NEWS_QUESTIONS, writeSignings } from './signings.ts';

const HELP = `Usage: npm run fit -- [--data DIR] [--dry-run]

Fits the weights of evidence and refusal on the questions about signings, those of tests/questions/ that are not held out
and CMRC 2018 trial, and writes them to src/evidence/weights.json, with figures on what they were fitted on and on
what was held out (five folds, the questions of an article in one).

  --data DIR          the evaluation data (../shared/data)
  --dry-run           print them only
  -h, --help          show this`;

/** Weights of a question for evidence and for refusal: what the bot is asked is most like the questions about news. */
const NEWS_WEIGHTS = { choice: 3, refusal: 1 };
const CMRC_WEIGHTS = { choice: 1, refusal: 0.3 };
/** Share of the answerable questions about news that the threshold lets through. */
const ANSWERED_SHARE = 0.97;

const WEIGHTS_FILE = new URL('../../src/evidence/weights.json', import.meta.url);

interface QuestionSet {
  readonly questions: readonly GoldQuestion[];
  readonly corpus: string;
  readonly weights: { readonly choice: number; readonly refusal: number };
}

function readSets(data: string, folder: string): Record<string, QuestionSet> {
  const path = (...parts: string[]): string => {
    const file = join(data, ...parts);
    if (!existsSync(file)) throw new UsageError(`Expected the evaluation data in ${data}, found no ${file}.`);
    return file;
  };
  const signings = join(folder, 'signings.jsonl');
  writeSignings(data, signings);
  return {
    signing: {
      questions: readQuestions(path('signing', 'questions.jsonl')),
      corpus: path('signing', 'articles.jsonl'),
      weights: NEWS_WEIGHTS,
    },
    signingMore: {
      questions: readQuestions(MORE_QUESTIONS),
      corpus: path('signing', 'articles.jsonl'),
      weights: NEWS_WEIGHTS,
    },
    news: {
      questions: readQuestions(NEWS_QUESTIONS),
      corpus: signings,
      weights: NEWS_WEIGHTS,
    },
    cmrc: { ...readSquad(path('cmrc2018', 'trial.json'), folder), weights: CMRC_WEIGHTS },
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
function named(names: readonly string[], weights: readonly number[]): Record<string, number> {
  if (!weights.every(Number.isFinite))
    throw new Error(`The fit of ${names.join(', ')} did not come to numbers.`);
  return Object.fromEntries(names.map((name, i) => [name, round(weights[i]!)]));
}

await runCommand(HELP, process.env, async () => {
  const { values } = readArguments(process.argv.slice(2), {
    data: { type: 'string', default: '../shared/data' },
    'dry-run': { type: 'boolean' },
  });
  const model = parseConfig(process.env).embeddingModel;
  const folder = mkdtempSync(join(tmpdir(), 'fit-'));
  try {
    const choices: Record<string, Choice[]> = {};
    const examples: Record<string, Example[]> = {};
    for (const [name, set] of Object.entries(readSets(values.data, folder))) {
      const engine = await openEngine({ corpus: [set.corpus], embeddings: join(folder, name), model });
      choices[name] = await readChoices(engine, set.questions, set.weights.choice);
      examples[name] = await readExamples(engine, set.questions, set.weights.refusal);
    }
    // What `fit:guides` fits stays as it is.
    const before = JSON.parse(readFileSync(WEIGHTS_FILE, 'utf8')) as object;
    const text = `${JSON.stringify({ ...before, ...fitAll(choices, examples) }, null, 2)}\n`;
    if (!values['dry-run']) writeFileSync(WEIGHTS_FILE, text);
    console.log(text.trimEnd());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function fitAll(choices: Record<string, Choice[]>, examples: Record<string, Example[]>) {
  const allChoices = Object.values(choices).flat();
  const allExamples = Object.values(examples).flat();
  const sentence = fitChoices(allChoices);
  const confidence = fitConfidence(allExamples);
  const aboutNews = [...examples.signing!, ...examples.signingMore!, ...examples.news!];
  const threshold = thresholdFor(scoreAll(aboutNews, confidence), ANSWERED_SHARE);
  const firstHeldOut = (own: readonly Choice[]): number => {
    const others = allChoices.filter((choice) => !own.includes(choice));
    return mean(holdOut(own, (rest, held) => firstIsGood(held, fitChoices([...rest, ...others]))));
  };
  const scoredHeldOut = (own: readonly Example[]): Scored[] => {
    const others = allExamples.filter((example) => !own.includes(example));
    return holdOut(own, (rest, held) => scoreAll(held, fitConfidence([...rest, ...others])));
  };
  const figures = (of: (name: string) => Record<string, number>, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, of(name)]));
  const rounded = (shares: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(shares).map(([source, share]) => [source, round(share)]));
  return {
    sentence: named(SENTENCE_NAMES, sentence),
    confidence: named(CONFIDENCE_NAMES, confidence),
    confidenceBias: round(confidence.at(-1)!),
    // Rounded down, or the question that set it would be refused.
    minConfidence: Math.floor(threshold * 1000) / 1000,
    figures: {
      firstSentence: figures(
        (name) => ({
          fitted: round(mean(firstIsGood(choices[name]!, sentence))),
          heldOut: round(firstHeldOut(choices[name]!)),
        }),
        Object.keys(choices),
      ),
      answered: figures(
        (name) => rounded(passed(scoreAll(examples[name]!, confidence), threshold)),
        Object.keys(examples),
      ),
      answeredHeldOut: figures(
        (name) => rounded(passed(scoredHeldOut(examples[name]!), threshold)),
        Object.keys(examples),
      ),
    },
  };
}
