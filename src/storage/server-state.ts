/**
 * What the bot keeps of each server: what was chosen, counts, questions without an answer, changes of the articles. Of
 * people: who changed an article, and who wants to be told of an answer.
 */
import { existsSync } from 'node:fs';
import { type ArticleState, articleState } from './article-state.ts';
import { type ChannelState, channelState } from './channel-state.ts';
import { type ChoiceState, choiceState } from './choice-state.ts';
import { type ClaimState, claimState } from './claim-state.ts';
import { type CountState, countState } from './count-state.ts';
import { openDatabase, tryDatabase } from './database/file.ts';
import { openRemote, type StateServer, type TroubleLog, tryRemote } from './database/server.ts';
import { statement } from './database/sql.ts';
import { type GapState, gapState } from './gap-state.ts';
import { type PlaceState, placeState } from './place-state.ts';
import { type TurnState, turnState } from './turn-state.ts';

export interface ServerState
  extends ArticleState,
    ChannelState,
    ChoiceState,
    CountState,
    GapState,
    PlaceState,
    ClaimState,
    TurnState {
  /** Servers of which something is kept. */
  readonly guilds: () => Promise<string[]>;
  /** Notes that a server has removed the bot, unless that is noted already; `today` is `YYYY-MM-DD`. */
  readonly noteDeparture: (guildId: string, today: string) => Promise<void>;
  readonly noteReturn: (guildId: string) => Promise<void>;
  /** Deletes all that is kept of servers that removed the bot on this day, `YYYY-MM-DD`, or earlier. */
  readonly forgetDeparted: (day: string) => Promise<void>;
  /** Deletes all that is kept of a server. */
  readonly reset: (guildId: string) => Promise<void>;
  readonly close: () => Promise<void>;
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
  `CREATE TABLE claim (what TEXT NOT NULL PRIMARY KEY, holder TEXT NOT NULL, place TEXT NOT NULL, until INTEGER NOT NULL,
     done INTEGER NOT NULL);
   CREATE TABLE office (name TEXT NOT NULL PRIMARY KEY, holder TEXT NOT NULL, number INTEGER NOT NULL,
     until INTEGER NOT NULL);
   CREATE TABLE wish (id INTEGER PRIMARY KEY, what TEXT NOT NULL, asked INTEGER NOT NULL, outcome TEXT);
   CREATE TABLE turn (id TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, holder TEXT NOT NULL, stage INTEGER NOT NULL,
     until INTEGER NOT NULL);
   CREATE INDEX turn_of_person ON turn (person)`,
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

/** The path of a file, or a server that several processes share. */
export type StatePlace = string | StateServer;

/** Rejects where the state could not be kept there; changes nothing in it. */
export const tryServerState = (place: StatePlace): Promise<void> =>
  typeof place === 'string' ? tryDatabase(place, MIGRATIONS) : tryRemote(place, MIGRATIONS);

type Sources = Awaited<ReturnType<ServerState['allSources']>>;

/** Sources that were added from within Discord; none where there is no such file yet. Rejects where it cannot be used. */
export async function sourcesOfServers(place: StatePlace): Promise<Sources> {
  if (typeof place === 'string' && !existsSync(place)) return [];
  const state = await openServerState(place);
  try {
    return await state.allSources();
  } finally {
    await state.close();
  }
}

/** Opens the state. Rejects where it cannot be used; a server that does not answer is tried again, and its calls reject meanwhile. `deadlineMs` is the time of each. */
export async function openServerState(
  place: StatePlace,
  log: TroubleLog | null = null,
  deadlineMs?: number,
): Promise<ServerState> {
  const database =
    typeof place === 'string'
      ? await openDatabase(place, MIGRATIONS)
      : await openRemote(place, MIGRATIONS, log, deadlineMs);
  const { all, run, together, flush } = database;
  const reset = async (guildId: string): Promise<void> => {
    await together(
      ...[...KEPT, 'departure'].map((table) => statement(`DELETE FROM ${table} WHERE guild = ?`, guildId)),
    );
    await flush();
  };
  return {
    ...articleState(database),
    ...channelState(database),
    ...choiceState(database),
    ...countState(database),
    ...gapState(database),
    ...placeState(database),
    ...claimState(database),
    ...turnState(database),
    guilds: async () => {
      const sql = KEPT.map((table) => `SELECT guild FROM ${table} WHERE ${IS_SERVER}`).join(' UNION ');
      return (await all<{ guild: string }>(sql)).map(({ guild }) => guild);
    },
    noteDeparture: async (guildId, today) => {
      await run('INSERT INTO departure VALUES (?, ?) ON CONFLICT DO NOTHING', guildId, today);
    },
    noteReturn: async (guildId) => {
      await run('DELETE FROM departure WHERE guild = ?', guildId);
    },
    forgetDeparted: async (day) => {
      for (const { guild } of await all<{ guild: string }>('SELECT guild FROM departure WHERE day <= ?', day))
        await reset(guild);
    },
    reset,
    close: database.close,
  };
}
