import type { Channel, Guild, User } from './nouns.ts';
import { nextSnowflake, timestampNow } from './snowflakes.ts';
import type { World } from './world.ts';

const CHANNEL = { text: 0, direct: 1, publicThread: 11, forum: 15 } as const;

export function addChannel(
  world: World,
  guild: Guild,
  name: string,
  kind: 'text' | 'forum' = 'text',
): Channel {
  const channel: Channel = {
    id: nextSnowflake(),
    guild_id: guild.id,
    type: CHANNEL[kind],
    ...(kind === 'forum' && FORUM),
    name,
    position: 0,
    permission_overwrites: [],
    nsfw: false,
    parent_id: null,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
  };
  guild.channels.push(channel);
  world.channels.set(channel.id, channel);
  return channel;
}

const FORUM = {
  available_tags: [],
  default_reaction_emoji: null,
  default_sort_order: null,
  default_forum_layout: 0,
};

/** A public thread below a channel of a guild. */
export function addThread(world: World, guild: Guild, parent: Channel, name: string): Channel {
  const thread: Channel = {
    id: nextSnowflake(),
    guild_id: guild.id,
    type: CHANNEL.publicThread,
    name,
    parent_id: parent.id,
    owner_id: world.person.id,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    rate_limit_per_user: 0,
    total_message_sent: 0,
    flags: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: timestampNow(),
      locked: false,
    },
  };
  guild.threads.push(thread);
  world.channels.set(thread.id, thread);
  return thread;
}

/** The channel of a person and the bot; there is one at most. */
export function directChannel(world: World, person: User): Channel {
  for (const channel of world.channels.values()) {
    if (isDirect(channel) && channel.recipients?.[0]?.id === person.id) return channel;
  }
  const channel: Channel = {
    id: nextSnowflake(),
    type: CHANNEL.direct,
    last_message_id: null,
    flags: 0,
    recipients: [person],
  };
  world.channels.set(channel.id, channel);
  return channel;
}

export function isDirect(channel: Channel): boolean {
  return channel.type === CHANNEL.direct;
}
