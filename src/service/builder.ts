/** The parent's side of a building process. */

import { endGroup, endOf, forkProcess, programUrl } from '../fork.ts';
import type { BuildOptions, BuildResult } from '../index/build.ts';
import { NotBuilt } from '../library.ts';
import type { BuildingOptions, FromBuilding } from './messages.ts';

/** What is told of a build. */
export type BuildListeners = Pick<BuildOptions, 'onProgress' | 'onEstimate'>;

/** Builds the index in a process of its own, which `signal` ends. Throws {@link NotBuilt}, or what else the build threw. */
export const buildInProcess = async (
  options: BuildingOptions,
  listeners: BuildListeners,
  signal: AbortSignal,
): Promise<BuildResult> => (await run(options, listeners, signal))!;

/** Goes back to the build before in a process of its own, which `signal` ends. Throws as {@link buildInProcess} does. */
export async function rollBackInProcess(options: BuildingOptions, signal: AbortSignal): Promise<void> {
  await run({ ...options, rollsBack: true }, {}, signal);
}

function run(
  options: BuildingOptions,
  { onProgress, onEstimate }: BuildListeners,
  signal: AbortSignal,
): Promise<BuildResult | null> {
  const child = forkProcess(programUrl('service/building'), options, { leadsGroup: true });
  const kill = (): void => endGroup(child);
  signal.addEventListener('abort', kill);
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromBuilding) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else if (message.kind === 'estimate') onEstimate?.(message.secondsLeft);
      else if (message.kind === 'built') resolve(message.result);
      else if (message.kind === 'rolledBack') resolve(null);
      else reject(message.why === null ? message.error : new NotBuilt(message.error.message, message.why));
    });
    void endOf(child).then((how) => {
      signal.removeEventListener('abort', kill);
      // Settled already where the build has told its end.
      reject(new Error(`The process that built the index ended (${how}). Run: npm run index`));
    });
  });
}
