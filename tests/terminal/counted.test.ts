import { expect, it } from 'vitest';
import { counted } from '../../src/terminal/counted.ts';

it.each([
  [0, '0 articles'],
  [1, '1 article'],
  [2, '2 articles'],
  [21, '21 articles'],
])('reads %i aloud', (count, said) => {
  expect(counted(count, 'article')).toBe(said);
});
