/** What is done once although several processes could do it: work under way, what was done, and offices that one holds. */
import { createHash } from 'node:crypto';
import { type Sql, statement } from './database/sql.ts';

/** Where a piece of work is, as the process that asks sees it. */
export type Claimed = 'ours' | 'of another' | 'done';

interface WorkState {
  /** Takes a piece of work for some milliseconds, unless another holds it or it is done; `place` helps to find it again. */
  readonly claim: (what: string, holder: string, ms: number, place: string) => Promise<Claimed>;
  readonly finish: (what: string) => Promise<void>;
  /** Gives up a piece of work that is not done: whoever wants it may take it. */
  readonly release: (what: string) => Promise<void>;
  /** Prolongs all that a process holds; for as long as it calls this nobody else takes it. */
  readonly renewClaims: (holder: string, ms: number) => Promise<void>;
  /** Work whose process has not renewed it, with a place, newer than so many milliseconds. */
  readonly abandoned: (newerThanMs: number) => Promise<{ readonly what: string; readonly place: string }[]>;
  /** True for whoever asks first; kept for a day, as a hash. */
  readonly isFirst: (what: string) => Promise<boolean>;
  readonly forgetClaims: () => Promise<void>;
}

interface OfficeState {
  /**
   * Takes or keeps an office that one process holds at a time. Its number, which is higher with each new holder, or null
   * where another has it.
   */
  readonly takeOffice: (name: string, holder: string, ms: number) => Promise<number | null>;
  readonly leaveOffice: (name: string, holder: string) => Promise<void>;
}

interface WishState {
  /** Asks whoever holds the office for something; the number of the wish. */
  readonly wish: (what: string) => Promise<number>;
  /** What became of a wish: '' where it was granted, a reason where not; null while it is open. */
  readonly outcomeOf: (id: number) => Promise<string | null>;
  readonly openWishes: (what: string) => Promise<number[]>;
  readonly settle: (ids: readonly number[], outcome: string) => Promise<void>;
}

export interface ClaimState extends WorkState, OfficeState, WishState {}

/** Milliseconds since 1970 by the clock of the database, which is one for all processes. */
export const NOW = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";

const DAY_MS = 86_400_000;

export const claimState = (sql: Sql): ClaimState => ({
  ...workState(sql),
  ...officeState(sql),
  ...wishState(sql),
});

function workState({ all, run, together }: Sql): WorkState {
  return {
    claim: async (what, holder, ms, place) => {
      const [, [found] = []] = await together(
        statement(
          `INSERT INTO claim VALUES (?, ?, ?, ${NOW} + ?, 0) ON CONFLICT DO UPDATE SET holder = excluded.holder,
             until = excluded.until WHERE claim.done = 0 AND claim.until < ${NOW}`,
          ...[what, holder, place, ms],
        ),
        statement('SELECT holder, done FROM claim WHERE what = ?', what),
      );
      if (found?.done === 1) return 'done';
      return found?.holder === holder ? 'ours' : 'of another';
    },
    finish: async (what) => {
      await run(`UPDATE claim SET done = 1, place = '', until = ${NOW} + ${DAY_MS} WHERE what = ?`, what);
    },
    release: async (what) => {
      await run(`UPDATE claim SET until = ${NOW} - 1 WHERE what = ? AND done = 0`, what);
    },
    renewClaims: async (holder, ms) => {
      await together(
        statement(`UPDATE claim SET until = ${NOW} + ? WHERE holder = ? AND done = 0`, ms, holder),
        statement(`UPDATE turn SET until = ${NOW} + ? WHERE holder = ? AND stage < 2`, ms, holder),
      );
    },
    abandoned: (newerThanMs) =>
      all(
        `SELECT what, place FROM claim WHERE done = 0 AND place <> '' AND until < ${NOW} AND until > ${NOW} - ?`,
        newerThanMs,
      ),
    isFirst: async (what) => {
      const sql = `INSERT INTO claim VALUES (?, '', '', ${NOW} + ${DAY_MS}, 1) ON CONFLICT DO NOTHING`;
      return (await run(sql, hashOf(what))) > 0;
    },
    forgetClaims: async () => {
      await together(
        statement(`DELETE FROM claim WHERE until < ${NOW} - (1 - done) * ${DAY_MS}`),
        statement(`DELETE FROM wish WHERE asked < ${NOW} - ${DAY_MS}`),
        statement(`DELETE FROM turn WHERE until < ${NOW}`),
      );
    },
  };
}

function officeState({ run, together }: Sql): OfficeState {
  return {
    takeOffice: async (name, holder, ms) => {
      const [, [found] = []] = await together(
        statement(
          `INSERT INTO office VALUES (?, ?, 1, ${NOW} + ?) ON CONFLICT DO UPDATE SET
             number = number + (holder <> excluded.holder), holder = excluded.holder, until = excluded.until
             WHERE office.holder = excluded.holder OR office.until < ${NOW}`,
          ...[name, holder, ms],
        ),
        statement('SELECT holder, number FROM office WHERE name = ?', name),
      );
      return found?.holder === holder ? found.number : null;
    },
    leaveOffice: async (name, holder) => {
      await run('UPDATE office SET until = 0 WHERE name = ? AND holder = ?', name, holder);
    },
  };
}

function wishState({ all, together }: Sql): WishState {
  return {
    wish: async (what) => {
      const [, [made]] = (await together(
        statement(`INSERT INTO wish (what, asked) VALUES (?, ${NOW})`, what),
        statement('SELECT max(id) AS id FROM wish WHERE what = ?', what),
      )) as [unknown, [{ id: number }]];
      return made.id;
    },
    outcomeOf: async (id) =>
      (await all<{ outcome: string | null }>('SELECT outcome FROM wish WHERE id = ?', id))[0]?.outcome ??
      null,
    openWishes: async (what) => {
      const sql = 'SELECT id FROM wish WHERE what = ? AND outcome IS NULL';
      return (await all<{ id: number }>(sql, what)).map(({ id }) => id);
    },
    settle: async (ids, outcome) => {
      await together(...ids.map((id) => statement('UPDATE wish SET outcome = ? WHERE id = ?', outcome, id)));
    },
  };
}

/** Of ids of people nothing is kept but this. */
export const hashOf = (what: string): string => createHash('sha256').update(what).digest('hex').slice(0, 32);
