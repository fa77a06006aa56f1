import { randomBytes } from 'node:crypto';
import { type JsonObject, listOrEmpty, objectOrEmpty } from '../json.ts';
import type { State } from '../state.ts';
import { shardOf } from '../world/snowflakes.ts';
import type { Connection, Session } from './gateway-state.ts';
import { ALL_INTENTS, CLOSE, INTENT, PRIVILEGED_INTENTS } from './protocol.ts';
import { sendEvent } from './send.ts';

/** Why an IDENTIFY is refused: the code and the reason that the socket is closed with. */
type Refusal = readonly [code: number, reason: string];

/** Answers IDENTIFY with READY and the guilds, or closes the connection. */
export function identify(state: State, connection: Connection, data: JsonObject): void {
  const refusal = refusalOf(state, connection, data);
  if (refusal) {
    connection.socket.close(...refusal);
    return;
  }
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    token: String(data.token),
    intents: Number(data.intents),
    shard: shardIn(data),
    connection,
    lostAtMs: null,
    sequence: 0,
    log: [],
  };
  connection.session = session;
  state.gateway.sessions.set(session.id, session);
  welcome(state, session);
  state.gateway.identified.emit(session);
}

function refusalOf(state: State, { session }: Connection, data: JsonObject): Refusal | null {
  const { settings, gateway } = state;
  const { token, intents } = data;
  if (session) return [CLOSE.alreadyAuthenticated, 'Already authenticated.'];
  if (gateway.faults.failIdentify !== null) return [gateway.faults.failIdentify, ''];
  if (token !== settings.token) return [CLOSE.authenticationFailed, 'Authentication failed.'];
  if (typeof intents !== 'number' || !Number.isInteger(intents) || intents & ~ALL_INTENTS) {
    return [CLOSE.invalidIntents, 'Invalid intent(s).'];
  }
  if (intents & PRIVILEGED_INTENTS & ~settings.privilegedIntents) {
    return [CLOSE.disallowedIntents, 'Disallowed intent(s).'];
  }
  if (!objectOrEmpty(data.properties).os) return [CLOSE.decodeError, 'Properties are missing.'];
  const shard = shardIn(data);
  if (!(shard.id >= 0 && shard.id < shard.count)) return [CLOSE.invalidShard, 'Invalid shard.'];
  return null;
}

function welcome(state: State, session: Session): void {
  const { world, gateway } = state;
  const guilds = [...world.guilds.values()].filter(
    ({ id }) => shardOf(id, session.shard.count) === session.shard.id,
  );
  sendEvent(session, 'READY', {
    v: 10,
    user_settings: {},
    user: { ...world.bot, email: null, mfa_enabled: false, verified: true },
    session_type: 'normal',
    session_id: session.id,
    resume_gateway_url: `ws://127.0.0.1:${state.port}`,
    relationships: [],
    private_channels: [],
    presences: [],
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    application: { id: world.application.id, flags: 0 },
    shard: [session.shard.id, session.shard.count],
  });
  if (!(session.intents & INTENT.guilds) || gateway.faults.withholdGuilds) return;
  for (const guild of guilds) sendEvent(session, 'GUILD_CREATE', guild);
}

function shardIn(data: JsonObject): Session['shard'] {
  const [id = 0, count = 1] = listOrEmpty(data.shard);
  return { id: Number(id), count: Number(count) };
}
