import type { State } from '../state.ts';
import { next } from '../waiting/next.ts';
import type { GatewayFaults, Session } from './gateway-state.ts';
import { OPCODE } from './protocol.ts';
import { dispatch, sendPayload } from './send.ts';

/** What a test can do to the gateway. */
export interface GatewayControls {
  /** Lasting faults, all off at first. */
  readonly faults: GatewayFaults;
  /** Breaks every connection off, or closes it with a code. */
  readonly drop: (code?: number) => void;
  /** Asks the bot to connect anew and resume (op 7). */
  readonly reconnect: () => void;
  /** Ends the sessions (op 9); a resumable one stays and can be taken up again. */
  readonly invalidate: (isResumable?: boolean) => void;
  /** Asks for a heartbeat at once (op 1). */
  readonly askForHeartbeat: () => void;
  /** Sends text that is no payload. */
  readonly sendGarbage: (text?: string) => void;
  /** Sends any event as it is to all sessions: for malformed ones and for repeats. */
  readonly sendRawEvent: (name: string, data: unknown) => void;
  readonly nextIdentify: () => Promise<Session>;
  readonly nextResume: () => Promise<Session>;
  /** Close code of the next connection that ends. */
  readonly nextClose: () => Promise<number>;
}

export function createGatewayControls(state: State): GatewayControls {
  const { gateway } = state;
  const sockets = () => [...gateway.connections].map(({ socket }) => socket);
  return {
    faults: gateway.faults,
    drop: (code) => {
      for (const socket of sockets()) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    reconnect: () => sendToAll(state, OPCODE.reconnect),
    invalidate: (isResumable = false) => {
      if (!isResumable) gateway.sessions.clear();
      sendToAll(state, OPCODE.invalidSession, isResumable);
    },
    askForHeartbeat: () => sendToAll(state, OPCODE.heartbeat),
    sendGarbage: (text = '{"op":0,"t":"MESS') => {
      for (const socket of sockets()) socket.send(text);
    },
    sendRawEvent: (name, data) => dispatch(gateway, name, { intent: 0, guildId: undefined }, () => data),
    nextIdentify: () => next(gateway.identified, 'an IDENTIFY of the bot', state),
    nextResume: () => next(gateway.resumed, 'a RESUME of the bot', state),
    nextClose: () => next(gateway.closed, 'a connection to end', state),
  };
}

function sendToAll({ gateway }: State, op: number, data: unknown = null): void {
  for (const connection of gateway.connections) sendPayload(connection, op, data);
}
