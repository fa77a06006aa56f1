/** Questions line by line, from a person at the keyboard or from a pipe, until the end of the input. */
import { createInterface } from 'node:readline';
import pc from 'picocolors';
import type { Answer } from '../answer-types.ts';
import { LibraryError } from '../library.ts';
import { noteOn } from '../question/question.ts';
import { readMessage } from '../question/talk/message.ts';
import type { Language } from '../types.ts';
import { renderAnswer } from './render/answer.ts';

/** Lines before, which a line may go on from: more would only bring back what nobody speaks of any more. */
const REMEMBERED_LINES = 3;

/** Answers a question, which may go on from the talk before it, a question a line. */
export type Ask = (text: string, talk: string | undefined) => Promise<Answer>;

/** What is told beside answers. */
export interface About {
  /** How to ask. */
  help(language: Language): Promise<string>;
  /** How old the articles are, told where none has an answer; null where nothing is known of it. */
  age(language: Language): Promise<string | null>;
}

/**
 * Answers each line of the input in turn, with those before it, and "help" with help. Prompts go to stderr and only to a terminal; answers go to
 * stdout. Throws why nothing is answered any more, and then leaves the rest of the input alone.
 */
export async function chat(
  ask: Ask,
  about: About,
  input: NodeJS.ReadableStream & { readonly isTTY?: boolean } = process.stdin,
): Promise<void> {
  const atKeyboard = input.isTTY === true;
  const lines = createInterface({
    input,
    ...(atKeyboard && { output: process.stderr, prompt: pc.cyan('? ') }),
  });
  const asked: string[] = [];
  try {
    if (atKeyboard) lines.prompt();
    for await (const line of lines) {
      const talk = asked.length === 0 ? undefined : asked.slice(-REMEMBERED_LINES).join('\n');
      if (line.trim() !== '' && (await answerLine(line, (text) => ask(text, talk), about))) asked.push(line);
      if (atKeyboard) lines.prompt();
    }
  } finally {
    // An input that stays open would keep the process alive, and echo, after the last answer.
    lines.close();
  }
  if (atKeyboard) console.error();
}

/** Resolves with whether the line was a question that was answered, or looked for. */
async function answerLine(
  line: string,
  ask: (text: string) => Promise<Answer>,
  about: About,
): Promise<boolean> {
  const note = noteOn(line);
  if (note !== null) console.error(note);
  const { talk, language } = readMessage(line);
  try {
    console.log(
      `${talk === 'abilities' ? await about.help(language) : await renderWithAge(await ask(line), about)}\n`,
    );
    return talk === null;
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    if (error.reason === 'ended') throw error.cause;
    console.error(`${pc.red(error.message)}\n`);
    return false;
  }
}

async function renderWithAge(answer: Answer, { age }: About): Promise<string> {
  const old = answer.status === 'unanswered' ? await age(answer.language) : null;
  return old === null ? renderAnswer(answer) : `${renderAnswer(answer)}\n${pc.dim(old)}`;
}
