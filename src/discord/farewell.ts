/** The end of all waiting, when the bot leaves: what is under way is told so instead of being left without an answer. */

export class Closing extends Error {
  override readonly name = 'Closing';
}

export interface Farewell {
  /** Settles as `work` does, or rejects with {@link Closing} once the bot may wait no longer. */
  readonly unlessClosing: <T>(work: Promise<T>) => Promise<T>;
  readonly bid: () => void;
}

export function createFarewell(): Farewell {
  // Not one promise that all race with: it would keep every answer for as long as the bot runs.
  const waiting = new Set<(reason: Closing) => void>();
  let isClosing = false;
  const closing = (): Closing => new Closing('The bot is leaving Discord.');
  return {
    unlessClosing: (work) =>
      new Promise((resolve, reject) => {
        work.then(resolve, reject).finally(() => waiting.delete(reject));
        if (isClosing) reject(closing());
        else waiting.add(reject);
      }),
    bid: () => {
      isClosing = true;
      for (const reject of waiting) reject(closing());
    },
  };
}
