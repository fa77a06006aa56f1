/** What a language model makes of the answers of a set: how much of it is cut, and what it changes of evidence and refusal. */
import type { Answer } from '../answer-types.ts';
import type { Writer, Writing } from '../writing/write.ts';
import type { Outcome } from './evaluate.ts';
import { comparable, mean, quantile, quotesAnswer } from './metrics.ts';

/** One answer that there was something to write of. */
interface WrittenOutcome {
  readonly outcome: Outcome;
  readonly answer: Answer;
  readonly writing: Writing;
}

/** A share without the language model and with it, in [0, 1]; null where the set has no such question. */
interface Compared {
  readonly without: number | null;
  readonly with: number | null;
}

export interface WrittenReport {
  readonly model: string;
  /** Answers that it was asked to write, and what became of them. */
  readonly answers: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** What it wrote, and what was cut of it, also by why. */
  readonly statements: number;
  readonly cut: number;
  readonly cutBy: Readonly<Record<string, number>>;
  /** Share of answerable questions of which a shown quote, or a passage that the text refers to, holds an accepted answer. */
  readonly evidence: Compared;
  /** Share of the shown texts of answerable questions that hold one themselves. */
  readonly said: number | null;
  /** Share of answerable questions, and of those that are not, that are answered. */
  readonly answered: Compared;
  readonly answeredWrongly: Compared;
  readonly tokens: number;
  readonly secondsToWrite: { readonly p50: number; readonly p95: number };
}

/** Has all answers written, one after the other: endpoints are measured, not their patience. */
export async function writeAll(
  writer: Writer,
  outcomes: readonly Outcome[],
  onWritten: (count: number) => void = () => {},
): Promise<WrittenOutcome[]> {
  const written: WrittenOutcome[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    const { answer, writing } = await writer.write(outcome.answer);
    if (writing !== null) written.push({ outcome, answer, writing });
    onWritten(i + 1);
  }
  return written;
}

export function summarizeWritten(
  model: string,
  outcomes: readonly Outcome[],
  written: readonly WrittenOutcome[],
): WrittenReport {
  const answerOf = new Map(written.map(({ outcome, answer }) => [outcome, answer]));
  const withModel = (outcome: Outcome): Answer => answerOf.get(outcome) ?? outcome.answer;
  const share = (of: readonly Outcome[], holds: (outcome: Outcome) => boolean): number | null =>
    of.length === 0 ? null : mean(of.map((outcome) => (holds(outcome) ? 1 : 0)));
  const answerable = outcomes.filter(({ gold }) => gold.relevant.length > 0);
  const withAnswers = answerable.filter(({ gold }) => gold.answers.length > 0);
  const unanswerable = outcomes.filter(({ gold }) => gold.relevant.length === 0);
  const shown = withAnswers.filter((outcome) => withModel(outcome).written?.tells === true);
  const answered = (of: readonly Outcome[]): Compared => ({
    without: share(of, ({ answer }) => answer.status === 'answered'),
    with: share(of, (outcome) => tells(withModel(outcome))),
  });
  const statements = written.flatMap(({ writing }) => writing.statements);
  const cut = statements.flatMap((statement) => statement.cut ?? []);
  const seconds = written.map(({ writing }) => writing.elapsedMs / 1_000);
  return {
    ...{ model, answers: written.length, statements: statements.length, cut: cut.length },
    outcomes: countBy(written.map(({ writing }) => writing.outcome)),
    cutBy: countBy(cut.map(({ reason }) => reason)),
    evidence: {
      without: share(
        withAnswers,
        ({ answer, gold }) => tells(answer) && quotesAnswer(answer, gold.answers, 3),
      ),
      with: share(withAnswers, (outcome) => hasEvidence(withModel(outcome), outcome.gold.answers)),
    },
    said: share(shown, (outcome) => holds(withModel(outcome).answer ?? '', outcome.gold.answers)),
    answered: answered(answerable),
    answeredWrongly: answered(unanswerable),
    tokens: written.reduce((sum, { writing }) => sum + writing.tokens, 0),
    secondsToWrite: { p50: quantile(seconds, 0.5), p95: quantile(seconds, 0.95) },
  };
}

const tells = ({ status, written }: Answer): boolean => status === 'answered' && written?.tells !== false;

/** In the passages that a text refers to, or else in the quotes. */
function hasEvidence(answer: Answer, accepted: readonly string[]): boolean {
  if (!tells(answer)) return false;
  if (answer.written === undefined) return quotesAnswer(answer, accepted, 3);
  const referred = new Set(answer.written.sources.map(({ passage }) => passage));
  const texts = [
    ...answer.passages.map(({ id, text }) => ({ id, text })),
    ...answer.evidence.map(({ passage: id, quote: text }) => ({ id, text })),
  ];
  return texts.some(({ id, text }) => referred.has(id) && holds(text, accepted));
}

const holds = (text: string, accepted: readonly string[]): boolean =>
  accepted.some((one) => comparable(text).includes(comparable(one)));

function countBy(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
