/** The library as the bot and the chat use it: model and index live in a process of their own, under this one. */
import { setTimeout as wait } from 'node:timers/promises';
import { freeCores } from '../embedding/workers.ts';
import type { EngineOptions } from '../engine.ts';
import type { BuildOptions, BuildProgress, BuildResult } from '../index/build.ts';
import { currentBuild } from '../index/generations.ts';
import { isOutOfDate } from '../index/is-current.ts';
import { IndexError } from '../index/manifest.ts';
import {
  LibraryError,
  type LibraryStatus,
  type LiveLibrary,
  NotBuilt,
  type OnStage,
  type PageLibrary,
} from '../library.ts';
import { watchCurrent } from './build-choice.ts';
import { buildInProcess, rollBackInProcess } from './builder.ts';
import type { Arguments, Call, Method, Staged } from './messages.ts';
import { createQueue } from './queue.ts';
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

/** What is told of a build. */
type BuildListeners = Pick<BuildOptions, 'onProgress' | 'onEstimate'>;

/** At 25 ms a question, a full queue is answered within 15 s. */
const MAX_WAITING = 500;
/** Long enough to build and open a small index while the first question waits. */
const DEADLINE_MS = 60_000;
/** A thousand times what a question takes. */
const HANG_MS = 25_000;
/** Processes that are ended are gone within milliseconds, but for one that waits for a disk. */
const CLOSE_DEADLINE_MS = 500;
/** As often as is looked for a new build. */
const RETRY_MS = 5_000;

