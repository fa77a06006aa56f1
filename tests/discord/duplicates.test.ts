import { expect, it } from 'vitest';
import { createDuplicateFilter } from '../../src/discord/sharing/duplicates.ts';

it('takes each id once, for as long as it is among the last', () => {
  const isNew = createDuplicateFilter(2);
  expect(['a', 'a', 'b', 'a', 'c', 'b', 'a', 'c'].map(isNew)).toEqual([
    true, false, true, false, true, false, true, false,
  ]); // biome-ignore format: a row
});
