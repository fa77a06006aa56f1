import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { watchCorpus } from '../../src/terminal/watch-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

it('builds at once, and again for each file that is added, changed or removed, below new folders too', async () => {
  const corpus = makeFolder({ 'a.md': '甲' });
  const changes = [
    () => {
      mkdirSync(join(corpus, 'new'));
      writeFileSync(join(corpus, 'new', 'b.md'), '乙');
    },
    () => writeFileSync(join(corpus, 'a.md'), '甲乙'),
    () => rmSync(join(corpus, 'new'), { recursive: true }),
  ];
  const ending = new AbortController();
  let builds = 0;
  // A change during a build is seen as well: each build but the last makes the next one's.
  const build = async (): Promise<boolean> => {
    changes[builds++]?.();
    if (builds > changes.length) ending.abort();
    return true;
  };
  await watchCorpus([corpus], build, ending.signal, 1);
  expect(builds).toBe(1 + changes.length);
});

it('tries a build that could not start again at the next look, without a change', async () => {
  const corpus = makeFolder({ 'a.md': '甲' });
  const ending = new AbortController();
  let tries = 0;
  const build = async (): Promise<boolean> => {
    tries++;
    if (tries === 3) ending.abort();
    return false;
  };
  await watchCorpus([corpus], build, ending.signal, 1);
  expect(tries).toBe(3);
});
