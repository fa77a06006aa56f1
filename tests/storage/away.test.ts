import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { checkDatabase } from '../../src/doctor/database.ts';
import { StateAway } from '../../src/storage/database/server.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { type LocalState, startLocalState } from '../local-state/start-local-state.ts';
import { makeFolder } from '../temporary-folder.ts';

let server: LocalState;
let told: string[];
const log = { info: (event: string) => told.push(event), warn: (event: string) => told.push(event) };

beforeEach(async () => {
  told = [];
  server = await startLocalState(join(makeFolder(), 'state.db'));
});
afterEach(() => server.stop());

async function open() {
  const state = await openServerState({ url: server.url, token: '' }, log);
  onTestFinished(state.close);
  return state;
}

const took = async (work: Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work.catch(() => {});
  return performance.now() - since;
};

describe('a server of the state', () => {
  it.each(['hangs', 'fails'] as const)(
    'that %s is given up within its time, then asked no more for a while',
    async (how) => {
      const state = await open();
      await state.choose('1', 'language', 'zh');
      server.behave(how);
      await expect(state.settings('1')).rejects.toThrow(StateAway);
      const before = server.requests();
      expect(
        await took(Promise.allSettled(Array.from({ length: 500 }, () => state.settings('1')))),
      ).toBeLessThan(250);
      expect(server.requests()).toBe(before);
      server.behave('answers');
      await expect
        .poll(() => state.settings('1').catch(() => null), { timeout: 5_000 })
        .toMatchObject({ language: 'zh' });
      expect(told).toEqual(['the state of servers is away', 'the state of servers is there again']);
    },
  );

  it('that hangs holds up a call for a second at most', async () => {
    const state = await open();
    server.behave('hangs');
    expect(
      await took(Promise.allSettled(Array.from({ length: 300 }, () => state.settings('1')))),
    ).toBeLessThan(2_900);
  });

  it('may be away when it is opened, and is brought up to date when it is there', async () => {
    server.behave('fails');
    const state = await open();
    await expect(state.gaps('1', 5)).rejects.toThrow(/^STATE_URL: http:.+ does not answer \(.*502/);
    server.behave('answers');
    await expect.poll(() => state.gaps('1', 5).catch(() => null), { timeout: 5_000 }).toEqual([]);
  });

  it('that refuses the token ends the start with what to do', async () => {
    server.behave('refuses');
    await expect(open()).rejects.toThrow(/^STATE_URL: .+ refuses the bot .+ Set STATE_TOKEN/);
    await expect(checkDatabase('', { url: server.url, token: '' })).rejects.toThrow('Set STATE_TOKEN');
  });

  it('passes the doctor where it can be written to, and keeps nothing of that', async () => {
    const state = await open();
    const place = { url: server.url, token: '' };
    expect(await checkDatabase('', place)).toMatch(/^http:.+ can be read and written, within \d+ ms$/);
    expect(await checkDatabase('', place)).toMatch(/can be read/);
    server.behave('fails');
    await expect(checkDatabase('', place)).rejects.toThrow('does not answer');
    server.behave('answers');
    expect(await state.guilds()).toEqual([]);
  });
});
