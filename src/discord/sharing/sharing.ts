/**
 * What several processes of one bot do only once: each piece of work, each count, one question of a person at a time. Where the
 * state cannot be asked, each process knows its own alone.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { ClaimState } from '../../storage/claim-state.ts';
import type { SharedTurn, TurnState } from '../../storage/turn-state.ts';
import { createDuplicateFilter } from './duplicates.ts';

export interface Sharing {
  /**
   * Whether a piece of work is for this process. Where another has it, waits until that is done, false, or has died, true.
   * `place` tells where it is found again.
   */
  readonly take: (what: string, place: string) => Promise<boolean>;
  readonly finish: (what: string) => Promise<void>;
  /** Leaves a piece of work to the others, or to the next start; false where there are none. */
  readonly handOver: (what: string) => Promise<boolean>;
  /** True the first time that it is asked of something. */
  readonly isFirst: (what: string) => Promise<boolean>;
  /** A place in the line of whoever asks, of at most `most`; null where there is none. */
  readonly enterTurn: (personId: string, afterPause: boolean, most: number) => Promise<SharedPlace | null>;
  /** Resolves when what was ended here is known elsewhere. */
  readonly end: () => Promise<unknown>;
}

interface SharedPlace {
  /** Resolves when no other process answers a question of this person. */
  readonly begins: Promise<unknown>;
  readonly leave: (pauseMs: number) => void;
}

const REMEMBERED = 10_000;

/** One process, which knows of all that is done. */
export function workAlone(): Sharing {
  const isNew = createDuplicateFilter(REMEMBERED);
  const nothing = { begins: Promise.resolve(), leave: () => {} };
  return {
    take: async () => true,
    finish: async () => {},
    handOver: async () => false,
    isFirst: async (what) => isNew(what),
    enterTurn: async () => nothing,
    end: async () => {},
  };
}

export interface SharingOptions {
  /** For how long work is held without another word; what a process that died held is taken then. */
  readonly leaseMs?: number;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

const LEASE_MS = 15_000;
/** A turn that begins elsewhere ends within that, mostly. */
const TURN_LOOK_MS = 200;
const FORGET_MS = 3_600_000;

/** What this process holds of all that is to be done, and how it asks for more. */
interface Holding {
  readonly state: ClaimState & TurnState;
  /** Name of this process. */
  readonly holder: string;
  readonly leaseMs: number;
  readonly signal: AbortSignal;
  /** Pieces of work and turns. */
  readonly held: Set<string>;
  /** What counts where the state cannot be asked. */
  readonly orElse: <T>(otherwise: T) => (error: unknown) => T;
}

/** Several processes on one state. */
export function shareWork(
  state: ClaimState & TurnState,
  { leaseMs = LEASE_MS, signal, log }: SharingOptions,
): Sharing {
  const isNew = createDuplicateFilter(REMEMBERED);
  const held = new Set<string>();
  const leaving = new Set<Promise<unknown>>();
  const orElse: Holding['orElse'] = (otherwise) => (error) => {
    log.debug('the other processes could not be asked', { error });
    return otherwise;
  };
  const holding: Holding = { state, holder: randomUUID(), leaseMs, signal, held, orElse };
  const endRenewing = keepRenewing(holding);
  return {
    take: (what, place) => claim(what, place, holding),
    finish: async (what) => {
      held.delete(what);
      await state.finish(what).catch(orElse(undefined));
    },
    handOver: (what) => {
      held.delete(what);
      return state.release(what).then(() => true, orElse(false));
    },
    isFirst: async (what) => isNew(what) && (await state.isFirst(what).catch(orElse(true))),
    enterTurn: async (personId, afterPause, most) => {
      const entered = await enterTurn(personId, afterPause, most, holding);
      if (entered === null) return null;
      const leave = (pauseMs: number): void => {
        const left = entered.leave(pauseMs);
        leaving.add(left);
        void left.then(() => leaving.delete(left));
      };
      return { begins: entered.begins, leave };
    },
    end: () => {
      endRenewing();
      return Promise.all(leaving);
    },
  };
}

/** Keeps what is held, and forgets now and then what is long done; returns what ends that. */
function keepRenewing({ state, holder, leaseMs, held, orElse }: Holding): () => void {
  const renew = (): void => {
    if (held.size > 0) state.renewClaims(holder, leaseMs).catch(orElse(undefined));
  };
  const forget = (): void => void state.forgetClaims().catch(orElse(undefined));
  forget();
  const renewing = setInterval(renew, leaseMs / 3).unref();
  const forgetting = setInterval(forget, FORGET_MS).unref();
  return () => {
    clearInterval(renewing);
    clearInterval(forgetting);
  };
}

/** As {@link Sharing.take}. */
async function claim(what: string, place: string, holding: Holding): Promise<boolean> {
  const { state, holder, leaseMs, signal, held, orElse } = holding;
  for (;;) {
    const found = await state.claim(what, holder, leaseMs, place).catch(orElse('ours' as const));
    if (found === 'ours') {
      held.add(what);
      return true;
    }
    if (found === 'done') return false;
    // Who leaves need not take over.
    await wait(leaseMs / 3, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) return false;
  }
}

/** As {@link Sharing.enterTurn}; leaving resolves when the state knows of it. */
async function enterTurn(personId: string, afterPause: boolean, most: number, holding: Holding) {
  const { state, holder, leaseMs, held, orElse } = holding;
  const turn = { id: randomUUID(), personId, holder, afterPause };
  const entered = await state.enterTurn(turn, most, leaseMs).catch(orElse('begun' as const));
  if (entered === 'full') return null;
  held.add(turn.id);
  const begins = entered === 'begun' ? Promise.resolve() : untilItBegins(turn, holding);
  // Who has gone meanwhile waits for it no more.
  begins.catch(() => {});
  const leave = (pauseMs: number): Promise<unknown> => {
    held.delete(turn.id);
    return state.leaveTurn(turn.id, pauseMs).catch(orElse(undefined));
  };
  return { begins, leave };
}

async function untilItBegins(turn: SharedTurn, { state, signal, orElse }: Holding): Promise<void> {
  do await wait(TURN_LOOK_MS, undefined, { signal, ref: false });
  while (!(await state.beginTurn(turn).catch(orElse(true))));
}
