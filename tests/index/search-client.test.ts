import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, SearchError } from '../../src/index/opensearch/client.ts';
import { parseSearchUrl, placeOf } from '../../src/index/opensearch/place.ts';

/** What the engine answers next, and what it was asked with. */
let answer = { status: 200, body: {} as object };
let authorization: string | undefined;
let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    authorization = request.headers.authorization;
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://quell:p%40ss@127.0.0.1:${(server.address() as AddressInfo).port}/quell`;
});
afterAll(() => {
  server.close();
});

const ask = async (to = url): Promise<unknown> => {
  const client = connect(parseSearchUrl(to)!);
  try {
    return await client.ask('GET', '/quell/_mapping');
  } finally {
    await client.close();
  }
};

describe('the address of a search engine', () => {
  it.each([
    ['http://127.0.0.1:9200', 'articles'],
    ['https://me:secret@one.example:9200/quell', 'quell'],
    ['https://one.example:9200/quell/, https://two.example:9200', 'quell'],
  ])('%s has indexes called %s…', (text, name) => {
    expect(parseSearchUrl(text)?.name).toBe(name);
  });

  it.each([
    '',
    'one.example:9200',
    'ftp://one.example',
    'http://one.example/Quell',
    'http://one.example/a_b',
  ])('is not %j', (text) => {
    expect(parseSearchUrl(text)).toBeNull();
  });

  it('has a name of its own for the index of each other folder', () => {
    const place = parseSearchUrl('http://127.0.0.1:9200/quell')!;
    const [one, two] = [placeOf(place, 'embeddings/one'), placeOf(place, 'embeddings/two')];
    expect(one).toEqual(placeOf(place, './embeddings/one/'));
    expect(one.nodes).toEqual(place.nodes);
    expect(new Set([place.name, one.name, two.name]).size).toBe(3);
    expect(parseSearchUrl(`http://127.0.0.1:9200/${one.name}`)?.name).toBe(one.name);
  });
});

describe('a search engine', () => {
  it('is told user and password', async () => {
    answer = { status: 200, body: { quell: 1 } };
    expect(await ask()).toEqual({ quell: 1 });
    expect(authorization).toBe(`Basic ${Buffer.from('quell:p@ss').toString('base64')}`);
  });

  it.each([
    [401, {}, 'does not know the user or refuses it. Correct user and password in SEARCH_URL.'],
    [
      403,
      { error: { reason: 'index [a] blocked by: [FORBIDDEN/12/index read-only / allow delete (api)];flood-stage watermark' } },
      'takes nothing more, since a disk of it is full. Make room there, then run: npm run index.',
    ],
    [
      403,
      { error: { reason: 'blocked by: [FORBIDDEN/10/cluster create-index blocked (api)];' } },
      'takes nothing more, since a disk of it is full. Make room there, then run: npm run index.',
    ],
    [404, {}, 'has no such index. Run: npm run index.'],
    [429, {}, 'has more to do than it can. Try again in a minute, or add nodes.'],
    [503, { error: { reason: 'all shards failed' } }, 'cannot reach all of the index: too few of its nodes are there.'],
    [400, { error: 'parsing_exception' }, 'refused a request (400: {"error":"parsing_exception"}).'],
  ])('that answers %i says what to do', async (status, body, said) => {
    answer = { status, body };
    const error = (await ask().catch((thrown) => thrown)) as SearchError;
    expect(error).toBeInstanceOf(SearchError);
    expect(error.message).toContain(said);
    expect(error.message).not.toContain('p@ss');
    expect(error.status).toBe(status);
  }); // biome-ignore format: a table

  it('that does not answer says so', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await expect(ask(`http://127.0.0.1:${port}`)).rejects.toThrow(
      new RegExp(
        `The search engine at 127.0.0.1:${port} does not answer .+Start it, or correct SEARCH_URL in .env`,
      ),
    );
  });
});
