/**
 * `npm run measure:scale`: loads many articles into OpenSearch on this machine, and tells what that and questions cost, beside the
 * files, and how far both agree.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answerQuestion } from '../../src/answer/answer.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { type Engine, openEngine } from '../../src/engine.ts';
import { quantile } from '../../src/evaluation/metrics.ts';
import type { OpenIndex } from '../../src/index/open.ts';
import { connect } from '../../src/index/opensearch/client.ts';
import { loadBuild } from '../../src/index/opensearch/load.ts';
import { openServed } from '../../src/index/opensearch/open.ts';
import { parseSearchUrl } from '../../src/index/opensearch/place.ts';
import { readBuild } from '../../src/index/read-build.ts';
import type { Candidates, SearchIndex } from '../../src/index/search-index.ts';
import { questionTerms } from '../../src/text/analyze.ts';
import { makeCorpus } from '../bench/corpus.ts';
import { prepareNodes, startNodes } from './nodes.ts';

const K = 100;
const TOP = 10;
const MOST_QUESTIONS = 200;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '8000' },
    nodes: { type: 'string', default: '1' },
    heap: { type: 'string', default: '1024' },
    data: { type: 'string', default: '../shared/data' },
    model: { type: 'string', default: STATIC_MODEL },
  },
});
const missing = prepareNodes(true);
if (missing !== null) console.log(`Not measured: ${missing}.`);
else await measure();

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'measure-scale-'));
  const nodes = await startNodes(Number(values.nodes), Number(values.heap));
  const client = connect(parseSearchUrl(nodes.url)!);
  try {
    const { paths, questions } = await makeCorpus(Number(values.articles), values.data, folder);
    const embeddings = join(folder, 'embeddings');
    const engine = await openEngine({ corpus: paths, embeddings, model: values.model });
    const { build, manifest } = engine.index;
    console.log(`${manifest.articles} articles, ${manifest.passages} passages, ${values.nodes} node(s)`);
    let since = performance.now();
    await loadBuild(client, build, readBuild(join(embeddings, build), engine.embedder));
    console.log(`loaded in ${seconds(since)} s; ${memoryOf(nodes.processIds)}; ${await diskOf(nodes.url)}`);
    since = performance.now();
    const served = await openServed(client, engine.embedder, build);
    console.log(`opened in ${seconds(since)} s`);
    await compare(
      engine,
      served,
      questions.slice(0, MOST_QUESTIONS).map(({ question }) => question),
    );
  } finally {
    await client.close();
    await nodes.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(
  engine: Engine<OpenIndex>,
  served: SearchIndex,
  questions: readonly string[],
): Promise<void> {
  const spent = {
    'search in files': [],
    'search in the engine': [],
    'answers by files': [],
    'answers by the engine': [],
  } as Record<string, number[]>;
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const since = performance.now();
    const result = await work();
    spent[what]!.push(performance.now() - since);
    return result;
  };
  const shares = { keywords: [] as number[], vectors: [] as number[] };
  let same = 0;
  for (const text of questions) {
    const vector = await engine.embedder.embedQuestion(text);
    const query = { terms: questionTerms(text), vector, k: K };
    const ours = await timed('search in files', () => engine.index.candidates(query));
    const theirs = await timed('search in the engine', () => served.candidates(query));
    shares.keywords.push(overlap(ours, theirs, ({ keywords }, passage) => keywords[passage] ?? 0));
    shares.vectors.push(overlap(ours, theirs, (_, passage) => engine.index.similarity(vector, passage)));
    const one = await timed('answers by files', () => answerQuestion(engine, text));
    const two = await timed('answers by the engine', () =>
      answerQuestion({ ...engine, index: served }, text),
    );
    if (one.evidence[0]?.quote === two.evidence[0]?.quote) same++;
  }
  for (const [what, times] of Object.entries(spent))
    console.log(
      `${what}: p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`,
    );
  const mean = (values: readonly number[]): string =>
    (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4);
  console.log(
    `the same among the first ${TOP}: keywords ${mean(shares.keywords)}, vectors ${mean(shares.vectors)}`,
  );
  console.log(`the same first quote: ${same} of ${questions.length}`);
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

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

function memoryOf(processIds: readonly number[]): string {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', processIds.join(',')], { encoding: 'utf8' });
  const sum = kilobytes
    .trim()
    .split(/\s+/)
    .reduce((all, one) => all + Number(one), 0);
  return `${(sum / 1024).toFixed(0)} MB of memory`;
}

async function diskOf(url: string): Promise<string> {
  const told = await fetch(`${url.split(',')[0]}/_cat/indices?h=store.size&bytes=mb`);
  return `${(await told.text()).trim()} MB on the disk`;
}
