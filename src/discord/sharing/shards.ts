/** Which servers are those of this process. */
import { type Client, ShardClientUtil } from 'discord.js';

/** A part of the shards that a bot has. */
export interface Shards {
  readonly ids: readonly number[];
  readonly count: number;
}

/** Whether this process hears of a server; of direct messages, which are of none, the first shard does. */
export function isOurs({ options: { shards, shardCount } }: Client, guildId: string | null): boolean {
  if (!Array.isArray(shards) || shardCount === undefined) return true;
  return shards.includes(guildId === null ? 0 : ShardClientUtil.shardIdForGuildId(guildId, shardCount));
}
