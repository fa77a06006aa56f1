import { createGatewayState, type GatewayState } from './gateway/gateway-state.ts';
import { createRecords, type Records } from './records.ts';
import type { RestFault } from './rest/rest-faults.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { createSignal, type Signal } from './waiting/signal.ts';
import type { Message } from './world/nouns.ts';
import { createWorld, type World } from './world/world.ts';

/** One local Discord: what it knows, who is connected, what has happened. */
export interface State {
  readonly settings: Settings;
  readonly world: World;
  readonly gateway: GatewayState;
  readonly records: Records;
  readonly restFaults: RestFault[];
  /** Messages that the bot sent to a channel; answers to interactions are not among them. */
  readonly posted: Signal<Message>;
  /** The same for its edits in channels. */
  readonly edited: Signal<Message>;
  /** 0 until the server listens. */
  port: number;
}

export function createState(settings: Partial<Settings>): State {
  return {
    settings: { ...DEFAULT_SETTINGS, ...settings },
    world: createWorld(),
    gateway: createGatewayState(),
    records: createRecords(),
    restFaults: [],
    posted: createSignal(),
    edited: createSignal(),
    port: 0,
  };
}
