import type { State } from '../state.ts';
import { isDirect } from '../world/channels.ts';
import type { Channel, Message } from '../world/nouns.ts';
import { makeMemberWithoutUser } from '../world/users.ts';
import type { Session } from './gateway-state.ts';
import { INTENT } from './protocol.ts';
import { dispatch } from './send.ts';

/** Tells the bot about a new or edited message. */
export function announceMessage(
  state: State,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: Message,
  channel: Channel,
): void {
  const place = {
    channel_type: channel.type,
    ...(channel.guild_id !== undefined && { guild_id: channel.guild_id }),
    // Messages of webhooks, answers to interactions among them, have no member.
    ...(channel.guild_id !== undefined &&
      message.webhook_id === undefined && { member: makeMemberWithoutUser() }),
  };
  dispatch(state.gateway, name, audienceOf(channel), (session) => ({
    ...asSeenBy(session, message, channel, state.world.bot.id),
    ...place,
  }));
}

export function announceDeletion(state: State, message: Message, channel: Channel): void {
  dispatch(state.gateway, 'MESSAGE_DELETE', audienceOf(channel), () => ({
    id: message.id,
    channel_id: channel.id,
    ...(channel.guild_id !== undefined && { guild_id: channel.guild_id }),
  }));
}

/**
 * Without the privileged message-content intent a message comes empty, unless it is a direct one,
 * mentions the bot, or is the bot's own.
 */
function asSeenBy(session: Session, message: Message, channel: Channel, botId: string): Message {
  const isSeen =
    isDirect(channel) ||
    (session.intents & INTENT.messageContent) !== 0 ||
    message.author.id === botId ||
    message.mentions.some(({ id }) => id === botId);
  return isSeen ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
}

function audienceOf(channel: Channel) {
  return {
    intent: isDirect(channel) ? INTENT.directMessages : INTENT.guildMessages,
    guildId: channel.guild_id,
  };
}
