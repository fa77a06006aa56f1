/** Puts a build of the files into OpenSearch, beside the one that answers, and makes it the one that answers. */
import { listedOf } from '../../passages/read.ts';
import { partsOf } from '../../scope.ts';
import type { StoredKeywords } from '../keyword-index.ts';
import { IndexError } from '../manifest.ts';
import { SKETCH_SIZE } from '../near-duplicates.ts';
import { eachPosting } from '../postings.ts';
import type { BuildFiles } from '../read-build.ts';
import type { SearchClient } from './client.ts';
import { countGroups } from './groups.ts';
import { ALL, articleId, featureOf, indexBody, isKept, passageId, termId } from './mapping.ts';
import { pack } from './payload.ts';
import { indexOf } from './served.ts';
import { termAt, weightsInOrder } from './weights.ts';

/** Passages whose terms are brought together at once, some 100 MB. */
const PASSAGES_AT_ONCE = 5_000;
/** Documents and characters of one request. */
const MAX_DOCUMENTS = 500;
const MAX_CHARACTERS = 4_000_000;

const REQUESTS_AT_ONCE = 4;
/** Some 5 ms a passage of a shard. */
const MERGE_MS = 6 * 3_600_000;

/** A document, as JSON, and its id. */
type Document = readonly [id: string, fields: string];

/**
 * Loads a build into an index of its own, which nobody asks yet. Throws {@link IndexError} where it is not whole in the end, and
 * SearchError.
 */
export async function loadBuild(
  client: SearchClient,
  build: string,
  files: BuildFiles,
  onLoaded: (passages: number) => void = () => {},
): Promise<void> {
  const index = indexOf(client, build);
  const { manifest } = files;
  const { nodes } = await client
    .ask<{ nodes: { count: { data: number } } }>('GET', '/_cluster/stats')
    .then((stats) => ({ nodes: stats.nodes.count.data }));
  const { dimensions, passages } = manifest;
  const about = JSON.stringify({ build, manifest });
  const body = indexBody({ dimensions, passages, nodes, about }) as {
    settings: { number_of_replicas: number };
  };
  const replicas = body.settings.number_of_replicas;
  await client.ask('PUT', `/${index}`, { ...body, settings: { ...body.settings, number_of_replicas: 0 } });
  await write(client, index, documentsOf(files, onLoaded));
  await merge(client, index);
  await client.ask('PUT', `/${index}/_settings`, { number_of_replicas: replicas, refresh_interval: '1s' });
  await client.ask('GET', `/_cluster/health/${index}?wait_for_status=green&timeout=25s`);
  await checkCounts(client, index, manifest);
}

/**
 * Makes one segment of each shard, which is searched sooner. It also lets go of what the engine keeps of each document to bring
 * copies up to date, more than half of the disk, which it does for what is flushed.
 */
async function merge(client: SearchClient, index: string): Promise<void> {
  await client.ask('POST', `/${index}/_flush`);
  await client.askLong('POST', `/${index}/_forcemerge?max_num_segments=1`, MERGE_MS);
  await client.ask('POST', `/${index}/_refresh`);
}

/** Sends documents in several requests at once: the engine works on some while the next are made. */
async function write(client: SearchClient, index: string, documents: Iterable<Document>): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | null = null;
  const settle = async (most: number): Promise<void> => {
    while (underWay.size > most) await Promise.race(underWay);
    if (failure !== null) throw failure.error;
  };
  for (const lines of requestsOf(documents)) {
    const sent = send(client, index, lines)
      // Told when the next request is made.
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => underWay.delete(sent));
    underWay.add(sent);
    await settle(REQUESTS_AT_ONCE - 1);
  }
  await settle(0);
}

/** Lines of requests, none of which is too large. */
function* requestsOf(documents: Iterable<Document>): Generator<string[]> {
  let lines: string[] = [];
  let characters = 0;
  for (const [id, fields] of documents) {
    lines.push(JSON.stringify({ index: { _id: id } }), fields);
    characters += fields.length;
    if (lines.length < 2 * MAX_DOCUMENTS && characters <= MAX_CHARACTERS) continue;
    yield lines;
    lines = [];
    characters = 0;
  }
  if (lines.length > 0) yield lines;
}

async function send(client: SearchClient, index: string, lines: readonly string[]): Promise<void> {
  const { items } = await client.askLines<{ items: { index: { status: number; error?: object } }[] }>(
    `/${index}/_bulk?filter_path=items.*.error,items.*.status`,
    lines,
  );
  const refused = items.find((item) => item.index.error !== undefined)?.index;
  if (refused !== undefined) throw client.refusal(refused.status, refused.error);
}

