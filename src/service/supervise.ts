/** Which process answers: one for the current build, started again when it dies, replaced when the build is. */
import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { ModelOptions } from '../engine.ts';
import { attempt } from '../index/files.ts';
import { findPointer, finishedBuilds, type Pointer, stateOfBuild } from '../index/generations.ts';
import { IndexError } from '../index/manifest.ts';
import type { LibraryStatus } from '../library.ts';
import { type Answerer, ProcessDied, RefusedBuild, startAnswerer } from './answerer.ts';
import { keepRefusals, type Tried } from './refusals.ts';

export interface SupervisorOptions {
  readonly embeddings: string;
  readonly models: ModelOptions;
  /** See {@link startAnswerer}. */
  readonly hangMs: number;
  /** See {@link keepRefusals}. */
  readonly retryMs: number;
  /** Takes one line for the person who runs the program. */
  readonly log: (line: string) => void;
  /** Called with each build that comes into service. */
  readonly onServing: (status: LibraryStatus) => void;
  /** True while there may be no index yet. */
  readonly isBuilding: () => boolean;
  /** Called once nothing is left to try. */
  readonly onGivenUp: (error: Error) => void;
  /** Ends every process. */
  readonly signal: AbortSignal;
}

export interface Supervisor {
  /** The process that answers, or null while none does. */
  answerer(): Answerer | null;
  /** Waits until there is one. Throws after `signal`. */
  nextAnswerer(): Promise<Answerer>;
  /** Brings the current build into service, unless it does already or is no good; resolves when that is decided. */
  catchUp(): Promise<void>;
  /** Why the build is not served, or null. */
  refusalOf(build: string | null): Error | null;
}

/** Deaths without an answer in between, after which a process is not started again. */
const MAX_DEATHS = 4;
/** Pause after the second death, twice as long after each further one; after the first there is none. */
const RESTART_DELAY_MS = 250;
/** A process that lived this long did not die of its start. */
const PROVEN_MS = 60_000;

export function supervise(options: SupervisorOptions): Supervisor {
  const { embeddings, models, hangMs, retryMs, log, onServing, isBuilding, onGivenUp, signal } = options;
  const events = new EventEmitter<{ serving: [Answerer] }>();
  let answerer: Answerer | null = null;
  let lastServed: string | null = null;
  /** What was found of the pointer, and what is wrong with it. */
  let said = '';
  let problem: Error | null = null;
  const refusals = keepRefusals((build) => stateOfBuild(embeddings, build), retryMs);
  /** Not looked for later, when there may be one that is still to be checked and published. */
  let foundAtStart: readonly string[] = [];
  attempt(() => {
    foundAtStart = finishedBuilds(embeddings);
  });
  let opening: Promise<void> | null = null;
  let deaths = 0;

  /** Tells of a refused build once, and what answers instead. */
  function refuse(build: string, tried: Tried): void {
    if (!refusals.add(build, tried)) return;
    const next = wantedBuild();
    if (next !== null) log(`The index ${build} is refused, ${next} ${roleOf(next)}: ${tried.error.message}`);
  }

  const roleOf = (build: string): string =>
    build === answerer?.status.index ? 'answers on' : 'is to answer';

  /**
   * The first that is not refused of the current build, the one that served last, the one before and those that were
   * there at the start; null for none.
   */
  function wantedBuild(): string | null {
    let pointer: Pointer | null = null;
    problem = null;
    try {
      const found = findPointer(embeddings);
      if (typeof found === 'string') problem = new IndexError(found);
      else pointer = found;
    } catch (error) {
      problem = error as Error;
    }
    const says = problem?.message ?? JSON.stringify(pointer);
    const isNew = says !== said;
    said = says;
    if (isNew) refusals.clear();
    const builds = [pointer?.build ?? null, lastServed, pointer?.previous ?? null, ...foundAtStart];
    const wanted = builds.find((build) => build !== null && refusals.of(build) === null) ?? null;
    if (isNew && problem !== null && wanted !== null)
      log(`The index ${wanted} ${roleOf(wanted)}: ${problem.message}`);
    return wanted;
  }

  function serve(next: Answerer): void {
    const before = answerer;
    const since = performance.now();
    answerer = next;
    lastServed = next.status.index;
    if (before !== null) log(`The index ${next.status.index} answers now, instead of ${before.status.index}`);
    before?.retire();
    void next.ended.then((death) => {
      if (answerer !== next || signal.aborted) return;
      answerer = null;
      deaths = next.hasAnswered() || performance.now() - since > PROVEN_MS ? 1 : deaths + 1;
      log(`${death.message}; starting it again`);
      void catchUp();
    });
    onServing(next.status);
    events.emit('serving', next);
  }

  /** Tries builds until the wanted one serves or nothing is left to try. */
  async function open(): Promise<void> {
    while (!signal.aborted) {
      const build = wantedBuild();
      if (build === answerer?.status.index) return;
      if (build === null) {
        const none = new IndexError(`There is no index in ${embeddings}`);
        if (!isBuilding()) onGivenUp(refusals.first() ?? problem ?? none);
        return;
      }
      const state = stateOfBuild(embeddings, build);
      try {
        if (deaths >= MAX_DEATHS)
          throw new ProcessDied(`The answering process died ${deaths} times in a row`);
        if (deaths > 1) await wait(RESTART_DELAY_MS * 2 ** (deaths - 2), null, { signal });
        serve(await startAnswerer({ ...models, embeddings, build }, hangMs, signal));
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof ProcessDied && deaths < MAX_DEATHS) {
          deaths++;
          continue;
        }
        deaths = 0;
        const mayPass = error instanceof ProcessDied || (error instanceof RefusedBuild && error.mayPass);
        refuse(build, { error: error as Error, state, mayPass });
      }
    }
  }

  function catchUp(): Promise<void> {
    opening ??= open().finally(() => {
      opening = null;
    });
    return opening;
  }

  return {
    answerer: () => answerer,
    nextAnswerer: async () => answerer ?? ((await once(events, 'serving', { signal })) as [Answerer])[0],
    catchUp,
    refusalOf: (build) => (build === null || build === answerer?.status.index ? null : refusals.of(build)),
  };
}
