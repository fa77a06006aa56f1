/** Loaded into a process before its program: says on demand how long its event loop was blocked at most. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 5;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
// The start is not part of the measurement: the first signal begins it, the second one ends it.
let isMeasuring = false;
process.on('SIGUSR2', () => {
  if (isMeasuring)
    process.stderr.write(`event loop blocked for ${(delay.max / 1e6).toFixed(0)} ms at most\n`);
  delay.reset();
  isMeasuring = true;
});
