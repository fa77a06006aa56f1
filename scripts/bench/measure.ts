/** The process of one measurement: nothing of others is in its memory. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listCorpus } from '../../src/documents/list.ts';
import { type Embedder, findEmbedder, loadEmbedder } from '../../src/embedding/embedder.ts';
import { openBuild } from '../../src/engine.ts';
import { firstRank, quantile } from '../../src/evaluation/metrics.ts';
import { buildIndex } from '../../src/index/build.ts';
import { currentBuild } from '../../src/index/generations.ts';
import { openIndex } from '../../src/index/open.ts';
import { embeddedPassage } from '../../src/index/passage-key.ts';
import {
  type BenchQuestion,
  readBenchQuestions,
  readPassages,
  writeBenchQuestions,
  writePassages,
} from './data.ts';
import type { Engine } from './engine.ts';
import { answering, searching } from './own-engines.ts';
import { peerEngine } from './peer-engines.ts';
import type { Peer } from './peers.ts';
import { askInStages, type Cost, STAGES, type Stage } from './stages.ts';

/** Questions whose time is not counted, since the program is still being compiled; of few questions half. */
const WARM_UP = 20;
const MIB = 1024 * 1024;

export type Task =
  | {
      readonly step: 'prepare';
      readonly paths: readonly string[];
      readonly questions: readonly Omit<BenchQuestion, 'vector'>[];
    }
  | { readonly step: 'build' | 'ask'; readonly engine: Who }
  | { readonly step: 'stages' };

/** Who is measured: a peer, or this project by its search alone or with its answers. */
export type Who = Peer | 'search' | 'answer';

export interface Places {
  readonly model: string;
  /** Of what was prepared, and of what each engine keeps. */
  readonly folder: string;
  /** Of the peers. */
  readonly peers: string;
}

export interface BuildFigures extends Cost {
  readonly passages: number;
  readonly peakMiB: number;
  readonly diskMiB: number;
  /** Of all that, what the model took; 0 for peers, who get their vectors. */
  readonly embedding: Cost;
}

export interface Percentiles {
  readonly p50: Cost;
  readonly p95: Cost;
}

export interface AskFigures extends Percentiles {
  readonly questions: number;
  readonly recall1: number;
  readonly recall5: number;
  readonly open: Cost;
  /** After the last question, and at most. */
  readonly residentMiB: number;
  readonly peakMiB: number;
}

export type StageFigures = Readonly<Record<Stage | 'all', Percentiles>> & { readonly residentMiB: number };

/** Milliseconds that work takes. */
async function costOf<T>(work: () => Promise<T>): Promise<Cost & { readonly result: T }> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: (user + system) / 1000, wall: performance.now() - started, result };
}

const indexIn = (folder: string): string => join(folder, 'index');
const peakMiB = (): number => process.resourceUsage().maxRSS / 1024;
const residentMiB = (): number => process.memoryUsage.rss() / MIB;

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / MIB;

/** Does what it is told and returns what it measured. */
export function measure(task: Task, places: Places): Promise<unknown> {
  if (task.step === 'prepare') return prepare(task, places);
  if (task.step === 'stages') return measureStages(places);
  return task.step === 'build' ? measureBuild(task.engine, places) : measureAsking(task.engine, places);
}

