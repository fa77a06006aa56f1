/** A talk: its questions, and what became of each. */
import { useEffect, useState } from 'preact/hooks';
import type { Stage, Written } from '../../../src/answer-types.ts';
import type { AnswerWithReceipt } from '../../../src/web/api/ask.ts';
import { ask, Failure } from '../api.ts';

export type TurnState =
  | { readonly kind: 'sending' | 'lost' }
  | { readonly kind: 'waiting'; readonly before: number }
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** The answer, while a language model writes above it. */
  | { readonly kind: 'writing'; readonly told: AnswerWithReceipt; readonly stop: () => void }
  | { readonly kind: 'answered'; readonly told: AnswerWithReceipt }
  | { readonly kind: 'failed'; readonly failure: Failure['kind'] };

/** Questions before, which one may go on from: more would bring back what nobody speaks of any more. */
const REMEMBERED = 3;

/** What a question of a talk follows: those before it, a line each. */
export const followsOf = (questions: readonly string[], place: number): string =>
  questions.slice(Math.max(0, place - REMEMBERED), place).join('\n');

/** Answers stay while the page is open: going back to a talk asks nothing again. */
const answers = new Map<string, AnswerWithReceipt>();
const MAX_ANSWERS = 60;

/** Which words of a passage answered, for whoever opens its article. */
const quotes = new Map<string, string>();
export const quoteOf = (passage: string): string | null => quotes.get(passage) ?? null;

function remember(key: string, told: AnswerWithReceipt): void {
  const [oldest] = answers.keys();
  if (answers.size >= MAX_ANSWERS && oldest !== undefined) answers.delete(oldest);
  answers.set(key, told);
  for (const { passage, quote } of [
    ...told.evidence,
    ...(told.parts ?? []).flatMap(({ evidence }) => evidence),
  ])
    quotes.set(passage, quote);
}

/** Asks a question, unless it is answered already, and tells how that goes; `again` asks once more. */
export function useTurn(question: string, follows: string): { state: TurnState; again: () => void } {
  const key = JSON.stringify([follows, question]);
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<TurnState>(() => stateOf(key));
  useEffect(() => {
    const known = stateOf(key);
    setState(known);
    if (known.kind === 'answered') return;
    const leaving = new AbortController();
    const on = {
      onWaiting: (before: number) => setState({ kind: 'waiting', before }),
      onStage: (stage: Stage) => setState({ kind: 'stage', stage }),
      onLost: () => setState({ kind: 'lost' }),
      onFound: (told: AnswerWithReceipt) => show(told),
      onWritten: (written: Written) => found !== null && show({ ...found, ...saying(written) }),
    };
    let found: AnswerWithReceipt | null = null;
    const show = (told: AnswerWithReceipt): void => {
      found = told;
      setState({ kind: 'writing', told, stop: () => finish(told, leaving) });
    };
    const finish = (told: AnswerWithReceipt, ends?: AbortController): void => {
      ends?.abort();
      remember(key, told);
      setState({ kind: 'answered', told });
    };
    ask(question, follows, on, leaving.signal).then(
      (told) => finish(told),
      (error: unknown) => {
        if (leaving.signal.aborted) return;
        setState({ kind: 'failed', failure: error instanceof Failure ? error.kind : 'failed' });
      },
    );
    return () => leaving.abort();
  }, [key, tries]);
  return { state, again: () => setTries(tries + 1) };
}

/** An answer is what is written of it. */
const saying = (written: Written): Pick<AnswerWithReceipt, 'written' | 'answer'> => ({
  written,
  answer: written.blocks.map(({ text }) => text).join('\n'),
});

function stateOf(key: string): TurnState {
  const told = answers.get(key);
  return told === undefined ? { kind: 'sending' } : { kind: 'answered', told };
}
