/** The language model as the commands use it, where one is set, and what it writes as it comes. */
import { clearScreenDown, cursorTo, moveCursor } from 'node:readline';
import type { WriteStream } from 'node:tty';
import pc from 'picocolors';
import type { Answer } from '../answer-types.ts';
import { displayWidth } from '../blocks.ts';
import type { Config } from '../config.ts';
import type { Writer, WriterNeeds, Writing } from '../writing/write.ts';
import { renderWritten } from './render/answer.ts';

/** Null where no language model is set: then nothing of it is loaded. */
export async function openWriter(
  { llm, llmTokens }: Pick<Config, 'llm' | 'llmTokens'>,
  log: WriterNeeds['log'] = tellFailure,
): Promise<Writer | null> {
  if (llm === null) return null;
  const [{ createWriter }, { openBudget }] = await Promise.all([
    import('../writing/write.ts'),
    import('../writing/budget.ts'),
  ]);
  return createWriter(llm, { budget: openBudget(llm.dailyTokens, llmTokens), log });
}

/** What is less than clear in a word. */
const IN_WORDS: Readonly<Record<string, string>> = {
  cut: 'less than half of it stands in the articles; --json --explain lists what was cut',
  late: 'the language model took longer than LLM_SECONDS',
  'out of budget': 'LLM_DAILY_TOKENS are used up for today',
  busy: 'enough others are being written',
  unreachable: 'nothing answers at LLM_URL; npm run doctor looks closer',
  empty: 'the language model wrote nothing',
  'too long': 'the language model did not come to an end',
  refused: 'the language model does not want to answer',
  'broken off': 'what the language model wrote broke off',
};

const tellFailure: WriterNeeds['log'] = (_, { reason, cause }) =>
  console.error(
    pc.dim(
      `Without the language model: ${IN_WORDS[String(reason)] ?? reason}${cause === undefined ? '' : ` (${cause})`}.`,
    ),
  );

/** What is written shows on a terminal while it comes, and is gone once the whole answer is there. */
export async function writeInSight(
  writer: Writer | null,
  answer: Answer,
  before: string | undefined,
  stream: WriteStream | null = process.stderr.isTTY ? process.stderr : null,
): Promise<{ answer: Answer; writing: Writing | null }> {
  if (writer === null) return { answer, writing: null };
  const sight = openSight(stream);
  try {
    return await writer.write(answer, { before, onWritten: (written) => sight.show(renderWritten(written)) });
  } finally {
    sight.clear();
  }
}

function openSight(stream: WriteStream | null) {
  let rows = 0;
  const clear = (): void => {
    if (stream === null || rows === 0) return;
    moveCursor(stream, 0, -rows);
    cursorTo(stream, 0);
    clearScreenDown(stream);
    rows = 0;
  };
  return {
    clear,
    show: (lines: readonly string[]): void => {
      if (stream === null) return;
      clear();
      // What has left the screen upwards cannot be taken back: as much is shown as stays on it.
      const shown: string[] = [];
      for (const line of lines.toReversed()) {
        const needed = Math.max(1, Math.ceil(displayWidth(line) / stream.columns));
        if (rows + needed > stream.rows - 2) break;
        rows += needed;
        shown.unshift(pc.dim(line));
      }
      stream.write(`${shown.join('\n')}\n`);
    },
  };
}