/** Builds the index of this project, and writes down its passages, its vectors and those of the questions. */
async function prepare(
  { paths, questions }: Extract<Task, { step: 'prepare' }>,
  { model, folder }: Places,
): Promise<BuildFigures> {
  const embedder = await loadEmbedder(model);
  const embedding = { cpu: 0, wall: 0 };
  const counted: Embedder = {
    ...embedder,
    async embedPassages(passages) {
      const { cpu, wall, result } = await costOf(() => embedder.embedPassages(passages));
      embedding.cpu += cpu;
      embedding.wall += wall;
      return result;
    },
  };
  const built = await costOf(() => buildIndex(listCorpus(paths), indexIn(folder), counted, { isFull: true }));
  const { passages } = built.result.manifest;
  const peak = peakMiB();
  const index = openIndex(indexIn(folder), findEmbedder(model));
  const numbers = Array.from({ length: passages }, (_, number) => number);
  writePassages(folder, {
    texts: numbers.map((number) => {
      const { section, text } = index.passage(number);
      return embeddedPassage({ article: index.article(index.articleOf(number)), section, text, units: [] })
        .text;
    }),
    articles: numbers.map((number) => index.article(index.articleOf(number)).id),
    vectors: numbers.map(index.vector),
    dimensions: embedder.dimensions,
  });
  const asked: BenchQuestion[] = [];
  for (const question of questions)
    asked.push({ ...question, vector: await embedder.embedQuestion(question.text) });
  writeBenchQuestions(folder, asked);
  const diskMiB = sizeOf(join(indexIn(folder), currentBuild(indexIn(folder))!));
  return { passages, cpu: built.cpu, wall: built.wall, embedding, peakMiB: peak, diskMiB };
}

const folderOf = (engine: Who, { folder }: Places): string =>
  engine === 'search' || engine === 'answer' ? indexIn(folder) : join(folder, engine);

function engineOf(engine: Who, { model, peers }: Places): Promise<Engine> | Engine {
  if (engine === 'search') return searching(model);
  return engine === 'answer' ? answering(model) : peerEngine(engine, peers);
}

async function measureBuild(who: Who, places: Places): Promise<BuildFigures> {
  const passages = readPassages(places.folder);
  const folder = folderOf(who, places);
  mkdirSync(folder, { recursive: true });
  const { build } = await engineOf(who, places);
  const { cpu, wall } = await costOf(async () => build?.(passages, folder));
  const count = passages.texts.length;
  const embedding = { cpu: 0, wall: 0 };
  return { passages: count, cpu, wall, embedding, peakMiB: peakMiB(), diskMiB: sizeOf(folder) };
}

const percentilesOf = (costs: readonly Cost[]): Percentiles => {
  const at = (share: number): Cost => ({
    cpu: quantile(
      costs.map(({ cpu }) => cpu),
      share,
    ),
    wall: quantile(
      costs.map(({ wall }) => wall),
      share,
    ),
  });
  return { p50: at(0.5), p95: at(0.95) };
};

/** Without the first questions. */
const warm = <T>(of: readonly T[]): readonly T[] => of.slice(Math.min(WARM_UP, Math.floor(of.length / 2)));

async function measureAsking(who: Who, places: Places): Promise<AskFigures> {
  const questions = readBenchQuestions(places.folder);
  const engine = await engineOf(who, places);
  const { result: ask, ...open } = await costOf(() => engine.open(folderOf(who, places)));
  const costs: Cost[] = [];
  const ranks: number[] = [];
  for (const question of questions) {
    const { result, ...cost } = await costOf(() => ask(question));
    costs.push(cost);
    ranks.push(firstRank(result, question.relevant));
  }
  const within = (k: number): number => ranks.filter((rank) => rank <= k).length / ranks.length;
  return {
    ...percentilesOf(warm(costs)),
    ...{ questions: questions.length, recall1: within(1), recall5: within(5), open },
    ...{ residentMiB: residentMiB(), peakMiB: peakMiB() },
  };
}

async function measureStages(places: Places): Promise<StageFigures> {
  const questions = readBenchQuestions(places.folder);
  const engine = await openBuild({ model: places.model, embeddings: indexIn(places.folder) });
  const spent: ReadonlyMap<Stage, Cost>[] = [];
  const all: Cost[] = [];
  for (const { text } of questions) {
    const { result, ...cost } = await costOf(() => askInStages(engine, text));
    if (result === null) continue;
    spent.push(result);
    all.push(cost);
  }
  const of = (stage: Stage): Percentiles =>
    percentilesOf(warm(spent).map((one) => one.get(stage) ?? { cpu: 0, wall: 0 }));
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, of(stage)])) as Record<Stage, Percentiles>;
  return { ...stages, all: percentilesOf(warm(all)), residentMiB: residentMiB() };
}
