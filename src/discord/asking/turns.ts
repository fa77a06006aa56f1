/** Who may ask when: one question of a person at a time, a pause after each, and a queue of bounded length. */

export interface Manners {
  /** Pause between two questions of one person. */
  readonly cooldownMs: number;
  /** Questions that are answered at the same time; the model runs on one core. */
  readonly atOnce: number;
  /** Questions that may wait beside those. */
  readonly waiting: number;
}

export const MANNERS: Manners = { cooldownMs: 3_000, atOnce: 4, waiting: 100 };

export interface Turn {
  /** Resolves when the question may be answered. */
  readonly begins: Promise<void>;
  /** Gives the place to the next; has to be called once, also where the turn never began. */
  readonly end: () => void;
}

/** Why somebody may not ask now; `seconds`, 1 or more, until they may. */
export type Refusal =
  | { readonly reason: 'asking' | 'full' }
  | { readonly reason: 'cooling'; readonly seconds: number };

/** `afterPause` is true where the pause after the last turn has to be over. */
export type TakeTurn = (personId: string, afterPause: boolean) => Turn | Refusal;

/** Hands out turns; ids of people are kept in memory for as long as a turn and its pause last. */
export function createTurns({ cooldownMs, atOnce, waiting }: Manners): TakeTurn {
  const asking = new Set<string>();
  const coolUntilMs = new Map<string, number>();
  const queue: (() => void)[] = [];
  let running = 0;

  const startNext = (): void => {
    while (running < atOnce && queue.length > 0) {
      running += 1;
      queue.shift()?.();
    }
  };
  const cool = (personId: string): void => {
    coolUntilMs.set(personId, performance.now() + cooldownMs);
    setTimeout(() => coolUntilMs.delete(personId), cooldownMs).unref();
  };

  return (personId, afterPause) => {
    if (asking.has(personId)) return { reason: 'asking' };
    const pauseMs = (coolUntilMs.get(personId) ?? 0) - performance.now();
    if (afterPause && pauseMs > 0) return { reason: 'cooling', seconds: Math.ceil(pauseMs / 1000) };
    if (running >= atOnce && queue.length >= waiting) return { reason: 'full' };

    asking.add(personId);
    let begin: () => void = () => {};
    let hasBegun = false;
    const begins = new Promise<void>((resolve) => {
      begin = () => {
        hasBegun = true;
        resolve();
      };
    });
    queue.push(begin);
    startNext();
    const end = (): void => {
      if (!asking.delete(personId)) return;
      if (hasBegun) running -= 1;
      else queue.splice(queue.indexOf(begin), 1);
      if (cooldownMs > 0) cool(personId);
      startNext();
    };
    return { begins, end };
  };
}