function* documentsOf(files: BuildFiles, onLoaded: (passages: number) => void): Generator<Document> {
  const { manifest, passages, vectors, keywords } = files;
  const { dimensions, articles } = manifest;
  const groups = countGroups(dimensions);
  const nextWeights = weightsInOrder(keywords);
  const featureAt = featuresOf(keywords);
  const groupOf = new Uint32Array(articles);
  let article = -1;
  let [start, end] = [0, 0];
  let seen: { server: string; parts: string[]; day: number } | null = null;
  let weights: [number, number][][] = [];
  for (let number = 0; number < manifest.passages; number++) {
    if (number % PASSAGES_AT_ONCE === 0)
      weights = nextWeights(Math.min(number + PASSAGES_AT_ONCE, manifest.passages));
    if (passages.article[number] !== article) {
      article = passages.article[number]!;
      start = number;
      end = number;
      while (passages.article[end] === article) end++;
      const read = files.article(article);
      const day = passages.days[article]!;
      seen = { server: read.server ?? ALL, parts: partsOf(read), day };
      const numbers = Array.from({ length: end - start }, (_, i) => start + i);
      groupOf[article] = groups.add(read, day, numbers.map(vectors.of));
      const cuts = numbers.map((one) =>
        [passages.start, passages.end, passages.section, passages.kind, passages.repeats].map(
          (of) => of[one]!,
        ),
      );
      const data = { article: read, listed: listedOf(read), cuts, start };
      const about = { kind: 'article', number: article, id: read.id, ...seen, passages: end - start, data };
      yield [articleId(article), JSON.stringify(about)];
    }
    const payload = pack({
      ...{ article, start, end, day: seen!.day, isStructured: passages.structured[article] === 1 },
      sketch: passages.sketches.subarray(article * SKETCH_SIZE, (article + 1) * SKETCH_SIZE),
      vector: vectors.of(number),
      ...files.sentences(number),
    });
    const about = JSON.stringify({ kind: 'passage', number, article, ...seen!, payload });
    const dense = `[${vectors.of(number).join()}]`;
    const sparse = sparseOf(weights[number % PASSAGES_AT_ONCE]!, featureAt);
    yield [passageId(number), `${about.slice(0, -1)},"dense":${dense},"sparse":${sparse}}`];
    onLoaded(number + 1);
  }
  yield* termsOf(files, groupOf);
  for (const [number, group] of groups.groups.entries())
    yield [`g${number}`, JSON.stringify({ kind: 'group', number, data: group })];
}

/** Weights of terms by their features. As text at once: an object of hundreds of names that no other has takes longer than all the rest. */
function sparseOf(
  weights: readonly (readonly [term: number, weight: number])[],
  featureAt: (term: number) => string | null,
): string {
  let sparse = '';
  for (const [term, weight] of weights) {
    const feature = featureAt(term);
    if (feature !== null) sparse += `${sparse === '' ? '' : ','}${feature}:${weight}`;
  }
  return `{${sparse}}`;
}

/** Of a term by its number the name of its feature, in quotes; null for one that is not kept. */
function featuresOf(keywords: StoredKeywords): (term: number) => string | null {
  const known: (string | null)[] = [];
  return (number) => {
    const found = known[number];
    if (found !== undefined) return found;
    const term = termAt(keywords, number);
    const feature = isKept(term) ? JSON.stringify(featureOf(term)) : null;
    known[number] = feature;
    return feature;
  };
}

/** Of each term how many passages of each group have it. */
function* termsOf({ keywords, passages }: BuildFiles, groupOf: Uint32Array): Generator<Document> {
  for (let number = 0; number < keywords.termEnds.length; number++) {
    const term = termAt(keywords, number);
    if (!isKept(term)) continue;
    const counts = new Map<number, number>();
    eachPosting(keywords.postingsOf(number), (passage) => {
      const group = groupOf[passages.article[passage]!]!;
      counts.set(group, (counts.get(group) ?? 0) + 1);
    });
    yield [termId(term), JSON.stringify({ kind: 'term', term, data: { counts: [...counts].flat() } })];
  }
}

async function checkCounts(
  client: SearchClient,
  index: string,
  { articles, passages }: { articles: number; passages: number },
): Promise<void> {
  for (const [kind, expected] of [
    ['article', articles],
    ['passage', passages],
  ] as const) {
    const query = { term: { kind } };
    const { count } = await client.ask<{ count: number }>('POST', `/${index}/_count`, { query });
    if (count !== expected)
      throw new IndexError(
        `The search engine has ${count} documents of ${index} that are a ${kind}, expected ${expected}`,
      );
  }
}
