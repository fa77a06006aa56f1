import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { deployCommands } from '../../src/discord/deploy.ts';
import type { Answer } from '../../src/types.ts';
import { type LocalDiscord, startLocalDiscord } from '../local-discord/start-local-discord.ts';
import { createDeferred } from '../local-discord/waiting/deferred.ts';
import type { Message } from '../local-discord/world/nouns.ts';
import { ANSWERED, ANSWERED_IN_CHINESE, evidenceWith, UNANSWERED } from './answers.ts';

let discord: LocalDiscord;
let bots: Bot[];
let asked: string[];
let logged: unknown[];

beforeEach(async () => {
  bots = [];
  asked = [];
  logged = [];
  discord = await startLocalDiscord({ patienceMs: 3_000 });
});

afterEach(async () => {
  for (const bot of bots) await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
  expect(discord.liveMentionRisks).toEqual([]);
});

/** Starts the bot with one answer for everything, or with the way to answer. */
async function start(answer: Answer | (() => Promise<Answer>), drainDeadlineMs = 3_000): Promise<Bot> {
  const bot = await startBot({
    token: discord.token,
    api: discord.api,
    ask: async (text) => {
      asked.push(text);
      return typeof answer === 'function' ? answer() : answer;
    },
    log: (line, error) => logged.push([line, error]),
    corpusNote: { en: '12 articles.', zh: '共 12 篇文章。' },
    loginDeadlineMs: 3_000,
    drainDeadlineMs,
  });
  bots.push(bot);
  return bot;
}

const mention = (text: string): string => `<@${discord.bot.id}> ${text}`;
const shownIn = ({ embeds }: Message): string => embeds[0]?.description ?? '';

describe('/ask', () => {
  it.each([
    [ANSWERED, 'When: **1月31日** (31 January 2024)'],
    [ANSWERED_IN_CHINESE, '时间：**1月31日**（2024年1月31日）'],
  ])('is answered with an embed in the language of the question', async (answer, fact) => {
    await start(answer);
    await deployCommands({ token: discord.token, api: discord.api, guildId: null });
    const message = await discord.slash('ask', { question: answer.question }).answered;
    expect(shownIn(message)).toContain(fact);
    expect(message.content).toBe('');
    expect(asked).toEqual([answer.question]);
  });

  it('is acknowledged before the answer is there', async () => {
    const slow = createDeferred<Answer>();
    await start(() => slow.promise);
    const interaction = discord.slash('ask', { question: 'slow?' });
    expect((await interaction.acked).type).toBe(5);
    slow.resolve(ANSWERED);
    expect(shownIn(await interaction.answered)).toContain('霍步刚');
  });

  it('names the closest articles where the corpus does not tell', async () => {
    await start(UNANSWERED);
    const message = await discord.slash('ask', { question: 'cup?' }).answered;
    expect(shownIn(message)).toContain('- First title');
    expect(message.embeds[0]?.footer?.text).toBe('12 articles.');
  });

  it('gets one neutral sentence in the language of the question when the answer fails', async () => {
    const failure = new Error('ENOENT: /srv/secret/index.bin');
    await start(() => Promise.reject(failure));
    const english = await discord.slash('ask', { question: 'why?' }).answered;
    const chinese = await discord.slash('ask', { question: '为什么？' }).answered;
    expect(english.embeds).toMatchObject([
      { description: expect.stringMatching(/^Sorry, .* in a moment\.$/) },
    ]);
    expect(chinese.embeds).toMatchObject([{ description: '抱歉，现在无法回答这个问题，请稍后再问。' }]);
    expect(logged).toEqual(Array(2).fill(['A question could not be answered', failure]));
  });
});

