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
    expect(await checkSources(config)).toBeNull();
    writeFileSync(file, `- ${from}\n`);
    expect(await checkSources(config)).toEqual({
      warning: expect.stringContaining(`${from}: never read to its end`),
    });

    for await (const { kind } of startSync(config, [])) expect(kind).toBe('added');
    expect(await checkSources(config)).toMatch(
      /^1 in .+, npm run sync brings .+\n {4}.+in: read at \d{4}-\d\d-\d\d \d\d:\d\d UTC$/,
    );
    expect(await checkSources(parseConfig({ ...environment, SYNC: '0 4 * * *' }))).toMatch(
      /, next at \d{4}-\d\d-\d\d \d\d:\d\d UTC\n/,
    );

    const state = await openServerState(config.database);
    await state.addSource('123456789012345678', 'https://quay.example/news');
    await state.close();
    expect(await checkSources(config)).toEqual({
      warning: expect.stringMatching(
        /^1 in .+, 1 from Discord, .+\n.+read at.+\n {4}https:.+never read to its end$/,
      ),
    });

    rmSync(from, { recursive: true });
    for await (const { kind } of startSync(config, [])) expect(kind).toBe('failed');
    expect(await checkSources(config)).toEqual({
      warning: expect.stringMatching(/in: last read whole at .+ UTC; at .+ UTC .+there is none$/m),
    });
  });

  it('fails where they are not usable, or missing and wanted', async () => {
    const SOURCES = join(makeFolder({ 'sources.yaml': 'x' }), 'sources.yaml');
    await expect(checkSources(parseConfig({ SOURCES }))).rejects.toThrow(/expected a list of addresses/);
    await expect(checkSources(parseConfig({ SOURCES: 'none.yaml', SYNC: '0 4 * * *' }))).rejects.toThrow(
      /none\.yaml cannot be read/,
    );
  });
});
