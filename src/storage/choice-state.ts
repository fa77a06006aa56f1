/** What those who manage a server have chosen beside its channels. */
import { type ServerSettings, type Setting, settingsFrom } from './server-settings.ts';
import type { Sql } from './sql.ts';

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
  readonly settings: (guildId: string) => ServerSettings;
  readonly choose: (guildId: string, name: Setting, way: string) => void;
  /** Tag that a forum marks its solved posts with; null for none. */
  readonly solvedTag: (guildId: string, forumId: string) => string | null;
  readonly chooseSolvedTag: (guildId: string, forumId: string, tagId: string | null) => void;
  /** Role that takes over where an answer is not enough, and whether it is pinged; null for none. */
  readonly helpers: (guildId: string) => HelperRole | null;
  readonly chooseHelpers: (guildId: string, helpers: HelperRole | null) => void;
  /** Where the weekly digest goes; null for nowhere. */
  readonly digestChannel: (guildId: string) => string | null;
  readonly sendDigestTo: (guildId: string, channelId: string | null, today: string) => void;
  readonly digests: () => Digest[];
  readonly noteDigest: (guildId: string, day: string) => void;
}

export function choiceState({ all, run, inTransaction }: Sql): ChoiceState {
  return {
    settings: (guildId) => settingsFrom(all('SELECT name, way FROM setting WHERE guild = ?', guildId)),
    choose: (guildId, name, way) =>
      run(
        'INSERT INTO setting VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET way = excluded.way',
        guildId,
        name,
        way,
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
  };
}
