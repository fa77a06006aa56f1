import { cpSync } from 'node:fs';
import { expect, it } from 'vitest';
import { swapAndKill } from '../faults/swap-and-kill.ts';
import { STARTING_CORPUS } from '../open-corpus.ts';
import { makeFolder } from '../temporary-folder.ts';

it('answers every question through a swap and a kill, each from exactly one build', async () => {
  const corpus = makeFolder();
  cpSync(STARTING_CORPUS, corpus, { recursive: true });
  const { failures, builds, deaths } = await swapAndKill(corpus, makeFolder(), 1);
  expect({ failures, builds, deaths }).toEqual({ failures: {}, builds: 2, deaths: 1 });
});
