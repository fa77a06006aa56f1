import { shardOf } from '../world/snowflakes.ts';
import type { Connection, Dispatch, GatewayState, Session } from './gateway-state.ts';
import { OPCODE } from './protocol.ts';

/** How many events a resume can replay. */
const LOG_LENGTH = 500;

/** Sends a payload that is no event, and so is not replayed. */
export function sendPayload(connection: Connection, op: number, d: unknown = null): void {
  write(connection, { op, d, s: null, t: null });
}

/** Sends an event to one session, and keeps it for a resume. */
export function sendEvent(session: Session, name: string, data: unknown): void {
  session.sequence += 1;
  const event: Dispatch = {
    op: OPCODE.dispatch,
    t: name,
    s: session.sequence,
    d: structuredClone(data),
  };
  session.log.push(event);
  if (session.log.length > LOG_LENGTH) session.log.shift();
  if (session.connection) write(session.connection, event);
}

export function replayAfter(session: Session, connection: Connection, sequence: number): void {
  for (const event of session.log.filter(({ s }) => s > sequence)) write(connection, event);
}

/** Whom an event is for; an `intent` of 0 is for everybody. */
export interface Audience {
  readonly intent: number;
  readonly guildId: string | undefined;
}

/** Sends an event to every session that asked for it; what it says may depend on the session's intents. */
export function dispatch(
  gateway: GatewayState,
  name: string,
  { intent, guildId }: Audience,
  dataFor: (session: Session) => unknown,
): void {
  for (const session of gateway.sessions.values()) {
    const isWanted = intent === 0 || (session.intents & intent) !== 0;
    if (isWanted && shardOf(guildId, session.shard.count) === session.shard.id) {
      sendEvent(session, name, dataFor(session));
    }
  }
}

function write(connection: Connection, payload: object): void {
  if (connection.socket.readyState === connection.socket.OPEN)
    connection.socket.send(JSON.stringify(payload));
}
