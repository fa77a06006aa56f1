/**
 * `npm run measure:scale`: loads many articles into OpenSearch on this machine, and tells what that and questions cost, beside the
 * files, and how far both agree. With --generated N there are N passages, like those of the articles.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerQuestion } from '../../src/answer/answer.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { type Engine, openEngine } from '../../src/engine.ts';
import { mean, quantile } from '../../src/evaluation/metrics.ts';
import { currentBuild } from '../../src/index/generations.ts';
import { type OpenIndex, openIndex } from '../../src/index/open.ts';
import { connect } from '../../src/index/opensearch/client.ts';
import { loadBuild } from '../../src/index/opensearch/load.ts';
import { openServed } from '../../src/index/opensearch/open.ts';
import { parseSearchUrl } from '../../src/index/opensearch/place.ts';
import { readBuild } from '../../src/index/read-build.ts';
import type { Candidates, SearchIndex } from '../../src/index/search-index.ts';
import { questionTerms } from '../../src/text/analyze.ts';
import { makeCorpus } from '../bench/corpus.ts';
import { readOptions } from '../options.ts';
import { generateBuild } from './generate.ts';
import { type Nodes, prepareNodes, startNodes } from './nodes.ts';

const K = 100;
const TOP = 10;
const MOST_QUESTIONS = 200;
/** Each question is searched for so often. */
const ROUNDS = 3;

const HELP = `Usage: npm run measure:scale -- [options]

Loads articles into OpenSearch on this machine, and prints what that and questions cost, beside the files, and how far
both agree. Fetches OpenSearch from Maven the first time.

  --articles N       how many (8000)
  --generated N      instead of the articles N passages that are like theirs
  --nodes N          of the engine (1)
  --heap MB          of each node (1024)
  --data DIR         articles and questions (../shared/data; the corpus in the repository where that is missing)
  --model MODEL      (${STATIC_MODEL})
  --embeddings DIR   keep the index of the articles here
  -h, --help         show this`;

