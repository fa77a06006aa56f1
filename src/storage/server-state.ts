/** What the bot keeps of each server: channels, counts of feedback, questions without an answer. Of people: nothing. */
import { normalize } from '../text/normalize.ts';
import { flush, openDatabase, tryDatabase } from './database.ts';
import { type ServerSettings, type Setting, settingsFrom } from './server-settings.ts';

export type Verdict = 'helpful' | 'unhelpful';

/** A question that the articles did not answer. */
export interface Gap {
  /** As it was asked first. */
  readonly question: string;
  readonly count: number;
  /** Day it was asked last, `YYYY-MM-DD`. */
  readonly lastAsked: string;
}

/** What is counted of a server each day. */
export const DAILY = ['answered', 'unanswered', 'helpful', 'unhelpful'] as const;
export type Daily = (typeof DAILY)[number];
export type DailyCount = Readonly<Record<Daily, number>>;

export interface Digest {
  readonly guildId: string;
  readonly channelId: string;
  /** Day of the last one, or on which it was switched on, `YYYY-MM-DD`. */
  readonly lastDay: string;
}

export interface HelperRole {
  readonly role: string;
  readonly isPinged: boolean;
}

export interface ServerState {
  /** Channels in which mentions are answered; empty for all. */
  readonly allowedChannels: (guildId: string) => string[];
  readonly allowChannels: (guildId: string, channelIds: readonly string[]) => void;
  /** Channels and forums in which new posts are answered without a mention. */
  readonly listeningChannels: (guildId: string) => string[];
  readonly listenTo: (guildId: string, channelIds: readonly string[]) => void;
  /** Folders and sources that a channel is limited to; empty for all. */
  readonly partsOfChannel: (guildId: string, channelId: string) => string[];
  readonly limitChannel: (guildId: string, channelId: string, parts: readonly string[]) => void;
  /** Channels that are limited. */
  readonly limitedChannels: (guildId: string) => string[];
  /** Tag that a forum marks its solved posts with; null for none. */
  readonly solvedTag: (guildId: string, forumId: string) => string | null;
  readonly chooseSolvedTag: (guildId: string, forumId: string, tagId: string | null) => void;
  /** Role that takes over where an answer is not enough, and whether it is pinged; null for none. */
  readonly helpers: (guildId: string) => HelperRole | null;
  readonly chooseHelpers: (guildId: string, helpers: HelperRole | null) => void;
  /** Counts one more of a kind on a day, `YYYY-MM-DD`. */
  readonly countDaily: (guildId: string, what: Daily, today: string) => void;
  readonly countsSince: (guildId: string, day: string) => DailyCount;
  /** Deletes counts of days before this one. */
  readonly forgetCounts: (before: string) => void;
  /** Where the weekly digest goes; null for nowhere. */
  readonly digestChannel: (guildId: string) => string | null;
  readonly sendDigestTo: (guildId: string, channelId: string | null, today: string) => void;
  readonly digests: () => Digest[];
  readonly noteDigest: (guildId: string, day: string) => void;
  readonly settings: (guildId: string) => ServerSettings;
  readonly choose: (guildId: string, name: Setting, way: string) => void;
  /** Counts a verdict, in all and on this day. */
  readonly countFeedback: (guildId: string, verdict: Verdict, today?: string) => void;
  readonly feedback: (guildId: string) => Readonly<Record<Verdict, number>>;
  /** Keeps a question, or counts it once more. */
  readonly countGap: (guildId: string, question: string, today: string) => void;
  /** Takes one asking of a question back, and the question with the last. */
  readonly discountGap: (guildId: string, question: string) => void;
  /** Those asked most first. */
  readonly gaps: (guildId: string, limit: number) => Gap[];
  /** Servers of which something is kept. */
  readonly guilds: () => string[];
  /** Notes that a server has removed the bot, unless that is noted already; `today` is `YYYY-MM-DD`. */
  readonly noteDeparture: (guildId: string, today: string) => void;
  readonly noteReturn: (guildId: string) => void;
  /** Deletes all that is kept of servers that removed the bot on this day, `YYYY-MM-DD`, or earlier. */
  readonly forgetDeparted: (day: string) => void;
  /** Deletes all that is kept of a server. */
  readonly reset: (guildId: string) => void;
  readonly close: () => void;
}

/** Questions kept of one server: those asked once and longest ago go first. */
export const MAX_GAPS = 500;

