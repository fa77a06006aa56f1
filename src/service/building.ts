/** The process that builds an index, so that the one that answers is not held up; it ends with its parent. */
import { asError, beChild, report, reportAndEnd } from '../child.ts';
import { rebuild, rollBackIndex } from '../engine.ts';
import type { BuildProgress } from '../index/build.ts';
import { whyNotBuilt } from './build-failure.ts';
import type { BuildingOptions, FromBuilding } from './messages.ts';

/** A build tells its progress for every passage; a person sees ten a second. */
const PROGRESS_INTERVAL_MS = 100;

const options = beChild<BuildingOptions>();
try {
  if (options.rollsBack) {
    await rollBackIndex(options);
    reportAndEnd<FromBuilding>({ kind: 'rolledBack' });
  } else await build();
} catch (error) {
  reportAndEnd<FromBuilding>({ kind: 'failed', error: asError(error), why: whyNotBuilt(error) });
}

async function build(): Promise<void> {
  const onEstimate = (secondsLeft: number): void => report<FromBuilding>({ kind: 'estimate', secondsLeft });
  const result = await rebuild({ ...options, onProgress: atIntervals(), onEstimate });
  reportAndEnd<FromBuilding>({ kind: 'built', result });
}

function atIntervals(): (progress: BuildProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const isEnd = progress.done === progress.total;
    if (!isEnd && performance.now() - last < PROGRESS_INTERVAL_MS) return;
    last = performance.now();
    report<FromBuilding>({ kind: 'progress', progress });
  };
}
