/** Builds and rollbacks killed at random moments. */
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { endOf, forkProcess } from '../../src/fork.ts';
import { currentBuild } from '../../src/index/generations.ts';
import { assertSound, stageOf } from './look.ts';
import type { OperationOptions } from './operation.ts';
import { messageOf } from './processes.ts';
import type { Operation, Workplace } from './workplace.ts';

const startOperation = (options: OperationOptions) =>
  forkProcess(new URL('./operation.ts', import.meta.url), options);

/** Time from its start to its end, undisturbed, in milliseconds. */
export async function durationOf({ kind, before }: Operation, { corpus, copy }: Workplace): Promise<number> {
  const child = startOperation({ kind, corpus, embeddings: copy(before) });
  await messageOf(child);
  const started = performance.now();
  child.send('go');
  await messageOf(child);
  return performance.now() - started;
}

/** Kills the operation `afterMs` after its start. Returns the folder that is left, and the stage that it had reached. */
async function killOperation(
  { kind, before }: Operation,
  { corpus, copy }: Workplace,
  afterMs: number,
): Promise<{ embeddings: string; stage: string }> {
  const embeddings = copy(before);
  const child = startOperation({ kind, corpus, embeddings });
  const ended = endOf(child);
  await messageOf(child);
  child.send('go');
  await wait(afterMs);
  child.kill('SIGKILL');
  await ended;
  return { embeddings, stage: stageOf(embeddings, currentBuild(before)) };
}

/** Kills the operation and opens what is left. Returns the stage. Throws where what is left is not sound. */
export async function killOnce(operation: Operation, workplace: Workplace, afterMs: number): Promise<string> {
  const { embeddings, stage } = await killOperation(operation, workplace, afterMs);
  const now = currentBuild(embeddings);
  const mayBeNone = currentBuild(operation.before) === null;
  await assertSound(embeddings, workplace.corpus, (build) => build === now && (build !== null || mayBeNone));
  rmSync(embeddings, { recursive: true });
  return stage;
}
