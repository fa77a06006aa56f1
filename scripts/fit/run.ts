/** `npm run fit`: fits ranking, confidence and facts; prints each set by what was fitted without it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseConfig } from '../../src/config.ts';
import { openEngine } from '../../src/engine.ts';
import { readArguments, runCommand } from '../../src/terminal/command.ts';
import { readExamples } from './examples.ts';
import { fitAll, judge, type Models, type ReadSet } from './fit.ts';
import type { Example } from './linear.ts';
import { readFitSets } from './sets.ts';

const HELP = `Usage: npm run fit -- [--data DIR] [--embeddings DIR] [--dry-run] [--left-out DIR]

Fits the ranking of retrieval (src/retrieval/weights.json, for the model that is set) and that of evidence, its confidence
and its facts (src/evidence/weights.json). Prints for each set how often the first is right and what is answered: by the
models in use, and by models fitted without the articles of the set. Takes some ten minutes.

  --data DIR          the evaluation data (../shared/data)
  --embeddings DIR    keep the indexes here, for the next time (a temporary folder)
  --dry-run           print only
  --left-out DIR      write there, for each set, the weights fitted without it, to evaluate it with
  -h, --help          show this`;

const EVIDENCE = new URL('../../src/evidence/weights.json', import.meta.url);
const RETRIEVAL = new URL('../../src/retrieval/weights.json', import.meta.url);
const readJson = (file: URL) => JSON.parse(readFileSync(file, 'utf8'));
const writeJson = (file: URL | string, value: unknown): void =>
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

await runCommand(HELP, process.env, async () => {
  const { values } = readArguments(process.argv.slice(2), {
    data: { type: 'string', default: '../shared/data' },
    embeddings: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'left-out': { type: 'string' },
  });
  const model = parseConfig(process.env).embeddingModel;
  const folder = mkdtempSync(join(tmpdir(), 'fit-'));
  try {
    const sets: ReadSet[] = [];
    for (const [name, set] of Object.entries(readFitSets(values.data, folder))) {
      const embeddings = join(values.embeddings ?? folder, name);
      const engine = await openEngine({ corpus: [set.corpus], embeddings, model });
      const { kind, ranks, corpus } = set;
      const examples = await readExamples(engine, set.questions);
      const small: Example[] = [];
      for (const [i, asked] of (set.small ?? []).entries()) {
        const few = await openEngine({
          corpus: [asked.corpus],
          embeddings: join(folder, `${name}-${i}`),
          model,
        });
        small.push(...(await readExamples(few, asked.questions)).confidence);
      }
      sets.push({ name, kind, ranks, corpus, examples, small });
      console.error(`${name}: ${set.questions.length} questions read`);
    }
    const retrieval = readJson(RETRIEVAL);
    const inUse: Models = {
      ...readJson(EVIDENCE),
      fusion: retrieval.models[basename(model)] ?? retrieval.other,
    };
    for (const set of sets) console.log(set.name, JSON.stringify(judge(set, sets, inUse)));
    /** Writes weights over those in use, into a folder or, of `null`, into the sources. */
    const write = ({ fusion, ...evidence }: Models, into: string | null): void => {
      const place = (file: URL, name: string) => (into === null ? file : join(into, name));
      const ofModel = { ...retrieval.models[basename(model)], ...fusion };
      writeJson(place(EVIDENCE, 'evidence.json'), { ...readJson(EVIDENCE), ...evidence });
      writeJson(place(RETRIEVAL, 'retrieval.json'), {
        ...retrieval,
        models: { ...retrieval.models, [basename(model)]: ofModel },
      });
    };
    for (const { name, corpus } of values['left-out'] === undefined ? [] : sets) {
      const into = join(values['left-out']!, name);
      mkdirSync(into, { recursive: true });
      write(fitAll(sets.filter((set) => set.corpus !== corpus)), into);
    }
    const models = fitAll(sets);
    console.log(JSON.stringify(models, null, 2));
    if (!values['dry-run']) write(models, null);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
