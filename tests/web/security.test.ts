import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AS_OWNER, type Started, startPage, TOKEN } from './start.ts';

/** Status of a request with exactly these headers: `fetch` writes Host itself. */
const statusOf = (address: string, path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, headers, setHost: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

describe('the page on loopback', () => {
  let page: Started;
  beforeAll(async () => {
    page = await startPage();
  });
  afterAll(() => page.stop());

  it.each([
    ['127.0.0.1:1234', 200],
    ['localhost', 200],
    ['[::1]:8080', 200],
    ['attacker.example', 403],
    ['attacker.example:8080', 403],
    ['localhost.attacker.example', 403],
    ['192.0.2.7:8080', 403],
  ])('answers under the name %j with status %i', async (host, status) => {
    for (const path of ['/', '/api/session'])
      expect(await statusOf(page.address, path, { Host: host })).toBe(status);
  });

  it('takes no request from another site', async () => {
    const ask = { body: { question: 'who signed with Liaoning' } };
    for (const headers of [
      { Origin: 'https://attacker.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ])
      expect((await page.send('/api/ask', { ...ask, headers: { ...AS_OWNER, ...headers } })).status).toBe(
        403,
      );
    expect((await page.send('/api/ask', { ...ask, headers: { Origin: page.address } })).status).toBe(200);
    expect((await page.send('/api/session', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(
      403,
    );
  });

  it('takes nothing that a form of another site could send', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonx',
    ])
      expect(
        (
          await page.send('/api/index', {
            body: '{"action":"build"}',
            headers: { ...AS_OWNER, 'Content-Type': type },
          })
        ).status,
      ).toBe(415);
  });

  it('takes bodies of at most 64 KB', async () => {
    const bodyOf = (bytes: number): string => `{"question":"${'a'.repeat(bytes - 15)}"}`;
    // Below the limit it is the question that is too long.
    expect((await page.send('/api/ask', { body: bodyOf(65_536) })).status).toBe(400);
    expect((await page.send('/api/ask', { body: bodyOf(65_537) })).status).toBe(413);
  });

  it('lets nobody steer who is not signed in', async () => {
    for (const headers of [
      {},
      { Authorization: 'Bearer wrong' },
      { Cookie: 'corpus-answers=9999999999999.x' },
    ]) {
      expect((await page.send('/api/index', { body: { action: 'build' }, headers })).status).toBe(401);
      expect((await page.send('/api/questions', { headers })).status).toBe(401);
      expect((await (await page.send('/api/index', { headers })).json()).details).toBeNull();
    }
  });

  it('allows nothing from elsewhere and no frame around it, whatever it answers', async () => {
    for (const path of ['/', '/app.js', '/api/session', '/nothing', '/api/nothing']) {
      const { headers } = await page.send(path);
      const policy = headers.get('Content-Security-Policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    }
  });

  it('leads out of its folder by no path', async () => {
    for (const path of ['/..%2fserve.ts', '/%2e%2e/serve.ts', '/page/index.html', '/.env', '/app.js%00'])
      expect((await page.send(path)).status).toBe(404);
  });

  it('signs in by a cookie that no script reads and no other site sends, and out again', async () => {
    expect((await page.send('/api/session', { body: { token: 'not-the-token-but-long' } })).status).toBe(401);
    const signedIn = await page.send('/api/session', { body: { token: TOKEN } });
    const cookie = signedIn.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).not.toContain(TOKEN);
    const headers = { Cookie: cookie.split(';', 1)[0]! };
    expect((await (await page.send('/api/session', { headers })).json()).isSignedIn).toBe(true);
    const changed = { Cookie: `${headers.Cookie.slice(0, -1)}${headers.Cookie.endsWith('A') ? 'B' : 'A'}` };
    expect((await (await page.send('/api/session', { headers: changed })).json()).isSignedIn).toBe(false);
    const out = await page.send('/api/session', {
      method: 'DELETE',
      headers: { ...headers, 'Content-Type': 'application/json' },
    });
    expect(out.headers.get('Set-Cookie')).toMatch(/corpus-answers=; Max-Age=0/);
  });

  it('writes no token to its log', () => {
    expect(page.log.join('')).not.toContain(TOKEN);
  });
});

it('takes eight guesses of the token at once, and no ninth', async () => {
  const page = await startPage();
  const guess = async (): Promise<number> =>
    (await page.send('/api/session', { body: { token: 'wrong-but-long-enough' } })).status;
  const statuses = [];
  for (let i = 0; i < 9; i++) statuses.push(await guess());
  expect(statuses).toEqual([...Array(8).fill(401), 429]);
  const refused = await page.send('/api/session', { body: { token: TOKEN } });
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  await page.stop();
});

describe('a page that others reach', () => {
  it('shows nothing to those who are not signed in, but how to sign in', async () => {
    const page = await startPage({ isOpen: false });
    for (const path of [
      '/api/articles',
      '/api/index',
      '/api/index/events',
      '/api/examples',
      '/api/articles/one?id=x',
    ])
      expect((await page.send(path)).status).toBe(401);
    expect((await page.send('/api/ask', { body: { question: 'hello' } })).status).toBe(401);
    expect((await page.send('/api/search', { body: { text: 'hello' } })).status).toBe(401);
    expect(await (await page.send('/api/session')).json()).toMatchObject({ mayRead: false, maySignIn: true });
    expect((await page.send('/')).status).toBe(200);
    expect((await page.send('/api/articles', { headers: AS_OWNER })).status).toBe(200);
    await page.stop();
  });

  it('answers under the names of the settings, and any address', async () => {
    const page = await startPage({ host: '0.0.0.0', hosts: ['answers.example.org'] });
    const address = page.address.replace('0.0.0.0', '127.0.0.1');
    for (const [host, status] of [
      ['answers.example.org', 200],
      ['ANSWERS.example.org:443', 200],
      ['192.0.2.7:8080', 200],
      ['[2001:db8::1]:8080', 200],
      ['other.example.org', 403],
    ] as const)
      expect(await statusOf(address, '/api/session', { Host: host })).toBe(status);
    await page.stop();
  });
});
