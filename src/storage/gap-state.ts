/** Questions of a server that were not answered; not who asked them, but for those who want to be told of an answer. */
import { normalize } from '../text/normalize.ts';
import { type Rows, type Sql, statement } from './database/sql.ts';

/** A question that the articles did not answer. */
export interface Gap {
  /** As it was asked first. */
  readonly question: string;
  readonly count: number;
  /** Day it was asked last, `YYYY-MM-DD`. */
  readonly lastAsked: string;
}

interface QuestionState {
  /** Keeps a question, or counts it once more. */
  readonly countGap: (guildId: string, question: string, today: string) => Promise<void>;
  /** Takes one asking of a question back, and the question with the last. */
  readonly discountGap: (guildId: string, question: string) => Promise<void>;
  readonly isGap: (guildId: string, question: string) => Promise<boolean>;
  /** Those asked most first. */
  readonly gaps: (guildId: string, limit: number) => Promise<Gap[]>;
  /** Keeps a question whose answer was marked wrong, or counts it once more. */
  readonly countWrong: (guildId: string, question: string, today: string) => Promise<void>;
  /** Those whose answers were marked wrong most first; `lastAsked` is the day of the last mark. */
  readonly wrongAnswers: (guildId: string, limit: number) => Promise<Gap[]>;
}

interface WaitingState {
  /** Has somebody told when a question that is kept has an answer, or takes that back; whether they are told now. */
  readonly toggleWaiting: (guildId: string, question: string, personId: string) => Promise<boolean>;
  /** How many people want to be told of an answer to one of the questions. */
  readonly countWaiting: (guildId: string, questions: readonly string[]) => Promise<number>;
  /** The questions have an answer: they are forgotten, and so is who waits for it, who is returned. */
  readonly closeGaps: (guildId: string, questions: readonly string[]) => Promise<string[]>;
}

export interface GapState extends QuestionState, WaitingState {}

/** Questions kept of one server: those asked once and longest ago go first. */
export const MAX_GAPS = 500;

/** Tables of questions. */
type Table = 'gap' | 'wrong_answer';

export const gapState = (sql: Sql): GapState => ({ ...questionState(sql), ...waitingState(sql) });

function questionState(sql: Sql): QuestionState {
  const { all, together, flush } = sql;
  return {
    countGap: (guildId, question, today) => keep(sql, 'gap', guildId, question, today),
    discountGap: async (guildId, question) => {
      const form = formOf(question);
      await together(
        statement('UPDATE gap SET count = count - 1 WHERE guild = ? AND form = ?', guildId, form),
        statement('DELETE FROM gap WHERE guild = ? AND form = ? AND count < 1', guildId, form),
        statement(FORGET_WAITING, guildId),
      );
      await flush();
    },
    isGap: async (guildId, question) => {
      const kept = 'SELECT 1 FROM gap WHERE guild = ? AND form = ?';
      return (await all(kept, guildId, formOf(question))).length > 0;
    },
    gaps: (guildId, limit) => mostAsked(sql, 'gap', guildId, limit),
    countWrong: (guildId, question, today) => keep(sql, 'wrong_answer', guildId, question, today),
    wrongAnswers: (guildId, limit) => mostAsked(sql, 'wrong_answer', guildId, limit),
  };
}

async function keep(
  { together }: Sql,
  table: Table,
  guildId: string,
  question: string,
  today: string,
): Promise<void> {
  const form = formOf(question);
  if (form === '') return;
  await together(
    statement(
      `INSERT INTO ${table} VALUES (?, ?, ?, 1, ?)
       ON CONFLICT DO UPDATE SET count = count + 1, last_asked = excluded.last_asked`,
      ...[guildId, form, withoutPeople(question), today],
    ),
    statement(
      `DELETE FROM ${table} WHERE guild = ? AND form IN (SELECT form FROM ${table} WHERE guild = ? AND form <> ?
         ORDER BY count DESC, last_asked DESC LIMIT -1 OFFSET ?)`,
      ...[guildId, guildId, form, MAX_GAPS - 1],
    ),
    statement(FORGET_WAITING, guildId),
  );
}

async function mostAsked({ all }: Sql, table: Table, guildId: string, limit: number): Promise<Gap[]> {
  const rows = await all<{ question: string; count: number; last_asked: string }>(
    `SELECT question, count, last_asked FROM ${table} WHERE guild = ? ORDER BY count DESC, last_asked DESC LIMIT ?`,
    guildId,
    limit,
  );
  return rows.map(({ question, count, last_asked }) => ({ question, count, lastAsked: last_asked }));
}

function waitingState({ run, together, flush }: Sql): WaitingState {
  return {
    toggleWaiting: async (guildId, question, personId) => {
      const key = [guildId, formOf(question), personId];
      const waited = await run(
        'DELETE FROM waiting_person WHERE guild = ? AND form = ? AND person = ?',
        ...key,
      );
      if (waited > 0) {
        await flush();
        return false;
      }
      const kept = 'SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM gap WHERE guild = ?1 AND form = ?2)';
      return (await run(`INSERT INTO waiting_person ${kept} ON CONFLICT DO NOTHING`, ...key)) > 0;
    },
    countWaiting: async (guildId, questions) => {
      const forms = formsOf(questions);
      return peopleIn(await together(...forms.map((form) => peopleWaitingFor(guildId, form)))).length;
    },
    closeGaps: async (guildId, questions) => {
      const forms = formsOf(questions);
      const found = await together(
        ...forms.map((form) => peopleWaitingFor(guildId, form)),
        ...forms.map((form) => statement('DELETE FROM gap WHERE guild = ? AND form = ?', guildId, form)),
        statement(FORGET_WAITING, guildId),
      );
      await flush();
      return peopleIn(found);
    },
  };
}

const peopleWaitingFor = (guildId: string, form: string) =>
  statement('SELECT person FROM waiting_person WHERE guild = ? AND form = ?', guildId, form);

const peopleIn = (found: readonly Rows[]): string[] => [
  ...new Set(found.flat().map(({ person }: { person: string }) => person)),
];

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
const formOf = (question: string): string =>
  normalize(withoutPeople(question)).replace(/[\p{P}\p{S}\s]+/gu, '');

const formsOf = (questions: readonly string[]): string[] => [...new Set(questions.map(formOf))];