describe('a mention', () => {
  it('is answered with a reply that pings nobody, after the bot shows that it types', async () => {
    await start(ANSWERED);
    const question = discord.say(mention('who signed?'));
    const reply = await discord.replyTo(question);
    expect(shownIn(reply)).toContain('霍步刚');
    expect(reply.mentions).toEqual([]);
    expect(asked).toEqual(['who signed?']);
    expect(discord.typing).toEqual([discord.channel.id]);
  });

  it('without a question gets a hint how to ask', async () => {
    await start(ANSWERED);
    const reply = await discord.replyTo(discord.say(mention(' ')));
    expect(shownIn(reply)).toMatch(/\/ask.* 共 12 篇文章。\n.*\/ask.* 12 articles\.$/);
    expect(asked).toEqual([]);
  });

  it('is not needed in direct messages', async () => {
    await start(ANSWERED);
    const channel = discord.directChannel();
    await discord.replyTo(discord.say('who signed?', { channel }));
    await discord.replyTo(discord.say(mention('and when?'), { channel }));
    expect(asked).toEqual(['who signed?', 'and when?']);
  });

  it('by a reply or in a quote alone is ignored, and so are bots and webhooks', async () => {
    await start(ANSWERED);
    const first = await discord.replyTo(discord.say(mention('first?')));
    discord.say('thank you', { replyTo: first });
    discord.say(`> ${mention('first?')}\ngood question`);
    const other = { ...discord.addPerson('other'), bot: true };
    const fromBot = discord.say(mention('a bot asks'), { author: other });
    discord.say(mention('the bot itself asks'), { author: discord.bot });
    discord.gateway.sendRawEvent('MESSAGE_CREATE', {
      ...fromBot,
      id: `${BigInt(fromBot.id) + 1n}`,
      author: discord.person,
      webhook_id: discord.person.id,
    });
    // Events come in order: once the last is answered, the others have been passed over.
    await discord.replyTo(discord.say(mention('last?')));
    expect(asked).toEqual(['first?', 'last?']);
  });

  it('in a channel where the bot may not write is logged, and the bot goes on', async () => {
    await start(ANSWERED);
    const closed = discord.addChannel('closed');
    discord.forbid(closed);
    discord.say(mention('here?'), { channel: closed });
    await discord.replyTo(discord.say(mention('there?')));
    expect(asked).toEqual(['here?', 'there?']);
    await bots[0]?.stop();
    expect(logged).toMatchObject([
      ['A question could not be answered', { code: 50013 }],
      ['The person could not be told either', { code: 50013 }],
    ]);
    // The refusals are what this test is about.
    expect(discord.violations.splice(0).every(({ code }) => code === 50013)).toBe(true);
  });
});

it('pings nobody and shows marks as they are, whatever an article says', async () => {
  const quote = '@everyone <@123> **stars** ``` [links](http://x)';
  const named = `<@${discord.person.id}>`;
  await start({ ...ANSWERED, answer: `${named} @here`, evidence: [evidenceWith({ quote, highlights: [] })] });
  const viaCommand = await discord.slash('ask', { question: 'who?' }).answered;
  const viaMention = await discord.replyTo(discord.say(mention('who?')));
  for (const message of [viaCommand, viaMention]) {
    expect(message).toMatchObject({ mentions: [], mention_roles: [], mention_everyone: false });
    expect(shownIn(message)).toContain(
      '> \\@everyone \\<\\@123> \\*\\*stars\\*\\* \\`\\`\\` \\[links\\](http\\://x)\n',
    );
  }
  const sent = discord.requests.flatMap(({ body }) => {
    const isMessage = typeof body === 'object' && body !== null && 'embeds' in body;
    return isMessage ? [body] : [];
  });
  expect(sent).toHaveLength(2);
  for (const body of sent)
    expect(body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
});

describe('stop', () => {
  it('waits for the answer in flight and takes nothing new', async () => {
    const slow = createDeferred<Answer>();
    const bot = await start(() => slow.promise);
    const order: string[] = [];
    const inFlight = discord.slash('ask', { question: 'slow?' });
    await inFlight.acked;
    // A bot that did not wait would be gone before its answer is.
    discord.fault({ match: /^PATCH \/webhooks/, delayMs: 100 });
    const closed = discord.gateway.nextClose().then((code) => order.push(`closed with ${code}`));
    const answered = inFlight.answered.then((message) => order.push(shownIn(message)));
    const stopped = bot.stop();
    discord.slash('ask', { question: 'too late?' });
    slow.resolve(UNANSWERED);
    await Promise.all([stopped, answered, closed]);
    expect(order).toEqual([expect.stringContaining('First title'), 'closed with 1000']);
    expect(asked).toEqual(['slow?']);
  });

  it('does not wait for ever, and can be called twice', async () => {
    const bot = await start(() => new Promise(() => {}), 20);
    await discord.slash('ask', { question: 'never?' }).acked;
    await Promise.all([bot.stop(), bot.stop()]);
    expect(logged).toEqual([]);
  });
});
