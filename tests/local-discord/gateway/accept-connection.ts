import type { WebSocket } from 'ws';
import type { State } from '../state.ts';
import type { Connection } from './gateway-state.ts';
import { CLOSE, OPCODE } from './protocol.ts';
import { receive, watchHeartbeat } from './receive.ts';
import { sendPayload } from './send.ts';

/** Greets a new connection and listens to it. Plain JSON only: compression was never asked for. */
export function acceptConnection(state: State, socket: WebSocket, query: URLSearchParams): void {
  const connection: Connection = { socket, session: null, receivedAtMs: [], watch: undefined };
  state.gateway.connections.add(connection);
  socket.on('error', () => {}); // A close follows every error.
  socket.on('close', (code) => forget(state, connection, code));
  if (query.get('v') !== '10') {
    socket.close(CLOSE.invalidApiVersion, 'Invalid API version.');
    return;
  }
  if (query.get('encoding') !== 'json' || query.has('compress')) {
    socket.close(CLOSE.decodeError, 'Only plain JSON is spoken here.');
    return;
  }
  socket.on('message', (data) => receive(state, connection, String(data)));
  if (!state.gateway.faults.withholdHello) {
    sendPayload(connection, OPCODE.hello, { heartbeat_interval: state.settings.heartbeatIntervalMs });
  }
  watchHeartbeat(state, connection);
}

/** A bot that leaves politely ends its session; any other close leaves it open for a resume. */
function forget({ gateway }: State, connection: Connection, code: number): void {
  gateway.connections.delete(connection);
  clearTimeout(connection.watch);
  const { session } = connection;
  if (session?.connection === connection) {
    session.connection = null;
    session.lostAtMs = Date.now();
    if (code === CLOSE.normal || code === CLOSE.goingAway) gateway.sessions.delete(session.id);
  }
  gateway.closed.emit(code);
}
