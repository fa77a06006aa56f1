/** Tells when the files of a corpus have changed. */
import { setTimeout as wait } from 'node:timers/promises';
import { corpusFingerprint, listCorpus } from '../documents/list.ts';

/**
 * The corpus is listed again and again rather than watched by the system, which tells nothing on network drives and
 * loses changes in new folders. Listing 10,000 files takes 0.05 s.
 */
const LOOK_INTERVAL_MS = 2_000;
/** A build that is tried again, perhaps for hours, takes no more than a third of the time. */
const PAUSE_PER_TRY = 2;

/**
 * Calls `build` at once, and again whenever the files have changed and then stayed as they are for one look, so that a
 * copy under way is waited for. `build` resolves to false where it is to be tried again, after a pause that is longer the
 * longer it took. Waits for each `build`; resolves at `signal`.
 */
export async function watchCorpus(
  corpus: readonly string[],
  build: () => Promise<boolean>,
  signal?: AbortSignal,
  intervalMs = LOOK_INTERVAL_MS,
): Promise<void> {
  const look = (): string => corpusFingerprint(listCorpus(corpus));
  let built = '';
  let before = look();
  while (!signal?.aborted) {
    const now = look();
    let pauseMs = intervalMs;
    if (now === before && now !== built) {
      const started = performance.now();
      if (await build()) built = now;
      else pauseMs = Math.max(intervalMs, PAUSE_PER_TRY * (performance.now() - started));
    }
    before = now;
    await wait(pauseMs, null, { signal }).catch(() => {});
  }
}
