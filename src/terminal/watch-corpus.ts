/** Tells when the files of a corpus have changed. */
import { setTimeout as wait } from 'node:timers/promises';
import { corpusFingerprint, listCorpus } from '../corpus/list.ts';

/**
 * The corpus is listed again and again rather than watched by the system, which tells nothing on network drives and
 * loses changes in new folders. Listing 10,000 files takes 0.05 s.
 */
const LOOK_INTERVAL_MS = 2_000;

/**
 * Calls `build` at once, and again whenever the files have changed and then stayed as they are for one look, so that a
 * copy under way is waited for. `build` resolves to false where it is to be tried again at the next look. Waits for each
 * `build`; resolves at `signal`.
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
    if (now === before && now !== built && (await build())) built = now;
    before = now;
    await wait(intervalMs, null, { signal }).catch(() => {});
  }
}
