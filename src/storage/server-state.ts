/**
 * What the bot keeps of each server: what was chosen, counts, questions without an answer, changes of the articles. Of
 * people: who changed an article, and who wants to be told of an answer.
 */
import { existsSync } from 'node:fs';
import { type ArticleState, articleState } from './article-state.ts';
import { type ChannelState, channelState } from './channel-state.ts';
import { type ChoiceState, choiceState } from './choice-state.ts';
import { type CountState, countState } from './count-state.ts';
import { openDatabase, tryDatabase } from './database.ts';
import { type GapState, gapState } from './gap-state.ts';
import { sqlOf } from './sql.ts';

export interface ServerState extends ArticleState, ChannelState, ChoiceState, CountState, GapState {
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
  `CREATE TABLE article_change (id INTEGER PRIMARY KEY, guild TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL,
     what TEXT NOT NULL, name TEXT NOT NULL, files TEXT NOT NULL, copies TEXT NOT NULL, source TEXT);
   CREATE TABLE source (guild TEXT NOT NULL, address TEXT NOT NULL, PRIMARY KEY (guild, address));
   CREATE TABLE learned_channel (guild TEXT NOT NULL, channel TEXT NOT NULL, last_day TEXT NOT NULL,
     PRIMARY KEY (guild, channel));
   CREATE TABLE waiting_person (guild TEXT NOT NULL, form TEXT NOT NULL, person TEXT NOT NULL,
     PRIMARY KEY (guild, form, person))`,
  `CREATE TABLE wrong_answer (guild TEXT NOT NULL, form TEXT NOT NULL, question TEXT NOT NULL, count INTEGER NOT NULL,
     last_asked TEXT NOT NULL, PRIMARY KEY (guild, form))`,
];

/** Tables of what is kept of servers. */
const KEPT = [
  'article_change',
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
  'source',
  'learned_channel',
  'waiting_person',
  'wrong_answer',
] as const;
/** What is counted for direct messages stands under no id. */
const IS_SERVER = "guild GLOB '[0-9]*'";

/** Throws where the file could not be used to keep the state in; changes nothing in it. */
export const tryServerState = (path: string): void => tryDatabase(path, MIGRATIONS);

/** Sources that were added from within Discord; none where there is no such file yet. Throws where it cannot be used. */
export function sourcesOfServers(path: string): ReturnType<ServerState['allSources']> {
  if (!existsSync(path)) return [];
  const state = openServerState(path);
  try {
    return state.allSources();
  } finally {
    state.close();
  }
}

/** Opens the state kept in a file. Throws where it cannot be used. */
export function openServerState(path: string): ServerState {
  const database = openDatabase(path, MIGRATIONS);
  const sql = sqlOf(database);
  const { all, run, inTransaction, flush } = sql;
  const reset = (guildId: string): void => {
    inTransaction(() => {
      for (const table of [...KEPT, 'departure']) run(`DELETE FROM ${table} WHERE guild = ?`, guildId);
    });
    flush();
  };
  return {
    ...articleState(sql),
    ...channelState(sql),
    ...choiceState(sql),
    ...countState(sql),
    ...gapState(sql),
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
      flush();
      database.close();
    },
  };
}
