/** The connection to Discord: who may connect, until when, and how it ends. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Log } from '../../log.ts';
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
): Client =>
  new Client({
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
 * Resolves once Discord has closed the gateway for good, or cannot be reached any more; otherwise never.
 *
 * discord.js tells of the first and lets the process end with code 0; of the second it says nothing and goes on.
 */
export const watchForEnd = (client: Client, reconnectDeadlineMs: number): Promise<DiscordFailure> =>
  new Promise((resolve) => {
    let away: NodeJS.Timeout | undefined;
    const isBack = (): void => {
      clearTimeout(away);
      away = undefined;
    };
    client.on(Events.ShardDisconnect, ({ code }) => resolve(describeClose(code)));
    client.on(Events.ShardReconnecting, () => {
      away ??= setTimeout(() => resolve(describeOutage(reconnectDeadlineMs)), reconnectDeadlineMs).unref();
    });
    client.on(Events.ShardReady, isBack);
    client.on(Events.ShardResume, isBack);
  });

/** Logs when the running connection breaks off and when it is back; tries in between stay quiet. */
export function logTroubles(client: Client, log: Log): void {
  let isConnected = true;
  let error: unknown;
  client.on(Events.Error, (trouble) => log.error('discord.js reports an error', { error: trouble }));
  // What follows says whether it matters: another try, or an end.
  client.on(Events.ShardError, (trouble) => {
    error = trouble;
  });
  client.on(Events.ShardReconnecting, () => {
    if (isConnected) log.warn('the connection to Discord broke off', error === undefined ? {} : { error });
    isConnected = false;
    error = undefined;
  });
  for (const event of [Events.ShardReady, Events.ShardResume] as const) {
    client.on(event, () => {
      if (!isConnected) log.info('connected to Discord again');
      isConnected = true;
    });
  }
}

export interface ConnectOptions {
  readonly token: string;
  readonly api: string | null;
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
  const late = wait(deadlineMs, undefined, { signal: timer.signal }).then(() =>
    Promise.reject(describeDeadline(deadlineMs, api, lastTrouble)),
  );
  try {
    await Promise.race([refused, client.login(token).then(() => ready), late]);
  } catch (error) {
    await disconnect(client);
    throw describeFailure(error, api, token);
  } finally {
    timer.abort();
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
