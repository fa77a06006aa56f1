/** Forums as Discord tells of them. */
import { type Client, ForumChannel } from 'discord.js';
import type { Forum } from '../panels/solving.ts';

/** A forum that the bot knows; null for another channel. */
export function forumOf({ channels }: Client, id: string): Forum | null {
  const channel = channels.cache.get(id);
  return channel instanceof ForumChannel ? { id, tags: channel.availableTags } : null;
}
