/**
 * Processes of one bot on one state, with a part of the shards each, while many people ask: one is killed and its twin goes on,
 * one is killed and started again, one is replaced. Each question is to be answered, and once.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from '@libsql/client/http';
import { STATIC_MODEL } from '../../src/embedding/models.ts';
import { openServerState } from '../../src/storage/server-state.ts';
import { type LocalDiscord, startLocalDiscord } from '../../tests/local-discord/start-local-discord.ts';
import type { Guild } from '../../tests/local-discord/world/nouns.ts';
import { shardOf } from '../../tests/local-discord/world/snowflakes.ts';
import { type BotProcess, makeFolder, startBotProcess } from '../discord/bot-process.ts';
import { startStateServer } from './state-server.ts';

const QUESTIONS = 300;
const AT_ONCE = 12;
const PATIENCE_MS = 90_000;
const TOPICS = [
  'Who signed with Liaoning, and when?',
  '太原和长治什么时候签约？',
  'Who won the football cup in Brazil?',
];

/** Tells what came of it, and sets the exit code where something was lost or doubled. */
export async function surviveRestarts(): Promise<void> {
  const folder = makeFolder();
  const server = await startStateServer(folder);
  const discord = await startLocalDiscord({ patienceMs: PATIENCE_MS, shards: 2, identifiesAtOnce: 8 });
  const processes = createProcesses(folder, server.url, discord);
  try {
    const guilds = guildsOfShards(discord);
    const bots = [processes.start(0), processes.start(1), processes.start(1)] as const;
    await Promise.all(bots.map(({ ready }) => ready));
    const asking = waysToAsk(discord, guilds);
    const happenings = losses(processes, bots, asking, server.url);
    const unanswered = await askAll(
      () => asking.open,
      async (number) => happenings[number]?.(),
    );
    checkAnswers(discord, guilds, unanswered);
    const builders = bots.filter(({ told }) => told().includes('this process builds the index')).length;
    check('one of them built the index, and another took over', builders >= 1);
    await checkServers(server.url);
  } finally {
    await processes.end();
    await discord.stop();
    await server.stop();
  }
}

interface Processes {
  start(shard: number): BotProcess;
  /** Resolves when it has ended. */
  kill(bot: BotProcess, signal: NodeJS.Signals): Promise<void>;
  end(): Promise<void>;
}

function createProcesses(folder: string, stateUrl: string, discord: LocalDiscord): Processes {
  const running = new Set<BotProcess>();
  let started = 0;
  const kill = async (bot: BotProcess, signal: NodeJS.Signals): Promise<void> => {
    bot.child.kill(signal);
    await bot.ended;
    running.delete(bot);
  };
  return {
    start(shard) {
      const own = join(folder, `state-${started++}`);
      mkdirSync(own, { recursive: true });
      const bot = startBotProcess({ api: discord.api, token: discord.token, folder }, [], {
        ...{ STATE_URL: stateUrl, SHARDS: `${shard}/2`, EMBEDDING_MODEL: STATIC_MODEL },
        DATABASE: join(own, 'state.db'),
      });
      running.add(bot);
      return bot;
    },
    kill,
    async end() {
      for (const bot of running) await kill(bot, 'SIGKILL');
    },
  };
}

/** Places to ask in, on the first shard and the second, and commands there. */
interface Asking {
  readonly first: Way;
  readonly second: Way;
  readonly commands: Way;
  /** Those that are asked in just now. */
  open: readonly Way[];
}

function waysToAsk(discord: LocalDiscord, guilds: readonly [Guild, Guild]): Asking {
  const ways = {
    first: mention(discord, guilds[0]),
    second: mention(discord, guilds[1]),
    commands: command(discord, guilds[1]),
  };
  return { ...ways, open: Object.values(ways) };
}

