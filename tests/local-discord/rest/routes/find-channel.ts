import { isEphemeral } from '../../world/messages.ts';
import type { Channel, Message } from '../../world/nouns.ts';
import { refusal, unknownChannel, unknownMessage } from '../refusal.ts';
import type { Call } from '../route.ts';

const FORBIDDEN = new Map([
  [50001, 'Missing Access'],
  [50007, 'Cannot send messages to this user'],
  [50013, 'Missing Permissions'],
]);

/** The channel of the path; throws where there is none, or the bot may not use it. */
export function findChannel({ state: { world }, part }: Call): Channel {
  const channel = world.channels.get(part('channel'));
  if (!channel) throw unknownChannel();
  const code = world.forbidden.get(channel.id);
  if (code !== undefined) throw refusal(403, code, FORBIDDEN.get(code) ?? 'Forbidden');
  return channel;
}

/** The message of the path. Ephemeral ones can be reached by the token of their interaction only. */
export function findMessage({ state: { world }, part }: Call, channel: Channel): Message {
  const message = world.messages.get(part('message'));
  if (!message || message.channel_id !== channel.id || isEphemeral(message)) throw unknownMessage();
  return message;
}
