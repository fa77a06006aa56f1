/** The library as the bot and the chat use it: model and index live in a process of their own, under this one. */
import { setTimeout as wait } from 'node:timers/promises';
import type { EngineOptions } from '../engine.ts';
import type { BuildResult } from '../index/build.ts';
import {
  LibraryError,
  type LibraryStatus,
  type LiveLibrary,
  type OnStage,
  type PageLibrary,
} from '../library.ts';
import { watchCurrent } from './build-choice.ts';
import { Indexing } from './indexing.ts';
import type { Arguments, Call, Method, Staged } from './messages.ts';
import { type CallQueue, createQueue } from './queue.ts';
import { Supervisor } from './supervisor.ts';

export interface LiveOptions extends Omit<EngineOptions, 'cores'> {
  /** Processes that embed while an index is built; without it one a core but one, and one where questions are answered. */
  readonly cores?: number | null;
  /** Takes one line for the person who runs the program: a process that died, a new index, a refused one. */
  readonly log?: (line: string) => void;
  /**
   * Number of the office by which this process builds; null where another does, whose builds are followed. Without it
   * there is no other.
   */
  readonly officeNumber?: () => number | null;
  /** Called with each build that comes into service. */
  readonly onServing?: (status: LibraryStatus) => void;
  /** Questions that may wait. */
  readonly maxWaiting?: number;
  /** Time a question may take, waiting included. */
  readonly deadlineMs?: number;
  /** Time that one question may take of the process; it is taken for hung then, and ended. */
  readonly hangMs?: number;
  /** Pause after which a build that was refused for a passing reason is tried again. */
  readonly retryMs?: number;
}

const DEFAULTS = {
  cores: null,
  log: () => {},
  onServing: () => {},
  /** At 25 ms a question, a full queue is answered within 15 s. */
  maxWaiting: 500,
  /** Long enough to build and open a small index while the first question waits. */
  deadlineMs: 60_000,
  /** A thousand times what a question takes. */
  hangMs: 25_000,
  /** As often as is looked for a new build. */
  retryMs: 5_000,
} satisfies Partial<LiveOptions>;

/** Processes that are ended are gone within milliseconds, but for one that waits for a disk. */
const CLOSE_DEADLINE_MS = 500;

/** Starts the library. Questions may be asked at once: they wait until an index is open. */
export function startLibrary(options: LiveOptions): LiveLibrary {
  const parts = connectParts(options);
  const { supervisor, indexing, queue, ended } = parts;
  const started = bringUpToDate(options, parts);
  const ready = Promise.race([started, ended.then((error) => Promise.reject(error))]);
  // Whoever waits for it hears of it; others hear by `ended` or the log.
  ready.catch(() => {});
  return {
    ready,
    ended,
    reindex: (onProgress) => indexing.reindex(onProgress && { onProgress }),
    rollBack: () => indexing.rollBack(),
    progress: () => indexing.progress(),
    catchUp: async () => {
      if (await indexing.isToBeBuilt()) await indexing.reindex();
    },
    stopBuilding: () => indexing.stop(),
    abandonBuild: () => indexing.abandon(),
    processId: () => supervisor.answerer()?.processId ?? null,
    ...callsThrough(queue),
    close: () => close(parts),
  };
}

interface Parts {
  readonly supervisor: Supervisor;
  readonly indexing: Indexing;
  readonly queue: CallQueue;
  /** Once nothing is left to try: fails what waits and whatever is asked later, and ends every process. */
  readonly onGivenUp: (error: Error) => void;
  /** Resolves with the reason once it is given up. */
  readonly ended: Promise<Error>;
  /** Its signal ends every process. */
  readonly closing: AbortController;
}

function connectParts(options: LiveOptions): Parts {
  const {
    corpus,
    embeddings,
    cores,
    onProgress: _,
    onEstimate: __,
    log,
    officeNumber,
    onServing,
    maxWaiting,
    deadlineMs,
    hangMs,
    retryMs,
    ...models
  } = { ...DEFAULTS, ...options };
  const closing = new AbortController();
  let tellEnd: (error: Error) => void;
  const ended = new Promise<Error>((resolve) => {
    tellEnd = resolve;
  });
  const onGivenUp = (error: Error): void => {
    tellEnd(error);
    queue.close(new LibraryError('ended', { cause: error }));
    closing.abort();
  };
  const shared = { embeddings, models, onGivenUp, signal: closing.signal };
  const isBuilding = (): boolean => indexing.isBuilding();
  const supervisor = new Supervisor({ ...shared, hangMs, retryMs, log, onServing, isBuilding });
  const indexing = new Indexing({ ...shared, corpus, cores, officeNumber }, supervisor);
  const queue = createQueue(() => supervisor.nextAnswerer(), {
    maxWaiting,
    deadlineMs,
    // A late answer of the index before is not the build's doing.
    isBuilding: () => isBuilding() && supervisor.answerer() === null,
  });
  return { supervisor, indexing, queue, onGivenUp, ended, closing };
}

/** Follows the current build, and resolves once questions are answered and the index is built where it has to be. */
async function bringUpToDate(
  options: LiveOptions,
  { supervisor, indexing, onGivenUp, closing: { signal } }: Parts,
): Promise<BuildResult | null> {
  try {
    const rebuilding =
      indexing.mayBuild() && (await indexing.isToBeBuilt()) ? indexing.reindex(options) : null;
    watchCurrent(options.embeddings, () => void supervisor.catchUp(), signal);
    void supervisor.catchUp();
    const built = await rebuilding;
    await supervisor.nextAnswerer();
    return built;
  } catch (thrown) {
    const error = thrown as Error;
    if (signal.aborted || indexing.isStopped()) throw error;
    if (supervisor.answerer() === null && indexing.mayBuild()) {
      onGivenUp(error);
      throw error;
    }
    options.log?.(`The index could not be brought up to date, the one before answers on: ${error.message}`);
    return null;
  }
}

function callsThrough(queue: CallQueue): Omit<PageLibrary, 'close'> {
  const call = <M extends Method>(
    method: M,
    ...args: Parameters<PageLibrary[M]>
  ): ReturnType<PageLibrary[M]> => queue.add({ method, args } as Call) as ReturnType<PageLibrary[M]>;
  const callInStages = <M extends Staged>(method: M, args: Arguments<M>, onStage?: OnStage) =>
    queue.add({ method, args, tellsStages: onStage !== undefined } as Call, onStage) as ReturnType<
      PageLibrary[M]
    >;
  return {
    ask: (question, asked, onStage) => callInStages('ask', [question, asked], onStage),
    explain: (question, asked, onStage) => callInStages('explain', [question, asked], onStage),
    search: (text, most, scope) => call('search', text, most, scope),
    list: (query) => call('list', query),
    status: () => call('status'),
    articles: (start, end) => call('articles', start, end),
    article: (id, scope) => call('article', id, scope),
    group: (questions) => call('group', questions),
  };
}

async function close({ supervisor, indexing, queue, closing }: Parts): Promise<void> {
  const last = supervisor.answerer();
  queue.close(new LibraryError('closed'));
  closing.abort();
  const gone = Promise.all([last?.ended, supervisor.catchUp(), indexing.settled()]);
  await Promise.race([gone, wait(CLOSE_DEADLINE_MS, undefined, { ref: false })]);
}
