/** A language model writes, and each statement is checked as it comes. */
import type { Answer } from '../answer-types.ts';
import type { LlmConfig } from '../llm-config.ts';
import type { Budget } from './budget.ts';
import { type CutReason, checkStatement, type Expected } from './check.ts';
import { type LanguageModel, WritingFailure } from './client.ts';
import { groundsOf } from './ground.ts';
import { type NumberedPassage, UNSEEN } from './passages.ts';
import { NOT_TOLD, writePrompt } from './prompt.ts';
import type { Fault } from './safe.ts';
import { readStatements, type Statement } from './statements.ts';

/** What became of it: `shown`, `not told`, or why the answer stays as it was. */
export type WritingOutcome =
  | 'shown'
  | 'not told'
  | 'cut'
  | 'stopped'
  | 'out of budget'
  | 'busy'
  | WritingFailure['reason'];

export interface Judged {
  readonly statement: Statement;
  readonly cut: Fault<CutReason> | null;
}

export interface Draft {
  readonly outcome: WritingOutcome;
  readonly judged: readonly Judged[];
  readonly tokens: number;
  readonly elapsedMs: number;
  readonly error?: unknown;
}

export const NOTHING = { judged: [], tokens: 0, elapsedMs: 0 } as const;

/** Beyond that it goes on for ever, or rambles. */
const MAX_CHARACTERS = 6_000;
/** Models that think aloud before they write: that is not shown, and may be longer. */
const MAX_THOUGHTS = 60_000;
/** What is left of the time is for showing the answer. */
const MARGIN_MS = 200;
/** Of English a token has some four characters, of Chinese one or two. */
const CHARACTERS_PER_TOKEN = 2.5;
/** Expected of an answer before it is there. */
const ANSWER_TOKENS = 500;

interface DraftOptions {
  /** The questions before, a line each. */
  readonly before: string;
  /** Ends it. */
  readonly signal: AbortSignal | null;
  /** Is told all statements whenever there is one more that holds. */
  readonly onJudged: (judged: readonly Judged[]) => void;
}

/** Asks the model and judges what it writes. Never throws, and takes no longer than is set. */
export async function draft(
  model: LanguageModel,
  { key, seconds }: Pick<LlmConfig, 'key' | 'seconds'>,
  budget: Budget,
  { question, language }: Pick<Answer, 'question' | 'language'>,
  passages: readonly NumberedPassage[],
  { before, signal, onJudged }: DraftOptions,
): Promise<Draft> {
  const started = performance.now();
  const messages = writePrompt({ question, before, language }, passages);
  const asked = tokensOf(messages.map(({ content }) => content).join(''));
  if (!budget.allows(asked + ANSWER_TOKENS)) return { ...NOTHING, outcome: 'out of budget' };
  const late = AbortSignal.timeout(Math.max(1, seconds * 1_000 - MARGIN_MS));
  const ending = new AbortController();
  const ended = AbortSignal.any([late, ending.signal, ...(signal ? [signal] : [])]);
  const expected: Expected = { groundOf: groundsOf(passages), language, secrets: [key] };
  const judged: Judged[] = [];
  let raw = '';
  let tokens = 0;
  const judge = (isWhole: boolean): void => {
    const known = judged.length;
    for (const statement of readStatements(shownOf(raw), isWhole).slice(known))
      judged.push({ statement, cut: judgeOne(statement, expected, judged) });
    if (!isWhole && judged.slice(known).some(({ cut }) => cut === null)) onJudged(judged);
  };
  const drafted = (outcome: WritingOutcome, error?: unknown): Draft => ({
    ...{ outcome, judged, error },
    tokens: tokens || asked + tokensOf(raw),
    elapsedMs: Math.round(performance.now() - started),
  });
  const run = async (): Promise<Draft> => {
    try {
      for await (const piece of unlessAborted(model.stream(messages, ended), ended)) {
        if ('tokens' in piece) tokens = piece.tokens;
        else raw += piece.text;
        if (shownOf(raw).length > MAX_CHARACTERS || raw.length > MAX_THOUGHTS) return drafted('too long');
        if ('text' in piece && /[\s\]】。！？]$/u.test(piece.text)) judge(false);
      }
      if (late.aborted) return drafted('late');
      judge(!ended.aborted);
      if (ended.aborted) return drafted('stopped');
      const said = shownOf(raw);
      if (saysNotTold(said)) return { ...drafted('not told'), judged: [] };
      return drafted(said.trim() === '' ? 'empty' : 'shown');
    } catch (error) {
      return drafted(error instanceof WritingFailure ? error.reason : 'broken off', error);
    } finally {
      ending.abort();
    }
  };
  const result = await run();
  budget.use(result.tokens);
  return result;
}

const judgeOne = (
  statement: Statement,
  expected: Expected,
  before: readonly Judged[],
): Fault<CutReason> | null => {
  const isSame = ({ statement: other }: Judged): boolean =>
    other.text === statement.text && other.listing?.text === statement.listing?.text;
  return before.some(isSame) ? { reason: 'repeated', what: '' } : checkStatement(statement, expected);
};

/** Pieces until the signal is aborted, also where the stream does not notice it. */
async function* unlessAborted<T>(stream: AsyncGenerator<T>, signal: AbortSignal): AsyncGenerator<T> {
  const aborted = new Promise<{ done: true; value: undefined }>((resolve) => {
    const end = (): void => resolve({ done: true, value: undefined });
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  for (;;) {
    const next = stream.next();
    // A stream that was left fails on its own.
    next.catch(() => {});
    const { done, value } = await Promise.race([next, aborted]);
    if (done) return;
    yield value as T;
  }
}

/** Without thoughts, and without characters that nobody sees. */
const shownOf = (raw: string): string =>
  raw
    .replace(/^\s*<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/u, '')
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '');

const saysNotTold = (text: string): boolean =>
  text
    .replace(/[\s.。"'“”*`]+/gu, ' ')
    .trim()
    .toUpperCase() === NOT_TOLD;

const tokensOf = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);
