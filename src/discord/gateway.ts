/** The connection to Discord: who may connect, until when, and how it ends. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import { type DiscordFailure, describeClose, describeDeadline, describeFailure } from './errors.ts';
import { NO_PINGS } from './pings.ts';

/** Takes a line for the person who runs the bot, and the error behind it. */
export type Log = (line: string, error?: unknown) => void;

/** discord.js waits 15 s and tries four times; an answer after that is of no use to anybody. */
export const REST_TIMEOUT_MS = 10_000;

/** During a connection that Discord does not complete, `destroy` of discord.js never settles. */
const DESTROY_DEADLINE_MS = 1_000;

/** No privileged intent: Discord shows the bot what mentions it and what is written to it directly. */
export const createClient = (api: string | null): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: NO_PINGS,
    rest: restOptions(api),
  });

/** How Discord's API is reached, for the bot and for the deployment of commands. */
export const restOptions = (api: string | null) => ({
  version: '10',
  timeout: REST_TIMEOUT_MS,
  ...(api !== null && { api }),
});

/**
 * Resolves once Discord has closed the gateway for good, and otherwise never.
 *
 * discord.js does not try again then, still calls itself ready, and lets the process end with code 0.
 */
export const watchForEnd = (client: Client): Promise<DiscordFailure> =>
  new Promise((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(describeClose(code)));
  });

/** Logs when the running connection breaks off and when it is back; tries in between stay quiet. */
export function logTroubles(client: Client, log: Log): void {
  let isConnected = true;
  let lastTrouble: unknown;
  client.on(Events.Error, (error) => log('discord.js reports an error', error));
  // What follows says whether it matters: another try, or an end.
  client.on(Events.ShardError, (error) => {
    lastTrouble = error;
  });
  client.on(Events.ShardReconnecting, () => {
    if (isConnected) log('The connection to Discord broke off; connecting again', lastTrouble);
    isConnected = false;
    lastTrouble = undefined;
  });
  for (const event of [Events.ShardReady, Events.ShardResume] as const) {
    client.on(event, () => {
      if (!isConnected) log('Connected to Discord again');
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
  for (const event of [Events.ShardReconnecting, Events.InteractionCreate, Events.MessageCreate] as const) {
    client.removeAllListeners(event);
  }
  const timer = new AbortController();
  const late = wait(DESTROY_DEADLINE_MS, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([client.destroy().catch(() => {}), late]);
  timer.abort();
}
