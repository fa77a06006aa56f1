/**
 * Embedding in processes of their own, beside what the caller does meanwhile: onnxruntime 1.14 can be loaded once in a
 * process, and one thread a network costs least. A vector is the same to the bit, whichever process makes it, and whatever
 * it made before.
 */
import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { endOf, forkProcess, programUrl } from '../fork.ts';
import { ModelError } from '../model/folder.ts';
import type { EmbeddedPassage, Embedder, FoundEmbedder } from './embedder.ts';
import type { FromWorker, WorkerCall, WorkingOptions } from './working.ts';

/** Processes for a build that nobody is kept waiting by: one core stays for what else runs. At least 1. */
export const freeCores = (): number => Math.max(1, availableParallelism() - 1);

/** Takes several calls at once. */
export interface Workers extends Embedder {
  /** Of those that are there now. */
  processIds(): number[];
  /** Ends the processes; nothing may be asked afterwards. */
  close(): void;
}

type Made = readonly EmbeddedPassage[] | Float32Array;

/** Passages that each process may have before it: enough to put them in order of length. */
const AHEAD = 64;
/** A call that has ended so many processes is no accident; starting one is tried as often. */
const MAX_DEATHS = 3;

interface Job {
  readonly call: WorkerCall;
  deaths: number;
  resolve(made: Made): void;
  reject(error: Error): void;
}

/**
 * Up to `count` processes that embed, the second and later ones started once there is work for them. A process that dies is
 * replaced, and what it had is embedded by another. Throws {@link ModelError} where the model cannot be loaded, and an
 * error that says how it ended where no process lives long enough to load it.
 */
export async function startWorkers(
  found: FoundEmbedder,
  options: WorkingOptions,
  count: number,
): Promise<Workers> {
  const waiting: Job[] = [];
  const children = new Set<ChildProcess>();
  const idle: ChildProcess[] = [];
  /** What each process is at. */
  const jobs = new Map<ChildProcess, Job>();
  let isClosed = false;
  let isLoadedOnce = false;
  let deathsAtStart = 0;
  let loaded: (dimensions: number) => void;
  let failed: (error: Error) => void;
  const dimensions = new Promise<number>((resolve, reject) => {
    loaded = resolve;
    failed = reject;
  });
  /** Set once no process can be started; what waits and what comes is refused with it. */
  let refusal: Error | null = null;
  const refuse = (error: Error): void => {
    refusal = error;
    failed(error);
    for (const { reject } of waiting.splice(0)) reject(error);
  };

  function start(): void {
    const child = forkProcess(programUrl('embedding/working'), options);
    children.add(child);
    let isLoaded = false;
    child.on('message', (message: FromWorker) => {
      if (message.kind === 'refused') return refuse(new ModelError(message.error.message));
      if (message.kind === 'loaded') {
        isLoaded = true;
        isLoadedOnce = true;
        deathsAtStart = 0;
        loaded(message.dimensions);
      } else settle(child, message);
      idle.push(child);
      handOut();
    });
    void endOf(child).then((how) => {
      children.delete(child);
      const place = idle.indexOf(child);
      if (place >= 0) idle.splice(place, 1);
      if (isClosed || refusal !== null) return;
      const ended = new Error(`The process that embeds ended (${how}). Is there enough memory?`);
      if (!isLoaded && ++deathsAtStart >= MAX_DEATHS) return refuse(ended);
      const job = jobs.get(child);
      jobs.delete(child);
      if (job !== undefined && ++job.deaths >= MAX_DEATHS) job.reject(ended);
      else if (job !== undefined) waiting.unshift(job);
      handOut();
    });
  }

  function settle(child: ChildProcess, message: Extract<FromWorker, { kind: 'made' | 'failed' }>): void {
    const job = jobs.get(child);
    jobs.delete(child);
    if (message.kind === 'made') job?.resolve(message.made);
    else job?.reject(message.error);
  }

  function handOut(): void {
    while (waiting.length > 0 && idle.length > 0) {
      const child = idle.pop()!;
      const job = waiting.shift()!;
      jobs.set(child, job);
      // Should it fail, the process has ended, which is told above.
      child.send(job.call, () => {});
    }
    const wanted = Math.min(count, Math.max(isLoadedOnce ? 0 : 1, jobs.size + waiting.length));
    while (!isClosed && refusal === null && children.size < wanted) start();
  }

  const ask = (call: WorkerCall): Promise<Made> =>
    new Promise((resolve, reject) => {
      if (refusal !== null) return reject(refusal);
      waiting.push({ call, deaths: 0, resolve, reject });
      handOut();
    });

  start();
  const { model, fingerprint, settings } = found;
  return {
    ...{ model, fingerprint, settings, dimensions: await dimensions, ahead: count * AHEAD },
    embedPassages: async (passages) => (await ask({ passages })) as EmbeddedPassage[],
    embedQuestion: async (question) => (await ask({ question })) as Float32Array,
    processIds: () => [...children].flatMap(({ pid }) => pid ?? []),
    close() {
      isClosed = true;
      for (const child of children) child.kill('SIGKILL');
    },
  };
}
