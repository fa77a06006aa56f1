import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { syncOnSchedule } from '../../src/terminal/sync.ts';
import { makeFolder } from '../temporary-folder.ts';

const EVERY_SECOND = '* * * * * *';

describe('a sync on schedule', () => {
  it('indexes anew where an article changed, once, and again where that failed', async () => {
    const from = makeFolder({ 'a.txt': 'The quay is open.' });
    const folder = makeFolder({ 'sources.yaml': `- ${from}` });
    const config = {
      ...parseConfig({
        CORPUS: join(folder, 'corpus'),
        DATABASE: join(folder, 'bot.db'),
        SOURCES: join(folder, 'sources.yaml'),
      }),
      sync: EVERY_SECOND,
    };
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
        async () => {
          builds++;
          if (builds === 1) throw new Error('the disk is full');
        },
        log,
      );
      onTestFinished(end);
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

  it('that is not wanted asks for no file', () => {
    const log = createLog({ level: 'info', secrets: [], write: () => {} });
    syncOnSchedule(parseConfig({ SOURCES: 'nowhere.yaml' }), async () => {}, log)();
  });
});
