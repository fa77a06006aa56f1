/** Which questions ask the same in other words. */
import { dot } from '../index/vector-index.ts';
import type { Fusion } from './fuse.ts';

/** Of a model whose background was not measured. */
const BACKGROUND = 0.5;

/**
 * Groups of numbers of questions, each led by the first of them: those that lie at most half as far from it as a question
 * about something else does.
 * @param vectors of unit length, those that matter most first
 */
export function groupAlike(
  vectors: readonly Float32Array[],
  { background }: Pick<Fusion, 'background'>,
): number[][] {
  const least = (1 + (background ?? BACKGROUND)) / 2;
  const groups: number[][] = [];
  for (const [number, vector] of vectors.entries()) {
    const near = groups
      .map((group) => ({ group, cosine: dot(vectors[group[0]!]!, vector) }))
      .sort((a, b) => b.cosine - a.cosine)[0];
    if (near !== undefined && near.cosine >= least) near.group.push(number);
    else groups.push([number]);
  }
  return groups;
}
