import { randomBytes } from 'node:crypto';
import { dispatch } from '../gateway/send.ts';
import type { State } from '../state.ts';
import { createDeferred } from '../waiting/deferred.ts';
import { next, outOfPatience } from '../waiting/next.ts';
import { createSignal } from '../waiting/signal.ts';
import { permissionsIn } from '../world/guilds.ts';
import type { Message } from '../world/nouns.ts';
import type { Acknowledgement, Interaction, InteractionPayload, InteractionRecord } from './interaction.ts';
import { type Deed, makePayload } from './payload.ts';

/** Does the deed: tells the bot, and gives it the 3 seconds to acknowledge. */
export function openInteraction(state: State, done: Omit<Deed, 'appPermissions'>): Interaction {
  const deed = { ...done, appPermissions: String(permissionsIn(state.world, done.channel)) };
  const token = randomBytes(32).toString('base64url');
  const payload = makePayload(state.world.application.id, token, deed);
  const record = makeRecord(state, deed, payload);
  state.world.interactions.set(record.id, record);
  // Interactions need no intent.
  const audience = { intent: 0, guildId: deed.channel.guild_id };
  dispatch(state.gateway, 'INTERACTION_CREATE', audience, () => payload);
  return record;
}

function makeRecord(state: State, deed: Deed, payload: InteractionPayload): InteractionRecord {
  const { acknowledgeWithinMs, patienceMs } = state.settings;
  const ackedEnd = createDeferred<Acknowledgement>();
  const answeredEnd = createDeferred<Message>();
  const edits = createSignal<Message>();
  const followUpSignal = createSignal<Message>();
  const record: InteractionRecord = {
    id: payload.id,
    token: payload.token,
    type: deed.type,
    by: deed.by,
    channel: deed.channel,
    source: deed.source,
    payload,
    sentAtMs: Date.now(),
    ackedEnd,
    acked: ackedEnd.promise,
    answeredEnd,
    answered: answeredEnd.promise,
    edits,
    nextEdit: () => next(edits, 'an edit of the answer', state),
    followUpSignal,
    nextFollowUp: () => next(followUpSignal, 'a follow-up', state),
    followUps: [],
    deadline: setTimeout(() => expire(record, acknowledgeWithinMs), acknowledgeWithinMs).unref(),
    state: 'waiting',
    callbackType: null,
    original: null,
  };
  setTimeout(() => answeredEnd.reject(outOfPatience('an answer', state)), patienceMs).unref();
  return record;
}

function expire(record: InteractionRecord, afterMs: number): void {
  record.state = 'expired';
  const reason = new Error(`Expected an acknowledgement within ${afterMs} ms, none came.`);
  record.ackedEnd.reject(reason);
  record.answeredEnd.reject(reason);
}
