/** Swaps to another build, in which the program or one of its answering processes is killed at random moments. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { on, once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { endOf, forkProcess } from '../../src/fork.ts';
import { publish, readPointer } from '../../src/index/generations.ts';
import { assertSound } from './look.ts';
import type { FromSwapping, SwapOptions } from './swap-parent.ts';
import type { Workplace } from './workplace.ts';

export type Victim = 'program' | 'answering process';

interface Swap {
  readonly child: ChildProcess;
  readonly options: SwapOptions;
  /** Waits until this build serves. */
  untilServing(build: string): Promise<void>;
  /** Asks a question; returns the build that answered it. */
  ask(): Promise<string>;
}

/** Starts a program that answers from the first of two builds. */
async function startSwap({ corpus, copy, operations }: Workplace): Promise<Swap> {
  const embeddings = copy(operations.find(({ name }) => name === 'rollback')!.before);
  const { build: to, previous } = readPointer(embeddings)!;
  const from = previous!;
  // As after a rollback: the corpus is that of the other build, and no third one is built.
  publish(embeddings, { build: from, previous: to, rolledBack: true });
  const options: SwapOptions = { embeddings, corpus, model: STATIC_MODEL, from, to };
  const child = forkProcess(new URL('./swap-parent.ts', import.meta.url), options);
  const messages = on(child, 'message', { close: ['exit'] });
  const nextMessage = async (): Promise<FromSwapping> => {
    const { value, done } = await messages.next();
    if (done) throw new Error('the program ended');
    return value[0];
  };
  const swap: Swap = {
    child,
    options,
    async untilServing(build) {
      for (;;) {
        const message = await nextMessage();
        if ('serving' in message && message.serving === build) return;
      }
    },
    async ask() {
      child.send('ask');
      for (;;) {
        const message = await nextMessage();
        if ('answered' in message) return message.answered;
      }
    },
  };
  await swap.untilServing(from);
  return swap;
}

async function end({ child, options }: Swap): Promise<void> {
  // `close` does not come to one who has disconnected.
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
  rmSync(options.embeddings, { recursive: true });
}

/** Time from the new pointer until its build serves, undisturbed, in milliseconds. */
export async function durationOfSwap(workplace: Workplace): Promise<number> {
  const swap = await startSwap(workplace);
  const started = performance.now();
  swap.child.send('swap');
  await swap.untilServing(swap.options.to);
  const duration = performance.now() - started;
  await end(swap);
  return duration;
}

/**
 * Kills `afterMs` after the new pointer. A program whose answering process was killed has to answer on, and to come to
 * the new build; an answering process whose program was killed has to end. Returns how far the swap was. Throws where
 * that is not so, or the folder is not sound.
 */
export async function killSwap(workplace: Workplace, victim: Victim, afterMs: number): Promise<string> {
  const swap = await startSwap(workplace);
  const { child, options } = swap;
  const { embeddings, corpus, from, to } = options;
  child.send('swap');
  await wait(afterMs);
  const answering = childrenOf(child.pid!);
  const stage = answering.length > 1 ? 'two processes' : 'one process';
  if (victim === 'program') {
    const ended = endOf(child);
    child.kill('SIGKILL');
    await ended;
    for (let tries = 0; answering.some(isAlive); tries++) {
      assert.ok(tries < 500, 'an answering process lives on without its program');
      await wait(10);
    }
  } else {
    process.kill(answering[Math.floor(afterMs) % answering.length]!, 'SIGKILL');
    for (let build = await swap.ask(); build !== to; build = await swap.ask()) assert.equal(build, from);
  }
  const { build } = readPointer(embeddings)!;
  await assertSound(embeddings, corpus, (found) => found === build && [from, to].includes(build));
  if (victim === 'program') rmSync(embeddings, { recursive: true });
  else await end(swap);
  return stage;
}

/** Answering processes of a program. */
function childrenOf(processId: number): number[] {
  const { stdout } = spawnSync('pgrep', ['-P', String(processId), '-f', 'answering.ts'], {
    encoding: 'utf8',
  });
  return stdout.trim().split('\n').filter(Boolean).map(Number);
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
