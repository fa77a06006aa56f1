import type { Records } from '../records.ts';
import { createDeferred } from './deferred.ts';
import type { Signal } from './signal.ts';

/** How a test waits: for how long, and whose records explain a wait in vain. */
export interface Patience {
  readonly settings: { readonly patienceMs: number };
  readonly records: Records;
}

/** The first value from now on that fits; rejects when none comes in time. */
export function next<T>(
  signal: Signal<T>,
  what: string,
  patience: Patience,
  fits: (value: T) => boolean = () => true,
): Promise<T> {
  const { promise, resolve, reject } = createDeferred<T>();
  const giveUp = () => {
    stopListening();
    reject(outOfPatience(what, patience));
  };
  const timer = setTimeout(giveUp, patience.settings.patienceMs).unref();
  const stopListening = signal.listen((value) => {
    if (!fits(value)) return;
    clearTimeout(timer);
    stopListening();
    resolve(value);
  });
  return promise;
}

/** Why a wait failed, with the refused requests: a bot that catches its errors hides why it stayed silent. */
export function outOfPatience(what: string, { settings, records }: Patience): Error {
  const refused = records.violations.map(
    ({ request, path, message }) => `\n  ${request}: ${path} ${message}`,
  );
  const reasons = refused.length === 0 ? '' : ` Refused so far:${refused.join('')}`;
  return new Error(`Expected ${what} within ${settings.patienceMs} ms, none came.${reasons}`);
}
