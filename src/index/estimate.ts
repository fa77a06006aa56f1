/** How long embedding the rest of a corpus takes. */

/** Passages that have to go through the model before it is told: about two seconds of the default one. */
export const MEASURED_PASSAGES = 100;

/** How far embedding has come. */
export interface Embedding {
  /** Passages that went through the model, and the time that took. */
  readonly passages: number;
  readonly ms: number;
  /** Passages that are to go through it next. */
  readonly waiting: number;
}

/**
 * Calls `tell` once, with the seconds that are left, as soon as {@link MEASURED_PASSAGES} passages went through the model:
 * the time for each byte since the first of them, times the bytes that are left.
 * What stands before that was taken over from an earlier build: it cost nothing, and says nothing about the rest.
 * @returns to be called, again and again, with the bytes of the corpus whose passages are among those embedded or waiting
 */
export function estimateRest(
  totalBytes: number,
  tell: (secondsLeft: number) => void,
): (doneBytes: number, embedding: Embedding) => void {
  let from = 0;
  let isTold = false;
  return (doneBytes, { passages, ms, waiting }) => {
    if (passages + waiting === 0) from = doneBytes;
    if (isTold || passages < MEASURED_PASSAGES || doneBytes <= from) return;
    isTold = true;
    const msOfAll = (ms / passages) * (passages + waiting);
    tell(((msOfAll / (doneBytes - from)) * Math.max(0, totalBytes - doneBytes)) / 1000);
  };
}
