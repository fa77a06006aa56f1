/** Tries again what may succeed a little later. */
import { setTimeout as wait } from 'node:timers/promises';
import { HubError } from './hub.ts';

/** Runs `work` until it succeeds, fails for good, or has failed once more than there are delays. */
export async function retry<T>(delaysMs: readonly number[], work: () => Promise<T>): Promise<T> {
  for (const delayMs of delaysMs) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HubError && error.passing)) throw error;
      await wait(Math.max(delayMs, error.waitMs));
    }
  }
  return work();
}
