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
  const running = new Set<BotProcess>();
  let started = 0;
  const start = (shard: number): BotProcess => {
    const own = join(folder, `state-${started++}`);
    mkdirSync(own, { recursive: true });
    const bot = startBotProcess({ api: discord.api, token: discord.token, folder }, [], {
      ...{ STATE_URL: server.url, SHARDS: `${shard}/2`, EMBEDDING_MODEL: STATIC_MODEL },
      DATABASE: join(own, 'state.db'),
    });
    running.add(bot);
    return bot;
  };
  const kill = async (bot: BotProcess, signal: NodeJS.Signals): Promise<void> => {
    bot.child.kill(signal);
    await bot.ended;
    running.delete(bot);
  };
  try {
    const guilds = guildsOfShards(discord);
    const bots = [start(0), start(1), start(1)] as const;
    await Promise.all(bots.map(({ ready }) => ready));
    const [alone, one, twin] = bots;
    const [first, second, commands] = [
      mention(discord, guilds[0]),
      mention(discord, guilds[1]),
      command(discord, guilds[1]),
    ];
    let ways: readonly Way[] = [first, second, commands];
    const happenings: Readonly<Record<number, () => Promise<void>>> = {
      // Discord drops a command that nobody has acknowledged for 3 s: those that are under way are waited for.
      60: async () => {
        ways = [first, second];
        while (commands.underWay.size > 0) await wait(20);
        await kill(one, 'SIGKILL');
        ways = [first, second, commands];
      },
      // What is asked while nobody hears of it Discord tells nobody later.
      140: async () => {
        ways = [second, commands];
        await untilTaken(server.url, first);
        await kill(alone, 'SIGKILL');
        console.log(`  ${first.underWay.size} questions were under way in the process that is started again`);
        await start(0).ready;
        ways = [first, second, commands];
      },
      220: async () => {
        await start(1).ready;
        await kill(twin, 'SIGTERM');
      },
    };
    const unanswered = await askAll(
      () => ways,
      async (number) => happenings[number]?.(),
    );
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
    const builders = bots.filter(({ told }) => told().includes('this process builds the index')).length;
    check('one of them built the index, and another took over', builders >= 1);
    const state = await openServerState({ url: server.url, token: '' });
    const left = await state.guilds();
    await state.forgetDeparted('9999-12-31');
    check('no server was taken for one that was left', (await state.guilds()).length === left.length);
    await state.close();
  } finally {
    for (const bot of running) await kill(bot, 'SIGKILL');
    await discord.stop();
    await server.stop();
  }
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