/** Starts the library. Questions may be asked at once: they wait until an index is open. */
export function startLibrary(options: LiveOptions): LiveLibrary {
  const {
    corpus,
    embeddings,
    cores = null,
    onProgress: _,
    onEstimate: __,
    log = () => {},
    officeNumber,
    onServing = () => {},
    maxWaiting = MAX_WAITING,
    deadlineMs = DEADLINE_MS,
    hangMs = HANG_MS,
    retryMs = RETRY_MS,
    ...models
  } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const stopping = new AbortController();
  let building: Promise<BuildResult> | null = null;
  let rollingBack: Promise<void> | null = null;
  let progress: BuildProgress | null = null;
  let tellEnd: (error: Error) => void;
  const ended = new Promise<Error>((resolve) => {
    tellEnd = resolve;
  });
  const onGivenUp = (error: Error): void => {
    tellEnd(error);
    queue.close(new LibraryError('ended', { cause: error }));
    closing.abort();
  };
  let abandoning = new AbortController();
  const mayBuild = (): boolean => officeNumber === undefined || officeNumber() !== null;
  const isBuilding = (): boolean => building !== null || !mayBuild();
  const supervisor = new Supervisor({
    embeddings,
    models,
    hangMs,
    retryMs,
    log,
    onServing,
    isBuilding,
    onGivenUp,
    signal,
  });
  const queue = createQueue(() => supervisor.nextAnswerer(), {
    maxWaiting,
    deadlineMs,
    // A late answer of the index before is not the build's doing.
    isBuilding: () => isBuilding() && supervisor.answerer() === null,
  });

  async function build(listeners: BuildListeners): Promise<BuildResult> {
    try {
      const onProgress = (reached: BuildProgress): void => {
        progress = reached;
        listeners.onProgress?.(reached);
      };
      progress = { step: 'read', done: 0, total: 0 };
      const options = { ...models, corpus, embeddings };
      stopping.signal.throwIfAborted();
      const number = officeNumber?.() ?? null;
      const result = await buildInProcess(
        {
          ...options,
          cores: cores ?? (supervisor.answerer() === null ? freeCores() : 1),
          ...(number !== null && { office: number }),
        },
        { ...listeners, onProgress },
        AbortSignal.any([signal, stopping.signal, abandoning.signal]),
      );
      await supervisor.catchUp();
      const refusal = supervisor.refusalOf(currentBuild(embeddings));
      if (refusal !== null) throw refusal;
      return result;
    } catch (error) {
      await supervisor.catchUp();
      const isOver = signal.aborted || stopping.signal.aborted || !mayBuild();
      if (supervisor.answerer() === null && !isOver) onGivenUp(error as Error);
      throw error;
    }
  }

  function reindex(listeners: BuildListeners): Promise<BuildResult> {
    building ??= build(listeners).finally(() => {
      building = null;
      progress = null;
    });
    return building;
  }

  async function goBack(): Promise<void> {
    if (building !== null) throw new NotBuilt('The index is being built.', { reason: 'locked', since: null });
    await rollBackInProcess({ ...models, corpus, embeddings, cores: 1 }, signal);
    await supervisor.catchUp();
    const refusal = supervisor.refusalOf(currentBuild(embeddings));
    if (refusal !== null) throw refusal;
  }

  /** A damaged index is no reason to build: its process refuses it, and the one before may answer. */
  async function isToBeBuilt(): Promise<boolean> {
    try {
      return await isOutOfDate(options);
    } catch (error) {
      if (error instanceof IndexError) return false;
      throw error;
    }
  }

  async function start(): Promise<BuildResult | null> {
    const rebuilding = mayBuild() && (await isToBeBuilt()) ? reindex(options) : null;
    watchCurrent(embeddings, () => void supervisor.catchUp(), signal);
    void supervisor.catchUp();
    const built = await rebuilding;
    await supervisor.nextAnswerer();
    return built;
  }
  const started = start().catch((error: Error) => {
    if (signal.aborted || stopping.signal.aborted) throw error;
    if (supervisor.answerer() === null && mayBuild()) {
      onGivenUp(error);
      throw error;
    }
    log(`The index could not be brought up to date, the one before answers on: ${error.message}`);
    return null;
  });
  const ready = Promise.race([started, ended.then((error) => Promise.reject(error))]);
  // Whoever waits for it hears of it; others hear by `ended` or the log.
  ready.catch(() => {});

  const call = <M extends Method>(
    method: M,
    ...args: Parameters<PageLibrary[M]>
  ): ReturnType<PageLibrary[M]> => queue.add({ method, args } as Call) as ReturnType<PageLibrary[M]>;
  const callInStages = <M extends Staged>(method: M, args: Arguments<M>, onStage?: OnStage) =>
    queue.add({ method, args, tellsStages: onStage !== undefined } as Call, onStage) as ReturnType<
      PageLibrary[M]
    >;
  return {
    ready,
    ended,
    reindex: (onProgress) => reindex(onProgress ? { onProgress } : {}),
    catchUp: async () => {
      if (await isToBeBuilt()) await reindex({});
    },
    stopBuilding: () => stopping.abort(),
    abandonBuild: () => {
      abandoning.abort();
      abandoning = new AbortController();
    },
    processId: () => supervisor.answerer()?.processId ?? null,
    rollBack: () => {
      rollingBack ??= goBack().finally(() => {
        rollingBack = null;
      });
      return rollingBack;
    },
    progress: () => progress,
    ask: (question, asked, onStage) => callInStages('ask', [question, asked], onStage),
    explain: (question, asked, onStage) => callInStages('explain', [question, asked], onStage),
    search: (text, most, scope) => call('search', text, most, scope),
    list: (query) => call('list', query),
    status: () => call('status'),
    articles: (start, end) => call('articles', start, end),
    article: (id, scope) => call('article', id, scope),
    group: (questions) => call('group', questions),
    async close() {
      const last = supervisor.answerer();
      queue.close(new LibraryError('closed'));
      closing.abort();
      const gone = Promise.all([last?.ended, supervisor.catchUp(), building?.catch(() => {})]);
      await Promise.race([gone, wait(CLOSE_DEADLINE_MS, undefined, { ref: false })]);
    },
  };
}
