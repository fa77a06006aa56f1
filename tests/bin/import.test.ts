import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newsPage } from '../documents/files/news-page.ts';
import { makeFolder } from '../temporary-folder.ts';
import { run } from './run-command.ts';

describe.concurrent('npm run import', () => {
  it('says what it added and what failed, and ends with 1', async () => {
    const sources = [makeFolder({ 'a.html': newsPage() }), 'http://127.0.0.1:9/'];
    const { stdout, stderr, status } = await run('import', sources, {
      env: { CORPUS: makeFolder(), DATABASE: join(makeFolder(), 'bot.db') },
    });
    expect(stdout).toMatch(/^added {3}test-\w+-a-[\da-f]{8}\.md/);
    expect(stdout).toMatch(/\nfailed {2}127\.0\.0\.1:9 is 127\.0\.0\.1, no address of the public internet/);
    expect(stderr).toContain('1 added, 0 changed, 0 the same, 0 gone, 1 failed. npm run index brings');
    expect(status).toBe(1);
  });

  it.each([
    [[], 'Expected a source.'],
    [['x', '--delay', 'soon'], 'Expected a number after --delay, found "soon".'],
    [['x', '--allow-private', 'host'], 'Expected host:port after --allow-private'],
  ])('called wrongly with %j ends with 2', async (args, message) => {
    const { stderr, status } = await run('import', args);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});