/** Only ever added to: a release reads the databases of all releases before it. */
const MIGRATIONS = [
  `CREATE TABLE allowed_channel (guild TEXT NOT NULL, channel TEXT NOT NULL, PRIMARY KEY (guild, channel));
   CREATE TABLE feedback (guild TEXT NOT NULL, verdict TEXT NOT NULL, count INTEGER NOT NULL,
     PRIMARY KEY (guild, verdict));
   CREATE TABLE gap (guild TEXT NOT NULL, form TEXT NOT NULL, question TEXT NOT NULL, count INTEGER NOT NULL,
     last_asked TEXT NOT NULL, PRIMARY KEY (guild, form))`,
  'CREATE TABLE departure (guild TEXT NOT NULL PRIMARY KEY, day TEXT NOT NULL)',
  `CREATE TABLE channel_part (guild TEXT NOT NULL, channel TEXT NOT NULL, part TEXT NOT NULL,
     PRIMARY KEY (guild, channel, part))`,
  'CREATE TABLE setting (guild TEXT NOT NULL, name TEXT NOT NULL, way TEXT NOT NULL, PRIMARY KEY (guild, name))',
  'CREATE TABLE listening_channel (guild TEXT NOT NULL, channel TEXT NOT NULL, PRIMARY KEY (guild, channel))',
  `CREATE TABLE solved_tag (guild TEXT NOT NULL, forum TEXT NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (guild, forum));
   CREATE TABLE helper_role (guild TEXT NOT NULL PRIMARY KEY, role TEXT NOT NULL, pings INTEGER NOT NULL)`,
  `CREATE TABLE daily_count (guild TEXT NOT NULL, day TEXT NOT NULL, what TEXT NOT NULL, count INTEGER NOT NULL,
     PRIMARY KEY (guild, day, what));
   CREATE TABLE digest (guild TEXT NOT NULL PRIMARY KEY, channel TEXT NOT NULL, last_day TEXT NOT NULL)`,
];

/** Tables of what is kept of servers. */
const KEPT = [
  'allowed_channel',
  'channel_part',
  'feedback',
  'gap',
  'helper_role',
  'listening_channel',
  'setting',
  'solved_tag',
  'daily_count',
  'digest',
] as const;
/** What is counted for direct messages stands under no id. */
const IS_SERVER = "guild GLOB '[0-9]*'";

/** Throws where the file could not be used to keep the state in; changes nothing in it. */
export const tryServerState = (path: string): void => tryDatabase(path, MIGRATIONS);

