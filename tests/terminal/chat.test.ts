import { PassThrough } from 'node:stream';
import { afterEach, expect, it, vi } from 'vitest';
import { LibraryError } from '../../src/library.ts';
import { chat } from '../../src/terminal/chat.ts';
import { UNANSWERED } from '../discord/answers.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('ends with the reason once nothing is answered any more, though the input stays open', async () => {
  const input = new PassThrough();
  const reason = new Error('The index is gone');
  const ended = chat(
    () => Promise.reject(new LibraryError('ended', { cause: reason })),
    { help: async () => '', age: async () => null },
    input,
  );
  input.write('谁和辽宁签约？\n');
  await expect(ended).rejects.toBe(reason);
  // An input that is read on keeps the process alive.
  expect(input.isPaused()).toBe(true);
});

it('tells how to ask where somebody asks for help, in their language, and looks nothing up', async () => {
  const told = vi.spyOn(console, 'log').mockImplementation(() => {});
  const asked: string[] = [];
  const input = new PassThrough();
  input.end('help\n帮助！\n ? \nhelp me with my account\n');
  const ended = chat(
    async (text) => {
      asked.push(text);
      throw new LibraryError('late');
    },
    { help: async (language) => `how to ask, in ${language}`, age: async () => null },
    input,
  );
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await ended;
  expect(told.mock.calls.flat()).toEqual([
    'how to ask, in en\n',
    'how to ask, in zh\n',
    'how to ask, in en\n',
  ]);
  expect(asked).toEqual(['help me with my account']);
});

it('asks each line with the three before it, a line each; help is none of them', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const talks: (string | undefined)[] = [];
  const input = new PassThrough();
  input.end('one?\nand two?\nhelp\nthree?\nfour?\nfive?\n');
  await chat(
    async (_, talk) => {
      talks.push(talk);
      return UNANSWERED;
    },
    { help: async () => 'how to ask', age: async () => null },
    input,
  );
  expect(talks).toEqual([
    undefined,
    'one?',
    'one?\nand two?',
    'one?\nand two?\nthree?',
    'and two?\nthree?\nfour?',
  ]);
});

it('says how old the articles are where none has an answer, and nothing where that is not known', async () => {
  const told = vi.spyOn(console, 'log').mockImplementation(() => {});
  const input = new PassThrough();
  input.end('how deep is the quay?\n码头多深？\n');
  await chat(
    async (text) => ({ ...UNANSWERED, language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' }),
    { help: async () => '', age: async (language) => (language === 'en' ? 'of 3 March 2025' : null) },
    input,
  );
  expect(told.mock.calls.flat().map((text: string) => text.includes('of 3 March 2025'))).toEqual([
    true,
    false,
  ]);
});
