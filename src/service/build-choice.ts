/** Which build is to answer: the current one, or the next best where that is no good; and when it may be another. */
import { mkdirSync, watch } from 'node:fs';
import { attempt } from '../index/files.ts';
import { findPointer, finishedBuilds, type Pointer, stateOfBuild } from '../index/generations.ts';
import { IndexError } from '../index/manifest.ts';
import { keepRefusals, type Tried } from './refusals.ts';

/** Where the system tells of no change (network drives, some containers), a look now and then finds it. */
const LOOK_INTERVAL_MS = 5_000;

export interface ChoiceOptions {
  readonly embeddings: string;
  /** See {@link keepRefusals}. */
  readonly retryMs: number;
  /** Takes one line for the person who runs the program. */
  readonly log: (line: string) => void;
  /** The build that answers now, or null. */
  readonly answering: () => string | null;
}

export interface BuildChoice {
  /**
   * The first that is not refused of the current build, the one that served last, the one before and those that were
   * there at the start; null for none.
   */
  wanted(): string | null;
  /** Notes that a build was tried in vain, and tells so once, and what answers instead. */
  refuse(build: string, tried: Tried): void;
  /** Notes that a build has come into service. */
  noteServed(build: string): void;
  /** Why the build is not to be tried now, or null. */
  refusalOf(build: string): Error | null;
  /** Why no build is wanted. */
  whyNone(): Error;
}

/** Looks at the pointer anew each time that it is asked. */
export function chooseBuild({ embeddings, retryMs, log, answering }: ChoiceOptions): BuildChoice {
  const refusals = keepRefusals((build) => stateOfBuild(embeddings, build), retryMs);
  /** Not looked for later, when there may be one that is still to be checked and published. */
  const foundAtStart = findFinished(embeddings);
  let lastServed: string | null = null;
  let found: Found = { pointer: null, problem: null };

  const roleOf = (build: string): string => (build === answering() ? 'answers on' : 'is to answer');

  function wanted(): string | null {
    const before = found;
    found = readPointer(embeddings);
    const { pointer, problem } = found;
    const isNew = wordsOf(found) !== wordsOf(before);
    if (isNew) refusals.clear();
    const builds = [pointer?.build ?? null, lastServed, pointer?.previous ?? null, ...foundAtStart];
    const build = builds.find((one) => one !== null && refusals.of(one) === null) ?? null;
    if (isNew && problem !== null && build !== null)
      log(`The index ${build} ${roleOf(build)}: ${problem.message}`);
    return build;
  }

  return {
    wanted,
    refuse(build, tried) {
      if (!refusals.add(build, tried)) return;
      const next = wanted();
      if (next !== null)
        log(`The index ${build} is refused, ${next} ${roleOf(next)}: ${tried.error.message}`);
    },
    noteServed(build) {
      lastServed = build;
    },
    refusalOf: (build) => refusals.of(build),
    whyNone: () => refusals.first() ?? found.problem ?? new IndexError(`There is no index in ${embeddings}`),
  };
}

/** What was found of the pointer, and what is wrong with it. */
interface Found {
  readonly pointer: Pointer | null;
  readonly problem: Error | null;
}

function readPointer(embeddings: string): Found {
  try {
    const found = findPointer(embeddings);
    if (typeof found === 'string') return { pointer: null, problem: new IndexError(found) };
    return { pointer: found, problem: null };
  } catch (error) {
    return { pointer: null, problem: error as Error };
  }
}

const wordsOf = ({ pointer, problem }: Found): string => problem?.message ?? JSON.stringify(pointer);

function findFinished(embeddings: string): readonly string[] {
  let builds: readonly string[] = [];
  attempt(() => {
    builds = finishedBuilds(embeddings);
  });
  return builds;
}

/** Calls `onChange` after changes in the folder, which is made where it is missing, and now and then without one, until `signal`. */
export function watchCurrent(embeddings: string, onChange: () => void, signal: AbortSignal): void {
  const look = setInterval(onChange, LOOK_INTERVAL_MS).unref();
  signal.addEventListener('abort', () => clearInterval(look));
  try {
    mkdirSync(embeddings, { recursive: true });
    watch(embeddings, { persistent: false, signal }, onChange).on('error', () => {});
  } catch {
    // The interval is enough.
  }
}
