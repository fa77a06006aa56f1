import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LockedError, withLock } from '../../src/index/lock.ts';
import { makeFolder } from '../temporary-folder.ts';

const ALIVE = { pid: process.ppid, started: null, since: '2024-02-03T04:05:06.000Z' };
const DEAD = {
  pid: spawnSync(process.execPath, ['--version']).pid,
  started: null,
  since: '2024-02-03T04:05:06.000Z',
};

const lockOf = (folder: string): string => join(folder, 'building.lock');
const take = (folder: string): Promise<string> => withLock(folder, async () => 'done');
const withHolder = (holder: unknown, name = 'building.lock'): string =>
  makeFolder({ [name]: typeof holder === 'string' ? holder : JSON.stringify(holder) });

describe('the lock', () => {
  it('is held during the work, and nothing of it stays', async () => {
    const folder = join(makeFolder(), 'deep', 'embeddings');
    const during = await withLock(folder, async () => readdirSync(folder));
    expect(during).toEqual(['building.lock']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is let go where the work fails', async () => {
    const folder = makeFolder();
    const failed = withLock(folder, () => Promise.reject(new Error('failed by the test')));
    await expect(failed).rejects.toThrow('failed by the test');
    expect(await take(folder)).toBe('done');
  });

  it('tells a second one who builds and since when, even in the same process', async () => {
    const folder = makeFolder();
    await withLock(folder, async () => {
      const { since } = JSON.parse(readFileSync(lockOf(folder), 'utf8')) as { since: string };
      await expect(take(folder)).rejects.toBeInstanceOf(LockedError);
      await expect(take(folder)).rejects.toThrow(
        `The index is being built by process ${process.pid}, since ${since}. Wait until it is done`,
      );
      expect(readdirSync(folder)).toEqual(['building.lock']);
    });
  });

  it('of a dead process is taken over', async () => {
    expect(await take(withHolder(DEAD))).toBe('done');
  });

  // Elsewhere than on Linux the system does not tell when a process started.
  it.runIf(existsSync('/proc/self/stat'))(
    'of a dead process whose id another one has by now is taken over',
    async () => {
      expect(await take(withHolder({ ...ALIVE, started: '1' }))).toBe('done');
    },
  );

  it('of a living process that is not known by its start is kept', async () => {
    await expect(take(withHolder(ALIVE))).rejects.toThrow(LockedError);
  });

  it.each(['', '{"pid":', 'null', '{"pid":"1"}'])(
    'that nobody can have written is taken over: %j',
    async (text) => {
      expect(await take(withHolder(text))).toBe('done');
    },
  );

  it('of this process that could not be let go is taken over', async () => {
    expect(await take(withHolder({ ...ALIVE, pid: process.pid }))).toBe('done');
  });

  it('of a dead process is left to whoever is taking it over', async () => {
    const folder = withHolder(DEAD);
    writeFileSync(`${lockOf(folder)}.takeover`, JSON.stringify(ALIVE));
    await expect(take(folder)).rejects.toThrow(LockedError);
    expect(JSON.parse(readFileSync(lockOf(folder), 'utf8'))).toEqual(DEAD);
  });

  it('is taken over from a process that died taking it over', async () => {
    const folder = withHolder(DEAD);
    writeFileSync(`${lockOf(folder)}.takeover`, JSON.stringify(DEAD));
    writeFileSync(`${lockOf(folder)}.takeover.takeover`, JSON.stringify(DEAD));
    expect(await take(folder)).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('removes the claims of processes that died before they had the lock', async () => {
    const folder = makeFolder();
    writeFileSync(`${lockOf(folder)}.${DEAD.pid}.tmp`, '');
    writeFileSync(`${lockOf(folder)}.${process.ppid}.tmp`, '');
    await take(folder);
    expect(readdirSync(folder)).toEqual([`building.lock.${process.ppid}.tmp`]);
  });
});
