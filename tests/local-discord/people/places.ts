import { INTENT } from '../gateway/protocol.ts';
import { dispatch } from '../gateway/send.ts';
import type { State } from '../state.ts';
import { addChannel, addThread, directChannel } from '../world/channels.ts';
import { addGuild, addMember } from '../world/guilds.ts';
import { historyOf } from '../world/messages.ts';
import type { Channel, Guild, Message, User } from '../world/nouns.ts';
import { makeUser } from '../world/users.ts';

/** Where people and the bot meet. */
export interface Places {
  readonly addPerson: (username: string) => User;
  readonly addGuild: (name: string) => Guild;
  readonly addChannel: (name: string, guild?: Guild) => Channel;
  readonly addThread: (name: string, parent?: Channel) => Channel;
  /** The direct messages of a person and the bot. */
  readonly directChannel: (person?: User) => Channel;
  /** Keeps the bot out of a channel, with 50013 (permissions), 50001 (access) or 50007 (direct messages closed). */
  readonly forbid: (channel: Channel, code?: 50001 | 50007 | 50013) => void;
  /** The messages that everybody sees in a channel, oldest first. */
  readonly messagesIn: (channel?: Channel) => Message[];
}

export function createPlaces(state: State, home: { guild: Guild; channel: Channel }): Places {
  const { world, gateway } = state;
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
    addChannel: (name, guild = home.guild) => {
      const channel = addChannel(world, guild, name);
      dispatch(gateway, 'CHANNEL_CREATE', { intent: INTENT.guilds, guildId: guild.id }, () => channel);
      return channel;
    },
    addThread: (name, parent = home.channel) => {
      const guild = world.guilds.get(parent.guild_id ?? '') ?? home.guild;
      const thread = addThread(world, guild, parent, name);
      const audience = { intent: INTENT.guilds, guildId: guild.id };
      dispatch(gateway, 'THREAD_CREATE', audience, () => ({ ...thread, newly_created: true }));
      return thread;
    },
    directChannel: (person = world.person) => directChannel(world, person),
    forbid: (channel, code = 50013) => {
      world.forbidden.set(channel.id, code);
    },
    messagesIn: (channel = home.channel) => historyOf(world, channel.id, Number.POSITIVE_INFINITY).reverse(),
  };
}
