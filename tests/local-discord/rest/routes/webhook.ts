import { announceDeletion } from '../../gateway/announce-message.ts';
import { CALLBACK, type InteractionRecord } from '../../interactions/interaction.ts';
import { MESSAGE_FLAG } from '../../rules/message-flags.ts';
import { isEphemeral } from '../../world/messages.ts';
import type { Message } from '../../world/nouns.ts';
import { acceptMessage } from '../accept-message.ts';
import { editByWebhook, sendByWebhook } from '../interaction-message.ts';
import { refusal, unknownMessage, unknownWebhook } from '../refusal.ts';
import { type Answer, type Call, noContent, ok, type Route } from '../route.ts';

const MESSAGE_PATH = '/webhooks/:application/:token/messages/:message';
const FOLLOW_UP = 19;

/** What comes after the acknowledgement, by the token of the interaction. */
export const WEBHOOK_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/webhooks/:application/:token', handle: followUp },
  { method: 'GET', path: MESSAGE_PATH, handle: (call) => ok(findMessage(call, findRecord(call))) },
  { method: 'PATCH', path: MESSAGE_PATH, handle: editAnswer },
  { method: 'DELETE', path: MESSAGE_PATH, handle: deleteAnswer },
];

function followUp(call: Call): Answer {
  const record = findRecord(call);
  const { original } = record;
  const { body } = call;
  // The first follow-up after a deferral fills in the loading message, whose ephemerality stays.
  if (original && original.flags & MESSAGE_FLAG.loading) {
    const flags = Number(body.flags ?? 0) & ~MESSAGE_FLAG.ephemeral;
    editByWebhook(
      call.state,
      record,
      original,
      acceptMessage(call, { ...body, flags }, { kind: 'followup' }),
    );
    return ok(original);
  }
  const accepted = acceptMessage(call, body, { kind: 'followup' });
  const message = sendByWebhook(call.state, record, accepted, FOLLOW_UP);
  record.followUps.push(message);
  record.followUpSignal.emit(message);
  // A deferred update may stay without an edit: then the follow-up is the answer.
  if (record.callbackType === CALLBACK.deferUpdate) record.answeredEnd.resolve(message);
  return ok(message);
}

function editAnswer(call: Call): Answer {
  const record = findRecord(call);
  const message = findMessage(call, record);
  const body = acceptMessage(call, call.body, { kind: 'edit', before: message });
  editByWebhook(call.state, record, message, body);
  return ok(message);
}

function deleteAnswer(call: Call): Answer {
  const record = findRecord(call);
  const message = findMessage(call, record);
  call.state.world.messages.delete(message.id);
  if (!isEphemeral(message)) announceDeletion(call.state, message, record.channel);
  if (message === record.original) {
    record.answeredEnd.reject(new Error('Expected an answer, the bot deleted it.'));
  }
  return noContent();
}

function findRecord({ state: { world, settings }, part }: Call): InteractionRecord {
  const token = part('token');
  const record = [...world.interactions.values()].find((interaction) => interaction.token === token);
  if (!record || part('application') !== world.application.id || record.state !== 'acknowledged') {
    throw unknownWebhook();
  }
  if (Date.now() - record.sentAtMs > settings.interactionLivesMs) {
    throw refusal(401, 50027, 'Invalid Webhook Token');
  }
  return record;
}

function findMessage({ state: { world }, part }: Call, { original, followUps }: InteractionRecord): Message {
  const id = part('message');
  const message =
    id === '@original' ? original : [original, ...followUps].find((candidate) => candidate?.id === id);
  if (!message || !world.messages.has(message.id)) throw unknownMessage();
  return message;
}
