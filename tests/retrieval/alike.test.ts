import { expect, it } from 'vitest';
import { groupAlike } from '../../src/retrieval/alike.ts';

const at = (degrees: number): Float32Array =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

it('groups what lies near the first of a group, as the model tells near from far', () => {
  const vectors = [0, 90, 20, 42, 100].map(at);
  // Cosines of 20° and 42° are .94 and .74.
  expect(groupAlike(vectors, { background: 0 })).toEqual([
    [0, 2, 3],
    [1, 4],
  ]);
  expect(groupAlike(vectors, { background: 0.6 })).toEqual([[0, 2], [1, 4], [3]]);
  expect(groupAlike(vectors, { background: null })).toEqual([[0, 2], [1, 4], [3]]);
  expect(groupAlike([], { background: 0 })).toEqual([]);
});
