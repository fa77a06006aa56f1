/** Processes of their own for what is to be killed and for looking at what is left. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { endOf } from '../../src/fork.ts';

/** The next message of a process. Throws where it ends without one. */
export async function messageOf<T>(child: ChildProcess): Promise<T> {
  const ending = new AbortController();
  const ended = endOf(child).then((how) => {
    throw new Error(`it ended without a word (${how})`);
  });
  try {
    const told = once(child, 'message', { signal: ending.signal }) as Promise<[T]>;
    const [message] = await Promise.race([told, ended]);
    return message;
  } finally {
    ending.abort();
    ended.catch(() => {});
  }
}

/** Does `work` for every item, `atOnce` of them at a time, in their order. */
export async function forEachOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
