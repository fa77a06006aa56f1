import type { WebSocket } from 'ws';
import { createSignal, type Signal } from '../waiting/signal.ts';

/** An event on its way to the bot, numbered for replay. */
export interface Dispatch {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** One login of the bot; it outlives its connections. */
export interface Session {
  readonly id: string;
  readonly token: string;
  readonly intents: number;
  readonly shard: { readonly id: number; readonly count: number };
  /** Null while the bot is away. */
  connection: Connection | null;
  lostAtMs: number | null;
  sequence: number;
  /** The last events, which a resume replays. */
  readonly log: Dispatch[];
}

export interface Connection {
  readonly socket: WebSocket;
  session: Session | null;
  /** When the payloads of the last minute came. */
  receivedAtMs: number[];
  /** Runs out when heartbeats stay away. */
  watch: NodeJS.Timeout | undefined;
}

/** What the gateway does wrong on purpose; tests switch it on and off. */
export interface GatewayFaults {
  refuseUpgrades: boolean;
  /** Close code that answers every IDENTIFY. */
  failIdentify: number | null;
  refuseResume: boolean;
  withholdHello: boolean;
  withholdGuilds: boolean;
  withholdHeartbeatAcks: boolean;
}

export interface GatewayState {
  readonly sessions: Map<string, Session>;
  readonly connections: Set<Connection>;
  readonly faults: GatewayFaults;
  readonly identified: Signal<Session>;
  readonly resumed: Signal<Session>;
  /** Close codes; 1006 where a connection broke off. */
  readonly closed: Signal<number>;
}

export function createGatewayState(): GatewayState {
  return {
    sessions: new Map(),
    connections: new Set(),
    faults: {
      refuseUpgrades: false,
      failIdentify: null,
      refuseResume: false,
      withholdHello: false,
      withholdGuilds: false,
      withholdHeartbeatAcks: false,
    },
    identified: createSignal(),
    resumed: createSignal(),
    closed: createSignal(),
  };
}
