/** The connection to Discord: who may connect, until when, and how it ends. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Log } from '../../log.ts';
import type { Shards } from '../sharing/shards.ts';
import {
  type DiscordFailure,
  describeClose,
  describeDeadline,
  describeFailure,
  describeOutage,
} from './errors.ts';
import { NO_PINGS } from './pings.ts';
import { restOptions } from './rest.ts';

/** During a connection that Discord does not complete, `destroy` of discord.js never settles. */
const DESTROY_DEADLINE_MS = 500;

/**
 * No privileged intent unless it `readsMessages`: Discord shows the bot what mentions it and what is written to it directly.
 * Nothing is cached that grows with use (100,000 messages took 206 MB); repeats are told by their ids instead.
 */
export const createClient = (
  api: string | null,
  readsMessages: boolean,
  retryPausesMs?: readonly number[],
  shards?: Shards | null,
): Client =>
  new Client({
    // As many as Discord advises, or a part: each shard is a connection of its own, with some of the servers.
    ...(shards ? { shards: [...shards.ids], shardCount: shards.count } : { shards: 'auto' as const }),
    intents: [
      ...[GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
      ...(readsMessages ? [GatewayIntentBits.MessageContent, GatewayIntentBits.GuildMessageReactions] : []),
    ],
    // Answers are not cached, and may be older than the process.
    partials: [
      Partials.Channel,
      ...(readsMessages ? [Partials.Message, Partials.Reaction, Partials.User] : []),
    ],
    allowedMentions: NO_PINGS,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      DMMessageManager: 0,
      GuildMessageManager: 0,
      MessageManager: 0,
      ReactionManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      PresenceManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
    }),
    rest: restOptions(api, retryPausesMs),
  });

/**
 * Resolves once Discord has closed a shard for good, or one cannot be reached any more; otherwise never.
 *
 * discord.js tells of the first and lets the process end with code 0; of the second it says nothing and goes on.
 */
export const watchForEnd = (client: Client, reconnectDeadlineMs: number): Promise<DiscordFailure> =>
  new Promise((resolve) => {
    const away = new Map<number, NodeJS.Timeout>();
    const isBack = (shard: number): void => {
      clearTimeout(away.get(shard));
      away.delete(shard);
    };
    const giveUp = (): void => resolve(describeOutage(reconnectDeadlineMs));
    client.on(Events.ShardDisconnect, ({ code }) => resolve(describeClose(code)));
    client.on(Events.ShardReconnecting, (shard) => {
      if (!away.has(shard)) away.set(shard, setTimeout(giveUp, reconnectDeadlineMs).unref());
    });
    client.on(Events.ShardReady, isBack);
    client.on(Events.ShardResume, isBack);
  });

/** Logs when a shard of the running connection breaks off and when all are back; tries in between stay quiet. */
export function logTroubles(client: Client, log: Log): void {
  const away = new Set<number>();
  let error: unknown;
  client.on(Events.Error, (trouble) => log.error('discord.js reports an error', { error: trouble }));
  // What follows says whether it matters: another try, or an end.
  client.on(Events.ShardError, (trouble) => {
    error = trouble;
  });
  client.on(Events.ShardReconnecting, (shard) => {
    if (away.size === 0)
      log.warn('the connection to Discord broke off', error === undefined ? {} : { error });
    away.add(shard);
    error = undefined;
  });
  const isBack = (shard: number): void => {
    if (away.delete(shard) && away.size === 0) log.info('connected to Discord again');
  };
  client.on(Events.ShardReady, isBack);
  client.on(Events.ShardResume, isBack);
}

export interface ConnectOptions {
  readonly token: string;
  readonly api: string | null;
  /** For each shard: Discord lets them in one after the other. */
  readonly deadlineMs: number;
  /** From {@link watchForEnd}. */
  readonly end: Promise<DiscordFailure>;
}

/**
 * Logs in and waits until the client is ready.
 *
 * Throws {@link DiscordFailure}. The client takes no questions then, but the process has to be ended: after
 * a deadline discord.js goes on trying, whatever it is told.
 */
export async function connect(client: Client, options: ConnectOptions): Promise<void> {
  const { token, api, deadlineMs, end } = options;
  const timer = new AbortController();
  let lastTrouble: unknown;
  const noteTrouble = (error: Error) => {
    lastTrouble = error;
  };
  client.on(Events.ShardError, noteTrouble);
  // Without a listener an error event ends the process.
  client.on(Events.Error, noteTrouble);
  // Before login: the event can come before login() settles, or never.
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
  const refused = end.then((failure) => Promise.reject(failure));
  let progress = 0;
  const countShard = (): void => {
    progress++;
  };
  client.on(Events.ShardReady, countShard);
  const untilLate = async (): Promise<never> => {
    for (let before = -1; before !== progress; ) {
      before = progress;
      await wait(deadlineMs, undefined, { signal: timer.signal });
    }
    throw describeDeadline(deadlineMs, api, lastTrouble);
  };
  const late = untilLate();
  try {
    await Promise.race([refused, client.login(token).then(() => ready), late]);
  } catch (error) {
    await disconnect(client);
    throw describeFailure(error, api, token);
  } finally {
    timer.abort();
    client.off(Events.ShardReady, countShard);
    for (const promise of [refused, late]) promise.catch(() => {});
  }
}

/** Leaves Discord and takes no questions any more; settles in any state of the connection. */
export async function disconnect(client: Client): Promise<void> {
  // discord.js announces a new try after any close, and in an outage connects again in spite of destroy().
  for (const event of [
    Events.ShardReconnecting,
    Events.InteractionCreate,
    Events.MessageCreate,
    Events.MessageReactionAdd,
  ] as const) {
    client.removeAllListeners(event);
  }
  const timer = new AbortController();
  const late = wait(DESTROY_DEADLINE_MS, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([client.destroy().catch(() => {}), late]);
  timer.abort();
}
