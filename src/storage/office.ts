/** Holding an office that one process has at a time. */
import type { Log } from '../log.ts';
import type { ClaimState } from './claim-state.ts';

export interface Office {
  /** Its number where this process holds it, which is higher with each holder; null where another does. */
  readonly number: () => number | null;
  /** Gives it up. */
  readonly leave: () => Promise<void>;
}

export interface OfficeOptions {
  readonly name: string;
  /** The process, by a name that no other has. */
  readonly holder: string;
  /** For how long it is held without another word; asked for again three times as often. */
  readonly ms?: number;
  /** Called when this process comes to hold it, but not for the first look. */
  readonly onTaken: () => void;
  /** Called before anybody else can hold it. */
  readonly onLost: () => void;
  readonly log: Pick<Log, 'debug' | 'info' | 'warn'>;
}

const MS = 30_000;

/** Holds the office as soon as nobody else does; resolves after the first look. Rejects where the state cannot be asked. */
export async function seekOffice(
  state: Pick<ClaimState, 'takeOffice' | 'leaveOffice'>,
  { name, holder, ms = MS, onTaken, onLost, log }: OfficeOptions,
): Promise<Office> {
  let number: number | null = null;
  let heldUntil = 0;
  let hasLeft = false;
  const lose = (): void => {
    if (number === null) return;
    number = null;
    log.warn('this process is no longer the one that builds the index');
    onLost();
  };
  const look = async (): Promise<void> => {
    // What counts is when it was asked for, by a clock that never jumps.
    const asked = performance.now();
    const found = await state.takeOffice(name, holder, ms);
    if (hasLeft) return;
    const isNew = found !== null && number === null;
    if (found === null) return lose();
    number = found;
    heldUntil = asked + ms;
    if (isNew) log.info('this process builds the index', { number });
  };
  await look();
  const looking = setInterval(() => {
    const before = number;
    look()
      .then(() => {
        if (before === null && number !== null) onTaken();
      })
      .catch((error) => log.debug('an office could not be asked for', { error }));
    if (performance.now() > heldUntil - ms / 3) lose();
  }, ms / 3).unref();
  return {
    number: () => number,
    leave: async () => {
      hasLeft = true;
      clearInterval(looking);
      if (number === null) return;
      number = null;
      await state.leaveOffice(name, holder).catch(() => {});
    },
  };
}
