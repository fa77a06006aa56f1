/**
 * Fits the linear models of the answers and writes `src/answer/weights.json`:
 * `npm run fit -- --questions FILE --corpus PATH --squad FILE`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config.ts';
import { openEngine } from '../../src/engine.ts';
import { mean } from '../../src/evaluation/metrics.ts';
import { readQuestions, readSquad } from '../../src/evaluation/question-file.ts';
import { readArguments, runCommand, UsageError } from '../../src/terminal/command.ts';
import { CONFIDENCE_NAMES, readChoices, readExamples, SENTENCE_NAMES } from './examples.ts';
import {
  type Choice,
  firstIsGood,
  fitChoices,
  fitConfidence,
  holdOut,
  passed,
  type Scored,
  scoreAll,
  thresholdFor,
} from './linear.ts';

const HELP = `Usage: npm run fit -- --questions FILE --corpus PATH --squad FILE [--dry-run]

Fits the weights of evidence and refusal on a set of questions with its corpus and on a SQuAD-format set, and writes
them to src/answer/weights.json, with figures on what they were fitted on and on what was held out (five folds, each
article's questions in one).

  --dry-run           print them only
  -h, --help          show this`;

/** A question of the news set counts as much as this many of the SQuAD set: its kind is what the bot is asked. */
const NEWS_WEIGHT = 3;
/** Share of the answerable questions that the threshold lets through. */
const ANSWERED_SHARE = 0.97;

const round = (value: number): number => Math.round(value * 1000) / 1000;
function named(names: readonly string[], weights: readonly number[]): Record<string, number> {
  if (!weights.every(Number.isFinite))
    throw new Error(`The fit of ${names.join(', ')} did not come to numbers.`);
  return Object.fromEntries(names.map((name, i) => [name, round(weights[i]!)]));
}

function refusalFigures(scored: readonly Scored[]): Record<string, number> {
  const shares = passed(scored, thresholdFor(scored, ANSWERED_SHARE));
  return Object.fromEntries(Object.entries(shares).map(([source, share]) => [source, round(share)]));
}

await runCommand(HELP, process.env, async () => {
  const { values } = readArguments(process.argv.slice(2), {
    questions: { type: 'string' },
    corpus: { type: 'string', multiple: true },
    squad: { type: 'string' },
    'dry-run': { type: 'boolean' },
  });
  if (!values.questions || !values.corpus || !values.squad)
    throw new UsageError('Expected --questions, --corpus and --squad.');
  const model = parseConfig(process.env).embeddingModel;
  const folder = mkdtempSync(join(tmpdir(), 'fit-'));
  try {
    const news = await openEngine({ corpus: values.corpus, embeddings: join(folder, 'news'), model });
    const newsQuestions = readQuestions(values.questions);
    const newsChoices = await readChoices(news, newsQuestions, NEWS_WEIGHT);
    const examples = await readExamples(news, newsQuestions);
    const { questions, corpus } = readSquad(values.squad, folder);
    const squad = await openEngine({ corpus: [corpus], embeddings: join(folder, 'squad'), model });
    const squadChoices = await readChoices(squad, questions, 1);

    const sentence = fitChoices([...newsChoices, ...squadChoices]);
    const confidence = fitConfidence(examples);
    const scored = scoreAll(examples, confidence);
    const firstHeldOut = (choices: readonly Choice[], others: readonly Choice[]): number =>
      mean(holdOut(choices, (rest, held) => firstIsGood(held, fitChoices([...rest, ...others]))));
    const out = {
      sentence: named(SENTENCE_NAMES, sentence),
      confidence: named(CONFIDENCE_NAMES, confidence),
      confidenceBias: round(confidence.at(-1)!),
      // Rounded down, or the question that set it would be refused.
      minConfidence: Math.floor(thresholdFor(scored, ANSWERED_SHARE) * 1000) / 1000,
      figures: {
        firstSentence: {
          news: round(mean(firstIsGood(newsChoices, sentence))),
          newsHeldOut: round(firstHeldOut(newsChoices, squadChoices)),
          squad: round(mean(firstIsGood(squadChoices, sentence))),
          squadHeldOut: round(firstHeldOut(squadChoices, newsChoices)),
        },
        answered: refusalFigures(scored),
        answeredHeldOut: refusalFigures(
          holdOut(examples, (rest, held) => scoreAll(held, fitConfidence(rest))),
        ),
      },
    };
    const text = `${JSON.stringify(out, null, 2)}\n`;
    if (!values['dry-run']) writeFileSync(new URL('../../src/answer/weights.json', import.meta.url), text);
    console.log(text.trimEnd());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
