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

/**
 * Kills the operation `afterMs` after its start and opens what is left. Returns the stage that it had reached.
 * Throws where what is left is not sound.
 */
export async function killOnce(operation: Operation, workplace: Workplace, afterMs: number): Promise<string> {
  const { kind, before } = operation;
  const { corpus } = workplace;
  const embeddings = workplace.copy(before);
  const old = currentBuild(before);
  const child = startOperation({ kind, corpus, embeddings });
  const ended = endOf(child);
  await messageOf(child);
  child.send('go');
  await wait(afterMs);
  child.kill('SIGKILL');
  await ended;
  const stage = stageOf(embeddings, old);
  const now = currentBuild(embeddings);
  await assertSound(embeddings, corpus, (build) => build === now && (build !== null || old === null));
  rmSync(embeddings, { recursive: true });
  return stage;
}
