/** Who may ask when: one question of a person at a time, a pause after each, and queues of bounded length. */

export interface Manners {
  /** Pause between two questions of one person. */
  readonly cooldownMs: number;
  /** Questions that are answered at the same time; the model runs on one core. */
  readonly atOnce: number;
  /** Questions of one person that may wait behind the one under way. */
  readonly waitingOfPerson: number;
  /** Questions that may wait in one channel. */
  readonly waitingInChannel: number;
  /** Questions that may wait in all. */
  readonly waiting: number;
}

export const MANNERS: Manners = {
  cooldownMs: 3_000,
  atOnce: 4,
  waitingOfPerson: 2,
  waitingInChannel: 50,
  waiting: 100,
};

export interface Turn {
  /** Resolves when the question may be answered. */
  readonly begins: Promise<void>;
  /** Gives the place to the next; has to be called once, also where the turn never began. */
  readonly end: () => void;
}

/** Why somebody may not ask now: they, their channel or all have too many questions waiting. */
export interface Refusal {
  readonly reason: 'person' | 'channel' | 'all';
  /** True the first time, until nothing waits there any more: a flood is not answered with a flood. */
  readonly isNews: boolean;
}

interface Asking {
  readonly personId: string;
  readonly channelId: string;
  /** False for what follows an answer at once. */
  readonly afterPause: boolean;
}

export type TakeTurn = (asking: Asking) => Turn | Refusal;

interface Waiting extends Asking {
  readonly begin: () => void;
}

/** Hands out turns; ids of people are kept in memory for as long as a turn and its pause last. */
export function createTurns(manners: Manners): TakeTurn {
  const { cooldownMs, atOnce } = manners;
  const asking = new Set<string>();
  const pausing = new Set<string>();
  const told = new Set<string>();
  let line: Waiting[] = [];
  let running = 0;

  const mayBegin = ({ personId, afterPause }: Asking): boolean =>
    running < atOnce && !asking.has(personId) && !(afterPause && pausing.has(personId));

  const startNext = (): void => {
    for (let next = line.find(mayBegin); next !== undefined; next = line.find(mayBegin)) {
      leave(next);
      running += 1;
      asking.add(next.personId);
      next.begin();
    }
  };
  const leave = (waiting: Waiting): void => {
    line = line.filter((other) => other !== waiting);
    for (const [reason, { isSame }] of Object.entries(boundsOf(waiting, manners)))
      if (!line.some(isSame)) told.delete(nameOf(reason, waiting));
    if (line.length === 0) told.clear();
  };
  const pause = (personId: string): void => {
    if (cooldownMs === 0) return;
    pausing.add(personId);
    setTimeout(() => {
      pausing.delete(personId);
      startNext();
    }, cooldownMs).unref();
  };
  /** The bound that one more waiting question would break. */
  const refusalOf = (one: Asking): Refusal | null => {
    for (const [reason, { most, isSame }] of Object.entries(boundsOf(one, manners))) {
      if (line.filter(isSame).length < most) continue;
      const name = nameOf(reason, one);
      const isNews = !told.has(name);
      told.add(name);
      return { reason: reason as Refusal['reason'], isNews };
    }
    return null;
  };

  return (one) => {
    const refusal = mayBegin(one) ? null : refusalOf(one);
    if (refusal !== null) return refusal;
    let hasBegun = false;
    let hasEnded = false;
    let waiting: Waiting | undefined;
    const begins = new Promise<void>((resolve) => {
      waiting = {
        ...one,
        begin: () => {
          hasBegun = true;
          resolve();
        },
      };
      line.push(waiting);
    });
    startNext();
    const end = (): void => {
      if (hasEnded) return;
      hasEnded = true;
      if (hasBegun) {
        running -= 1;
        asking.delete(one.personId);
        pause(one.personId);
      } else leave(waiting!);
      startNext();
    };
    return { begins, end };
  };
}

interface Bound {
  /** Questions that may wait. */
  readonly most: number;
  readonly isSame: (other: Asking) => boolean;
}

/** In the order in which they are told. */
const boundsOf = (one: Asking, manners: Manners): Readonly<Record<Refusal['reason'], Bound>> => ({
  person: { most: manners.waitingOfPerson, isSame: ({ personId }) => personId === one.personId },
  channel: { most: manners.waitingInChannel, isSame: ({ channelId }) => channelId === one.channelId },
  all: { most: manners.waiting, isSame: () => true },
});

/** A person and a channel are told once each; that all wait, each channel once. */
const nameOf = (reason: string, { personId, channelId }: Asking): string =>
  `${reason} ${reason === 'person' ? personId : channelId}`;