/** Opens the state kept in a file. Throws where it cannot be used. */
export function openServerState(path: string): ServerState {
  const database = openDatabase(path, MIGRATIONS);
  const all = <Row>(sql: string, ...values: unknown[]): Row[] =>
    database.prepare(sql).all(...values) as Row[];
  const run = (sql: string, ...values: unknown[]): void => {
    database.prepare(sql).run(...values);
  };
  const inTransaction = (work: () => void): void => database.transaction(work)();
  const countDaily: ServerState['countDaily'] = (guildId, what, today) =>
    run(
      'INSERT INTO daily_count VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1',
      guildId,
      today,
      what,
    );
  const channelsIn = (table: (typeof KEPT)[number], guildId: string): string[] =>
    all<{ channel: string }>(`SELECT channel FROM ${table} WHERE guild = ?`, guildId).map(
      ({ channel }) => channel,
    );
  const keepChannels = (table: (typeof KEPT)[number], guildId: string, channelIds: readonly string[]): void =>
    inTransaction(() => {
      run(`DELETE FROM ${table} WHERE guild = ?`, guildId);
      for (const id of new Set(channelIds)) run(`INSERT INTO ${table} VALUES (?, ?)`, guildId, id);
    });
  const reset = (guildId: string): void => {
    inTransaction(() => {
      for (const table of [...KEPT, 'departure']) run(`DELETE FROM ${table} WHERE guild = ?`, guildId);
    });
    flush(database);
  };
  return {
    allowedChannels: (guildId) => channelsIn('allowed_channel', guildId),
    allowChannels: (guildId, channelIds) => keepChannels('allowed_channel', guildId, channelIds),
    listeningChannels: (guildId) => channelsIn('listening_channel', guildId),
    listenTo: (guildId, channelIds) => keepChannels('listening_channel', guildId, channelIds),
    partsOfChannel: (guildId, channelId) =>
      all<{ part: string }>(
        'SELECT part FROM channel_part WHERE guild = ? AND channel = ? ORDER BY part',
        guildId,
        channelId,
      ).map(({ part }) => part),
    limitChannel: (guildId, channelId, parts) =>
      inTransaction(() => {
        run('DELETE FROM channel_part WHERE guild = ? AND channel = ?', guildId, channelId);
        for (const part of new Set(parts))
          run('INSERT INTO channel_part VALUES (?, ?, ?)', guildId, channelId, part);
      }),
    limitedChannels: (guildId) =>
      all<{ channel: string }>('SELECT DISTINCT channel FROM channel_part WHERE guild = ?', guildId).map(
        ({ channel }) => channel,
      ),
    solvedTag: (guildId, forumId) =>
      all<{ tag: string }>('SELECT tag FROM solved_tag WHERE guild = ? AND forum = ?', guildId, forumId)[0]
        ?.tag ?? null,
    chooseSolvedTag: (guildId, forumId, tagId) =>
      inTransaction(() => {
        run('DELETE FROM solved_tag WHERE guild = ? AND forum = ?', guildId, forumId);
        if (tagId !== null) run('INSERT INTO solved_tag VALUES (?, ?, ?)', guildId, forumId, tagId);
      }),
    helpers: (guildId) => {
      const [found] = all<{ role: string; pings: number }>(
        'SELECT role, pings FROM helper_role WHERE guild = ?',
        guildId,
      );
      return found === undefined ? null : { role: found.role, isPinged: found.pings === 1 };
    },
    chooseHelpers: (guildId, helpers) =>
      inTransaction(() => {
        run('DELETE FROM helper_role WHERE guild = ?', guildId);
        if (helpers !== null)
          run('INSERT INTO helper_role VALUES (?, ?, ?)', guildId, helpers.role, helpers.isPinged ? 1 : 0);
      }),
    countDaily,
    countsSince: (guildId, day) => {
      const rows = all<{ what: Daily; count: number }>(
        'SELECT what, SUM(count) AS count FROM daily_count WHERE guild = ? AND day >= ? GROUP BY what',
        guildId,
        day,
      );
      const counts = new Map(rows.map(({ what, count }) => [what, count]));
      return Object.fromEntries(DAILY.map((what) => [what, counts.get(what) ?? 0])) as DailyCount;
    },
    forgetCounts: (before) => run('DELETE FROM daily_count WHERE day < ?', before),
    digestChannel: (guildId) =>
      all<{ channel: string }>('SELECT channel FROM digest WHERE guild = ?', guildId)[0]?.channel ?? null,
    sendDigestTo: (guildId, channelId, today) =>
      inTransaction(() => {
        run('DELETE FROM digest WHERE guild = ?', guildId);
        if (channelId !== null) run('INSERT INTO digest VALUES (?, ?, ?)', guildId, channelId, today);
      }),
    digests: () =>
      all<Digest>('SELECT guild AS guildId, channel AS channelId, last_day AS lastDay FROM digest'),
    noteDigest: (guildId, day) => run('UPDATE digest SET last_day = ? WHERE guild = ?', day, guildId),
    settings: (guildId) => settingsFrom(all('SELECT name, way FROM setting WHERE guild = ?', guildId)),
    choose: (guildId, name, way) =>
      run(
        'INSERT INTO setting VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET way = excluded.way',
        guildId,
        name,
        way,
      ),
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
      flush(database);
    },
    gaps: (guildId, limit) =>
      all<{ question: string; count: number; last_asked: string }>(
        'SELECT question, count, last_asked FROM gap WHERE guild = ? ORDER BY count DESC, last_asked DESC LIMIT ?',
        guildId,
        limit,
      ).map(({ question, count, last_asked }) => ({ question, count, lastAsked: last_asked })),
    guilds: () =>
      all<{ guild: string }>(
        KEPT.map((table) => `SELECT guild FROM ${table} WHERE ${IS_SERVER}`).join(' UNION '),
      ).map(({ guild }) => guild),
    noteDeparture: (guildId, today) =>
      run('INSERT INTO departure VALUES (?, ?) ON CONFLICT DO NOTHING', guildId, today),
    noteReturn: (guildId) => run('DELETE FROM departure WHERE guild = ?', guildId),
    forgetDeparted: (day) => {
      for (const { guild } of all<{ guild: string }>('SELECT guild FROM departure WHERE day <= ?', day))
        reset(guild);
    },
    reset,
    close: () => {
      flush(database);
      database.close();
    },
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
