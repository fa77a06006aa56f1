import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { checkSources } from '../../src/doctor/sources.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { startSync } from '../../src/terminal/sync.ts';
import { makeFolder } from '../temporary-folder.ts';

describe('the check of the sources', () => {
  it('tells of each when it was read last, what failed, and when it is read next', async () => {
    const folder = makeFolder({ 'in/a.txt': 'The quay is open.' });
    const [from, file] = [join(folder, 'in'), join(folder, 'sources.yaml')];
    const environment = { CORPUS: join(folder, 'corpus'), DATABASE: join(folder, 'bot.db'), SOURCES: file };
    const config = parseConfig(environment);
    expect(checkSources(config)).toBeNull();
    writeFileSync(file, `- ${from}\n`);
    expect(checkSources(config)).toEqual({
      warning: expect.stringContaining(`${from}: never read to its end`),
    });

    for await (const { kind } of startSync(config, [])) expect(kind).toBe('added');
    expect(checkSources(config)).toMatch(
      /^1 in .+, npm run sync brings .+\n {4}.+in: read at \d{4}-\d\d-\d\d \d\d:\d\d UTC$/,
    );
    expect(checkSources(parseConfig({ ...environment, SYNC: '0 4 * * *' }))).toMatch(
      /, next at \d{4}-\d\d-\d\d \d\d:\d\d UTC\n/,
    );

    const state = openServerState(config.database);
    state.addSource('123456789012345678', 'https://quay.example/news');
    state.close();
    expect(checkSources(config)).toEqual({
      warning: expect.stringMatching(
        /^1 in .+, 1 from Discord, .+\n.+read at.+\n {4}https:.+never read to its end$/,
      ),
    });

    rmSync(from, { recursive: true });
    for await (const { kind } of startSync(config, [])) expect(kind).toBe('failed');
    expect(checkSources(config)).toEqual({
      warning: expect.stringMatching(/in: last read whole at .+ UTC; at .+ UTC .+there is none$/m),
    });
  });

  it('fails where they are not usable, or missing and wanted', () => {
    const SOURCES = join(makeFolder({ 'sources.yaml': 'x' }), 'sources.yaml');
    expect(() => checkSources(parseConfig({ SOURCES }))).toThrow(/expected a list of addresses/);
    expect(() => checkSources(parseConfig({ SOURCES: 'none.yaml', SYNC: '0 4 * * *' }))).toThrow(
      /none\.yaml cannot be read/,
    );
  });
});
