/** The parent's side of one answering process. */
import type { ChildProcess } from 'node:child_process';
import { endOf, forkProcess, programUrl } from '../fork.ts';
import type { LibraryStatus, OnStage } from '../library.ts';
import type { AnsweringOptions, Call, FromAnswering } from './messages.ts';

/** The build cannot be served as it is. The message says why and what to do. */
export class RefusedBuild extends Error {
  /** True where trying again may help. */
  readonly mayPass: boolean;

  constructor(cause: Error, mayPass: boolean) {
    super(cause.message, { cause });
    this.mayPass = mayPass;
  }
}

/** The process ended, or was ended because it hung. */
export class ProcessDied extends Error {}

export interface Answerer {
  readonly processId: number;
  readonly status: LibraryStatus;
  /** One call at a time, whose stages are told. Throws what the library threw, or {@link ProcessDied}. */
  call(call: Call, onStage?: OnStage): Promise<unknown>;
  /** True once it has answered a call. */
  hasAnswered(): boolean;
  /** Ends the process after the call under way. */
  retire(): void;
  /** Resolves when the process is gone, and tells how it ended. */
  readonly ended: Promise<ProcessDied>;
}

/** An index of 200,000 passages opens in a few seconds, a disk may be a hundred times slower. */
const OPEN_DEADLINE_MS = 300_000;

/** By itself the memory grows to some two and a half times what is in use before garbage is collected from all of it. */
const LEAN = ['--heap-growing-percent=50'];

/**
 * Starts a process that answers from one build, and waits until it can.
 * Throws {@link RefusedBuild} or {@link ProcessDied}. A call that takes longer than `hangMs` ends the process, and so
 * does `signal`.
 */
export async function startAnswerer(
  options: AnsweringOptions,
  hangMs: number,
  signal: AbortSignal,
): Promise<Answerer> {
  const child = forkProcess(programUrl('service/answering'), options, { nodeOptions: LEAN });
  // It holds nothing that it would have to save.
  const kill = (): boolean => child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  const talk = talkWith(child);
  void talk.ended.then(() => signal.removeEventListener('abort', kill));
  const status = await untilOpen(talk, kill);

  let isBusy = false;
  let isRetired = false;
  let hasAnswered = false;
  return {
    processId: child.pid!,
    status,
    async call(call, onStage) {
      talk.throwIfDead();
      isBusy = true;
      const hang = setTimeout(kill, hangMs);
      try {
        const message = await talk.ask(call, onStage);
        hasAnswered = true;
        if (message.kind === 'failed') throw message.error;
        if (message.kind !== 'result') throw new Error(`Expected result or failed, found ${message.kind}`);
        return message.value;
      } finally {
        clearTimeout(hang);
        isBusy = false;
        if (isRetired) kill();
      }
    },
    hasAnswered: () => hasAnswered,
    retire() {
      isRetired = true;
      if (!isBusy) kill();
    },
    ended: talk.ended,
  };
}

/** What is said to a process and by it: one message is waited for at a time. */
interface Talk {
  /** The next message that is not a stage. Throws {@link ProcessDied}. */
  next(): Promise<FromAnswering>;
  /** Sends a call and waits for the next message; the stages on the way are told. */
  ask(call: Call, onStage?: OnStage): Promise<FromAnswering>;
  throwIfDead(): void;
  readonly ended: Promise<ProcessDied>;
}

function talkWith(child: ChildProcess): Talk {
  // Not a race with `ended`, which would keep a reaction a call for as long as the process lives.
  let waiting: { resolve(message: FromAnswering): void; reject(error: Error): void } | null = null;
  let tellStage: OnStage | undefined;
  let death: ProcessDied | null = null;
  child.on('message', (message: FromAnswering) => {
    if (message.kind === 'stage') tellStage?.(message.stage);
    else waiting?.resolve(message);
  });
  const ended = endOf(child).then((how) => {
    death = new ProcessDied(`The answering process ended (${how})`);
    waiting?.reject(death);
    return death;
  });
  const next = (): Promise<FromAnswering> =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
    });
  return {
    next,
    ask(call, onStage) {
      tellStage = onStage;
      const answered = next();
      child.send(call);
      return answered;
    },
    throwIfDead() {
      if (death !== null) throw death;
    },
    ended,
  };
}

/** Throws {@link RefusedBuild} or {@link ProcessDied}; a process that takes too long is ended. */
async function untilOpen(talk: Talk, kill: () => void): Promise<LibraryStatus> {
  const opening = setTimeout(kill, OPEN_DEADLINE_MS);
  const first = await talk.next().finally(() => clearTimeout(opening));
  if (first.kind === 'refused') throw new RefusedBuild(first.error, first.mayPass);
  if (first.kind !== 'opened') throw new Error(`Expected opened or refused, found ${first.kind}`);
  return first.status;
}
