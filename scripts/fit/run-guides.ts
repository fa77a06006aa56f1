/** `npm run fit:guides`: fits ranking, refusal and facts for articles with headings; prints each set left out. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseConfig } from '../../src/config.ts';
import { openEngine } from '../../src/engine.ts';
import { mean } from '../../src/evaluation/metrics.ts';
import { readQuestions, readSquad } from '../../src/evaluation/question-file.ts';
import { FUSION_FEATURES } from '../../src/retrieval/fuse.ts';
import { readArguments, runCommand, UsageError } from '../../src/terminal/command.ts';
import { FACT_NAMES, type GuideExamples, PASSAGE_NAMES, readGuide } from './guides.ts';
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

const HELP = `Usage: npm run fit:guides -- [--data DIR] [--dry-run]

Fits the ranking of passages (src/retrieval/weights.json, for the model that is set) and what is asked of articles with
headings: whether their passages answer, and whether a fact out of them is right (src/evidence/weights.json). Prints for
each set what the weights come to that were fitted on the others.

  --data DIR          the evaluation data (../shared/data)
  --dry-run           print only
  -h, --help          show this`;

/** Share of the answerable questions that the threshold lets through. */
const ANSWERED_SHARE = 0.92;
/** Of texts without structure every third question of CMRC is enough. */
const SHARE_OF_CMRC = 3;
const GUIDES = ['djsguide', 'handbook', 'koishi'] as const;

type Sets<T> = Readonly<Record<string, T>>;

/** The fit of all sets but one, judged on that one. */
const heldOut = <T>(sets: Sets<readonly T[]>, judge: (rest: readonly T[], own: readonly T[]) => unknown) =>
  Object.fromEntries(
    Object.entries(sets).map(([name, own]) => [
      name,
      judge(
        Object.entries(sets).flatMap(([other, examples]) => (other === name ? [] : examples)),
        own,
      ),
    ]),
  );

const pick = <K extends keyof GuideExamples>(sets: Sets<GuideExamples>, part: K): Sets<GuideExamples[K]> =>
  Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, set[part]]));

const round = (value: number): number => Math.round(value * 1000) / 1000;
const named = (names: readonly string[], weights: readonly number[]) =>
  Object.fromEntries(names.map((name, i) => [name, round(weights[i]!)]));

/** Weights of ranking, none below 0, that sum to 1. */
function fitRanking(choices: readonly Choice[]): Record<string, number> {
  const weights = fitChoices(choices).map((weight) => Math.max(0, weight));
  const total = weights.reduce((a, b) => a + b, 0);
  return named(
    FUSION_FEATURES,
    weights.map((weight) => weight / total),
  );
}

function describeRefusal(rest: readonly Example[], own: readonly Example[]) {
  const weights = fitConfidence(rest);
  return passed(scoreAll(own, weights), thresholdFor(scoreAll(rest, weights), ANSWERED_SHARE));
}

function edit(path: string, change: (weights: Record<string, unknown>) => void): void {
  const url = new URL(`../../${path}`, import.meta.url);
  const weights = JSON.parse(readFileSync(url, 'utf8'));
  change(weights);
  writeFileSync(url, `${JSON.stringify(weights, null, 2)}\n`);
}

await runCommand(HELP, process.env, async () => {
  const { values } = readArguments(process.argv.slice(2), {
    data: { type: 'string', default: '../shared/data' },
    'dry-run': { type: 'boolean' },
  });
  if (!existsSync(values.data))
    throw new UsageError(`Expected the evaluation data in ${values.data}, found nothing.`);
  const model = parseConfig(process.env).embeddingModel;
  const folder = mkdtempSync(join(tmpdir(), 'fit-'));
  try {
    const read = async (name: string, questions: ReturnType<typeof readQuestions>, corpus: string) =>
      readGuide(await openEngine({ corpus: [corpus], embeddings: join(folder, name), model }), questions);
    const docs = (name: string): string => join(values.data, 'docs', name);
    const guides: Record<string, GuideExamples> = {};
    for (const name of GUIDES)
      guides[name] = await read(
        name,
        readQuestions(join(docs(name), 'questions.jsonl')),
        join(docs(name), 'pages'),
      );
    const signing = join(values.data, 'signing');
    const squad = readSquad(join(values.data, 'cmrc2018', 'trial.json'), folder);
    const some = squad.questions.filter((_, i) => i % SHARE_OF_CMRC === 0);
    const plain = {
      signing: await read(
        'signing',
        readQuestions(join(signing, 'questions.jsonl')),
        join(signing, 'articles.jsonl'),
      ),
      cmrc: await read('cmrc', some, squad.corpus),
    };
    const server = await read('server', readQuestions('tests/questions/server.jsonl'), 'corpus');
    const ranking = { plain: pick(plain, 'ranking'), structured: pick(guides, 'ranking') };
    const refusal = pick({ ...guides, server }, 'refusal');
    const facts = pick({ ...guides, server }, 'facts');
    const all = <T>(sets: Sets<readonly T[]>): T[] => Object.values(sets).flat();
    const firstRight = (rest: readonly Choice[], own: readonly Choice[]) =>
      round(mean(firstIsGood(own, Object.values(fitRanking(rest)))));
    const passage = fitConfidence(all(refusal));
    const fact = fitConfidence(all(facts));
    const fitted = {
      fusion: { plain: fitRanking(all(ranking.plain)), structured: fitRanking(all(ranking.structured)) },
      passage: named(PASSAGE_NAMES, passage),
      passageBias: round(passage.at(-1)!),
      minPassageConfidence:
        Math.floor(thresholdFor(scoreAll(all(refusal), passage), ANSWERED_SHARE) * 1000) / 1000,
      fact: named(FACT_NAMES, fact),
      factBias: round(fact.at(-1)!),
    };
    console.log(
      JSON.stringify(
        {
          ...fitted,
          leftOut: {
            firstIsRight: {
              ...heldOut(ranking.structured, firstRight),
              ...heldOut(ranking.plain, firstRight),
            },
            answered: heldOut(refusal, describeRefusal),
          },
        },
        null,
        2,
      ),
    );
    if (values['dry-run']) return;
    const { fusion, ...answer } = fitted;
    edit('src/evidence/weights.json', (weights) => Object.assign(weights, answer));
    edit('src/retrieval/weights.json', (weights) => {
      const models = weights.models as Record<string, object>;
      models[basename(model)] = { ...models[basename(model)], ...fusion };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
