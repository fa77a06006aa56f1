/** `npm run bench`: this project and its peers on the same articles and questions, each in a process of its own. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_MODEL, lastPart, STATIC_MODEL } from '../../src/embedding/models.ts';
import { endOf, forkProcess } from '../../src/fork.ts';
import { readArguments, runCommand, UsageError } from '../../src/terminal/command.ts';
import { startBar } from '../../src/terminal/progress.ts';
import { bundleInto, PROJECT } from '../bundle.js';
import { type BenchCorpus, makeCorpus, type Size } from './corpus.ts';
import type { AskFigures, BuildFigures, Places, StageFigures, Task, Who } from './measure.ts';
import { installPeers, PEERS, type Peer } from './peers.ts';
import { drawPlot } from './plot.ts';
import { type Measured, type Row, renderReport } from './report.ts';

const HELP = `Usage: npm run bench -- [options]

Measures this project and its peers on the same articles, questions and vectors: right articles found, time, CPU, memory,
disk; then what each stage of a question costs. Installs the peers below embeddings/bench. Takes an hour, most of it
embedding; writes docs/bench.md and docs/bench.svg.

  --articles LIST     how many, such as 105,1000,5000 (start,105,1000,5000,21000,60000); start is the corpus in the repository
  --questions N       how many at most (all)
  --model MODEL       for all sizes (the default, and ${STATIC_MODEL} for the larger ones)
  --static-from N     articles from which on that is used (5001)
  --peers LIST        which of ${Object.keys(PEERS).join(',')} (all, up to 21000 articles)
  --data DIR          articles and questions (../shared/data; the corpus in the repository, in variants, where that is missing)
  --keep              measure only what was not measured before with the same size and model
  --quick             the start corpus only; prints, and writes nothing
  -h, --help          show this`;

const BENCH = join('embeddings', 'bench');
/** Beyond it, peers that keep their vectors as JSON exceed what a string holds. */
const MOST_FOR_PEERS = 21_000;

await runCommand(HELP, process.env, async () => {
  const { values } = readArguments(process.argv.slice(2), {
    articles: { type: 'string', default: 'start,105,1000,5000,21000,60000' },
    questions: { type: 'string' },
    model: { type: 'string' },
    'static-from': { type: 'string', default: '5001' },
    peers: { type: 'string', default: Object.keys(PEERS).join() },
    data: { type: 'string', default: '../shared/data' },
    keep: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  });
  const peers = values.peers.split(',').filter((peer) => peer !== '');
  const wrong = peers.find((peer) => !(peer in PEERS));
  if (wrong !== undefined)
    throw new UsageError(`Expected one of ${Object.keys(PEERS).join(', ')}, found ${wrong}.`);
  const sizes = values.quick ? (['start'] as const) : values.articles.split(',').map(readSize);
  const most = Number(values.questions ?? Number.POSITIVE_INFINITY);
  if (!(most > 0)) throw new UsageError(`Expected a number of questions, found ${values.questions}.`);

  const program = join(PROJECT, 'dist', 'bench');
  await bundleInto(program, { measuring: join(PROJECT, 'scripts', 'bench', 'measuring.ts') });
  const peersFolder = join(PROJECT, BENCH, 'peers');
  if (peers.length > 0) installPeers(peersFolder);

  const measured: Measured[] = [];
  for (const size of sizes) {
    const isLarge = size !== 'start' && size >= Number(values['static-from']);
    const model = values.model ?? (isLarge ? STATIC_MODEL : DEFAULT_MODEL);
    const folder = join(BENCH, `${size}-${lastPart(model)}`);
    const places = { model, folder, peers: peersFolder };
    const before = join(folder, 'measured.json');
    if (values.keep && existsSync(before)) measured.push(JSON.parse(readFileSync(before, 'utf8')));
    else {
      mkdirSync(folder, { recursive: true });
      const corpus = await makeCorpus(size, values.data, folder);
      const asked = corpus.questions.slice(0, most);
      const isAsked = size === 'start' || size <= MOST_FOR_PEERS;
      const figures = await measureSize(
        (task) => inProcess(join(program, 'measuring.js'), task, places),
        { ...corpus, questions: asked },
        isAsked ? (peers as Peer[]) : [],
        startBar(`${size} articles, ${lastPart(model)}`, 'steps'),
      );
      measured.push({ size, model, ...figures });
      writeFileSync(before, JSON.stringify(measured.at(-1)));
    }
  }
  const load = `load ${loadavg()[0]!.toFixed(1)} at the end`;
  const where = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${load}`;
  const report = renderReport(measured, new Date().toISOString().slice(0, 10), where);
  console.log(report);
  if (values.quick) return;
  writeFileSync(join('docs', 'bench.md'), report);
  writeFileSync(join('docs', 'bench.svg'), drawPlot(measured));
});

/** Builds, asks everyone, and takes a question apart. What fails is told as such. */
async function measureSize(
  run: <T>(task: Task) => Promise<T>,
  { paths, questions }: BenchCorpus,
  peers: readonly Peer[],
  bar: ReturnType<typeof startBar>,
): Promise<Pick<Measured, 'passages' | 'rows' | 'stages'>> {
  const everyone: readonly Who[] = ['search', 'answer', ...peers];
  const steps = 2 + everyone.length;
  bar.update(0, steps);
  const asked = questions.map(({ question, relevant }) => ({ text: question, relevant }));
  const own = await run<BuildFigures>({ step: 'prepare', paths, questions: asked });
  bar.update(1, steps);
  const rows: Row[] = [];
  for (const [i, who] of everyone.entries()) {
    try {
      const isOwn = who === 'search' || who === 'answer';
      const built = isOwn ? own : await run<BuildFigures>({ step: 'build', engine: who });
      rows.push({ who, built, asked: await run<AskFigures>({ step: 'ask', engine: who }) });
    } catch (error) {
      rows.push({ who, failed: (error as Error).message });
    }
    bar.update(2 + i, steps);
  }
  const stages = await run<StageFigures>({ step: 'stages' });
  bar.update(steps, steps);
  bar.stop();
  return { passages: own.passages, rows, stages };
}

function readSize(text: string): Size {
  if (text !== 'start' && !(Number(text) >= 1))
    throw new UsageError(`Expected start or a number of articles, found ${text}.`);
  return text === 'start' ? text : Math.floor(Number(text));
}

/** Throws an error with what the process failed by. */
async function inProcess<T>(program: string, task: Task, places: Places): Promise<T> {
  const child = forkProcess(
    pathToFileURL(program),
    { task, places },
    {
      nodeOptions: ['--max-semi-space-size=16', '--max-old-space-size=8192'],
    },
  );
  const replied = new Promise<{ figures: T } | { failed: string }>((resolve) =>
    child.once('message', resolve),
  );
  const reply = await Promise.race([replied, endOf(child).then((how) => ({ failed: `it ended: ${how}` }))]);
  if ('failed' in reply) throw new Error(reply.failed);
  return reply.figures;
}
