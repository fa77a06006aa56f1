/** Questions of a server that were not answered; not who asked them, but for those who want to be told of an answer. */
import { normalize } from '../text/normalize.ts';
import type { Sql } from './sql.ts';

/** A question that the articles did not answer. */
export interface Gap {
  /** As it was asked first. */
  readonly question: string;
  readonly count: number;
  /** Day it was asked last, `YYYY-MM-DD`. */
  readonly lastAsked: string;
}

export interface GapState {
  /** Keeps a question, or counts it once more. */
  readonly countGap: (guildId: string, question: string, today: string) => void;
  /** Takes one asking of a question back, and the question with the last. */
  readonly discountGap: (guildId: string, question: string) => void;
  /** Has somebody told when a question that is kept has an answer, or takes that back; whether they are told now. */
  readonly toggleWaiting: (guildId: string, question: string, personId: string) => boolean;
  /** The questions have an answer: they are forgotten, and so is who waits for it, who is returned. */
  readonly closeGaps: (guildId: string, questions: readonly string[]) => string[];
  readonly isGap: (guildId: string, question: string) => boolean;
  /** How many people want to be told of an answer to one of the questions. */
  readonly countWaiting: (guildId: string, questions: readonly string[]) => number;
  /** Keeps a question whose answer was marked wrong, or counts it once more. */
  readonly countWrong: (guildId: string, question: string, today: string) => void;
  /** Those whose answers were marked wrong most first; `lastAsked` is the day of the last mark. */
  readonly wrongAnswers: (guildId: string, limit: number) => Gap[];
  /** Those asked most first. */
  readonly gaps: (guildId: string, limit: number) => Gap[];
}

/** Questions kept of one server: those asked once and longest ago go first. */
export const MAX_GAPS = 500;

/** Tables of questions. */
type Table = 'gap' | 'wrong_answer';

export function gapState({ all, run, inTransaction, flush }: Sql): GapState {
  const keep = (table: Table, guildId: string, question: string, today: string): void => {
    const text = withoutPeople(question);
    const form = formOf(text);
    if (form === '') return;
    inTransaction(() => {
      run(
        `INSERT INTO ${table} VALUES (?, ?, ?, 1, ?)
         ON CONFLICT DO UPDATE SET count = count + 1, last_asked = excluded.last_asked`,
        guildId,
        form,
        text,
        today,
      );
      run(
        `DELETE FROM ${table} WHERE guild = ? AND form IN (SELECT form FROM ${table} WHERE guild = ? AND form <> ?
           ORDER BY count DESC, last_asked DESC LIMIT -1 OFFSET ?)`,
        guildId,
        guildId,
        form,
        MAX_GAPS - 1,
      );
      run(FORGET_WAITING, guildId);
    });
  };
  const mostAsked = (table: Table, guildId: string, limit: number): Gap[] =>
    all<{ question: string; count: number; last_asked: string }>(
      `SELECT question, count, last_asked FROM ${table} WHERE guild = ? ORDER BY count DESC, last_asked DESC LIMIT ?`,
      guildId,
      limit,
    ).map(({ question, count, last_asked }) => ({ question, count, lastAsked: last_asked }));
  return {
    countGap: (guildId, question, today) => keep('gap', guildId, question, today),
    discountGap: (guildId, question) => {
      const form = formOf(withoutPeople(question));
      inTransaction(() => {
        run('UPDATE gap SET count = count - 1 WHERE guild = ? AND form = ?', guildId, form);
        run('DELETE FROM gap WHERE guild = ? AND form = ? AND count < 1', guildId, form);
        run(FORGET_WAITING, guildId);
      });
      flush();
    },
    toggleWaiting: (guildId, question, personId) => {
      const key = [guildId, formOf(withoutPeople(question)), personId];
      const isWaiting =
        all('SELECT 1 FROM waiting_person WHERE guild = ? AND form = ? AND person = ?', ...key).length > 0;
      inTransaction(() => {
        if (isWaiting) run('DELETE FROM waiting_person WHERE guild = ? AND form = ? AND person = ?', ...key);
        else run('INSERT INTO waiting_person VALUES (?, ?, ?)', ...key);
        run(FORGET_WAITING, guildId);
      });
      if (isWaiting) flush();
      return (
        all('SELECT 1 FROM waiting_person WHERE guild = ? AND form = ? AND person = ?', ...key).length > 0
      );
    },
    isGap: (guildId, question) =>
      all('SELECT 1 FROM gap WHERE guild = ? AND form = ?', guildId, formOf(withoutPeople(question))).length >
      0,
    closeGaps: (guildId, questions) => {
      const forms = [...new Set(questions.map((question) => formOf(withoutPeople(question))))];
      const people = new Set<string>();
      inTransaction(() => {
        for (const form of forms) {
          const waiting = 'SELECT person FROM waiting_person WHERE guild = ? AND form = ?';
          for (const { person } of all<{ person: string }>(waiting, guildId, form)) people.add(person);
          run('DELETE FROM gap WHERE guild = ? AND form = ?', guildId, form);
        }
        run(FORGET_WAITING, guildId);
      });
      flush();
      return [...people];
    },
    gaps: (guildId, limit) => mostAsked('gap', guildId, limit),
    countWaiting: (guildId, questions) => {
      const forms = new Set(questions.map((question) => formOf(withoutPeople(question))));
      const waiting = 'SELECT DISTINCT person FROM waiting_person WHERE guild = ? AND form = ?';
      const people = [...forms].flatMap((form) => all<{ person: string }>(waiting, guildId, form));
      return new Set(people.map(({ person }) => person)).size;
    },
    countWrong: (guildId, question, today) => keep('wrong_answer', guildId, question, today),
    wrongAnswers: (guildId, limit) => mostAsked('wrong_answer', guildId, limit),
  };
}

/** Nobody waits for the answer to a question that is not kept. */
const FORGET_WAITING = `DELETE FROM waiting_person AS one WHERE guild = ?
  AND NOT EXISTS (SELECT 1 FROM gap WHERE gap.guild = one.guild AND gap.form = one.form)`;

/** Discord's marks for people, roles and channels hold their ids. */
const withoutPeople = (question: string): string =>
  question
    .replace(/<[@#][!&]?\d+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What is the same to a reader counts as one question. */
const formOf = (question: string): string => normalize(question).replace(/[\p{P}\p{S}\s]+/gu, '');
