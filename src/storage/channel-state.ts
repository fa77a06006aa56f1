/** In which channels of a server what is done. */
import type { Sql } from './sql.ts';

export interface ChannelState {
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
}

export function channelState({ all, run, inTransaction }: Sql): ChannelState {
  const channelsIn = (table: 'allowed_channel' | 'listening_channel', guildId: string): string[] =>
    all<{ channel: string }>(`SELECT channel FROM ${table} WHERE guild = ?`, guildId).map(
      ({ channel }) => channel,
    );
  const keepChannels = (
    table: 'allowed_channel' | 'listening_channel',
    guildId: string,
    channelIds: readonly string[],
  ): void =>
    inTransaction(() => {
      run(`DELETE FROM ${table} WHERE guild = ?`, guildId);
      for (const id of new Set(channelIds)) run(`INSERT INTO ${table} VALUES (?, ?)`, guildId, id);
    });
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
  };
}
