/** `npm start`: the bot where a Discord token is set, else an example and a chat in the terminal. */
import pc from 'picocolors';
import { type Config, parseConfig } from '../config.ts';
import type { Bot } from '../discord/bot.ts';
import type { LiveLibrary } from '../library.ts';
import { otherMachine } from '../llm-config.ts';
import type { Log } from '../log.ts';
import type { ServerState } from '../storage/server-state.ts';
import type { BuildingOffice } from '../terminal/building-office.ts';
import { readArguments, runCommand, UsageError } from '../terminal/command.ts';
import { counted } from '../terminal/counted.ts';
import type { Web } from '../web/serve.ts';

const HELP = `Usage: npm start

Answers questions from the corpus: on Discord where DISCORD_TOKEN is set (in .env or the environment), else here in
the terminal, one question a line, until the end of the input. Builds the index where it is missing or out of date.

  -h, --help          show this`;

/** Service managers give 5 s or more. */
const END_DEADLINE_MS = 4_700;

await runCommand(HELP, process.env, async () => {
  const { positionals } = readArguments(process.argv.slice(2), {});
  if (positionals.length > 0)
    throw new UsageError(`Expected no argument, found ${JSON.stringify(positionals[0])}.`);
  const config = parseConfig(process.env);
  // Not before: help and wrong settings start nothing.
  const { fetchModels } = await import('../terminal/fetch-models.ts');
  await fetchModels(config);
  if (config.discordToken === '') await startChat(config);
  else await serveDiscord(config);
});

async function startChat(config: Config): Promise<void> {
  const [{ startForCommand }, { converse }, { openWriter }] = await Promise.all([
    import('../terminal/start.ts'),
    import('../terminal/converse.ts'),
    import('../terminal/writing.ts'),
  ]);
  const writer = await openWriter(config);
  const { library, ready } = startForCommand(config, (line) => console.error(pc.dim(line)));
  try {
    await ready;
    await converse(library, { records: config.records, writer });
  } finally {
    await library.close();
  }
}

async function serveDiscord(config: Config): Promise<void> {
  // Only here: the chat in the terminal needs no Discord.
  const [{ startForCommand }, { startBot }, { openServerState }, { openWriter }, { syncOnSchedule }, web] =
    await Promise.all([
      import('../terminal/start.ts'),
      import('../discord/bot.ts'),
      import('../storage/server-state.ts'),
      import('../terminal/writing.ts'),
      import('../terminal/sync.ts'),
      config.web.isOnInBot ? import('../web/serve.ts') : null,
    ]);
  const log = await openLog(config);
  const writer = await openWriter(config, log.warn);
  // Whatever slips through the bot's error boundary is told; the bot goes on.
  process.on('unhandledRejection', (error) => log.error('an error nobody waited for', { error }));
  const asked = toldToEnd();
  const state = await openServerState(config.stateServer ?? config.database, log);
  let bot: Bot | null = null;
  // With all shards and a file there is no other process.
  const isShared = config.shards !== null || config.stateServer !== null;
  const office = isShared ? await openOffice(state, () => library, log) : null;
  const reindex = (): Promise<unknown> => (office === null ? library.reindex() : office.reindex());
  // Sources that cannot be read end it before anything else is started.
  const endSync = await syncOnSchedule(
    config,
    {
      ofServers: state.allSources,
      reindex,
      onSynced: (synced) => bot?.tellSynced(synced),
      ...(office !== null && { isOurs: () => office.number() !== null }),
    },
    log,
  );
  // The bot does not wait for the index: it acknowledges questions, and they wait.
  const { library, ready } = startForCommand(config, (line) => log.info(line), office?.number);
  const page = await web?.startBeside({ config, library, writer, state, reindex, log }).catch(endWith);
  if (page !== undefined) console.error(`The page: ${page.address}/`);
  const starting = startBot({
    ...{ library, state, log, reindex, writer, isShared },
    ...settingsOfBot(config),
  }).catch(endWith);
  bot = await Promise.race([starting, asked]);
  if (bot === null) process.exit(0);
  console.error(`Invite it with ${bot.invite}`);
  // A failure is in the log, or ends the bot.
  tellReady(bot.name, library, ready).catch(() => {});
  const failure = await Promise.race([asked, bot.ended, library.ended]);
  return end(failure, { endSync, bot, page, library, office, state });
}

async function openLog({ logLevel: level, discordToken, web, llm, stateServer }: Config): Promise<Log> {
  const { createLog } = await import('../log.ts');
  return createLog({ level, secrets: [discordToken, web.token, llm?.key ?? '', stateServer?.token ?? ''] });
}

function toldToEnd(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(null));
  });
}

/** The library is started after it, and there by the time that it is asked to build. */
async function openOffice(state: ServerState, library: () => LiveLibrary, log: Log): Promise<BuildingOffice> {
  const { shareBuilding } = await import('../terminal/building-office.ts');
  return shareBuilding(
    state,
    {
      build: () => library().reindex(),
      catchUp: () => library().catchUp(),
      stop: () => library().abandonBuild(),
    },
    log,
  );
}

function settingsOfBot(config: Config) {
  return {
    token: config.discordToken,
    api: config.discordApi,
    articles: { corpus: config.corpus[0]!, records: config.records, copies: config.copies },
    operators: config.operators,
    readsMessages: config.messageContent,
    answersDirectMessages: config.directMessages,
    sendsTo: otherMachine(config.llm),
    shards: config.shards,
    keepsAt: config.stateServer && new URL(config.stateServer.url).host,
  };
}

async function tellReady(name: string, library: LiveLibrary, ready: Promise<void>): Promise<void> {
  await ready;
  const { articles } = await library.status();
  console.error(`On Discord as ${name}, with ${counted(articles, 'article')}. Ctrl+C ends.`);
}

interface Running {
  readonly endSync: () => void;
  readonly bot: Bot;
  readonly page: Web | undefined;
  readonly library: LiveLibrary;
  readonly office: BuildingOffice | null;
  readonly state: ServerState;
}

async function end(failure: Error | null, running: Running): Promise<never> {
  const { endSync, bot, page, library, office, state } = running;
  // Whatever is slow then: who waits for the end of the process waits no longer.
  setTimeout(() => process.exit(failure === null ? 0 : 1), END_DEADLINE_MS).unref();
  endSync();
  const left = Promise.all([bot.stop(), page?.stop()]);
  // After the bot was told to leave, so that who waits for a build hears why.
  library.stopBuilding();
  await office?.leave();
  await left;
  await library.close();
  await state.close();
  return failure === null ? process.exit(0) : endWith(failure);
}

/** Ends at once: a discord.js client that was refused goes on trying, and keeps the process alive. */
function endWith(failure: Error): never {
  console.error(pc.red(failure.message));
  process.exit(1);
}
