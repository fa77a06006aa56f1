import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { LibraryError } from '../../src/library.ts';
import { chat } from '../../src/terminal/chat.ts';

it('ends with the reason once nothing is answered any more, though the input stays open', async () => {
  const input = new PassThrough();
  const reason = new Error('The index is gone');
  const ended = chat(() => Promise.reject(new LibraryError('ended', { cause: reason })), input);
  input.write('谁和辽宁签约？\n');
  await expect(ended).rejects.toBe(reason);
  // An input that is read on keeps the process alive.
  expect(input.isPaused()).toBe(true);
});
