/** `npm run test:faults:service`: questions all through 20 swaps and 20 kills, and what else processes die of. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readOptions } from '../../scripts/options.ts';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { rebuild } from '../../src/engine.ts';
import { startLibrary } from '../../src/service/live-library.ts';
import { swapAndKill } from './swap-and-kill.ts';

const ROUNDS = 20;

const { positionals } = readOptions(
  'Usage: npm run test:faults:service [-- FOLDER]: of articles (corpus)',
  {},
);

const folder = mkdtempSync(join(tmpdir(), 'corpus-answers-faults-'));
const places = {
  corpus: [join(folder, 'corpus')] as const,
  embeddings: join(folder, 'embeddings'),
  model: STATIC_MODEL,
};
cpSync(positionals[0] ?? 'corpus', places.corpus[0], { recursive: true });
try {
  const report = await swapAndKill(places.corpus[0], places.embeddings, ROUNDS);
  console.log(report);
  assert.equal(report.builds, 1 + ROUNDS);
  assert.equal(report.deaths, ROUNDS);
  assert.deepEqual(report.failures, {});
  await rebuild(places);
  await killWithOneQuestion();
  console.log('A question that its process died with twice is failed, the others are answered.');
  await killAtEveryStart();
  console.log('A process that dies at every start is given up, with a clear error.');
  await killTheParent();
  console.log('A process whose parent is killed ends too.');
} finally {
  rmSync(folder, { recursive: true });
}

async function killWithOneQuestion(): Promise<void> {
  let onServing = (): void => {};
  const library = startLibrary({ ...places, onServing: () => onServing() });
  await library.ready;
  const signal = (name: NodeJS.Signals): boolean => process.kill(library.processId()!, name);
  // Stopped, so that the question is under way when the process dies.
  signal('SIGSTOP');
  const fatal = assert.rejects(library.ask('谁？'), { reason: 'died' });
  const harmless = library.ask('谁？');
  onServing = () => {
    onServing = () => {};
    signal('SIGKILL');
  };
  signal('SIGKILL');
  await fatal;
  await harmless;
  await library.close();
}

async function killAtEveryStart(): Promise<void> {
  const onServing = (): void => {
    process.kill(library.processId()!, 'SIGKILL');
  };
  const library = startLibrary({ ...places, onServing });
  // One more where it dies while the other build, whose refusal has passed, is being opened.
  assert.match((await library.ended).message, /^The answering process died [45] times in a row/);
  await assert.rejects(library.ask('谁？'), { reason: 'ended' });
}

async function killTheParent(): Promise<void> {
  const script = fileURLToPath(new URL('parent.ts', import.meta.url));
  const parent = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(places)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const processId = Number(line.toString());
  parent.kill('SIGKILL');
  for (let tries = 0; isAlive(processId); tries++) {
    assert.ok(tries < 1_000, 'the answering process lives on');
    await wait(10);
  }
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
