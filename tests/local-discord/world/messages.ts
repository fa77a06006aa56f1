import { MESSAGE_FLAG } from '../rules/message-flags.ts';
import { numberComponents } from './components.ts';
import { pingsOf } from './mentions.ts';
import type { Channel, Embed, Message, MessageBody, User } from './nouns.ts';
import { nextSnowflake, timestampNow } from './snowflakes.ts';
import type { World } from './world.ts';

const { componentsV2, loading, suppressEmbeds } = MESSAGE_FLAG;

/** Keeps a new message; `more` overrides the plain fields. */
export function storeMessage(
  world: World,
  channel: Channel,
  author: User,
  body: MessageBody,
  more: Partial<Message> = {},
): Message {
  const message: Message = {
    id: more.id ?? nextSnowflake(),
    channel_id: channel.id,
    author,
    content: body.content ?? '',
    timestamp: timestampNow(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    ...pingsOf(world, body),
    attachments: [],
    embeds: richEmbeds(body.embeds ?? []),
    pinned: false,
    type: 0,
    flags: body.flags ?? 0,
    components: numberComponents(body.components ?? []),
    ...more,
  };
  world.messages.set(message.id, message);
  channel.last_message_id = message.id;
  return message;
}

/** Changes the fields that an edit names. A message of components stays one, and no edit leaves it loading. */
export function editMessage(world: World, message: Message, body: MessageBody): void {
  if (body.content !== undefined) message.content = body.content ?? '';
  if (body.embeds !== undefined) message.embeds = richEmbeds(body.embeds ?? []);
  if (body.components !== undefined) message.components = numberComponents(body.components ?? []);
  // Discord reads the mentions anew whenever the text is edited, by the rules of the edit alone.
  if (body.content !== undefined || body.components !== undefined) {
    Object.assign(message, pingsOf(world, body, message.referenced_message ?? null));
  }
  if (typeof body.flags === 'number') {
    message.flags = (message.flags & ~suppressEmbeds) | (body.flags & (suppressEmbeds | componentsV2));
  }
  message.flags &= ~loading;
  message.edited_timestamp = timestampNow();
}

/** The last messages of a channel that everybody sees, newest first. */
export function historyOf(world: World, channelId: string, limit: number): Message[] {
  const all = [...world.messages.values()].reverse();
  return all.filter((message) => message.channel_id === channelId && !isEphemeral(message)).slice(0, limit);
}

/** Whether only the person who asked sees it. */
export function isEphemeral(message: Message): boolean {
  return (message.flags & MESSAGE_FLAG.ephemeral) !== 0;
}

/** Discord marks every embed of a bot as rich. */
function richEmbeds(embeds: readonly Embed[]): Embed[] {
  return embeds.map((embed) => ({ type: 'rich', ...embed }));
}
