import { expect, it } from 'vitest';
import { Closing, createFarewell } from '../../src/discord/farewell.ts';

const NEVER = new Promise<never>(() => {});

it('lets work settle before it is bid, and ends all that waits when it is', async () => {
  const { unlessClosing, bid } = createFarewell();
  expect(await unlessClosing(Promise.resolve(1))).toBe(1);
  await expect(unlessClosing(Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  const waiting = [unlessClosing(NEVER), unlessClosing(NEVER)];
  bid();
  for (const work of waiting) await expect(work).rejects.toThrow(Closing);
  await expect(unlessClosing(NEVER)).rejects.toThrow(Closing);
});
