import { type JsonObject, objectOrEmpty } from '../json.ts';
import type { State } from '../state.ts';
import type { Connection, Session } from './gateway-state.ts';
import { identify } from './identify.ts';
import { CLOSE, OPCODE } from './protocol.ts';
import { resume } from './resume.ts';
import { sendEvent, sendPayload } from './send.ts';

const MINUTE_MS = 60_000;
/** More payloads than this in a minute close the connection. */
const PAYLOADS_A_MINUTE = 120;

/** Acts on one payload of the bot. */
export function receive(state: State, connection: Connection, text: string): void {
  const payload = parse(text);
  if (!payload) {
    connection.socket.close(CLOSE.decodeError, 'Decode error.');
    return;
  }
  const nowMs = Date.now();
  connection.receivedAtMs = connection.receivedAtMs.filter((atMs) => atMs > nowMs - MINUTE_MS);
  connection.receivedAtMs.push(nowMs);
  if (connection.receivedAtMs.length > PAYLOADS_A_MINUTE) {
    connection.socket.close(CLOSE.rateLimited, 'Rate limited.');
    return;
  }
  act(state, connection, payload);
}

/** Closes the connection unless a heartbeat comes in time; each one starts the wait anew. */
export function watchHeartbeat(state: State, connection: Connection): void {
  clearTimeout(connection.watch);
  const patienceMs = state.settings.heartbeatIntervalMs * 1.5 + 5_000;
  const close = () => connection.socket.close(CLOSE.sessionTimedOut, 'Session timed out.');
  connection.watch = setTimeout(close, patienceMs).unref();
}

function act(state: State, connection: Connection, payload: JsonObject): void {
  const data = objectOrEmpty(payload.d);
  switch (payload.op) {
    case OPCODE.heartbeat:
      watchHeartbeat(state, connection);
      if (!state.gateway.faults.withholdHeartbeatAcks) sendPayload(connection, OPCODE.heartbeatAck);
      break;
    case OPCODE.identify:
      identify(state, connection, data);
      break;
    case OPCODE.resume:
      resume(state, connection, data);
      break;
    default:
      if (connection.session) actInSession(state, connection.session, connection, payload.op, data);
      else connection.socket.close(CLOSE.notAuthenticated, 'Not authenticated.');
  }
}

function actInSession(
  { world, records }: State,
  session: Session,
  connection: Connection,
  op: unknown,
  data: JsonObject,
): void {
  if (op === OPCODE.presenceUpdate) records.presences.push(data);
  if (op === OPCODE.presenceUpdate || op === OPCODE.voiceStateUpdate) return;
  if (op !== OPCODE.requestGuildMembers) {
    connection.socket.close(CLOSE.unknownOpcode, 'Unknown opcode.');
    return;
  }
  sendEvent(session, 'GUILD_MEMBERS_CHUNK', {
    guild_id: data.guild_id,
    members: world.guilds.get(String(data.guild_id))?.members ?? [],
    chunk_index: 0,
    chunk_count: 1,
    nonce: data.nonce,
  });
}

function parse(text: string): JsonObject | null {
  try {
    return objectOrEmpty(JSON.parse(text));
  } catch {
    return null;
  }
}
