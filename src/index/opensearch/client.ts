/** Talks to OpenSearch, and says in words what keeps it from answering. The door to @opensearch-project/opensearch. */
import { Client, errors } from '@opensearch-project/opensearch';
import type { SearchPlace } from './place.ts';

/** A node that answers nothing for so long is given up, and the next one is asked. */
const TIMEOUT_MS = 30_000;
/** Another node answers where one is gone; more would keep a person waiting. */
const MAX_RETRIES = 3;

export interface SearchClient {
  readonly name: string;
  /** Throws {@link SearchError}. */
  ask<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD', path: string, body?: object): Promise<T>;
  /** The same for what takes long, once. Throws {@link SearchError}. */
  askLong(method: 'POST', path: string, timeoutMs: number): Promise<void>;
  /** With a body of lines of JSON, or of what becomes one. Throws {@link SearchError}. */
  askLines<T>(path: string, lines: readonly (string | object)[]): Promise<T>;
  /** What the engine means by a refusal that stands in an answer. */
  refusal(status: number, answer: unknown): SearchError;
  close(): Promise<void>;
}

/** What the engine refuses, or does not answer; the message says what to do. No index is at fault. */
export class SearchError extends Error {
  /** Of HTTP; null where nothing came back. */
  readonly status: number | null;

  constructor(reason: string, status: number | null, remedy: string, cause?: Error) {
    super(`${reason}. ${remedy}.`, { cause });
    this.status = status;
  }
}

export function connect({ nodes: addresses, name }: SearchPlace): SearchClient {
  const nodes = addresses.map((address) => new URL(address));
  const { username, password } = nodes[0]!;
  const client = new Client({
    nodes: nodes.map(({ origin }) => origin),
    ...(username !== '' && {
      auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) },
    }),
    maxRetries: MAX_RETRIES,
    requestTimeout: TIMEOUT_MS,
  });
  const hosts = nodes.map(({ host }) => host).join(', ');
  const told = async <T>(work: () => Promise<{ body: unknown }>): Promise<T> => {
    try {
      return (await work()).body as T;
    } catch (error) {
      throw inWords(error as Error, hosts);
    }
  };
  return {
    name,
    ask: (method, path, body) =>
      told(() => client.transport.request({ method, path, ...(body && { body }) })),
    askLong: (method, path, requestTimeout) =>
      told(() => client.transport.request({ method, path }, { requestTimeout, maxRetries: 0 })),
    askLines: (path, lines) =>
      told(() =>
        client.transport.request({
          ...{ method: 'POST', path },
          bulkBody: `${lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')}\n`,
        }),
      ),
    refusal: (status, answer) => refusalOf(status, JSON.stringify(answer), hosts),
    close: () => client.close(),
  };
}

/** Runs what asks the engine for a while. */
export async function withClient<T>(
  place: SearchPlace,
  work: (client: SearchClient) => Promise<T>,
): Promise<T> {
  const client = connect(place);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const START = 'Start it, or correct SEARCH_URL in .env';

function inWords(error: Error, hosts: string): Error {
  if (error instanceof errors.ResponseError)
    return refusalOf(error.statusCode ?? null, JSON.stringify(error.body ?? ''), hosts, error);
  const reason = `The search engine at ${hosts} does not answer (${error.message})`;
  return new SearchError(reason, null, START, error);
}

/** An index, or the whole of them, that takes nothing more, by the words of versions 2 and 3. */
const WITHOUT_SPACE = /flood-stage|read-only|create-index blocked/;

/** What the engine means by the text of a refusal. */
function refusalOf(status: number | null, text: string, hosts: string, cause?: Error): SearchError {
  const tell = (reason: string, remedy: string): SearchError =>
    new SearchError(`The search engine at ${hosts} ${reason}`, status, remedy, cause);
  if (WITHOUT_SPACE.test(text))
    return tell('takes nothing more, since a disk of it is full', 'Make room there, then run: npm run index');
  if (status === 401 || status === 403)
    return tell('does not know the user or refuses it', 'Correct user and password in SEARCH_URL');
  if (status === 503 || /all shards failed|no_shard_available|partial shards failure/i.test(text))
    return tell(
      'cannot reach all of the index: too few of its nodes are there',
      'Start them; what is missing tells: GET _cluster/allocation/explain',
    );
  if (status === 429) return tell('has more to do than it can', 'Try again in a minute, or add nodes');
  if (status === 404) return tell('has no such index', 'Run: npm run index');
  return tell(`refused a request (${status}: ${text.slice(0, 300)})`, 'Its own log tells more');
}
