/**
 * What several processes of one bot do only once: each piece of work, each count, one question of a person at a time. Where the
 * state cannot be asked, each process knows its own alone.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { ClaimState } from '../../storage/claim-state.ts';
import type { TurnState } from '../../storage/turn-state.ts';
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

/** Several processes on one state. */
export function shareWork(
  state: ClaimState & TurnState,
  { leaseMs = LEASE_MS, signal, log }: SharingOptions,
): Sharing {
  const holder = randomUUID();
  const isNew = createDuplicateFilter(REMEMBERED);
  const held = new Set<string>();
  const leaving = new Set<Promise<unknown>>();
  const orElse =
    <T>(otherwise: T) =>
    (error: unknown): T => {
      log.debug('the other processes could not be asked', { error });
      return otherwise;
    };
  const beat = setInterval(() => {
    if (held.size > 0) state.renewClaims(holder, leaseMs).catch(orElse(undefined));
  }, leaseMs / 3).unref();
  const forget = (): void => void state.forgetClaims().catch(orElse(undefined));
  forget();
  const forgetting = setInterval(forget, FORGET_MS).unref();

  const take: Sharing['take'] = async (what, place) => {
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
  };
  return {
    take,
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
      const turn = { id: randomUUID(), personId, holder, afterPause };
      const entered = await state.enterTurn(turn, most, leaseMs).catch(orElse('begun' as const));
      if (entered === 'full') return null;
      held.add(turn.id);
      const begin = async (): Promise<void> => {
        for (let begun = entered === 'begun'; !begun; ) {
          await wait(TURN_LOOK_MS, undefined, { signal, ref: false });
          begun = await state.beginTurn(turn).catch(orElse(true));
        }
      };
      const begins = begin();
      // Who has gone meanwhile waits for it no more.
      begins.catch(() => {});
      const leave = (pauseMs: number): void => {
        held.delete(turn.id);
        const left = state.leaveTurn(turn.id, pauseMs).catch(orElse(undefined));
        leaving.add(left);
        void left.then(() => leaving.delete(left));
      };
      return { begins, leave };
    },
    end: () => {
      clearInterval(beat);
      clearInterval(forgetting);
      return Promise.all(leaving);
    },
  };
}
