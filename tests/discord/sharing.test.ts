import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.ts';
import { deployCommands } from '../../src/discord/deploy.ts';
import type { Library } from '../../src/library.ts';
import { createLog } from '../../src/log.ts';
import { openServerState, type ServerState } from '../../src/storage/server-state.ts';
import { type LocalDiscord, startLocalDiscord } from '../local-discord/start-local-discord.ts';
import type { Guild, Message, User } from '../local-discord/world/nouns.ts';
import { shardOf } from '../local-discord/world/snowflakes.ts';
import { type LocalState, startLocalState } from '../local-state/start-local-state.ts';
import { makeFolder } from '../temporary-folder.ts';
import { ANSWERED, UNANSWERED } from './answers.ts';
import { libraryThatAnswers } from './scene.ts';

let discord: LocalDiscord;
let server: LocalState;
let states: ServerState[];
let bots: Bot[];
let asked: string[];

/** Two bots, Discord and the state are one process here. */
const PATIENCE_MS = 12_000;

beforeEach(async () => {
  [states, bots, asked] = [[], [], []];
  server = await startLocalState(join(makeFolder(), 'state.db'));
  discord = await startLocalDiscord({
    acknowledgeWithinMs: PATIENCE_MS,
    patienceMs: PATIENCE_MS,
    shards: 2,
    identifiesAtOnce: 4,
  });
  await deployCommands({ token: discord.token, api: discord.api, guildId: null });
});
afterEach(async () => {
  for (const bot of bots) await bot.stop();
  await discord.stop();
  for (const state of states) await state.close();
  await server.stop();
  expect(discord.violations).toEqual([]);
});

const log = createLog({ level: 'error', secrets: [], write: (line) => console.error(line) });

async function start(
  ids: readonly number[],
  library: Library,
  changes: Partial<BotOptions> = {},
): Promise<Bot> {
  const state = await openServerState({ url: server.url, token: '' }, null, PATIENCE_MS);
  states.push(state);
  const { token, api } = discord;
  const noting: Library = {
    ...library,
    ask: (question, options) => {
      asked.push(question);
      return library.ask(question, options);
    },
  };
  const bot = await startBot({
    ...{ token, api, library: noting, state, log },
    ...{ shards: { ids, count: 2 }, isShared: true, leaseMs: 10_000, manners: { cooldownMs: 0 } },
    ...changes,
  });
  bots.push(bot);
  return bot;
}

const mention = (text: string, guild: Guild, author?: User): Message =>
  discord.say(`<@${discord.bot.id}> ${text}`, { channel: guild.channels[0]!, ...(author && { author }) });

/** A server of each shard. */
function serversOfShards(): readonly [Guild, Guild] {
  const found: Guild[] = [discord.guild];
  while (new Set(found.map(({ id }) => shardOf(id, 2))).size < 2)
    found.push(discord.addGuild(`Server ${found.length}`));
  return [0, 1].map((shard) => found.find(({ id }) => shardOf(id, 2) === shard)!) as [Guild, Guild];
}

describe('two processes with the same shards', () => {
  it('answer each question once, and count it once', async () => {
    const library = libraryThatAnswers(UNANSWERED);
    await Promise.all([start([0, 1], library), start([0, 1], library)]);
    const questions = Array.from({ length: 3 }, (_, i) => `where is number ${i}?`);
    const people = questions.map((_, i) => discord.addPerson(`person-${i}`));
    const said = questions.map((text, i) => mention(text, discord.guild, people[i]));
    const commands = questions.map((question, i) =>
      discord.slash('ask', { question: `${question}?` }, { by: people[i]! }),
    );
    for (const one of said) await discord.replyTo(one);
    for (const { answered } of commands) await answered;
    expect(asked.toSorted()).toEqual([...questions, ...questions.map((one) => `${one}?`)].toSorted());
    await expect
      .poll(async () => (await states[0]!.countsSince(discord.guild.id, '2000-01-01')).unanswered)
      .toBe(6);
  });

  it('answer what the other was at when it ended', async () => {
    const hung = new Promise<never>(() => {});
    await start(
      [0, 1],
      libraryThatAnswers(() => hung),
      { leaseMs: 600, drainDeadlineMs: 10 },
    );
    const message = mention('who?', discord.guild);
    await expect.poll(() => asked).toEqual(['who?']);
    // As if it had been killed: nobody hears of it any more.
    const dead = states[0]!;
    await start([0, 1], libraryThatAnswers(ANSWERED), { leaseMs: 600 });
    await dead.close();
    expect((await discord.replyTo(message)).embeds).toHaveLength(1);
    expect(asked).toEqual(['who?', 'who?']);
  });
});

it('answers what another that is ended leaves', async () => {
  const hung = new Promise<never>(() => {});
  await start(
    [0, 1],
    libraryThatAnswers(() => hung),
    { drainDeadlineMs: 10 },
  );
  const message = mention('who?', discord.guild);
  await expect.poll(() => asked).toEqual(['who?']);
  await start([0, 1], libraryThatAnswers(ANSWERED));
  await bots[0]!.stop();
  expect((await discord.replyTo(message)).embeds).toHaveLength(1);
  expect(asked).toEqual(['who?', 'who?']);
});

describe('processes with a part of the shards each', () => {
  it('answer in their own servers, and note nothing of the others', async () => {
    const guilds = serversOfShards();
    const library = libraryThatAnswers(UNANSWERED);
    await Promise.all([start([0], library), start([1], library)]);
    for (const guild of guilds)
      await discord.replyTo(mention(`why ${guild.name}?`, guild, discord.addPerson(guild.name)));
    expect(asked).toHaveLength(2);
    await start([0], library);
    await states[0]!.forgetDeparted('9999-12-31');
    expect((await states[0]!.guilds()).toSorted()).toEqual(guilds.map(({ id }) => id).toSorted());
  });

  it('answer one question of a person at a time, with the pause between them', async () => {
    const [one, other] = serversOfShards();
    let underWay = 0;
    let most = 0;
    const times: number[] = [];
    const library = libraryThatAnswers(async () => {
      most = Math.max(most, ++underWay);
      times.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, 150));
      underWay--;
      return ANSWERED;
    });
    const manners = { cooldownMs: 700 };
    await Promise.all([start([0], library, { manners }), start([1], library, { manners })]);
    const said = [mention('first?', one), mention('second?', other)];
    for (const message of said) await discord.replyTo(message);
    expect(most).toBe(1);
    expect(Math.abs(times[1]! - times[0]!)).toBeGreaterThan(800);
  });

  it('take up what was under way in a process that was killed', async () => {
    const message = mention('who?', discord.guild);
    const state = await openServerState({ url: server.url, token: '' });
    states.push(state);
    const place = `${discord.guild.id}/${message.channel_id}`;
    await state.claim(message.id, 'killed', 1, place);
    const elsewhere = shardOf(discord.guild.id, 2) === 0 ? 1 : 0;
    await start([elsewhere], libraryThatAnswers(ANSWERED));
    await start([1 - elsewhere], libraryThatAnswers(ANSWERED));
    expect((await discord.replyTo(message)).embeds).toHaveLength(1);
    expect(asked).toEqual(['who?']);
  });
});
