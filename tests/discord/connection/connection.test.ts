import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, type BotOptions, startBot } from '../../../src/discord/bot.ts';
import { createLog } from '../../../src/log.ts';
import { openServerState } from '../../../src/storage/server-state.ts';
import { type LocalDiscord, startLocalDiscord } from '../../local-discord/start-local-discord.ts';
import { shardOf } from '../../local-discord/world/snowflakes.ts';
import { makeFolder } from '../../temporary-folder.ts';
import { ANSWERED } from '../answers.ts';
import { libraryThatAnswers } from '../scene.ts';

let discord: LocalDiscord;
let bots: Bot[];
let logged: unknown[];

const state = await openServerState(join(makeFolder(), 'state.db'));
afterAll(() => state.close());

beforeEach(async () => {
  bots = [];
  logged = [];
  discord = await startLocalDiscord({ patienceMs: 3_000 });
});

afterEach(async () => {
  for (const bot of bots) await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
  expect(discord.liveMentionRisks).toEqual([]);
});

async function start(changes: Partial<BotOptions> = {}): Promise<Bot> {
  const bot = await startBot({
    token: discord.token,
    api: discord.api,
    library: libraryThatAnswers(ANSWERED),
    state,
    log: createLog({ level: 'info', secrets: [], write: (line) => logged.push(JSON.parse(line).event) }),
    loginDeadlineMs: 5_000,
    retryPausesMs: [1, 1, 1, 1],
    ...changes,
  });
  bots.push(bot);
  return bot;
}

describe('a login that fails', () => {
  it.each(['wrong.secret.token', ''])('tells of the wrong token %j without repeating it', async (token) => {
    const failure = await start({ token }).catch((error: Error) => error);
    expect(failure).toMatchObject({
      name: 'DiscordFailure',
      message: expect.stringMatching(/^Discord does not accept DISCORD_TOKEN\. .*Bot page/),
    });
    expect(String(failure)).not.toContain('secret');
  });

  it.each([
    [4004, 'Discord does not accept DISCORD_TOKEN'],
    [4010, 'Discord refuses the shard'],
    [4011, 'Discord requires more shards'],
    [4012, 'Discord no longer speaks version 10'],
    [4013, 'Discord does not know an intent'],
    [4014, 'Discord disallows an intent'],
  ])('tells what to do about close code %i', async (code, line) => {
    discord.gateway.faults.failIdentify = code;
    await expect(start()).rejects.toThrow(new RegExp(`^${line}.*\\(close code ${code}\\)$`));
  });

  it('tells that Discord cannot be reached', async () => {
    await discord.stop();
    await expect(start()).rejects.toThrow(/^Discord cannot be reached at http.* \(ECONNREFUSED\)\. Check/);
  });

  it('tells that Discord has trouble', async () => {
    discord.fault({ match: /gateway\/bot/, status: 503, times: 9 });
    await expect(start()).rejects.toThrow(/has trouble \(HTTP 503\)/);
  });

  it.each(['refuseUpgrades', 'withholdHello'] as const)(
    'gives up at the deadline where discord.js would wait for ever: %s',
    async (fault) => {
      discord.gateway.faults[fault] = true;
      await expect(start({ loginDeadlineMs: 100 })).rejects.toThrow(
        /did not let the bot in within 0\.1 s\. .*WebSockets/,
      );
    },
  );
});

it('answers nobody after a failed start, even where discord.js gets in later', async () => {
  discord.gateway.faults.refuseUpgrades = true;
  await expect(start({ loginDeadlineMs: 100 })).rejects.toThrow(/did not let the bot in/);
  discord.gateway.faults.refuseUpgrades = false;
  await discord.gateway.nextIdentify();
  const interaction = discord.slash('ask', { question: 'too early?' });
  const bot = await start();
  await discord.replyTo(discord.say(`<@${discord.bot.id}> now?`));
  await bot.stop();
  const acknowledged = discord.requests.filter(({ path }) => path.includes(interaction.id));
  expect(acknowledged).toEqual([]);
});

describe('a connection that ends', () => {
  it.each([
    [4004, 'Discord does not accept DISCORD_TOKEN'],
    [4014, 'Discord disallows an intent'],
  ])('for good with %i after the bot was ready surfaces', async (code, line) => {
    const bot = await start();
    discord.gateway.drop(code);
    expect((await bot.ended).message).toMatch(new RegExp(`^${line}.*\\(close code ${code}\\)$`));
    expect(logged).toEqual([]);
  });

  it('for a while only is taken up again', async () => {
    await start();
    const resumed = discord.gateway.nextResume();
    discord.gateway.drop();
    await resumed;
    const question = discord.say(`<@${discord.bot.id}> still there?`);
    await expect(discord.replyTo(question)).resolves.toBeDefined();
    await bots[0]?.stop();
    expect(logged.filter((event) => event !== 'answered')).toEqual([
      'the connection to Discord broke off',
      'connected to Discord again',
    ]);
  });
});

