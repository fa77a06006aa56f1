/** Which process answers: one for the current build, started again when it dies, replaced when the build is. */
import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { ModelOptions } from '../engine.ts';
import { stateOfBuild } from '../index/generations.ts';
import type { LibraryStatus } from '../library.ts';
import { type Answerer, ProcessDied, RefusedBuild, startAnswerer } from './answerer.ts';
import { type BuildChoice, type ChoiceOptions, chooseBuild } from './build-choice.ts';

export interface SupervisorOptions extends Omit<ChoiceOptions, 'answering'> {
  readonly models: ModelOptions;
  /** See {@link startAnswerer}. */
  readonly hangMs: number;
  /** Called with each build that comes into service. */
  readonly onServing: (status: LibraryStatus) => void;
  /** True while there may be no index yet. */
  readonly isBuilding: () => boolean;
  /** Called once nothing is left to try. */
  readonly onGivenUp: (error: Error) => void;
  /** Ends every process. */
  readonly signal: AbortSignal;
}

/** Deaths without an answer in between, after which a process is not started again. */
const MAX_DEATHS = 4;
/** Pause after the second death, twice as long after each further one; after the first there is none. */
const RESTART_DELAY_MS = 250;
/** A process that lived this long did not die of its start. */
const PROVEN_MS = 60_000;

/** Starts answering processes, one at a time, once it is told to catch up. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #choice: BuildChoice;
  readonly #events = new EventEmitter<{ serving: [Answerer] }>();
  #answerer: Answerer | null = null;
  #opening: Promise<void> | null = null;
  #deaths = 0;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    const { embeddings, retryMs, log } = options;
    this.#choice = chooseBuild({ embeddings, retryMs, log, answering: () => this.#answering() });
  }

  /** The process that answers, or null while none does. */
  answerer(): Answerer | null {
    return this.#answerer;
  }

  /** Waits until there is one. Throws after `signal`. */
  async nextAnswerer(): Promise<Answerer> {
    if (this.#answerer !== null) return this.#answerer;
    const [next] = await once(this.#events, 'serving', { signal: this.#options.signal });
    return next as Answerer;
  }

  /** Brings the current build into service, unless it does already or is no good; resolves when that is decided. */
  catchUp(): Promise<void> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  /** Why the build is not served, or null. */
  refusalOf(build: string | null): Error | null {
    return build === null || build === this.#answering() ? null : this.#choice.refusalOf(build);
  }

  #answering(): string | null {
    return this.#answerer?.status.index ?? null;
  }

  /** Tries builds until the wanted one serves or nothing is left to try. */
  async #open(): Promise<void> {
    const { isBuilding, onGivenUp, signal } = this.#options;
    while (!signal.aborted) {
      const build = this.#choice.wanted();
      if (build === null) {
        if (!isBuilding()) onGivenUp(this.#choice.whyNone());
        return;
      }
      if (build === this.#answering()) return;
      await this.#try(build);
    }
  }

  async #try(build: string): Promise<void> {
    const { embeddings, models, hangMs, signal } = this.#options;
    const state = stateOfBuild(embeddings, build);
    try {
      await pauseAfter(this.#deaths, signal);
      this.#serve(await startAnswerer({ ...models, embeddings, build }, hangMs, signal));
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ProcessDied && this.#deaths < MAX_DEATHS) {
        this.#deaths++;
        return;
      }
      this.#deaths = 0;
      const mayPass = error instanceof ProcessDied || (error instanceof RefusedBuild && error.mayPass);
      this.#choice.refuse(build, { error: error as Error, state, mayPass });
    }
  }

  #serve(next: Answerer): void {
    const { log, onServing } = this.#options;
    const before = this.#answerer;
    const { index } = next.status;
    this.#answerer = next;
    this.#choice.noteServed(index);
    if (before !== null) log(`The index ${index} answers now, instead of ${before.status.index}`);
    before?.retire();
    void this.#startAgainAfter(next);
    onServing(next.status);
    this.#events.emit('serving', next);
  }

  async #startAgainAfter(answerer: Answerer): Promise<void> {
    const since = performance.now();
    const death = await answerer.ended;
    if (this.#answerer !== answerer || this.#options.signal.aborted) return;
    this.#answerer = null;
    const isProven = answerer.hasAnswered() || performance.now() - since > PROVEN_MS;
    this.#deaths = isProven ? 1 : this.#deaths + 1;
    this.#options.log(`${death.message}; starting it again`);
    void this.catchUp();
  }
}

/** Throws {@link ProcessDied} after too many deaths. */
async function pauseAfter(deaths: number, signal: AbortSignal): Promise<void> {
  if (deaths >= MAX_DEATHS) throw new ProcessDied(`The answering process died ${deaths} times in a row`);
  if (deaths > 1) await wait(RESTART_DELAY_MS * 2 ** (deaths - 2), null, { signal });
}
