/** From an answer with its evidence to what a language model writes of it, checked; or to the answer as it was. */
import { SAYINGS } from '../answer/sayings.ts';
import type { Answer, CitedPassage, Written } from '../answer-types.ts';
import type { LlmConfig } from '../llm-config.ts';
import type { Block } from '../types.ts';
import type { Budget } from './budget.ts';
import type { CutReason } from './check.ts';
import { openModel } from './client.ts';
import { type Draft, draft, type Judged, NOTHING, type WritingOutcome } from './draft.ts';
import { type NumberedPassage, numberPassages } from './passages.ts';
import type { Fault } from './safe.ts';
import type { Statement } from './statements.ts';

/** How what is written came about, as plain data. */
export interface Writing {
  readonly model: string;
  readonly outcome: WritingOutcome;
  /** All statements, as the model wrote them, with why each was cut; null for one that holds. */
  readonly statements: readonly {
    readonly written: string;
    readonly passages: readonly number[];
    readonly cut: Fault<CutReason> | null;
  }[];
  /** What the model was given. */
  readonly passages: readonly CitedPassage[];
  /** As the endpoint counted them, else estimated. */
  readonly tokens: number;
  readonly elapsedMs: number;
}

export interface WriteOptions {
  /** The questions before, a line each. */
  readonly before?: string | undefined;
  /** Ends it: what holds of what is there by then is kept. */
  readonly signal?: AbortSignal;
  /** Is told whenever there is one statement more. */
  readonly onWritten?: (written: Written) => void;
}

export interface Writer {
  readonly model: string;
  /** Computer that questions and passages are sent to. */
  readonly host: string;
  /** Whether there is something in the answer to write from. */
  readonly writes: (answer: Answer) => boolean;
  /** Never throws: where nothing can be written the answer comes back as it was. `writing` is null where there was nothing to write from. */
  readonly write: (
    answer: Answer,
    options?: WriteOptions,
  ) => Promise<{ answer: Answer; writing: Writing | null }>;
}

export interface WriterNeeds {
  readonly budget: Budget;
  /** Takes one line each time that nothing could be written. */
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
  /** Answers that are written at the same time; who asks beyond that gets the answer without. */
  readonly atOnce?: number;
}

/** A local model writes one after the other, and a hosted one bounds how many. */
const AT_ONCE = 4;

/** Asks nothing and loads nothing before the first answer is to be written. */
export function createWriter(config: LlmConfig, needs: WriterNeeds): Writer {
  const model = openModel(config);
  const { atOnce = AT_ONCE } = needs;
  let underWay = 0;
  return {
    model: config.model,
    host: new URL(config.url).hostname,
    writes: isWritten,
    write: async (answer, { before = '', signal, onWritten = () => {} } = {}) => {
      const passages = isWritten(answer) ? numberPassages(answer) : [];
      if (passages.length === 0) return { answer, writing: null };
      underWay += 1;
      try {
        const drafted =
          underWay > atOnce
            ? { ...NOTHING, outcome: 'busy' as const }
            : await draft(model, config, needs.budget, answer, passages, {
                ...{ before, signal: signal ?? null },
                onJudged: (judged) => onWritten(writtenOf(config.model, judged, passages)),
              });
        return finish(drafted, answer, config.model, passages, needs);
      } finally {
        underWay -= 1;
      }
    },
  };
}

/** Small talk and lists of articles are not written, nor what has no evidence. */
const isWritten = ({ status, evidence, articles }: Answer): boolean =>
  status === 'answered' && evidence.length > 0 && articles === undefined;

const kept = (judged: readonly Judged[]): Statement[] =>
  judged.filter(({ cut }) => cut === null).map(({ statement }) => statement);

const writtenOf = (
  model: string,
  judged: readonly Judged[],
  passages: readonly NumberedPassage[],
): Written => ({
  ...{ model, tells: true, blocks: blocksOf(kept(judged)) },
  sources: sourcesOf(kept(judged), passages),
});

/** Of what was written at least half has to hold. */
function finish(
  drafted: Draft,
  answer: Answer,
  model: string,
  passages: readonly NumberedPassage[],
  { log }: WriterNeeds,
): { answer: Answer; writing: Writing } {
  const { judged, tokens, elapsedMs, error } = drafted;
  const isEnough = judged.length > 0 && kept(judged).length * 2 >= judged.length;
  const outcome = drafted.outcome === 'shown' && !isEnough ? 'cut' : drafted.outcome;
  const statements = judged.map(({ statement: { written, passages }, cut }) => ({
    written: cut?.reason === 'secret' ? '' : written,
    ...{ passages, cut },
  }));
  const writing = {
    ...{ model, outcome, statements, tokens, elapsedMs },
    passages: passages.map(({ text: _, ...passage }) => passage),
  };
  if (outcome === 'not told') return { answer: { ...answer, ...notTold(answer, model) }, writing };
  if (outcome === 'shown' || (outcome === 'stopped' && isEnough)) {
    const written = writtenOf(model, judged, passages);
    const said = written.blocks.map(({ text }) => text).join('\n');
    return { answer: { ...answer, answer: said, written }, writing };
  }
  if (outcome !== 'stopped')
    log('an answer was not written', { model, reason: outcome, elapsedMs, ...causeOf(error) });
  return { answer, writing };
}

function notTold({ language }: Answer, model: string): Pick<Answer, 'answer' | 'written'> {
  const said = SAYINGS[language].notTold;
  return {
    answer: said,
    written: { model, tells: false, blocks: [{ kind: 'text', text: said, depth: 0 }], sources: [] },
  };
}

/** What the connection or the endpoint said, in a line. */
function causeOf(error: unknown): { cause?: string } {
  const { cause } = (error ?? {}) as { cause?: unknown };
  if (!(cause instanceof Error)) return {};
  const deepest = cause.cause instanceof Error ? cause.cause : cause;
  return { cause: deepest.message.replace(/\s+/g, ' ').slice(0, 200) };
}

/** Sentences of one line are one paragraph; an entry of a list and a piece of code are blocks of their own. */
function blocksOf(statements: readonly Statement[]): Block[] {
  const blocks: Block[] = [];
  /** The paragraph or entry that goes on. */
  let line: number | null = null;
  for (const statement of statements) {
    const { listing, isItem } = statement;
    const said = saidBy(statement);
    const last = blocks.at(-1);
    if (last !== undefined && line === statement.line && !isItem)
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${said}` } as Block;
    else if (isItem) blocks.push({ kind: 'item', text: said, depth: 1, number: null });
    else blocks.push({ kind: 'text', text: said, depth: 0 });
    line = listing === null ? statement.line : null;
    if (listing !== null) blocks.push({ kind: 'code', ...listing, depth: 0 });
  }
  return blocks;
}

const saidBy = ({ text, passages }: Statement): string =>
  [text, passages.map((number) => `[${number}]`).join('')].filter((part) => part !== '').join(' ');

/** The passages that statements refer to, in the order of their numbers. */
const sourcesOf = (statements: readonly Statement[], passages: readonly NumberedPassage[]): CitedPassage[] =>
  passages
    .filter(({ number }) => statements.some((one) => one.passages.includes(number)))
    .map(({ text: _, ...cited }) => cited);