/** What happens before the question of a number is asked. */
function losses(
  { start, kill }: Processes,
  [alone, one, twin]: readonly [BotProcess, BotProcess, BotProcess],
  asking: Asking,
  stateUrl: string,
): Readonly<Record<number, () => Promise<void>>> {
  const { first, second, commands } = asking;
  const all = asking.open;
  return {
    // Discord drops a command that nobody has acknowledged for 3 s: those that are under way are waited for.
    60: async () => {
      asking.open = [first, second];
      while (commands.underWay.size > 0) await wait(20);
      await kill(one, 'SIGKILL');
      asking.open = all;
    },
    // What is asked while nobody hears of it Discord tells nobody later.
    140: async () => {
      asking.open = [second, commands];
      await untilTaken(stateUrl, first);
      await kill(alone, 'SIGKILL');
      console.log(`  ${first.underWay.size} questions were under way in the process that is started again`);
      await start(0).ready;
      asking.open = all;
    },
    220: async () => {
      await start(1).ready;
      await kill(twin, 'SIGTERM');
    },
  };
}

function checkAnswers(discord: LocalDiscord, guilds: readonly Guild[], unanswered: number): void {
  const shown = guilds
    .flatMap(({ channels }) => discord.messagesIn(channels[0]!))
    .map(({ embeds }) => embeds[0]?.footer?.text ?? '');
  const counts = Array.from(
    { length: QUESTIONS },
    (_, i) => shown.filter((text) => text === questionOf(i)).length,
  );
  const right = counts.filter((count) => count === 1).length;
  const doubled = counts.filter((count) => count > 1).length;
  check(
    `processes were killed and replaced: ${right} of ${QUESTIONS} questions answered once`,
    right === QUESTIONS,
  );
  console.log(`  ${unanswered} not answered in time, ${doubled} answered twice`);
}

async function checkServers(url: string): Promise<void> {
  const state = await openServerState({ url, token: '' });
  const left = await state.guilds();
  await state.forgetDeparted('9999-12-31');
  check('no server was taken for one that was left', (await state.guilds()).length === left.length);
  await state.close();
}

/** A way to ask in one place. */
interface Way {
  readonly ask: (number: number) => Promise<unknown>;
  /** Ids of messages that are not answered yet, or numbers of commands. */
  readonly underWay: Set<string>;
}

const questionOf = (number: number): string => `${TOPICS[number % TOPICS.length]} (${number})`;

function mention(discord: LocalDiscord, { channels: [channel] }: Guild): Way {
  const underWay = new Set<string>();
  const ask = async (number: number): Promise<void> => {
    const author = discord.addPerson(`person-${number}`);
    const text = `<@${discord.bot.id}> ${questionOf(number)}`;
    const message = discord.say(text, { author, channel: channel! });
    underWay.add(message.id);
    await discord.replyTo(message).finally(() => underWay.delete(message.id));
  };
  return { ask, underWay };
}

function command(discord: LocalDiscord, { channels: [channel] }: Guild): Way {
  const underWay = new Set<string>();
  const ask = async (number: number): Promise<void> => {
    const by = discord.addPerson(`person-${number}`);
    underWay.add(String(number));
    const { answered } = discord.slash('ask', { question: questionOf(number) }, { by, channel: channel! });
    await answered.finally(() => underWay.delete(String(number)));
  };
  return { ask, underWay };
}

/** Waits until a process has taken all that is under way; what is on its way to one that dies is lost on Discord, too. */
async function untilTaken(url: string, { underWay }: Way): Promise<void> {
  const client = createClient({ url });
  for (;;) {
    const { rows } = await client.execute('SELECT what FROM claim');
    const taken = new Set(rows.map(({ what }) => what));
    if ([...underWay].every((id) => taken.has(id))) break;
  }
  client.close();
}

/** Asks in turn, several at once, each question by another person; who asks one at which something happens waits for that. */
async function askAll(
  ways: () => readonly Way[],
  happen: (number: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  let unanswered = 0;
  const askOn = async (): Promise<void> => {
    while (next < QUESTIONS) {
      const number = next++;
      await happen(number);
      const all = ways();
      await all[number % all.length]!.ask(number).catch(() => unanswered++);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  return unanswered;
}

/** A server of each shard. */
function guildsOfShards(discord: LocalDiscord): readonly [Guild, Guild] {
  const found = [discord.guild];
  while (new Set(found.map(({ id }) => shardOf(id, 2))).size < 2)
    found.push(discord.addGuild(`Server ${found.length}`));
  return [0, 1].map((shard) => found.find(({ id }) => shardOf(id, 2) === shard)!) as [Guild, Guild];
}

function check(what: string, holds: boolean): void {
  console.log(`${holds ? 'passed' : 'FAILED'}: ${what}`);
  if (!holds) process.exitCode = 1;
}
