/** The bot: goes on Discord, takes what people ask there, and leaves when it is told to. */
import { ActivityType, type Client, Events } from 'discord.js';
import type { Library, LibraryStatus } from '../library.ts';
import type { Log } from '../log.ts';
import type { ServerState } from '../storage/server-state.ts';
import type { Synced } from '../terminal/sync.ts';
import type { Writer } from '../writing/write.ts';
import { createTurns, MANNERS, type Manners } from './asking/turns.ts';
import { createHelpers } from './asking/unasked.ts';
import { createRules } from './asking/where.ts';
import { createWritings } from './asking/written.ts';
import { type Catalog, createCatalog, watchIndex } from './catalog.ts';
import { type DiscordFailure, describeFailure, isWrongToken } from './connection/errors.ts';
import { connect, createClient, disconnect, logTroubles, watchForEnd } from './connection/gateway.ts';
import { inviteLink } from './connection/invite.ts';
import { createOperators } from './connection/operators.ts';
import type { Context } from './context.ts';
import { watchDepartures } from './departures.ts';
import { watchDigests } from './digest.ts';
import type { EditorPlaces } from './editing/collection.ts';
import { createEditor } from './editing/editor.ts';
import { watchLearning } from './editing/learn.ts';
import { createRebuild } from './editing/rebuild.ts';
import { createEnds, type Ends, takeLeave } from './farewell.ts';
import { createIntake, type Intake } from './intake.ts';
import { tellSynced } from './news.ts';
import { isOurs, type Shards } from './sharing/shards.ts';
import { shareWork, workAlone } from './sharing/sharing.ts';
import { watchAbandoned } from './sharing/take-over.ts';

export interface BotOptions {
  readonly token: string;
  /** Base address of Discord's API, or null for Discord's own. */
  readonly api: string | null;
  /** May take its time to answer, as while its index is built. */
  readonly library: Library;
  readonly state: ServerState;
  readonly log: Log;
  /** The language model that writes answers; without it answers are what the articles say. */
  readonly writer?: Writer | null;
  /** Pause between two edits of a message. */
  readonly editMs?: number;
  /** Indexes the articles anew, for `/admin reindex`; the library answers from the new index when it is done. */
  readonly reindex?: () => Promise<unknown>;
  /** Where the articles are that may be changed from within Discord; they cannot be without it. */
  readonly articles?: EditorPlaces;
  /** Ids of people who may do what concerns all servers, beside the owner of the application or its team. */
  readonly operators?: readonly string[];
  /** Whether questions in direct messages are answered; they are unless this says no. */
  readonly answersDirectMessages?: boolean;
  readonly sendsTo?: string | null;
  readonly keepsAt?: string | null;
  /** Whether the bot reads messages that are not for it; Discord has to allow it the Message Content intent then. */
  readonly readsMessages?: boolean;
  /** How long somebody else has for an answer before one that nobody asked the bot for. */
  readonly helperWaitMs?: number;
  /** Part of the shards that this process has; as many as Discord advises without it. */
  readonly shards?: Shards | null;
  /** Whether other processes work on the same state. */
  readonly isShared?: boolean;
  /** For how long work is held without another word, where it is shared. */
  readonly leaseMs?: number;
  readonly manners?: Partial<Manners>;
  /** Pauses before a call that failed is tried again. */
  readonly retryPausesMs?: readonly number[];
  /** How long to wait until the bot is on Discord. */
  readonly loginDeadlineMs?: number;
  /** How long a connection may stay broken before the bot counts as ended. */
  readonly reconnectDeadlineMs?: number;
  /** How long `stop` waits for answers under way. */
  readonly drainDeadlineMs?: number;
}

export interface Bot {
  /** Name that the bot has on Discord. */
  readonly name: string;
  /** Link that brings it to a server, with exactly the permissions that it needs. */
  readonly invite: string;
  /** Tells servers what became of their articles when the sources were asked again. */
  readonly tellSynced: (synced: readonly Synced[]) => void;
  /** Resolves once the bot will answer nothing any more: Discord refuses it, or cannot be reached. */
  readonly ended: Promise<DiscordFailure>;
  /** Takes nothing new, waits for the answers under way, and leaves Discord. A second call joins the first. */
  readonly stop: () => Promise<void>;
}

const LOGIN_DEADLINE_MS = 30_000;
/** discord.js tries twice a second for ever; beyond this a fresh process is the better try. */
const RECONNECT_DEADLINE_MS = 5 * 60_000;
const DRAIN_DEADLINE_MS = 2_500;
/** Somebody who knows begins to write within that. */
const HELPER_WAIT_MS = 20_000;

