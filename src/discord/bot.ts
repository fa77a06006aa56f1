/** The bot: takes questions on Discord and brings the answers. */
import { setTimeout as wait } from 'node:timers/promises';
import { Events } from 'discord.js';
import { containsHan } from '../text/characters.ts';
import type { Answer } from '../types.ts';
import type { DiscordFailure } from './errors.ts';
import { connect, createClient, disconnect, type Log, logTroubles, watchForEnd } from './gateway.ts';
import { renderFailure, renderHint } from './notices.ts';
import { type CorpusNote, renderAnswer } from './render.ts';
import { type Request, requestOfInteraction, requestOfMessage } from './request.ts';

export interface BotOptions {
  readonly token: string;
  /** Base address of Discord's API, or null for Discord's own. */
  readonly api: string | null;
  readonly ask: (text: string) => Promise<Answer>;
  readonly log: Log;
  readonly corpusNote?: CorpusNote;
  /** How long to wait until the bot is on Discord. */
  readonly loginDeadlineMs?: number;
  /** How long `stop` waits for answers in flight. */
  readonly drainDeadlineMs?: number;
}

export interface Bot {
  /** Name that the bot has on Discord. */
  readonly name: string;
  /** Resolves once Discord has closed the connection for good: the bot will answer nothing any more. */
  readonly ended: Promise<DiscordFailure>;
  /** Takes nothing new, waits for the answers in flight, and leaves Discord. A second call joins the first. */
  readonly stop: () => Promise<void>;
}

const LOGIN_DEADLINE_MS = 30_000;
const DRAIN_DEADLINE_MS = 5_000;

/**
 * Brings the bot on Discord.
 *
 * Throws a {@link DiscordFailure} with a line for the person who runs it; the process has to be ended then,
 * as discord.js may go on trying to connect.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const {
    token,
    api,
    log,
    loginDeadlineMs = LOGIN_DEADLINE_MS,
    drainDeadlineMs = DRAIN_DEADLINE_MS,
  } = options;
  const client = createClient(api);
  const inFlight = new Set<Promise<void>>();
  let isStopping = false;
  const take = (readRequest: () => Request | null): void => {
    if (isStopping) return;
    const work = answer(readRequest, options).finally(() => inFlight.delete(work));
    inFlight.add(work);
  };
  client.on(Events.InteractionCreate, (interaction) => take(() => requestOfInteraction(interaction)));
  client.on(Events.MessageCreate, (message) => take(() => requestOfMessage(message)));

  const ended = watchForEnd(client);
  await connect(client, { token, api, deadlineMs: loginDeadlineMs, end: ended });
  logTroubles(client, log);

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    isStopping = true;
    await settleWithin(inFlight, drainDeadlineMs);
    await disconnect(client);
  };
  return {
    name: client.user?.tag ?? '',
    ended,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The one error boundary: whatever fails goes to the log, and the person gets one neutral sentence. */
async function answer(
  readRequest: () => Request | null,
  { ask, log, corpusNote }: BotOptions,
): Promise<void> {
  let request: Request | null = null;
  try {
    request = readRequest();
    if (request === null) return;
    await request.acknowledge();
    const { question } = request;
    await request.respond(
      question === '' ? renderHint(corpusNote) : renderAnswer(await ask(question), corpusNote),
    );
  } catch (error) {
    log('A question could not be answered', error);
    const language = containsHan(request?.question ?? '') ? 'zh' : 'en';
    await request
      ?.respond(renderFailure(language))
      .catch((cause) => log('The person could not be told either', cause));
  }
}

async function settleWithin(work: ReadonlySet<Promise<void>>, deadlineMs: number): Promise<void> {
  const timer = new AbortController();
  const late = wait(deadlineMs, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([Promise.allSettled(work), late]);
  timer.abort();
}
