import { announceMessage } from '../gateway/announce-message.ts';
import type { State } from '../state.ts';
import { peopleNamedIn } from '../world/mentions.ts';
import { storeMessage } from '../world/messages.ts';
import type { Channel, Message, User } from '../world/nouns.ts';

const REPLY = 19;

export interface SayOptions {
  readonly author?: User;
  readonly channel?: Channel;
  readonly replyTo?: Message;
  /** Whether a reply pings the author of what it answers; on unless the person switches it off. */
  readonly ping?: boolean;
  /** The first message of a forum post has the id of its thread. */
  readonly id?: string;
}

/** A person writes a message; people are named as `<@id>`. */
export function say(state: State, content: string, options: SayOptions & { channel: Channel }): Message {
  const { world } = state;
  const { author = world.person, channel, replyTo, ping = true, id } = options;
  const mentions = peopleNamedIn(content, world);
  if (replyTo && ping && canBePinged(replyTo) && !mentions.includes(replyTo.author)) {
    mentions.push(replyTo.author);
  }
  const message = storeMessage(
    world,
    channel,
    author,
    { content },
    {
      mentions,
      ...(id !== undefined && { id }),
      ...(replyTo && {
        type: REPLY,
        message_reference: {
          type: 0,
          message_id: replyTo.id,
          channel_id: channel.id,
          guild_id: channel.guild_id,
        },
        referenced_message: replyTo,
      }),
    },
  );
  announceMessage(state, 'MESSAGE_CREATE', message, channel);
  return message;
}

/** Answers to interactions come from a webhook, which a reply does not ping. */
function canBePinged(message: Message): boolean {
  return message.webhook_id === undefined;
}
