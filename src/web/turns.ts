/** What comes all at once, a few of it a turn of the event loop, so that what else waits there, such as Discord, comes in between. */

/** Each begins with a millisecond of work. */
const A_TURN = 4;

/** Resolves once it is the caller's turn, in the order in which they came. */
export function createTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const begin = (): void => {
    for (const one of waiting.splice(0, A_TURN)) one();
    if (waiting.length > 0) setImmediate(begin);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(begin);
    });
}
