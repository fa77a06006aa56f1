/** Questions of a server that were not answered; not who asked them. */
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
  /** Those asked most first. */
  readonly gaps: (guildId: string, limit: number) => Gap[];
}

/** Questions kept of one server: those asked once and longest ago go first. */
export const MAX_GAPS = 500;

export function gapState({ all, run, inTransaction, flush }: Sql): GapState {
  return {
    countGap: (guildId, question, today) => {
      const text = withoutPeople(question);
      const form = formOf(text);
      if (form === '') return;
      inTransaction(() => {
        run(
          `INSERT INTO gap VALUES (?, ?, ?, 1, ?)
           ON CONFLICT DO UPDATE SET count = count + 1, last_asked = excluded.last_asked`,
          guildId,
          form,
          text,
          today,
        );
        run(
          `DELETE FROM gap WHERE guild = ? AND form IN (SELECT form FROM gap WHERE guild = ? AND form <> ?
             ORDER BY count DESC, last_asked DESC LIMIT -1 OFFSET ?)`,
          guildId,
          guildId,
          form,
          MAX_GAPS - 1,
        );
      });
    },
    discountGap: (guildId, question) => {
      const form = formOf(withoutPeople(question));
      inTransaction(() => {
        run('UPDATE gap SET count = count - 1 WHERE guild = ? AND form = ?', guildId, form);
        run('DELETE FROM gap WHERE guild = ? AND form = ? AND count < 1', guildId, form);
      });
      flush();
    },
    gaps: (guildId, limit) =>
      all<{ question: string; count: number; last_asked: string }>(
        'SELECT question, count, last_asked FROM gap WHERE guild = ? ORDER BY count DESC, last_asked DESC LIMIT ?',
        guildId,
        limit,
      ).map(({ question, count, last_asked }) => ({ question, count, lastAsked: last_asked })),
  };
}

/** Discord's marks for people, roles and channels hold their ids. */
const withoutPeople = (question: string): string =>
  question
    .replace(/<[@#][!&]?\d+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What is the same to a reader counts as one question. */
const formOf = (question: string): string => normalize(question).replace(/[\p{P}\p{S}\s]+/gu, '');
