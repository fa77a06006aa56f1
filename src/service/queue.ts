/** Calls wait in line and are made one after the other, so that a question that kills its process kills no other. */
import { LibraryError, type OnStage } from '../library.ts';
import { type Answerer, ProcessDied } from './answerer.ts';
import type { Call } from './messages.ts';

export interface QueueLimits {
  /** Calls that may wait, beside the one under way. */
  readonly maxWaiting: number;
  /** Time a call may take, waiting included. */
  readonly deadlineMs: number;
  /** Tells a person why nothing answers yet. */
  readonly isBuilding: () => boolean;
}

export interface CallQueue {
  /** Resolves with what the library returned. Throws {@link LibraryError}, or what the library threw. */
  add(call: Call, onStage?: OnStage): Promise<unknown>;
  /** Fails what waits, and whatever is added later, with this error. */
  close(error: LibraryError): void;
}

interface Asked {
  readonly call: Call;
  readonly onStage: OnStage | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Job extends Asked {
  isSettled: boolean;
  deaths: number;
}

/** A question is asked once more after a process died with it; a second death is likely its own doing. */
const MAX_DEATHS = 2;

/**
 * `next` waits for the process that is to answer the next call; it is asked before each call, so that another build
 * comes in between two, and throws once there will be none.
 */
export function createQueue(
  next: () => Promise<Answerer>,
  { maxWaiting, deadlineMs, isBuilding }: QueueLimits,
): CallQueue {
  const waiting: Job[] = [];
  let underWay: Job | null = null;
  let isWorking = false;
  let closed: LibraryError | null = null;

  function add(call: Call, onStage?: OnStage): Promise<unknown> {
    if (closed !== null) return Promise.reject(closed);
    if (waiting.length >= maxWaiting) return Promise.reject(new LibraryError('full'));
    return new Promise((resolve, reject) => {
      waiting.push(startJob({ call, onStage, resolve, reject }, deadlineMs, giveUp));
      if (!isWorking) void work();
    });
  }

  function giveUp(job: Job): void {
    if (job !== underWay) waiting.splice(waiting.indexOf(job), 1);
    job.reject(new LibraryError(isBuilding() ? 'building' : 'late'));
  }

  async function work(): Promise<void> {
    isWorking = true;
    while (waiting.length > 0) {
      const answerer = await next().catch(() => null);
      underWay = waiting.shift() ?? null;
      if (answerer !== null && underWay !== null) await perform(underWay, answerer);
      underWay = null;
    }
    isWorking = false;
  }

  async function perform(job: Job, answerer: Answerer): Promise<void> {
    try {
      job.resolve(await answerer.call(job.call, job.onStage));
    } catch (error) {
      if (!(error instanceof ProcessDied)) job.reject(error as Error);
      else if (++job.deaths >= MAX_DEATHS) job.reject(new LibraryError('died', { cause: error }));
      else if (!job.isSettled) waiting.unshift(job);
    }
  }

  return {
    add,
    close(error) {
      closed ??= error;
      for (const job of [underWay, ...waiting.splice(0)]) job?.reject(closed);
    },
  };
}

/** `onLate` is called after `deadlineMs`, unless the job is settled by then. */
function startJob(asked: Asked, deadlineMs: number, onLate: (job: Job) => void): Job {
  const deadline = setTimeout(() => onLate(job), deadlineMs);
  const settle = (): void => {
    clearTimeout(deadline);
    job.isSettled = true;
  };
  const job: Job = {
    ...asked,
    resolve(value) {
      settle();
      asked.resolve(value);
    },
    reject(error) {
      settle();
      asked.reject(error);
    },
    isSettled: false,
    deaths: 0,
  };
  return job;
}
