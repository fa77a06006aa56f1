import type { JsonObject } from '../json.ts';
import type { State } from '../state.ts';
import type { Connection, Session } from './gateway-state.ts';
import { CLOSE, OPCODE } from './protocol.ts';
import { replayAfter, sendEvent, sendPayload } from './send.ts';

/** Takes a session up again and replays what the bot missed, or tells it to log in anew. */
export function resume(state: State, connection: Connection, data: JsonObject): void {
  const session = state.gateway.sessions.get(String(data.session_id));
  if (!session || !canResume(state, session, data)) {
    sendPayload(connection, OPCODE.invalidSession, false);
    return;
  }
  const sequence = Number(data.seq);
  if (sequence > session.sequence) {
    connection.socket.close(CLOSE.invalidSequence, 'Invalid seq.');
    return;
  }
  session.connection = connection;
  session.lostAtMs = null;
  connection.session = session;
  replayAfter(session, connection, sequence);
  sendEvent(session, 'RESUMED', {});
  state.gateway.resumed.emit(session);
}

function canResume({ settings, gateway }: State, session: Session, data: JsonObject): boolean {
  if (gateway.faults.refuseResume || session.token !== data.token) return false;
  return session.lostAtMs === null || Date.now() - session.lostAtMs <= settings.resumeWithinMs;
}
