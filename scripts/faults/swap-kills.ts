/** Swaps to another build, in which the program or one of its answering processes is killed at random moments. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawnSync } from 'node:child_process';
import { on, once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { DEFAULT_MODEL } from '../../src/embedding/models.ts';
import { endOf, forkProcess } from '../../src/fork.ts';
import { publish, readPointer } from '../../src/index/generations.ts';
import { assertSound } from './look.ts';
import type { FromSwapping, SwapOptions } from './swap-parent.ts';
import type { Workplace } from './workplace.ts';

export type Victim = 'program' | 'answering process';

interface Swap {
  readonly child: ChildProcess;
  readonly options: SwapOptions;
  /** Waits for a message. */
  until(isIt: (message: FromSwapping) => boolean): Promise<FromSwapping>;
}

/** Starts a program that answers from the first of two builds. */
async function startSwap({ corpus, copy, operations }: Workplace): Promise<Swap> {
  const embeddings = copy(operations.find(({ name }) => name === 'rollback')!.before);
  const { build: to, previous } = readPointer(embeddings)!;
  const from = previous!;
  // As after a rollback: the corpus is that of the other build, and no third one is built.
  publish(embeddings, { build: from, previous: to, rolledBack: true });
  const options: SwapOptions = { embeddings, corpus, model: DEFAULT_MODEL, from, to };
  const child = forkProcess(new URL('./swap-parent.ts', import.meta.url), options);
  const messages = on(child, 'message', { close: ['exit'] });
  const until: Swap['until'] = async (isIt) => {
    for (;;) {
      const { value, done } = await messages.next();
      if (done) throw new Error('the program ended');
      const [message] = value as [FromSwapping];
      if (isIt(message)) return message;
    }
  };
  await until((message) => 'serving' in message && message.serving === from);
  return { child, options, until };
}

const serves =
  (build: string) =>
  (message: FromSwapping): boolean =>
    'serving' in message && message.serving === build;

async function end({ child, options }: Swap): Promise<void> {
  // `close` does not come to one who has disconnected.
  const ended = once(child, 'exit');
  child.disconnect();
  await ended;
  rmSync(options.embeddings, { recursive: true });
}

/** Time from the new pointer to the first build's end of service, undisturbed, in milliseconds. */
export async function durationOfSwap(workplace: Workplace): Promise<number> {
  const swap = await startSwap(workplace);
  const started = performance.now();
  swap.child.send('swap');
  await swap.until(serves(swap.options.to));
  const duration = performance.now() - started;
  await end(swap);
  return duration;
}

/**
 * Kills `afterMs` after the new pointer. A program whose answering process was killed has to answer on, and to come to
 * the new build. Returns what was killed, and how many processes answered or were about to. Throws where an answer is
 * missing, a process stays, or the folder is not sound.
 */
export async function killSwap(workplace: Workplace, victim: Victim, afterMs: number): Promise<string> {
  const swap = await startSwap(workplace);
  const { child, options, until } = swap;
  const { embeddings, corpus, from, to } = options;
  child.send('swap');
  await wait(afterMs);
  const answering = childrenOf(child.pid!);
  const stage = answering.length > 1 ? 'opening beside the other' : 'one process';
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
    child.send('ask');
    const message = await until((told) => 'answered' in told);
    assert.ok('answered' in message && [from, to].includes(message.answered));
    while (true) {
      child.send('ask');
      const told = await until((answer) => 'answered' in answer);
      if ('answered' in told && told.answered === to) break;
      await wait(10);
    }
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
