/** `npm run test:faults:service`: questions all through 20 swaps and 20 kills, and a process that never starts. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_MODEL } from '../../src/embedding/models.ts';
import { rebuild } from '../../src/engine.ts';
import { startLibrary } from '../../src/service/live-library.ts';
import { swapAndKill } from './swap-and-kill.ts';

const ROUNDS = 20;

const folder = mkdtempSync(join(tmpdir(), 'corpus-answers-faults-'));
const corpus = join(folder, 'corpus');
cpSync(process.argv[2] ?? 'corpus', corpus, { recursive: true });
try {
  const report = await swapAndKill(corpus, join(folder, 'embeddings'), ROUNDS);
  console.log(report);
  assert.equal(report.builds, 1 + ROUNDS);
  assert.equal(report.deaths, ROUNDS);
  assert.deepEqual(report.failures, {});
  await dieAtEveryStart(join(folder, 'dying'));
  console.log('A process that dies at every start is given up, with a clear error.');
} finally {
  rmSync(folder, { recursive: true });
}

async function dieAtEveryStart(embeddings: string): Promise<void> {
  await rebuild({ corpus: [corpus], embeddings, model: DEFAULT_MODEL });
  const onServing = (): void => {
    setImmediate(() => process.kill(library.processId()!, 'SIGKILL'));
  };
  const library = startLibrary({ corpus: [corpus], embeddings, model: DEFAULT_MODEL, onServing });
  assert.match((await library.ended).message, /^The answering process died 4 times in a row/);
  await assert.rejects(library.ask('谁？'), { reason: 'ended' });
}