describe('a bot in so many servers that Discord advises shards', () => {
  it('answers on each of them, and takes up one that breaks off', async () => {
    await discord.stop();
    discord = await startLocalDiscord({ patienceMs: 3_000, shards: 3, identifiesAtOnce: 3 });
    const servers = [discord.guild];
    const shards = () => new Set(servers.map(({ id }) => shardOf(id, 3)));
    // By the millisecond in which a server was made.
    while (shards().size < 3) servers.push(discord.addGuild(`Server ${servers.length}`));
    const answerAll = async (): Promise<void> => {
      for (const shard of shards()) {
        const by = discord.addPerson(`person-${shard}-${logged.length}`);
        const channel = servers.find(({ id }) => shardOf(id, 3) === shard)!.channels[0]!;
        const { answered } = discord.slash('ask', { question: 'who?' }, { by, channel });
        expect((await answered).embeds).toHaveLength(1);
      }
    };
    await start();
    await answerAll();
    discord.gateway.drop();
    await expect.poll(() => logged).toContain('connected to Discord again');
    await answerAll();
    const broken = logged.filter((event) => String(event).includes('Discord'));
    expect(broken).toEqual(['the connection to Discord broke off', 'connected to Discord again']);
  });
});

it('ends where the connection does not come back in time', async () => {
  const bot = await start({ reconnectDeadlineMs: 50 });
  discord.gateway.faults.refuseUpgrades = true;
  discord.gateway.drop();
  expect((await bot.ended).message).toMatch(
    /^The connection to Discord broke off and did not come back within/,
  );
});

it('ends where Discord refuses its token in the middle, as discord.js calls without one from then on', async () => {
  const bot = await start();
  discord.fault({ match: /^POST \/channels\/\d+\/messages/, status: 401, body: { message: '401', code: 0 } });
  discord.say(`<@${discord.bot.id}> still there?`);
  expect((await bot.ended).message).toMatch(/^Discord does not accept DISCORD_TOKEN/);
});

it('goes on where only an interaction has expired, which Discord refuses with 401, too', async () => {
  await start();
  const expired = { message: 'Invalid Webhook Token', code: 50027 };
  const fault = discord.fault({ match: /^PATCH \/webhooks/, status: 401, body: expired });
  discord.slash('ask', { question: 'too slow?' });
  await expect.poll(() => fault.hits).toBe(1);
  const by = discord.addPerson('bob');
  await discord.slash('ask', { question: 'who?' }, { by }).answered;
  await discord.replyTo(discord.say(`<@${discord.bot.id}> who?`, { author: discord.addPerson('carl') }));
  expect(logged).toContain('failed');
});

const JSON_TYPE = { 'content-type': 'application/json' };

it('goes on after an outage of some tries, and answers no question twice', async () => {
  await start();
  discord.fault({ match: /callback/, status: 500, times: 4 });
  await discord.slash('ask', { question: 'who?' }, { by: discord.addPerson('carl') }).answered;
  discord.fault({ match: /callback/, reset: true, after: true });
  discord.fault({ match: /^PATCH \/webhooks/, reset: true, times: 2 });
  discord.fault({
    match: /^PATCH \/webhooks/,
    after: true,
    times: 3,
    status: 200,
    body: '{"id":',
    headers: JSON_TYPE,
  });
  const answer = await discord.slash('ask', { question: 'who?' }).answered;
  expect(answer.embeds).toHaveLength(1);
  discord.fault({ match: /^POST \/channels\/\d+\/messages/, reset: true, after: true, times: 2 });
  await discord.replyTo(discord.say(`<@${discord.bot.id}> who?`, { author: discord.addPerson('bob') }));
  await bots[0]?.stop();
  expect(discord.messagesIn().filter(({ author }) => author.bot)).toHaveLength(3);
  // What was repeated after it took effect is refused as such.
  expect(discord.violations.splice(0).map(({ code }) => code)).toEqual([40060]);
});

it('asks for no privileged intent and tells its name', async () => {
  const identified = discord.gateway.nextIdentify();
  const bot = await start();
  expect((await identified).intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
  expect(bot.name).toContain('answers');
  expect(bot.invite).toBe(
    `https://discord.com/oauth2/authorize?client_id=${discord.applicationId}&scope=bot+applications.commands&permissions=274877991936`,
  );
});
