/** How long embedding the rest of a corpus takes. */

/** Passages that have to go through the model before it is told: about two seconds of the default one. */
const MEASURED_PASSAGES = 100;

/** How far embedding has come. */
export interface Embedding {
  /** Passages that went through the model, and the time since the first of them was ready for it. */
  readonly passages: number;
  readonly ms: number;
  /** Passages that are to go through it next. */
  readonly waiting: number;
}

/**
 * The seconds that are left: the time for each byte since the first passage that went through the model, times the bytes
 * that are left. `tell` hears them once, as soon as {@link MEASURED_PASSAGES} passages did.
 * What stands before that was taken over from an earlier build: it cost nothing, and says nothing about the rest.
 * @returns to be called, again and again, with the bytes of the corpus whose passages are among those embedded or waiting;
 *   null while too few passages went through the model
 */
export function estimateRest(
  totalBytes: number,
  tell: (secondsLeft: number) => void,
): (doneBytes: number, embedding: Embedding) => number | null {
  let from = 0;
  let isTold = false;
  return (doneBytes, { passages, ms, waiting }) => {
    if (passages + waiting === 0) from = doneBytes;
    if (passages < MEASURED_PASSAGES || doneBytes <= from) return null;
    const msOfAll = (ms / passages) * (passages + waiting);
    const secondsLeft = ((msOfAll / (doneBytes - from)) * Math.max(0, totalBytes - doneBytes)) / 1000;
    if (!isTold) tell(secondsLeft);
    isTold = true;
    return secondsLeft;
  };
}
