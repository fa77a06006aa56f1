import { acknowledge, focusedOptionType } from '../../interactions/acknowledge.ts';
import {
  CALLBACK,
  type CallbackData,
  INTERACTION,
  type InteractionRecord,
} from '../../interactions/interaction.ts';
import { objectOrEmpty } from '../../json.ts';
import { checkChoices } from '../../rules/choices.ts';
import { MESSAGE_FLAG } from '../../rules/message-flags.ts';
import { checkModal } from '../../rules/modal.ts';
import { startingAt } from '../../rules/place.ts';
import { isEphemeral } from '../../world/messages.ts';
import { acceptMessage } from '../accept-message.ts';
import { editByWebhook, sendByWebhook } from '../interaction-message.ts';
import { Refusal, refusal, refuseProblems } from '../refusal.ts';
import { type Answer, type Call, noContent, ok, type Route } from '../route.ts';

/** The first answer to an interaction. */
export const CALLBACK_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interaction/:token/callback', handle: answerInteraction },
];

const REPLY = 19;
const SLASH_REPLY = 20;

function answerInteraction(call: Call): Answer {
  const record = findWaiting(call);
  const type = Number(call.body.type);
  const data = acceptCallback(call, record, type);
  takeEffect(call, record, type, data);
  acknowledge(record, type, data);
  return call.request.query.get('with_response') === 'true' ? ok(describe(record, type)) : noContent();
}

function findWaiting({ state, part }: Call): InteractionRecord {
  const record = state.world.interactions.get(part('interaction'));
  const isOver =
    record?.state === 'expired' || (record && hasEnded(record, state.settings.interactionLivesMs));
  if (!record || record.token !== part('token') || isOver) throw refusal(404, 10062, 'Unknown interaction');
  if (record.state !== 'waiting') throw refusal(400, 40060, 'Interaction has already been acknowledged.');
  return record;
}

function hasEnded({ sentAtMs }: InteractionRecord, livesMs: number): boolean {
  return Date.now() - sentAtMs > livesMs;
}

/** What comes with the callback, once every rule for its type has passed. */
function acceptCallback(call: Call, record: InteractionRecord, type: number): CallbackData {
  const reason = whyTypeIsWrong(record, type);
  if (reason) {
    const code = 'INTERACTION_APPLICATION_COMMAND_INVALID_TYPE';
    throw new Refusal(400, [{ path: ['type'], code, message: reason }]);
  }
  const data = objectOrEmpty(call.body.data);
  const place = startingAt('data');
  switch (type) {
    case CALLBACK.reply:
      return acceptMessage(call, data, { kind: 'callback', place });
    case CALLBACK.deferReply:
      return acceptMessage(call, data, { kind: 'defer', place });
    case CALLBACK.update:
      return acceptMessage(call, data, { kind: 'edit', before: record.source, place });
    case CALLBACK.choices:
      checkChoices(place, data, focusedOptionType(record.payload.data?.options), true);
      break;
    case CALLBACK.modal:
      checkModal(place, data);
      break;
  }
  refuseProblems(place);
  return data;
}

function whyTypeIsWrong({ type: kind, source }: InteractionRecord, type: number): string | null {
  const hasMessage = kind === INTERACTION.component || (kind === INTERACTION.modalSubmit && source !== null);
  if (!Object.values<number>(CALLBACK).includes(type)) return `Unknown callback type ${type}`;
  if ((kind === INTERACTION.autocomplete) !== (type === CALLBACK.choices)) {
    return 'Autocomplete is answered with choices, and nothing else is';
  }
  if ((type === CALLBACK.deferUpdate || type === CALLBACK.update) && !hasMessage) {
    return 'There is no message to update';
  }
  return type === CALLBACK.modal && kind === INTERACTION.modalSubmit ? 'No modal after a modal' : null;
}

function takeEffect({ state }: Call, record: InteractionRecord, type: number, data: CallbackData): void {
  const replyType = record.type === INTERACTION.component ? REPLY : SLASH_REPLY;
  if (type === CALLBACK.reply) record.original = sendByWebhook(state, record, data, replyType);
  if (type === CALLBACK.deferReply) {
    const flags = (data.flags ?? 0) | MESSAGE_FLAG.loading;
    record.original = sendByWebhook(state, record, { flags, allowed_mentions: { parse: [] } }, replyType);
  }
  if (type === CALLBACK.deferUpdate || type === CALLBACK.update) record.original = record.source;
  if (type === CALLBACK.update && record.original) editByWebhook(state, record, record.original, data);
}

/** The answer to `with_response`; the message itself comes with a reply and an update only. */
function describe({ id, type: kind, original }: InteractionRecord, type: number) {
  const hasResource = type === CALLBACK.reply || type === CALLBACK.update;
  return {
    interaction: {
      id,
      type: kind,
      ...(original && {
        response_message_id: original.id,
        response_message_loading: type === CALLBACK.deferReply,
        response_message_ephemeral: isEphemeral(original),
      }),
    },
    ...(hasResource && { resource: { type, message: original } }),
  };
}
