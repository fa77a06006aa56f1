import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryOf, type PageLibrary } from '../../src/library.ts';
import { createLog } from '../../src/log.ts';
import { API } from '../../src/web/api/openapi.ts';
import { createApp } from '../../src/web/app.ts';
import { openCorpus } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';
import { AS_OWNER, type Started, startPage } from './start.ts';

const SERVER = '123456789012345678';

let library: PageLibrary;
let page: Started;
let ofServer: Started;
beforeAll(async () => {
  const corpus = makeFolder();
  mkdirSync(join(corpus, `servers/${SERVER}`), { recursive: true });
  writeFileSync(
    join(corpus, 'shared.md'),
    '---\ntitle: Opening hours\ndate: 2024-01-01\n---\nThe wharf opens at nine.\n',
  );
  writeFileSync(
    join(corpus, 'older.md'),
    '---\ntitle: Fees\ndate: 2023-01-01\nsource: Harbour office\n---\n## Moorings\n\nA mooring costs 12 coins.\n',
  );
  writeFileSync(
    join(corpus, `servers/${SERVER}/own.md`),
    '# Secret wharf\n\nThe password of the secret wharf is herring.\n',
  );
  library = libraryOf(await openCorpus(corpus));
  page = await startPage({}, { library });
  ofServer = await startPage({ server: SERVER }, { library });
});
afterAll(() => Promise.all([page.stop(), ofServer.stop()]));

const listed = async (from: Started, query = '', headers = {}): Promise<string[]> => {
  const list = await (await from.send(`/api/articles${query}`, { headers })).json();
  expect(list.total).toBeGreaterThanOrEqual(list.articles.length);
  return list.articles.map(({ title }: { title: string }) => title);
};

describe('the list of articles', () => {
  it('has the newest first, with their passages', async () => {
    const { total, articles } = await (await page.send('/api/articles')).json();
    expect(total).toBe(2);
    expect(
      articles.map(({ title, passages }: { title: string; passages: number }) => [title, passages]),
    ).toEqual([
      ['Opening hours', 1],
      ['Fees', 1],
    ]);
  });

  it.each([
    ['?text=fee', ['Fees']],
    ['?text=FEES', ['Fees']],
    ['?text=moorings', ['Fees']],
    ['?text=harbour%20office', ['Fees']],
    ['?text=password', []],
    ['?start=1', ['Fees']],
    ['?start=2', []],
    ['?count=1', ['Opening hours']],
  ])('%s finds %j', async (query, titles) => {
    expect(await listed(page, query)).toEqual(titles);
  });

  it('refuses what is no number, or none that may be', async () => {
    for (const query of ['?count=0', '?count=201', '?start=-1', '?count=x', '?order=title'])
      expect((await page.send(`/api/articles${query}`)).status).toBe(400);
  });
});

describe('articles of one server', () => {
  it('are seen by nobody on a page without that server, signed in or not', async () => {
    for (const headers of [{}, AS_OWNER]) {
      expect(await listed(page, '', headers)).not.toContain('Secret wharf');
      const told = await page.send('/api/ask', {
        body: { question: 'What is the password of the secret wharf?', explain: true },
        headers,
      });
      expect(await told.text()).not.toContain('herring');
      const found = await page.send('/api/search', { body: { text: 'password secret wharf' }, headers });
      expect(await found.text()).not.toMatch(/herring|Secret wharf/);
      expect((await page.send(`/api/articles/one?id=servers/${SERVER}/own`, { headers })).status).toBe(404);
    }
  });

  it('are seen on the page of that server by those who are signed in, and by no others', async () => {
    expect(await listed(ofServer)).not.toContain('Secret wharf');
    expect(await listed(ofServer, '', AS_OWNER)).toContain('Secret wharf');
    const question = { question: 'What is the password of the secret wharf?' };
    expect(await (await ofServer.send('/api/ask', { body: question })).text()).not.toContain('herring');
    expect(await (await ofServer.send('/api/ask', { body: question, headers: AS_OWNER })).text()).toContain(
      'herring',
    );
    expect(
      (await ofServer.send(`/api/articles/one?id=servers/${SERVER}/own`, { headers: AS_OWNER })).status,
    ).toBe(200);
  });
});

describe('searching', () => {
  it('tells the passages of both legs, the best first', async () => {
    const { passages } = await (
      await page.send('/api/search', { body: { text: 'what does a mooring cost' } })
    ).json();
    expect(passages[0]).toMatchObject({
      title: 'Fees',
      both: { rank: 1 },
      keyword: { rank: 1 },
      dense: { rank: 1 },
    });
  });
});

describe('the document of the API', () => {
  it('has every route that there is, and no other', async () => {
    const log = createLog({ level: 'error', secrets: [], write: () => {} });
    const config = {
      isOnInBot: false,
      host: '::1',
      port: 0,
      token: '',
      hosts: [],
      isOpen: true,
      server: null,
    };
    const { routes } = await createApp({ config, library, steering: null, state: null, log });
    const found = routes
      .filter(
        ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && !path.endsWith('openapi.json'),
      )
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/\/$/, '')}`);
    const documented = Object.entries(API.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect([...new Set(found)].sort()).toEqual(documented.sort());
  });

  it('is served, and refers to nothing that it has not', async () => {
    const document = await (await page.send('/api/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const text = JSON.stringify(document);
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(document.components.schemas, name).toHaveProperty(name);
  });
});
