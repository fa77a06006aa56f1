/** In which channels of a server what is done. */
import { type Sql, statement } from './database/sql.ts';

export interface ChannelState {
  /** Channels in which mentions are answered; empty for all. */
  readonly allowedChannels: (guildId: string) => Promise<string[]>;
  readonly allowChannels: (guildId: string, channelIds: readonly string[]) => Promise<void>;
  /** Channels and forums in which new posts are answered without a mention. */
  readonly listeningChannels: (guildId: string) => Promise<string[]>;
  readonly listenTo: (guildId: string, channelIds: readonly string[]) => Promise<void>;
  /** Folders and sources that a channel is limited to; empty for all. */
  readonly partsOfChannel: (guildId: string, channelId: string) => Promise<string[]>;
  readonly limitChannel: (guildId: string, channelId: string, parts: readonly string[]) => Promise<void>;
  /** Channels that are limited. */
  readonly limitedChannels: (guildId: string) => Promise<string[]>;
}

export function channelState({ all, together }: Sql): ChannelState {
  const channelsIn = async (table: 'allowed_channel' | 'listening_channel', guildId: string) => {
    const rows = await all<{ channel: string }>(`SELECT channel FROM ${table} WHERE guild = ?`, guildId);
    return rows.map(({ channel }) => channel);
  };
  const keepChannels = async (
    table: 'allowed_channel' | 'listening_channel',
    guildId: string,
    channelIds: readonly string[],
  ): Promise<void> => {
    await together(
      statement(`DELETE FROM ${table} WHERE guild = ?`, guildId),
      ...[...new Set(channelIds)].map((id) => statement(`INSERT INTO ${table} VALUES (?, ?)`, guildId, id)),
    );
  };
  return {
    allowedChannels: (guildId) => channelsIn('allowed_channel', guildId),
    allowChannels: (guildId, channelIds) => keepChannels('allowed_channel', guildId, channelIds),
    listeningChannels: (guildId) => channelsIn('listening_channel', guildId),
    listenTo: (guildId, channelIds) => keepChannels('listening_channel', guildId, channelIds),
    partsOfChannel: async (guildId, channelId) => {
      const sql = 'SELECT part FROM channel_part WHERE guild = ? AND channel = ? ORDER BY part';
      return (await all<{ part: string }>(sql, guildId, channelId)).map(({ part }) => part);
    },
    limitChannel: async (guildId, channelId, parts) => {
      await together(
        statement('DELETE FROM channel_part WHERE guild = ? AND channel = ?', guildId, channelId),
        ...[...new Set(parts)].map((part) =>
          statement('INSERT INTO channel_part VALUES (?, ?, ?)', guildId, channelId, part),
        ),
      );
    },
    limitedChannels: async (guildId) => {
      const sql = 'SELECT DISTINCT channel FROM channel_part WHERE guild = ?';
      return (await all<{ channel: string }>(sql, guildId)).map(({ channel }) => channel);
    },
  };
}
