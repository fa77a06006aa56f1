import { announceMessage } from '../gateway/announce-message.ts';
import type { InteractionRecord } from '../interactions/interaction.ts';
import type { State } from '../state.ts';
import { editMessage, isEphemeral, storeMessage } from '../world/messages.ts';
import type { Message, MessageBody } from '../world/nouns.ts';

/** Sends a message of the interaction's webhook: a reply, the loading message or a follow-up. */
export function sendByWebhook(
  state: State,
  record: InteractionRecord,
  body: MessageBody,
  type: number,
): Message {
  const { world } = state;
  const message = storeMessage(world, record.channel, world.bot, body, {
    type,
    webhook_id: world.application.id,
    application_id: world.application.id,
    interaction_metadata: {
      id: record.id,
      type: record.type,
      user: record.by,
      authorizing_integration_owners: record.payload.authorizing_integration_owners,
    },
  });
  announceUnlessEphemeral(state, 'MESSAGE_CREATE', message, record);
  return message;
}

export function editByWebhook(
  state: State,
  record: InteractionRecord,
  message: Message,
  body: MessageBody,
): void {
  editMessage(state.world, message, body);
  announceUnlessEphemeral(state, 'MESSAGE_UPDATE', message, record);
  record.edits.emit(message);
  if (message === record.original) record.answeredEnd.resolve(message);
}

/** Discord sends no events for messages that one person alone sees. */
function announceUnlessEphemeral(
  state: State,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: Message,
  { channel }: InteractionRecord,
): void {
  if (!isEphemeral(message)) announceMessage(state, name, message, channel);
}
