/** Tells when another build of the index may have become the current one, whoever built it. */
import { mkdirSync, watch } from 'node:fs';

/** Where the system tells of no change (network drives, some containers), a look now and then finds it. */
const LOOK_INTERVAL_MS = 5_000;

/** Calls `onChange` after changes in the folder, which is made where it is missing, and now and then without one, until `signal`. */
export function watchCurrent(embeddings: string, onChange: () => void, signal: AbortSignal): void {
  const look = setInterval(onChange, LOOK_INTERVAL_MS).unref();
  signal.addEventListener('abort', () => clearInterval(look));
  try {
    mkdirSync(embeddings, { recursive: true });
    watch(embeddings, { persistent: false, signal }, onChange).on('error', () => {});
  } catch {
    // The interval is enough.
  }
}
