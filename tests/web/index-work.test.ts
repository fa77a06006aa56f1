import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { ALL_SERVERS } from '../../src/storage/article-state.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { RATES } from '../../src/web/rate.ts';
import { steeringOf } from '../../src/web/steering.ts';
import { readEvents } from '../../web/src/events.ts';
import { ASK_FERRY } from '../few-articles.ts';
import { type Live, startLive } from '../service/live.ts';
import { makeFolder } from '../temporary-folder.ts';
import { AS_OWNER, type Started, startPage } from './start.ts';

describe('the index, from the page of a running library', () => {
  let live: Live;
  let page: Started;
  beforeAll(async () => {
    live = await startLive();
    await live.library.ready;
    const { corpus, embeddings } = live.places;
    const config = { ...parseConfig({}), corpus, embeddings };
    const state = await openServerState(':memory:');
    const steering = steeringOf(live.library, { ...config, copies: makeFolder() }, state);
    page = await startPage({}, { library: live.library, steering, state });
  }, 120_000);
  afterAll(async () => {
    await page.stop();
    await live.library.close();
  });

  const look = async () => (await page.send('/api/index', { headers: AS_OWNER })).json();
  const change = (action: string) => page.send('/api/index', { body: { action }, headers: AS_OWNER });

  it('is built anew with progress, while questions are answered, and gone back from', async () => {
    const { corpus } = live.places;
    writeFileSync(join(corpus[0], 'bakery.md'), '# The bakery\n\nThe bakery opens at six.\n');
    writeFileSync(join(corpus[0], 'broken.pdf'), 'this is no PDF');
    writeFileSync(join(corpus[0], 'tides.md'), `# ${'Tides '.repeat(50)}\n\nThe tide turns at four.\n`);
    const before = await look();
    const events: { state: string; progress: object | null; ended: object | null }[] = [];
    const leaving = new AbortController();
    const watching = (async () => {
      const { body } = await page.send('/api/index/events', { signal: leaving.signal });
      for await (const { data } of readEvents(body!)) events.push(JSON.parse(data));
    })().catch(() => {});
    const begun = await change('build');
    expect([begun.status, (await change('build')).status]).toEqual([202, 409]);
    const asked = [];
    while ((await look()).work.state !== 'idle') {
      asked.push((await page.send('/api/ask', { body: { question: ASK_FERRY } })).status);
      await setTimeout(1000 / RATES.ask.perSecond);
    }
    expect(new Set(asked)).toEqual(new Set([200]));

    const built = await look();
    expect(built.work.ended).toMatchObject({ action: 'build', problem: null });
    expect(built.articles).toBe(before.articles + 2);
    expect(built.details.previous.build).toBe(before.index);
    expect(built.details.skipped).toEqual([
      expect.not.objectContaining({ article: expect.anything() }),
      expect.objectContaining({ article: 'tides', reason: expect.stringMatching(/^the title has 299/) }),
    ]);
    expect(built.details.skipped[0].where).toMatch(/broken\.pdf$/);
    await expect.poll(() => events.at(-1)?.ended).not.toBeNull();
    expect(events.map(({ state }) => state)).toContain('building');
    expect(events.some(({ progress }) => progress !== null)).toBe(true);

    expect((await change('rollback')).status).toBe(202);
    await expect.poll(async () => (await look()).index, { timeout: 60_000 }).toBe(before.index);
    leaving.abort();
    await watching;
  }, 180_000);

  it('tells of sources that all share, and of none of a server that the page does not see', async () => {
    await page.state.addSource('123456789012345678', 'https://quay.example/secret');
    await page.state.addSource(ALL_SERVERS, 'https://quay.example/news');
    expect((await look()).details.sources).toEqual([
      expect.objectContaining({ source: 'https://quay.example/news', ended: null }),
    ]);
  });

  it('makes an article of the answer to a question, which is answered by it then', async () => {
    const question = 'Who keeps the keys of the mill?';
    const ask = async () => (await page.send('/api/ask', { body: { question } })).json();
    expect((await ask()).status).toBe('unanswered');
    const body = { question, answer: 'Old Marten keeps the keys of the mill.' };
    expect((await page.send('/api/questions', { body })).status).toBe(401);
    expect((await page.send('/api/questions', { body, headers: AS_OWNER })).status).toBe(202);
    expect((await (await page.send('/api/questions', { headers: AS_OWNER })).json()).gaps).toEqual([]);
    await expect.poll(async () => JSON.stringify(await ask()), { timeout: 60_000 }).toContain('Old Marten');
  }, 90_000);

  it('says in a word why it could not be changed', async () => {
    expect((await change('delete')).status).toBe(400);
    const readOnly = await startPage({}, { library: live.library });
    const refused = await readOnly.send('/api/index', { body: { action: 'build' }, headers: AS_OWNER });
    expect((await refused.json()).type).toBe('urn:corpus-answers:not-possible');
    await readOnly.stop();
  });
});
