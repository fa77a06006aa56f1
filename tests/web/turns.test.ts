import { expect, it } from 'vitest';
import { createTurns } from '../../src/web/turns.ts';

it('lets what else waits come in between what came at once', async () => {
  const turn = createTurns();
  const begun: (number | string)[] = [];
  const all = Array.from({ length: 9 }, async (_, number) => {
    await turn();
    begun.push(number);
  });
  await new Promise<void>((resolve) => setImmediate(resolve));
  begun.push('other work');
  await Promise.all(all);
  await turn();
  expect(begun).toEqual([0, 1, 2, 3, 'other work', 4, 5, 6, 7, 8]);
});
