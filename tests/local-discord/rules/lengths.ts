/**
 * Length of a text as Discord counts it; 0 for anything that is not a text.
 *
 * Discord counts code points, so an emoji outside the basic plane is 1 here and 2 in `.length`.
 */
export function lengthOf(text: unknown): number {
  return typeof text === 'string' ? [...text].length : 0;
}

/** Length after trimming: how embeds are counted. */
export function trimmedLengthOf(text: unknown): number {
  return typeof text === 'string' ? lengthOf(text.trim()) : 0;
}
