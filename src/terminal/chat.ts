/** Questions line by line, from a person at the keyboard or from a pipe, until the end of the input. */
import { createInterface } from 'node:readline';
import pc from 'picocolors';
import { LibraryError } from '../library.ts';
import { noteOn } from '../question/question.ts';
import type { Answer, Language } from '../types.ts';
import { renderAnswer } from './render-answer.ts';

/** Who types it wants to know how to ask; no article is looked for. */
const HELP_WORDS: Readonly<Record<Language, RegExp>> = {
  en: /^(?:[/!]?help|\?)[.!?]*$/i,
  zh: /^(?:[/!！]?[帮幫]助|？)[。！？]*$/,
};

/**
 * Answers each line of the input in turn, and "help" with `help`. Prompts go to stderr and only to a terminal; answers go to
 * stdout. Throws why nothing is answered any more, and then leaves the rest of the input alone.
 */
export async function chat(
  ask: (text: string) => Promise<Answer>,
  help: (language: Language) => Promise<string>,
  input: NodeJS.ReadableStream & { readonly isTTY?: boolean } = process.stdin,
): Promise<void> {
  const atKeyboard = input.isTTY === true;
  const lines = createInterface({
    input,
    ...(atKeyboard && { output: process.stderr, prompt: pc.cyan('? ') }),
  });
  try {
    if (atKeyboard) lines.prompt();
    for await (const line of lines) {
      if (line.trim() !== '') await answerLine(line, ask, help);
      if (atKeyboard) lines.prompt();
    }
  } finally {
    // An input that stays open would keep the process alive, and echo, after the last answer.
    lines.close();
  }
  if (atKeyboard) console.error();
}

async function answerLine(
  line: string,
  ask: (text: string) => Promise<Answer>,
  help: (language: Language) => Promise<string>,
): Promise<void> {
  const note = noteOn(line);
  if (note !== null) console.error(note);
  const language = (['en', 'zh'] as const).find((one) => HELP_WORDS[one].test(line.trim()));
  try {
    const told = language === undefined ? renderAnswer(await ask(line)) : await help(language);
    console.log(`${told}\n`);
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    if (error.reason === 'ended') throw error.cause;
    console.error(`${pc.red(error.message)}\n`);
  }
}
