/** What was asked, as it stands in the footer of each answer: from there it is read again, also after a restart. */
import type { AskOptions } from '../../answer/answer.ts';
import type { Period } from '../../types.ts';
import { cut, cutAtSentence, LIMITS } from '../render/limits.ts';
import { oneLine } from '../render/markdown.ts';

export interface Asked {
  /** One line of at most 1,000 characters. */
  readonly question: string;
  /** What a follow-up follows: the question before, with what that one followed. */
  readonly follows: string | null;
  readonly period: Period | null;
  /** Address of the message whose words are the question: these are another person's, and are neither shown nor kept. */
  readonly about: string | null;
}

const FOLLOWS = '↪ ';
const PERIOD = '🗓 ';
const OPEN_END = '…';
const PERIOD_LINE = /^🗓 (\d{4}-\d\d-\d\d|…) – (\d{4}-\d\d-\d\d|…)$/u;

/** A footer is 2,048 characters at most, and the description beside it has to fit, too. */
const MAX_FOLLOWS = 600;

/** The form in which a question is asked, shown and kept. */
export const tidyQuestion = (text: string): string => cutAtSentence(oneLine(text), LIMITS.question);

/** A question that follows nothing. */
export const askPlain = (text: string, period: Period | null = null): Asked => ({
  question: tidyQuestion(text),
  follows: null,
  period,
  about: null,
});

/** Footer of an answer: the question, and on lines of their own what it follows and its period; '' about a message. */
export function writeAsked({ question, follows, period, about }: Asked): string {
  if (about !== null) return '';
  const lines = [tidyQuestion(question)];
  if (follows !== null) lines.push(FOLLOWS + oneLine(follows));
  if (period !== null) lines.push(`${PERIOD}${period.from ?? OPEN_END} – ${period.to ?? OPEN_END}`);
  return lines.join('\n');
}

/** What {@link writeAsked} wrote; null where the footer is gone, as where somebody has removed the embed. */
export function readAsked(footer: string | null | undefined): Asked | null {
  const [question = '', ...lines] = (footer ?? '').split('\n');
  if (question.trim() === '') return null;
  const follows = lines.find((line) => line.startsWith(FOLLOWS))?.slice(FOLLOWS.length) ?? null;
  const [, from, to] = PERIOD_LINE.exec(lines.at(-1) ?? '') ?? [];
  const day = (text: string): string | null => (text === OPEN_END ? null : text);
  const period = from === undefined || to === undefined ? null : { from: day(from), to: day(to) };
  return { question, follows, period, about: null };
}

/** A question that goes on from another one, with its subject and within its days; from none it stands alone. */
export function askFurther(question: string, before: Asked | null): Asked {
  if (before === null) return askPlain(question);
  const subject = [before.follows, before.question].filter((part) => part !== null).join(' ');
  return { ...askPlain(question, before.period), follows: cut(subject, MAX_FOLLOWS) };
}

/** As it is kept without an answer: without what it follows, "and when?" would tell nobody what the articles lack. */
export const gapOf = ({ question, follows }: Asked): string =>
  follows === null ? question : `${follows} → ${question}`;

/** What the library is asked with besides the question. */
export const optionsOf = ({ follows, period }: Asked): AskOptions => ({
  ...(follows !== null && { follows }),
  ...(period !== null && { period }),
});
