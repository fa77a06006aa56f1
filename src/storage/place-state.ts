/** All that was chosen of one place where questions are asked, in one look. */

import { type Sql, statement } from './database/sql.ts';
import { type ServerSettings, settingsFrom } from './server-settings.ts';

export interface PlaceRules {
  readonly settings: ServerSettings;
  /** Channels of the server in which questions are answered; empty for all. */
  readonly allowed: readonly string[];
  /** Channels and forums of the server in which new posts are answered without a mention. */
  readonly listening: readonly string[];
  /** Folders and sources that the channel is limited to; empty for all. */
  readonly parts: readonly string[];
}

export interface PlaceState {
  readonly rulesOf: (guildId: string, channelId: string) => Promise<PlaceRules>;
}

/** What holds where nobody has chosen anything. */
export const UNSET: PlaceRules = { settings: settingsFrom([]), allowed: [], listening: [], parts: [] };

export const placeState = ({ together }: Sql): PlaceState => ({
  rulesOf: async (guildId, channelId) => {
    const [settings = [], allowed = [], listening = [], parts = []] = await together(
      statement('SELECT name, way FROM setting WHERE guild = ?', guildId),
      statement('SELECT channel AS name FROM allowed_channel WHERE guild = ?', guildId),
      statement('SELECT channel AS name FROM listening_channel WHERE guild = ?', guildId),
      statement(
        'SELECT part AS name FROM channel_part WHERE guild = ? AND channel = ? ORDER BY part',
        ...[guildId, channelId],
      ),
    );
    const [allowedNames = [], listeningNames = [], partNames = []] = [allowed, listening, parts].map((rows) =>
      rows.map(({ name }: { name: string }) => name),
    );
    return {
      settings: settingsFrom(settings),
      allowed: allowedNames,
      listening: listeningNames,
      parts: partNames,
    };
  },
});
