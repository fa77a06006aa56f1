/** Several bots of one state: one of them builds the index and reads the sources, the others ask it to. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../log.ts';
import type { ClaimState } from '../storage/claim-state.ts';
import { StateAway } from '../storage/database/server.ts';
import { type Office, seekOffice } from '../storage/office.ts';

export interface BuildingOffice {
  /** Its number where it is this process that builds, else null. */
  readonly number: () => number | null;
  /** Builds, or has whoever holds the office build; rejects where that failed. */
  readonly reindex: () => Promise<unknown>;
  readonly leave: () => Promise<void>;
}

export interface BuildingHooks {
  readonly build: () => Promise<unknown>;
  /** Builds where that is needed: whoever held the office before may have left something. */
  readonly catchUp: () => Promise<unknown>;
  /** Ends a build at once, as another process may begin one. */
  readonly stop: () => void;
}

const BUILDING = 'build';
const LOOK_MS = 2_000;
/** Discord lets a command be answered for 15 minutes. */
const PATIENCE_MS = 14 * 60_000;

/** Resolves when it is known who builds; where the state is away nobody does until it is there. */
export async function shareBuilding(
  state: ClaimState,
  { build, catchUp, stop }: BuildingHooks,
  log: Log,
  ms?: number,
): Promise<BuildingOffice> {
  const closing = new AbortController();
  const { signal } = closing;
  let office: Office | null = null;
  const onTaken = (): void => {
    catchUp().catch((error) => log.error('the index could not be built', { error }));
  };
  const seek = async (): Promise<void> => {
    office = await seekOffice(state, {
      ...{ name: BUILDING, holder: randomUUID(), log, onTaken, onLost: stop },
      ...(ms !== undefined && { ms }),
    });
  };
  const number = (): number | null => office?.number() ?? null;
  const isOurs = (): boolean => number() !== null;

  const grant = async (): Promise<void> => {
    const ids = await state.openWishes(BUILDING);
    if (ids.length === 0) return;
    const outcome = await build().then(
      () => '',
      (error) => String((error as Error).message),
    );
    await state.settle(ids, outcome);
  };
  const serve = async (): Promise<void> => {
    while (!signal.aborted) {
      await (office === null ? seek() : isOurs() ? grant() : null)?.catch((error: unknown) =>
        log.debug('who builds could not be asked', { error }),
      );
      await wait(LOOK_MS, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  await seek().catch((error) => {
    if (!(error instanceof StateAway)) throw error;
  });
  void serve();

  return {
    number,
    reindex: () => (isOurs() ? build() : haveBuilt(state, signal)),
    leave: async () => {
      closing.abort();
      await office?.leave();
    },
  };
}

/** Rejects where another process could not build, where none does, and where `signal` ends the wait. */
async function haveBuilt(state: ClaimState, signal: AbortSignal): Promise<void> {
  const id = await state.wish(BUILDING);
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; ) {
    await wait(LOOK_MS, undefined, { signal, ref: false });
    const outcome = await state.outcomeOf(id).catch(() => null);
    if (outcome === '') return;
    if (outcome !== null) throw new Error(`The process that builds could not: ${outcome}`);
  }
  throw new Error('The process that builds did not answer in time');
}
