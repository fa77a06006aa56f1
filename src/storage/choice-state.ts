/** What those who manage a server have chosen beside its channels. */

import { type Sql, statement } from './database/sql.ts';
import { type ServerSettings, type Setting, settingsFrom } from './server-settings.ts';

interface Digest {
  readonly guildId: string;
  readonly channelId: string;
  /** Day of the last one, or on which it was switched on, `YYYY-MM-DD`. */
  readonly lastDay: string;
}

export interface HelperRole {
  readonly role: string;
  readonly isPinged: boolean;
}

export interface ChoiceState {
  readonly settings: (guildId: string) => Promise<ServerSettings>;
  readonly choose: (guildId: string, name: Setting, way: string) => Promise<void>;
  /** Tag that a forum marks its solved posts with; null for none. */
  readonly solvedTag: (guildId: string, forumId: string) => Promise<string | null>;
  readonly chooseSolvedTag: (guildId: string, forumId: string, tagId: string | null) => Promise<void>;
  /** Role that takes over where an answer is not enough, and whether it is pinged; null for none. */
  readonly helpers: (guildId: string) => Promise<HelperRole | null>;
  readonly chooseHelpers: (guildId: string, helpers: HelperRole | null) => Promise<void>;
  /** Where the weekly digest goes; null for nowhere. */
  readonly digestChannel: (guildId: string) => Promise<string | null>;
  readonly sendDigestTo: (guildId: string, channelId: string | null, today: string) => Promise<void>;
  readonly digests: () => Promise<Digest[]>;
  readonly noteDigest: (guildId: string, day: string) => Promise<void>;
}

export function choiceState({ all, run, together }: Sql): ChoiceState {
  return {
    settings: async (guildId) =>
      settingsFrom(await all('SELECT name, way FROM setting WHERE guild = ?', guildId)),
    choose: async (guildId, name, way) => {
      const sql = 'INSERT INTO setting VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET way = excluded.way';
      await run(sql, guildId, name, way);
    },
    solvedTag: async (guildId, forumId) => {
      const sql = 'SELECT tag FROM solved_tag WHERE guild = ? AND forum = ?';
      return (await all<{ tag: string }>(sql, guildId, forumId))[0]?.tag ?? null;
    },
    chooseSolvedTag: async (guildId, forumId, tagId) => {
      await together(
        statement('DELETE FROM solved_tag WHERE guild = ? AND forum = ?', guildId, forumId),
        ...(tagId === null
          ? []
          : [statement('INSERT INTO solved_tag VALUES (?, ?, ?)', guildId, forumId, tagId)]),
      );
    },
    helpers: async (guildId) => {
      const sql = 'SELECT role, pings FROM helper_role WHERE guild = ?';
      const [found] = await all<{ role: string; pings: number }>(sql, guildId);
      return found === undefined ? null : { role: found.role, isPinged: found.pings === 1 };
    },
    chooseHelpers: async (guildId, helpers) => {
      const sql = 'INSERT INTO helper_role VALUES (?, ?, ?)';
      await together(
        statement('DELETE FROM helper_role WHERE guild = ?', guildId),
        ...(helpers === null ? [] : [statement(sql, guildId, helpers.role, helpers.isPinged ? 1 : 0)]),
      );
    },
    digestChannel: async (guildId) => {
      const sql = 'SELECT channel FROM digest WHERE guild = ?';
      return (await all<{ channel: string }>(sql, guildId))[0]?.channel ?? null;
    },
    sendDigestTo: async (guildId, channelId, today) => {
      await together(
        statement('DELETE FROM digest WHERE guild = ?', guildId),
        ...(channelId === null
          ? []
          : [statement('INSERT INTO digest VALUES (?, ?, ?)', guildId, channelId, today)]),
      );
    },
    digests: () => all('SELECT guild AS guildId, channel AS channelId, last_day AS lastDay FROM digest'),
    noteDigest: async (guildId, day) => {
      await run('UPDATE digest SET last_day = ? WHERE guild = ?', day, guildId);
    },
  };
}
