import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { shareBuilding } from '../../src/terminal/building-office.ts';
import { makeFolder } from '../temporary-folder.ts';

const log = createLog({ level: 'error', secrets: [], write: () => {} });

async function start() {
  const state = await openServerState(join(makeFolder(), 'state.db'));
  const done: string[] = [];
  const joinAs = async (name: string, build = async () => void done.push(`${name} built`)) => {
    const catchUp = async () => void done.push(`${name} caught up`);
    const office = await shareBuilding(state, { build, catchUp, stop: () => {} }, log, 300);
    onTestFinished(office.leave);
    return office;
  };
  onTestFinished(state.close);
  return { done, joinAs };
}

it('has one process build, also for the others, and another when that one leaves', async () => {
  const { done, joinAs } = await start();
  const [one, other] = [await joinAs('one'), await joinAs('other')];
  expect([one.number(), other.number()]).toEqual([1, null]);
  await one.reindex();
  await other.reindex();
  expect(done).toEqual(['one built', 'one built']);
  await one.leave();
  await expect.poll(other.number, { timeout: 5_000 }).toBe(2);
  await expect.poll(() => done).toContain('other caught up');
}, 20_000);

it('tells whoever asked why the other could not', async () => {
  const { joinAs } = await start();
  await joinAs('one', () => Promise.reject(new Error('the disk is full')));
  const other = await joinAs('other');
  await expect(other.reindex()).rejects.toThrow('the disk is full');
}, 20_000);
