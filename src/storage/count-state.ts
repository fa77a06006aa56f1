/** How often something happened in a server. */
import { type Sql, statement } from './database/sql.ts';

export type Verdict = 'helpful' | 'unhelpful';

/** What is counted of a server each day. */
export const DAILY = ['answered', 'unanswered', 'helpful', 'unhelpful', 'written'] as const;
type Daily = (typeof DAILY)[number];
export type DailyCount = Readonly<Record<Daily, number>>;

export interface CountState {
  /** Counts a verdict, in all and on this day. */
  readonly countFeedback: (guildId: string, verdict: Verdict, today?: string) => Promise<void>;
  readonly feedback: (guildId: string) => Promise<Readonly<Record<Verdict, number>>>;
  /** Counts one more of each kind on a day, `YYYY-MM-DD`. */
  readonly countDaily: (guildId: string, what: readonly Daily[], today: string) => Promise<void>;
  readonly countsSince: (guildId: string, day: string) => Promise<DailyCount>;
  /** Days on which something was counted, from `day` on, in their order. */
  readonly countsByDay: (guildId: string, day: string) => Promise<(DailyCount & { readonly day: string })[]>;
  /** Deletes counts of days before this one. */
  readonly forgetCounts: (before: string) => Promise<void>;
}

export function countState({ all, run, together }: Sql): CountState {
  const counting = (guildId: string, what: Daily, today: string) =>
    statement(
      'INSERT INTO daily_count VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1',
      ...[guildId, today, what],
    );
  return {
    countFeedback: async (guildId, verdict, today = new Date().toISOString().slice(0, 10)) => {
      const sql = 'INSERT INTO feedback VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1';
      await together(statement(sql, guildId, verdict), counting(guildId, verdict, today));
    },
    feedback: async (guildId) => {
      const sql = 'SELECT verdict, count FROM feedback WHERE guild = ?';
      const rows = await all<{ verdict: Verdict; count: number }>(sql, guildId);
      const counts = new Map(rows.map(({ verdict, count }) => [verdict, count]));
      return { helpful: counts.get('helpful') ?? 0, unhelpful: counts.get('unhelpful') ?? 0 };
    },
    countDaily: async (guildId, what, today) => {
      await together(...what.map((one) => counting(guildId, one, today)));
    },
    countsSince: async (guildId, day) => {
      const sql =
        'SELECT what, SUM(count) AS count FROM daily_count WHERE guild = ? AND day >= ? GROUP BY what';
      return asCounts(await all<{ what: Daily; count: number }>(sql, guildId, day));
    },
    countsByDay: async (guildId, from) => {
      const sql = 'SELECT day, what, count FROM daily_count WHERE guild = ? AND day >= ? ORDER BY day';
      const rows = await all<{ day: string; what: Daily; count: number }>(sql, guildId, from);
      return [...new Set(rows.map(({ day }) => day))].map((day) => ({
        day,
        ...asCounts(rows.filter((row) => row.day === day)),
      }));
    },
    forgetCounts: async (before) => {
      await run('DELETE FROM daily_count WHERE day < ?', before);
    },
  };
}

function asCounts(rows: readonly { readonly what: Daily; readonly count: number }[]): DailyCount {
  const counts = new Map(rows.map(({ what, count }) => [what, count]));
  return Object.fromEntries(DAILY.map((what) => [what, counts.get(what) ?? 0])) as DailyCount;
}
