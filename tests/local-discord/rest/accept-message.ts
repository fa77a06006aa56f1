import type { JsonObject } from '../json.ts';
import { pingsByDefault } from '../rules/allowed-mentions.ts';
import { checkMessage } from '../rules/message.ts';
import type { MessageKind } from '../rules/message-flags.ts';
import { type Place, startingAt } from '../rules/place.ts';
import type { Message, MessageBody } from '../world/nouns.ts';
import { refuseProblems } from './refusal.ts';
import type { Call } from './route.ts';

/** How a message came, for the rules. */
export interface Arrival {
  readonly kind: MessageKind;
  /** The message that an edit goes to. */
  readonly before?: Message | null;
  /** Where it stands in the request, if not at the top. */
  readonly place?: Place;
}

/** The message in a request, once every rule has passed; notes it when it leaves the mentions to Discord. */
export function acceptMessage(call: Call, body: JsonObject, arrival: Arrival): MessageBody {
  const { kind, before = null, place = startingAt() } = arrival;
  checkMessage(place, body, kind, before);
  refuseProblems(place);
  if (kind !== 'defer' && pingsByDefault(body)) noteRisk(call, body);
  return body;
}

function noteRisk({ state, request }: Call, body: JsonObject): void {
  state.records.liveMentionRisks.push({
    request: `${request.method} ${request.path}`,
    content: typeof body.content === 'string' ? body.content : '',
    allowedMentions: body.allowed_mentions,
  });
}
