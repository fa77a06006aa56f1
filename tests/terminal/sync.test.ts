import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { type Synced, syncOnSchedule } from '../../src/terminal/sync.ts';
import { makeFolder } from '../temporary-folder.ts';

const SERVER = '123456789012345678';
/** In a private network, so it is not asked. */
const PRIVATE = 'http://127.0.0.1:9/a';
const EVERY_SECOND = '* * * * * *';

const configIn = (folder: string) => ({
  ...parseConfig({
    CORPUS: join(folder, 'corpus'),
    DATABASE: join(folder, 'bot.db'),
    SOURCES: join(folder, 'sources.yaml'),
  }),
  sync: EVERY_SECOND,
});

describe('a sync on schedule', () => {
  it('indexes anew where an article changed, once, and again where that failed', async () => {
    const from = makeFolder({ 'a.txt': 'The quay is open.' });
    const folder = makeFolder({ 'sources.yaml': `- ${from}` });

    const config = configIn(folder);
    const events: Record<string, unknown>[] = [];
    let builds = 0;
    const done = new Promise<void>((resolve) => {
      const log = createLog({
        level: 'info',
        secrets: [],
        write(line) {
          const event = JSON.parse(line) as Record<string, unknown>;
          events.push(event);
          if (events.length === 2) rmSync(join(folder, 'sources.yaml'));
          if (events.length === 3) writeFileSync(join(folder, 'sources.yaml'), `- ${from}`);
          if (events.length === 4) resolve();
        },
      });
      const end = syncOnSchedule(
        config,
        {
          ofServers: async () => [],
          reindex: async () => {
            builds++;
            if (builds === 1) throw new Error('the disk is full');
          },
          onSynced: () => {},
        },
        log,
      );
      onTestFinished(async () => (await end)());
    });
    await done;
    expect(builds).toBe(2);
    expect(events).toMatchObject([
      { level: 'error', error: { message: 'the disk is full' } },
      { level: 'info', same: 1, reindexed: true },
      { level: 'error', error: { message: expect.stringContaining('sources.yaml cannot be read') } },
      { level: 'info', same: 1, reindexed: false },
    ]);
  });

  it('asks for what was added on Discord, too, and tells what became of the articles of each server', async () => {
    const from = makeFolder({ 'a.txt': 'The quay is open.' });
    const folder = makeFolder({ 'sources.yaml': `- ${from}` });
    const config = {
      ...parseConfig({ CORPUS: join(folder, 'corpus'), DATABASE: join(folder, 'bot.db') }),
      ...{ sources: join(folder, 'sources.yaml'), sync: EVERY_SECOND },
    };
    const log = createLog({ level: 'error', secrets: [], write: () => {} });
    const told = await new Promise<readonly Synced[]>((onSynced) => {
      const ofServers = async () => [{ guildId: SERVER, address: PRIVATE }];
      const end = syncOnSchedule(config, { ofServers, reindex: async () => {}, onSynced }, log);
      onTestFinished(async () => (await end)());
    });
    expect(told).toMatchObject([
      { server: null, counts: { added: 1, failed: 0 }, reason: null },
      { server: SERVER, counts: { added: 0, failed: 1 }, reason: expect.stringContaining('127.0.0.1') },
    ]);
  });

  it('leaves nothing of what is removed on Discord while it is read', async () => {
    const from = makeFolder({ 'a.txt': 'The quay is open.', 'b.txt': 'The lock is shut.' });
    const folder = makeFolder({ 'sources.yaml': '[]' });
    const config = configIn(folder);
    const log = createLog({ level: 'error', secrets: [], write: () => {} });
    const kept = join(folder, 'corpus', 'servers', SERVER);
    let sources = [{ guildId: SERVER, address: from }];
    const told = await new Promise<readonly Synced[]>((onSynced) => {
      const ofServers = async () => {
        const now = sources;
        if (existsSync(kept) && readdirSync(kept).length > 0) sources = [];
        return now;
      };
      const end = syncOnSchedule(config, { ofServers, reindex: async () => {}, onSynced }, log);
      onTestFinished(async () => (await end)());
    });
    expect(told).toMatchObject([{ server: SERVER, counts: { failed: 0 } }]);
    expect(told[0]!.counts.added).toBeGreaterThan(0);
    expect(readdirSync(kept)).toEqual([]);
  });

  it('that is not wanted asks for no file', async () => {
    const log = createLog({ level: 'info', secrets: [], write: () => {} });
    const hooks = { ofServers: async () => [], reindex: async () => {}, onSynced: () => {} };
    (await syncOnSchedule(parseConfig({ SOURCES: 'nowhere.yaml' }), hooks, log))();
  });
});
