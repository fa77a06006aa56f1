/** What every process that {@link forkProcess} starts does: outlive Ctrl+C, end with its parent, report. */

import { describeThrown } from './describe-thrown.ts';

/** Options that the parent gave. */
export function beChild<T>(): T {
  // Ctrl+C and a service manager's SIGTERM reach the whole group; the parent finishes what is under way, then ends us.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  process.on('disconnect', () => process.exit());
  return JSON.parse(process.argv[2]!) as T;
}

/** Sends a message; where the parent is gone, nobody is left to be told. */
export const report = <T extends object>(message: T): void => {
  process.send!(message, () => {});
};

/** Sends a last message and ends the process once it is sent. */
export const reportAndEnd = <T extends object>(message: T): void => {
  process.send!(message, () => process.exit());
};

/** Errors travel as themselves; anything else that was thrown becomes one. */
export const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(describeThrown(error));
