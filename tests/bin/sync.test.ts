import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../temporary-folder.ts';
import { run } from './run-command.ts';

describe.concurrent('npm run sync', () => {
  it('brings articles and index up to date, and leaves the index alone where nothing changed', async () => {
    const from = makeFolder({ 'a.txt': 'The quay of Tarn is open from May to September.' });
    const folder = makeFolder({ 'sources.yaml': `- ${from}` });
    const env = {
      CORPUS: join(folder, 'corpus'),
      EMBEDDINGS: join(folder, 'embeddings'),
      DATABASE: join(folder, 'bot.db'),
      SOURCES: join(folder, 'sources.yaml'),
    };
    const first = await run('sync', [], { env });
    expect(first.stderr).toMatch(/1 added, 0 changed, 0 the same, 0 gone, 0 failed\.[\s\S]*1 article/);
    const second = await run('sync', [], { env });
    expect(second).toMatchObject({ status: 0, stdout: '' });
    expect(second.stderr.trim()).toBe('0 added, 0 changed, 1 the same, 0 gone, 0 failed.');
  });

  it('without sources says how they are written, and ends with 1', async () => {
    const { stderr, status } = await run('sync', [], { env: { SOURCES: join(makeFolder(), 'none.yaml') } });
    expect(stderr).toMatch(/none\.yaml cannot be read .+ expected a list of addresses/);
    expect(status).toBe(1);
  });
});
