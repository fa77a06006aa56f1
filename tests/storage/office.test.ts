import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { seekOffice } from '../../src/storage/office.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { startLocalState } from '../local-state/start-local-state.ts';
import { makeFolder } from '../temporary-folder.ts';

const log = { debug: () => {}, info: () => {}, warn: () => {} };

async function start() {
  const server = await startLocalState(join(makeFolder(), 'state.db'));
  const state = await openServerState({ url: server.url, token: '' });
  const told: string[] = [];
  const seek = async (holder: string, ms = 600) => {
    const hooks = {
      onTaken: () => told.push(`${holder} took it`),
      onLost: () => told.push(`${holder} lost it`),
    };
    const office = await seekOffice(state, { name: 'build', holder, ms, log, ...hooks });
    onTestFinished(office.leave);
    return office;
  };
  onTestFinished(async () => {
    await state.close();
    await server.stop();
  });
  return { server, state, told, seek };
}

describe('an office', () => {
  it('is held by one at a time, and handed on with a higher number', async () => {
    const { told, seek } = await start();
    const [first, second] = [await seek('a'), await seek('b')];
    expect([first.number(), second.number()]).toEqual([1, null]);
    await first.leave();
    await expect.poll(second.number).toBe(2);
    expect(told).toEqual(['b took it']);
  });

  it('of a process that has died is free when its time is over', async () => {
    const { state, seek } = await start();
    expect(await state.takeOffice('build', 'dead', 300)).toBe(1);
    const next = await seek('b', 150);
    expect(next.number()).toBeNull();
    await expect.poll(next.number).toBe(2);
    expect(await state.takeOffice('build', 'dead', 300)).toBeNull();
  });

  it('is given up before another can hold it where the state does not answer', async () => {
    const { server, state, told, seek } = await start();
    const office = await seek('a', 900);
    server.behave('hangs');
    await expect.poll(office.number).toBeNull();
    expect(told).toEqual(['a lost it']);
    server.behave('answers');
    expect(await state.takeOffice('build', 'b', 300).catch(() => null)).toBeNull();
  });
});
