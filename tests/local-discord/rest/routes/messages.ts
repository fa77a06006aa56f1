import { announceDeletion, announceMessage } from '../../gateway/announce-message.ts';
import { objectOrEmpty } from '../../json.ts';
import { PERMISSION, permissionsIn } from '../../world/guilds.ts';
import { pingsOf } from '../../world/mentions.ts';
import { editMessage, historyOf, storeMessage } from '../../world/messages.ts';
import type { Channel, Message, MessageBody } from '../../world/nouns.ts';
import { acceptMessage } from '../accept-message.ts';
import { Refusal, refusal } from '../refusal.ts';
import { type Call, noContent, ok, type Route } from '../route.ts';
import { findChannel, findMessage } from './find-channel.ts';

const DEFAULT_HISTORY = 50;
const REPLY = 19;

/** Messages in channels, with the bot's own token. */
export const MESSAGE_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/channels/:channel/messages', handle: createMessage },
  { method: 'GET', path: '/channels/:channel/messages', handle: getHistory },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    handle: (call) => ok(findMessage(call, findChannel(call))),
  },
  { method: 'PATCH', path: '/channels/:channel/messages/:message', handle: changeMessage },
  { method: 'DELETE', path: '/channels/:channel/messages/:message', handle: deleteMessage },
];

function createMessage(call: Call) {
  const { state } = call;
  const { world } = state;
  const channel = findChannel(call);
  const body = acceptMessage(call, call.body, { kind: 'create' });
  checkPermissions(call, channel, body);
  const earlier = sentWithSameNonce(call, channel, body);
  if (earlier) return ok(earlier);
  const repliedTo = findRepliedTo(call, channel, body);
  const message = storeMessage(world, channel, world.bot, body, {
    ...pingsOf(world, body, repliedTo),
    ...(body.nonce !== undefined && { nonce: body.nonce }),
    ...(body.message_reference && {
      type: REPLY,
      message_reference: {
        type: 0,
        message_id: body.message_reference.message_id,
        channel_id: channel.id,
        guild_id: channel.guild_id,
      },
      referenced_message: repliedTo,
    }),
  });
  announceMessage(state, 'MESSAGE_CREATE', message, channel);
  state.posted.emit(message);
  return ok(message);
}

/** What a bot may not write somewhere is refused as a whole. */
function checkPermissions({ state: { world } }: Call, channel: Channel, { embeds }: MessageBody): void {
  const may = (permission: bigint): boolean => (permissionsIn(world, channel) & permission) !== 0n;
  const metadata = channel.thread_metadata === undefined ? null : objectOrEmpty(channel.thread_metadata);
  if (metadata?.archived) throw refusal(400, 50083, 'Thread is archived');
  if (metadata?.locked && !may(PERMISSION.manageThreads)) throw refusal(400, 160005, 'Thread is locked');
  const writing = metadata === null ? PERMISSION.sendMessages : PERMISSION.sendMessagesInThreads;
  const mayShow = (embeds ?? []).length === 0 || may(PERMISSION.embedLinks);
  if (channel.guild_id !== undefined && !(may(writing) && mayShow))
    throw refusal(403, 50013, 'Missing Permissions');
}

/** With `enforce_nonce` a repeated request answers with the message of the first: a retry doubles nothing. */
function sentWithSameNonce({ state: { world } }: Call, channel: Channel, body: MessageBody): Message | null {
  const { nonce } = body;
  if (!body.enforce_nonce || nonce === undefined) return null;
  const messages = [...world.messages.values()];
  const isSame = (message: Message) =>
    message.nonce === nonce && message.channel_id === channel.id && message.author.id === world.bot.id;
  return messages.find(isSame) ?? null;
}

function findRepliedTo({ state: { world } }: Call, channel: Channel, body: MessageBody): Message | null {
  const reference = body.message_reference;
  if (!reference) return null;
  const message = world.messages.get(reference.message_id);
  if (message?.channel_id === channel.id) return message;
  if (reference.fail_if_not_exists === false) return null;
  const path = ['message_reference'];
  throw new Refusal(400, [{ path, code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
}

function getHistory(call: Call) {
  const { query } = call.request;
  const limit = Number(query.get('limit') ?? DEFAULT_HISTORY);
  const after = query.get('after');
  const all = historyOf(call.state.world, findChannel(call).id, Number.POSITIVE_INFINITY);
  if (after === null) return ok(all.slice(0, limit));
  // The first ones behind it, still the newest first.
  return ok(all.filter(({ id }) => BigInt(id) > BigInt(after)).slice(-limit));
}

function changeMessage(call: Call) {
  const { state } = call;
  const channel = findChannel(call);
  const message = findMessage(call, channel);
  if (message.author.id !== state.world.bot.id) {
    throw refusal(403, 50005, 'Cannot edit a message authored by another user');
  }
  editMessage(state.world, message, acceptMessage(call, call.body, { kind: 'edit', before: message }));
  announceMessage(state, 'MESSAGE_UPDATE', message, channel);
  state.edited.emit(message);
  return ok(message);
}

function deleteMessage(call: Call) {
  const channel = findChannel(call);
  const message = findMessage(call, channel);
  call.state.world.messages.delete(message.id);
  announceDeletion(call.state, message, channel);
  return noContent();
}
