import { announceDeletion } from '../gateway/announce-message.ts';
import { INTENT } from '../gateway/protocol.ts';
import { dispatch } from '../gateway/send.ts';
import { objectOrEmpty } from '../json.ts';
import type { State } from '../state.ts';
import { addChannel, addThread, directChannel } from '../world/channels.ts';
import { addGuild, addMember } from '../world/guilds.ts';
import { historyOf } from '../world/messages.ts';
import type { Channel, Guild, Message, User } from '../world/nouns.ts';
import { nextSnowflake } from '../world/snowflakes.ts';
import { makeMember, makeUser } from '../world/users.ts';
import { say } from './say.ts';

/** Where people and the bot meet. */
export interface Places extends Guilds, Channels, Permissions, Messages {}

interface Guilds {
  readonly addPerson: (username: string) => User;
  readonly addGuild: (name: string) => Guild;
  /** Somebody removes the bot from a guild. */
  readonly removeBot: (guild: Guild) => void;
  /** A guild cannot be reached for a while. */
  readonly loseGuild: (guild: Guild) => void;
  /** The application belongs to a team: of its `members` some have `joined`; to the first person again without members. */
  readonly ownByTeam: (members: readonly User[], joined: readonly User[]) => void;
}

interface Channels {
  readonly addChannel: (name: string, guild?: Guild) => Channel;
  readonly addForum: (
    name: string,
    tags?: readonly { readonly id: string; readonly name: string }[],
  ) => Channel;
  /** Somebody opens a post in a forum; the answer is its first message. */
  readonly addPost: (title: string, text: string, forum: Channel, author?: User) => Message;
  readonly addThread: (name: string, parent?: Channel) => Channel;
  readonly closeThread: (thread: Channel, how: 'archived' | 'locked') => void;
  /** The direct messages of a person and the bot. */
  readonly directChannel: (person?: User) => Channel;
}

interface Permissions {
  /** Takes permissions in a channel and its threads from everybody, the bot with them. */
  readonly withhold: (channel: Channel, ...permissions: bigint[]) => void;
  /** Gives the bot permissions in a channel and its threads. */
  readonly grant: (channel: Channel, permission: bigint) => void;
  /** Keeps the bot out of a channel, with 50013 (permissions), 50001 (access) or 50007 (direct messages closed). */
  readonly forbid: (channel: Channel, code?: 50001 | 50007 | 50013) => void;
}

interface Messages {
  /** Somebody picks a file for an option of a command; the answer is the value of the option. */
  readonly attach: (name: string, content: string | Buffer) => string;
  /** Somebody deletes a message. */
  readonly deleteMessage: (message: Message) => void;
  /** Somebody reacts to a message. */
  readonly react: (message: Message, emoji: string, by?: User) => void;
  /** The messages that everybody sees in a channel, oldest first. */
  readonly messagesIn: (channel?: Channel) => Message[];
}

interface Home {
  readonly guild: Guild;
  readonly channel: Channel;
}

export const createPlaces = (state: State, home: Home): Places => ({
  ...createGuilds(state),
  ...createChannels(state, home),
  ...createPermissions(state),
  ...createMessages(state, home),
});

function createGuilds({ world, gateway }: State): Guilds {
  return {
    addPerson: (username) => {
      const person = makeUser(username);
      world.people.set(person.id, person);
      for (const guild of world.guilds.values()) addMember(guild, person);
      return person;
    },
    addGuild: (name) => {
      const guild = addGuild(world, name);
      dispatch(gateway, 'GUILD_CREATE', { intent: INTENT.guilds, guildId: guild.id }, () => guild);
      return guild;
    },
    removeBot: ({ id }) => {
      world.guilds.delete(id);
      dispatch(gateway, 'GUILD_DELETE', { intent: INTENT.guilds, guildId: id }, () => ({ id }));
    },
    loseGuild: ({ id }) =>
      dispatch(gateway, 'GUILD_DELETE', { intent: INTENT.guilds, guildId: id }, () => ({
        id,
        unavailable: true,
      })),
    ownByTeam: (members, joined) => {
      const team = members.map((user) => ({
        user,
        team_id: world.application.id,
        membership_state: joined.includes(user) ? 2 : 1,
        permissions: ['*'],
        role: 'developer',
      }));
      const { id } = world.application;
      const name = { id, name: 'team', icon: null, owner_user_id: joined[0]?.id ?? null, members: team };
      Object.assign(world.application, { team: members.length === 0 ? null : name });
    },
  };
}