/**
 * Brings the bot on Discord.
 *
 * Throws a {@link DiscordFailure} with a line for the person who runs it; the process has to be ended then,
 * as discord.js may go on trying to connect.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { token, api, library, log, readsMessages = false } = options;
  const client = createClient(api, readsMessages, options.retryPausesMs, options.shards);
  const catalog = createCatalog(library, (status) => showIndex(client, status));
  let fail: (failure: DiscordFailure) => void = () => {};
  const failed = new Promise<DiscordFailure>((resolve) => {
    fail = resolve;
  });
  const ended = Promise.race([
    failed,
    watchForEnd(client, options.reconnectDeadlineMs ?? RECONNECT_DEADLINE_MS),
  ]);
  const ends = createEnds();
  const context = createContext(client, catalog, ends, options);
  const intake = createIntake(
    context,
    // discord.js forgets a token that Discord refuses once, and every later call fails.
    (error) => isWrongToken(error) && fail(describeFailure(error, api, token)),
  );
  // Before the login: an event may follow it at once.
  listen(client, intake, catalog);
  await connect(client, { token, api, deadlineMs: options.loginDeadlineMs ?? LOGIN_DEADLINE_MS, end: ended });
  logTroubles(client, log);
  const endWatching = startWatching(client as Client<true>, intake, context, options.isShared ?? false);

  const stop = async (): Promise<void> => {
    for (const end of endWatching) end();
    await takeLeave(intake, ends, options.drainDeadlineMs ?? DRAIN_DEADLINE_MS);
    await disconnect(client);
    await context.sharing.end();
  };
  let stopped: Promise<void> | undefined;
  return {
    name: client.user?.tag ?? '',
    invite: context.inviteLink(),
    tellSynced: (synced) => {
      tellSynced(client as Client<true>, synced, context).catch((error) =>
        log.error('servers could not be told of changed articles', { error }),
      );
    },
    ended,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

function createContext(client: Client, catalog: Catalog, ends: Ends, options: BotOptions): Context {
  const { library, state, log, reindex = null, articles = null, leaseMs, editMs } = options;
  const { readsMessages = false } = options;
  const { farewell, ending, leaving } = ends;
  const manners = { ...MANNERS, ...options.manners };
  return {
    library,
    state,
    rulesAt: createRules(state, log),
    catalog,
    log,
    rebuild: reindex && createRebuild(() => ending.unlessClosing(reindex())),
    editor: articles && createEditor(articles, state),
    corpus: articles?.corpus ?? null,
    readsMessages,
    helpers: createHelpers(),
    helperWaitMs: options.helperWaitMs ?? HELPER_WAIT_MS,
    unlessEnding: ending.unlessClosing,
    unlessClosing: farewell.unlessClosing,
    takeTurn: createTurns(manners),
    manners,
    writer: options.writer ?? null,
    writings: createWritings(),
    ...(editMs !== undefined && { editMs }),
    sharing: options.isShared
      ? shareWork(state, { signal: leaving.signal, log, ...(leaseMs !== undefined && { leaseMs }) })
      : workAlone(),
    isOurs: (guildId) => isOurs(client, guildId),
    answersDirectMessages: options.answersDirectMessages ?? true,
    sendsTo: options.sendsTo ?? null,
    keepsAt: options.keepsAt ?? null,
    isOperator: createOperators(client, options.operators ?? []),
    inviteLink: () => inviteLink(client.application?.id ?? '', readsMessages),
  };
}

function listen(client: Client, intake: Intake, catalog: Catalog): void {
  client.on(Events.InteractionCreate, intake.takeInteraction);
  client.on(Events.MessageCreate, intake.takeMessage);
  client.on(Events.MessageReactionAdd, intake.takeReaction);
  // A new session has no presence.
  client.on(Events.ShardReady, () => showIndex(client, catalog.status()));
}

/** What the bot does unasked; returns what ends it. */
function startWatching(
  client: Client<true>,
  { takeMessage }: Intake,
  context: Context,
  isShared: boolean,
): (() => void)[] {
  const { state, editor, catalog, log } = context;
  const tidy = (): void => {
    editor?.tidy().catch((error) => log.warn('copies could not be deleted', { error }));
  };
  return [
    watchDepartures(client, state, log, tidy),
    watchDigests(client, context),
    watchLearning(client, context),
    ...(isShared ? [watchAbandoned(client, state, takeMessage, log)] : []),
    watchIndex(catalog, log),
  ];
}

/** The presence tells of what day the index is; the day reads the same in every language. */
function showIndex({ user }: Client, status: LibraryStatus | null): void {
  if (user === null || status === null) return;
  const name = `📚 ${status.builtAt.slice(0, 10)}`;
  user.setPresence({ activities: [{ type: ActivityType.Custom, name, state: name }] });
}
