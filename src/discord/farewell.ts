/** The end of all waiting, when the bot leaves: what is under way is told so instead of being left without an answer. */
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** What could not be answered in time is told so; the process ends 5 s after the signal at the latest. */
const FAREWELL_DEADLINE_MS = 750;

export class Closing extends Error {
  override readonly name = 'Closing';
}

export interface Farewell {
  /** Settles as `work` does, or rejects with {@link Closing} once the bot may wait no longer. */
  readonly unlessClosing: <T>(work: Promise<T>) => Promise<T>;
  readonly bid: () => void;
}

export function createFarewell(): Farewell {
  // Not one promise that all race with: it would keep every answer for as long as the bot runs.
  const waiting = new Set<(reason: Closing) => void>();
  let isClosing = false;
  const closing = (): Closing => new Closing('The bot is leaving Discord.');
  return {
    unlessClosing: (work) =>
      new Promise((resolve, reject) => {
        work.then(resolve, reject).finally(() => waiting.delete(reject));
        if (isClosing) reject(closing());
        else waiting.add(reject);
      }),
    bid: () => {
      isClosing = true;
      for (const reject of waiting) reject(closing());
    },
  };
}

/** What the bot waits for ends at different times. */
export interface Ends {
  /** Of answers. */
  readonly farewell: Farewell;
  /** Of what waits longer than any drain: for an index that is built, for somebody who helps. */
  readonly ending: Farewell;
  /** Of what waits for other processes. */
  readonly leaving: AbortController;
}

export function createEnds(): Ends {
  const leaving = new AbortController();
  // As many wait as questions do.
  setMaxListeners(0, leaving.signal);
  return { farewell: createFarewell(), ending: createFarewell(), leaving };
}

/** Work that comes in; `idle` resolves when nothing is under way. */
interface Incoming {
  readonly close: () => void;
  readonly idle: () => Promise<unknown>;
}

/** Takes nothing new, and waits for what is under way: first for answers, then for the word that there will be none. */
export async function takeLeave(
  incoming: Incoming,
  { farewell, ending, leaving }: Ends,
  drainDeadlineMs: number,
): Promise<void> {
  incoming.close();
  ending.bid();
  leaving.abort();
  await settleWithin(incoming.idle(), drainDeadlineMs);
  farewell.bid();
  await settleWithin(incoming.idle(), FAREWELL_DEADLINE_MS);
}

async function settleWithin(work: Promise<unknown>, deadlineMs: number): Promise<void> {
  const timer = new AbortController();
  const late = wait(deadlineMs, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([work, late]);
  timer.abort();
}