function createChannels(state: State, home: Home): Channels {
  const { world, gateway } = state;
  return {
    addChannel: (name, guild = home.guild) => {
      const channel = addChannel(world, guild, name);
      dispatch(gateway, 'CHANNEL_CREATE', { intent: INTENT.guilds, guildId: guild.id }, () => channel);
      return channel;
    },
    addForum: (name, tags = []) => {
      const channel = addChannel(world, home.guild, name, 'forum');
      const plain = { moderated: false, emoji_id: null, emoji_name: null };
      Object.assign(channel, { available_tags: tags.map((tag) => ({ ...plain, ...tag })) });
      const audience = { intent: INTENT.guilds, guildId: home.guild.id };
      dispatch(gateway, 'CHANNEL_CREATE', audience, () => channel);
      return channel;
    },
    addPost: (title, text, forum, author = world.person) => {
      const thread = addThread(world, home.guild, forum, title);
      Object.assign(thread, { owner_id: author.id, applied_tags: [] });
      const audience = { intent: INTENT.guilds, guildId: home.guild.id };
      dispatch(gateway, 'THREAD_CREATE', audience, () => ({ ...thread, newly_created: true }));
      return say(state, text, { channel: thread, author, id: thread.id });
    },
    addThread: (name, parent = home.channel) => {
      const guild = world.guilds.get(parent.guild_id ?? '') ?? home.guild;
      const thread = addThread(world, guild, parent, name);
      const audience = { intent: INTENT.guilds, guildId: guild.id };
      dispatch(gateway, 'THREAD_CREATE', audience, () => ({ ...thread, newly_created: true }));
      return thread;
    },
    closeThread: (thread, how) => {
      Object.assign(thread, { thread_metadata: { ...objectOrEmpty(thread.thread_metadata), [how]: true } });
      const audience = { intent: INTENT.guilds, guildId: thread.guild_id };
      dispatch(gateway, 'THREAD_UPDATE', audience, () => thread);
    },
    directChannel: (person = world.person) => directChannel(world, person),
  };
}

function createPermissions({ world, gateway }: State): Permissions {
  return {
    withhold: (channel, ...permissions) => {
      const deny = permissions.reduce((bits, permission) => bits | permission, 0n);
      world.withheld.set(channel.id, deny);
      const audience = { intent: INTENT.guilds, guildId: channel.guild_id };
      const overwrite = { id: channel.guild_id, type: 0, allow: '0', deny: String(deny) };
      Object.assign(channel, { permission_overwrites: [overwrite] });
      dispatch(gateway, 'CHANNEL_UPDATE', audience, () => channel);
    },
    grant: ({ id }, permission) => {
      world.granted.set(id, permission);
    },
    forbid: (channel, code = 50013) => {
      world.forbidden.set(channel.id, code);
    },
  };
}

function createMessages(state: State, home: Home): Messages {
  const { world, gateway } = state;
  return {
    attach: (name, content) => {
      const id = nextSnowflake();
      world.attachments.set(id, { name, bytes: Buffer.from(content) });
      return id;
    },
    deleteMessage: (message) => {
      world.messages.delete(message.id);
      const channel = world.channels.get(message.channel_id);
      if (channel) announceDeletion(state, message, channel);
    },
    react: ({ id, channel_id, author }, emoji, by = world.person) => {
      const channel = world.channels.get(channel_id);
      const guildId = channel?.guild_id;
      const audience = { intent: INTENT.guildMessageReactions, guildId };
      dispatch(gateway, 'MESSAGE_REACTION_ADD', audience, () => ({
        user_id: by.id,
        channel_id,
        message_id: id,
        message_author_id: author.id,
        guild_id: guildId,
        member: makeMember(by),
        emoji: { id: null, name: emoji },
        burst: false,
        type: 0,
      }));
    },
    messagesIn: (channel = home.channel) => historyOf(world, channel.id, Number.POSITIVE_INFINITY).reverse(),
  };
}
