/** Builds the index anew, or goes back to the one before, and has the outcome served. */
import { freeCores } from '../embedding/workers.ts';
import type { ModelOptions } from '../engine.ts';
import type { BuildProgress, BuildResult } from '../index/build.ts';
import { currentBuild } from '../index/generations.ts';
import { isOutOfDate } from '../index/is-current.ts';
import { IndexError } from '../index/manifest.ts';
import { NotBuilt } from '../library.ts';
import { type BuildListeners, buildInProcess, rollBackInProcess } from './builder.ts';
import type { BuildingOptions } from './messages.ts';
import type { Supervisor } from './supervisor.ts';

export interface IndexingOptions {
  readonly models: ModelOptions;
  readonly corpus: readonly string[];
  readonly embeddings: string;
  /** Processes that embed; null for one a core but one, and for one where questions are answered. */
  readonly cores: number | null;
  /** Number of the office by which this process builds; null where another does. Undefined where there is no other. */
  readonly officeNumber: (() => number | null) | undefined;
  /** Called where a build fails and nothing answers. */
  readonly onGivenUp: (error: Error) => void;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

/** The work on one index; one build at a time. */
export class Indexing {
  readonly #options: IndexingOptions;
  readonly #supervisor: Supervisor;
  readonly #stopping = new AbortController();
  #abandoning = new AbortController();
  #building: Promise<BuildResult> | null = null;
  #rollingBack: Promise<void> | null = null;
  #progress: BuildProgress | null = null;

  constructor(options: IndexingOptions, supervisor: Supervisor) {
    this.#options = options;
    this.#supervisor = supervisor;
  }

  /** False where another process builds. */
  mayBuild(): boolean {
    const { officeNumber } = this.#options;
    return officeNumber === undefined || officeNumber() !== null;
  }

  /** True while a build is under way here, or may be in another process. */
  isBuilding(): boolean {
    return this.#building !== null || !this.mayBuild();
  }

  /** How far the build has come that is under way, or null. */
  progress(): BuildProgress | null {
    return this.#progress;
  }

  /** A damaged index is no reason to build: its process refuses it, and the one before may answer. */
  async isToBeBuilt(): Promise<boolean> {
    const { models, corpus, embeddings } = this.#options;
    try {
      return await isOutOfDate({ ...models, corpus, embeddings });
    } catch (error) {
      if (error instanceof IndexError) return false;
      throw error;
    }
  }

  /** Resolves once the new index answers; a second call joins the first. Throws {@link NotBuilt}, or why it does not. */
  reindex(listeners: BuildListeners = {}): Promise<BuildResult> {
    this.#building ??= this.#build(listeners).finally(() => {
      this.#building = null;
      this.#progress = null;
    });
    return this.#building;
  }

  /** Resolves once the index before answers; a second call joins the first. Throws as `reindex` does. */
  rollBack(): Promise<void> {
    this.#rollingBack ??= this.#goBack().finally(() => {
      this.#rollingBack = null;
    });
    return this.#rollingBack;
  }

  /** Ends a build that is under way; another one may begin. */
  abandon(): void {
    this.#abandoning.abort();
    this.#abandoning = new AbortController();
  }

  /** Ends a build that is under way, and begins no more. */
  stop(): void {
    this.#stopping.abort();
  }

  isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Resolves when no build is under way, however it ended. */
  async settled(): Promise<void> {
    await this.#building?.catch(() => {});
  }

  async #build({ onProgress, onEstimate }: BuildListeners): Promise<BuildResult> {
    const tellProgress = (reached: BuildProgress): void => {
      this.#progress = reached;
      onProgress?.(reached);
    };
    this.#progress = { step: 'read', done: 0, total: 0 };
    const { signal, onGivenUp } = this.#options;
    try {
      this.#stopping.signal.throwIfAborted();
      const result = await buildInProcess(
        this.#buildingOptions(),
        { onProgress: tellProgress, ...(onEstimate && { onEstimate }) },
        AbortSignal.any([signal, this.#stopping.signal, this.#abandoning.signal]),
      );
      await this.#serveCurrent();
      return result;
    } catch (error) {
      await this.#supervisor.catchUp();
      const isOver = signal.aborted || this.isStopped() || !this.mayBuild();
      if (this.#supervisor.answerer() === null && !isOver) onGivenUp(error as Error);
      throw error;
    }
  }

  #buildingOptions(): BuildingOptions {
    const { models, corpus, embeddings, cores, officeNumber } = this.#options;
    const number = officeNumber?.() ?? null;
    return {
      ...models,
      corpus,
      embeddings,
      cores: cores ?? (this.#supervisor.answerer() === null ? freeCores() : 1),
      ...(number !== null && { office: number }),
    };
  }

  async #goBack(): Promise<void> {
    if (this.#building !== null)
      throw new NotBuilt('The index is being built.', { reason: 'locked', since: null });
    const { models, corpus, embeddings, signal } = this.#options;
    await rollBackInProcess({ ...models, corpus, embeddings, cores: 1 }, signal);
    await this.#serveCurrent();
  }

  /** Throws why the current build is refused. */
  async #serveCurrent(): Promise<void> {
    await this.#supervisor.catchUp();
    const refusal = this.#supervisor.refusalOf(currentBuild(this.#options.embeddings));
    if (refusal !== null) throw refusal;
  }
}