const { values } = readOptions(HELP, {
  articles: { type: 'string', default: '8000' },
  nodes: { type: 'string', default: '1' },
  heap: { type: 'string', default: '1024' },
  data: { type: 'string', default: '../shared/data' },
  model: { type: 'string', default: STATIC_MODEL },
  generated: { type: 'string' },
  embeddings: { type: 'string' },
});
const missing = prepareNodes(true);
if (missing !== null) console.log(`Not measured: ${missing}.`);
else await measure();

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'measure-scale-'));
  const { embeddings = join(folder, 'embeddings') } = values;
  const { paths, questions } = await makeCorpus(Number(values.articles), values.data, folder);
  const real = await openEngine({ corpus: paths, embeddings, model: values.model });
  const { engine, build } = generated(real, embeddings);
  const { manifest } = engine.index;
  console.log(
    `${manifest.articles} articles, ${manifest.passages} passages of ${manifest.dimensions} dimensions, ${values.nodes} node(s)`,
  );
  const nodes = await startNodes(Number(values.nodes), Number(values.heap));
  const client = connect(parseSearchUrl(nodes.url)!);
  try {
    const load = stopwatch(nodes);
    await loadBuild(client, engine.index.build, readBuild(build, engine.embedder));
    console.log(`loaded in ${load()}; ${memoryOf(nodes)}; ${await diskOf(nodes)}`);
    const open = stopwatch(nodes);
    const served = await openServed(client, engine.embedder, engine.index.build);
    console.log(`opened in ${open()}`);
    const asked = questions.slice(0, MOST_QUESTIONS).map(({ question }) => question);
    await compare(engine, served, asked, nodes);
    console.log(memoryOf(nodes));
  } finally {
    await client.close();
    await nodes.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The index that is measured, and the folder of its build. A generated one is kept beside the real one. */
function generated(
  engine: Engine<OpenIndex>,
  embeddings: string,
): { engine: Engine<OpenIndex>; build: string } {
  const real = join(embeddings, engine.index.build);
  if (values.generated === undefined) return { engine, build: real };
  const place = join(embeddings, `generated-${values.generated}`);
  mkdirSync(place, { recursive: true });
  const name =
    currentBuild(place) ?? generateBuild(readBuild(real, engine.embedder), Number(values.generated), place);
  return { engine: { ...engine, index: openIndex(place, engine.embedder) }, build: join(place, name) };
}

async function compare(
  engine: Engine<OpenIndex>,
  served: SearchIndex,
  questions: readonly string[],
  nodes: Nodes,
): Promise<void> {
  const queries = await Promise.all(
    questions.map(async (text) => {
      const vector = await engine.embedder.embedQuestion(text);
      return { text, vector, terms: questionTerms(text), k: K };
    }),
  );
  const vectorsAlone = queries.map((query) => ({ ...query, terms: new Map() }));
  await time('the first time, in the engine', queries, (query) => served.candidates(query));
  for (const [where, index] of [
    ['files', engine.index],
    ['the engine', served],
  ] as const) {
    const work = stopwatch(nodes);
    for (let round = 1; round <= ROUNDS; round++) {
      await time(`vectors alone in ${where}`, vectorsAlone, (query) => index.candidates(query));
      await time(`both legs in ${where}`, queries, (query) => index.candidates(query));
    }
    console.log(`  all of them in ${work()}`);
    await time(`answers by ${where}`, queries, ({ text }) => answerQuestion({ ...engine, index }, text));
  }
  const shares = { keywords: [] as number[], vectors: [] as number[] };
  let same = 0;
  for (const query of queries) {
    const ours = await engine.index.candidates(query);
    const theirs = await served.candidates(query);
    shares.keywords.push(overlap(ours, theirs, ({ keywords }, passage) => keywords[passage] ?? 0));
    shares.vectors.push(
      overlap(ours, theirs, (_, passage) => engine.index.similarity(query.vector, passage)),
    );
    const [one, two] = [
      await answerQuestion(engine, query.text),
      await answerQuestion({ ...engine, index: served }, query.text),
    ];
    if (one.evidence[0]?.quote === two.evidence[0]?.quote) same++;
  }
  const told = Object.entries(shares).map(([leg, of]) => `${leg} ${mean(of).toFixed(4)}`);
  console.log(`the same among the first ${TOP}: ${told.join(', ')}`);
  console.log(`the same first quote: ${same} of ${questions.length}`);
}

async function time<T>(what: string, all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (const one of all) {
    const since = performance.now();
    await work(one);
    times.push(performance.now() - since);
  }
  const [p50, p95] = [0.5, 0.95].map((share) => quantile(times, share).toFixed(1));
  console.log(`${what}: p50 ${p50} ms, p95 ${p95} ms`);
}

/** Share of our best that theirs are as good as. */
function overlap(
  ours: Candidates,
  theirs: Candidates,
  scoreOf: (candidates: Candidates, passage: number) => number,
): number {
  const best = (of: Candidates): number[] =>
    of.passages
      .filter((passage) => scoreOf(ours, passage) > 0)
      .toSorted((a, b) => scoreOf(of, b) - scoreOf(of, a) || a - b)
      .slice(0, TOP);
  const wanted = best(ours);
  if (wanted.length === 0) return 1;
  // Equal passages are equally right.
  const least = scoreOf(ours, wanted.at(-1)!) - 1e-6;
  return best(theirs).filter((passage) => scoreOf(ours, passage) >= least).length / wanted.length;
}

/** Tells how long it has been, and what the nodes and this process have worked meanwhile. */
function stopwatch(nodes: Nodes): () => string {
  const since = performance.now();
  const own = process.cpuUsage();
  const theirs = told(nodes, 'cputimes');
  return () => {
    const { user, system } = process.cpuUsage(own);
    const seconds = (performance.now() - since) / 1000;
    return `${seconds.toFixed(1)} s; CPU ${told(nodes, 'cputimes') - theirs} s of the nodes, ${((user + system) / 1e6).toFixed(1)} s here`;
  };
}

function memoryOf(nodes: Nodes): string {
  return `${(told(nodes, 'rss') / 1024).toFixed(0)} MB of memory`;
}

/** What the system tells of the nodes, added up. */
function told({ processIds }: Nodes, what: 'rss' | 'cputimes'): number {
  const numbers = execFileSync('ps', ['-o', `${what}=`, '-p', processIds.join(',')], { encoding: 'utf8' });
  return numbers
    .trim()
    .split(/\s+/)
    .reduce((all, one) => all + Number(one), 0);
}

async function diskOf({ url }: Nodes): Promise<string> {
  const told = await fetch(`${url.split(',')[0]}/_cat/indices?h=store.size,segments.count&bytes=mb`);
  const [size] = (await told.text()).trim().split(/\s+/);
  return `${size} MB on the disk`;
}
