/** Who asks stands in line: few questions of the page are under way at once, so that those of Discord come in between. */
import { WebProblem } from './problem.ts';
import { createTurns } from './turns.ts';

export interface LineLimits {
  /** Questions under way at once. */
  readonly atOnce: number;
  /** Questions that may wait. */
  readonly waiting: number;
  /** Pause between two tellings of the places: a hundred who wait are not told of each one that goes. */
  readonly tellMs: number;
}

/** The library answers one after the other; a second one keeps it from waiting for us. */
export const LINE_LIMITS: LineLimits = { atOnce: 2, waiting: 250, tellMs: 250 };

export interface Line {
  /**
   * Does the work when its turn comes; `onPlace` is told how many stand before it, now and as that changes. Whoever goes away
   * leaves the line by `signal`. Throws too-many-waiting, and what the work throws.
   */
  take<T>(work: () => Promise<T>, signal: AbortSignal, onPlace?: (before: number) => void): Promise<T>;
  readonly length: () => number;
}

interface Waiting {
  readonly begin: () => void;
  readonly onPlace: (before: number) => void;
}

export function createLine({ atOnce, waiting: most, tellMs }: LineLimits = LINE_LIMITS): Line {
  let underWay = 0;
  const waiting: Waiting[] = [];
  const tellPlaces = placeTeller(waiting, tellMs);

  const leave = (one: Waiting): void => {
    const place = waiting.indexOf(one);
    if (place < 0) return;
    waiting.splice(place, 1);
    tellPlaces();
  };
  const turn = (signal: AbortSignal, onPlace: (before: number) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const one = {
        begin: () => {
          signal.removeEventListener('abort', goAway);
          resolve();
        },
        onPlace,
      };
      const goAway = (): void => {
        leave(one);
        reject(signal.reason);
      };
      signal.addEventListener('abort', goAway, { once: true });
      waiting.push(one);
      onPlace(waiting.length);
    });
  const next = (): void => {
    const first = waiting.shift();
    if (first === undefined) {
      underWay -= 1;
      return;
    }
    first.begin();
    tellPlaces();
  };

  return {
    length: () => waiting.length,
    async take(work, signal, onPlace = () => {}) {
      signal.throwIfAborted();
      if (underWay >= atOnce && waiting.length >= most)
        throw new WebProblem('too-many-waiting', {
          detail: 'A lot of questions are waiting just now. Please ask this one again in a minute.',
          retryAfter: 15,
        });
      if (underWay >= atOnce) await turn(signal, onPlace);
      else underWay += 1;
      try {
        return await work();
      } finally {
        next();
      }
    },
  };
}

/** Tells all who wait their places, once in `tellMs` however often it is called. */
function placeTeller(waiting: readonly Waiting[], tellMs: number): () => void {
  const tellingTurn = createTurns();
  let isTelling = false;
  return () => {
    if (isTelling) return;
    isTelling = true;
    setTimeout(async () => {
      isTelling = false;
      for (const one of [...waiting]) {
        await tellingTurn();
        const place = waiting.indexOf(one);
        if (place >= 0) one.onPlace(place + 1);
      }
    }, tellMs);
  };
}
