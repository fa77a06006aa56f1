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
  readonly begins: Promise<void>;
  readonly begin: () => void;
}

/** Hands out turns; ids of people are kept in memory for as long as a turn and its pause last. */
export function createTurns(manners: Manners): TakeTurn {
  const { cooldownMs, atOnce } = manners;
  const line = createLine(manners);
  /** Those with a question under way: one of each. */
  const asking = new Set<string>();
  const pausing = new Set<string>();

  const mayBegin = ({ personId, afterPause }: Asking): boolean =>
    asking.size < atOnce && !asking.has(personId) && !(afterPause && pausing.has(personId));

  const startNext = (): void => {
    for (let next = line.first(mayBegin); next !== undefined; next = line.first(mayBegin)) {
      line.leave(next);
      asking.add(next.personId);
      next.begin();
    }
  };
  const pause = (personId: string): void => {
    if (cooldownMs === 0) return;
    pausing.add(personId);
    setTimeout(() => {
      pausing.delete(personId);
      startNext();
    }, cooldownMs).unref();
  };

  return (one) => {
    const refusal = mayBegin(one) ? null : line.refusalOf(one);
    if (refusal !== null) return refusal;
    const waiting = line.join(one);
    startNext();
    let hasEnded = false;
    const end = (): void => {
      if (hasEnded) return;
      hasEnded = true;
      const hasBegun = !line.leave(waiting);
      if (hasBegun) {
        asking.delete(one.personId);
        pause(one.personId);
      }
      startNext();
    };
    return { begins: waiting.begins, end };
  };
}

/** Questions that wait, in the order of asking, and who was told that too many do. */
function createLine(manners: Manners) {
  let line: Waiting[] = [];
  const told = new Set<string>();

  /** Those of whom nothing waits any more are told again. */
  const forgetTold = (left: Asking): void => {
    for (const [reason, { isSame }] of Object.entries(boundsOf(left, manners)))
      if (!line.some(isSame)) told.delete(nameOf(reason, left));
    if (line.length === 0) told.clear();
  };

  return {
    first: (mayBegin: (one: Asking) => boolean): Waiting | undefined => line.find(mayBegin),
    join: (one: Asking): Waiting => {
      const waiting = waitingOf(one);
      line.push(waiting);
      return waiting;
    },
    /** False where it does not wait any more. */
    leave: (waiting: Waiting): boolean => {
      if (!line.includes(waiting)) return false;
      line = line.filter((other) => other !== waiting);
      forgetTold(waiting);
      return true;
    },
    /** The bound that one more would break, as it is told. */
    refusalOf: (one: Asking): Refusal | null => {
      for (const [reason, { most, isSame }] of Object.entries(boundsOf(one, manners))) {
        if (line.filter(isSame).length < most) continue;
        const name = nameOf(reason, one);
        const isNews = !told.has(name);
        told.add(name);
        return { reason: reason as Refusal['reason'], isNews };
      }
      return null;
    },
  };
}

function waitingOf(one: Asking): Waiting {
  let begin = (): void => {};
  const begins = new Promise<void>((resolve) => {
    begin = resolve;
  });
  return { ...one, begins, begin };
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
