/** How often something happened in a server. */
import type { Sql } from './sql.ts';

export type Verdict = 'helpful' | 'unhelpful';

/** What is counted of a server each day. */
export const DAILY = ['answered', 'unanswered', 'helpful', 'unhelpful', 'written'] as const;
type Daily = (typeof DAILY)[number];
export type DailyCount = Readonly<Record<Daily, number>>;

export interface CountState {
  /** Counts a verdict, in all and on this day. */
  readonly countFeedback: (guildId: string, verdict: Verdict, today?: string) => void;
  readonly feedback: (guildId: string) => Readonly<Record<Verdict, number>>;
  /** Counts one more of a kind on a day, `YYYY-MM-DD`. */
  readonly countDaily: (guildId: string, what: Daily, today: string) => void;
  readonly countsSince: (guildId: string, day: string) => DailyCount;
  /** Days on which something was counted, from `day` on, in their order. */
  readonly countsByDay: (guildId: string, day: string) => (DailyCount & { readonly day: string })[];
  /** Deletes counts of days before this one. */
  readonly forgetCounts: (before: string) => void;
}

export function countState({ all, run, inTransaction }: Sql): CountState {
  const countDaily: CountState['countDaily'] = (guildId, what, today) =>
    run(
      'INSERT INTO daily_count VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1',
      guildId,
      today,
      what,
    );
  return {
    countFeedback: (guildId, verdict, today = new Date().toISOString().slice(0, 10)) =>
      inTransaction(() => {
        run(
          'INSERT INTO feedback VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1',
          guildId,
          verdict,
        );
        countDaily(guildId, verdict, today);
      }),
    feedback: (guildId) => {
      const rows = all<{ verdict: Verdict; count: number }>(
        'SELECT verdict, count FROM feedback WHERE guild = ?',
        guildId,
      );
      const counts = new Map(rows.map(({ verdict, count }) => [verdict, count]));
      return { helpful: counts.get('helpful') ?? 0, unhelpful: counts.get('unhelpful') ?? 0 };
    },
    countDaily,
    countsSince: (guildId, day) => {
      const rows = all<{ what: Daily; count: number }>(
        'SELECT what, SUM(count) AS count FROM daily_count WHERE guild = ? AND day >= ? GROUP BY what',
        guildId,
        day,
      );
      return asCounts(rows);
    },
    countsByDay: (guildId, from) => {
      const rows = all<{ day: string; what: Daily; count: number }>(
        'SELECT day, what, count FROM daily_count WHERE guild = ? AND day >= ? ORDER BY day',
        guildId,
        from,
      );
      return [...new Set(rows.map(({ day }) => day))].map((day) => ({
        day,
        ...asCounts(rows.filter((row) => row.day === day)),
      }));
    },
    forgetCounts: (before) => run('DELETE FROM daily_count WHERE day < ?', before),
  };
}

function asCounts(rows: readonly { readonly what: Daily; readonly count: number }[]): DailyCount {
  const counts = new Map(rows.map(({ what, count }) => [what, count]));
  return Object.fromEntries(DAILY.map((what) => [what, counts.get(what) ?? 0])) as DailyCount;
}
