/** A number that stands for a text, where thousands of texts would fill the memory: two of a million are rarely the same. */
import { createHash } from 'node:crypto';

/** From 0 to 2^48 - 1. */
export const shortHash = (text: string): number =>
  createHash('sha256').update(text).digest().readUIntBE(0, 6);
