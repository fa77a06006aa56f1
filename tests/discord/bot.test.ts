import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer-types.ts';
import type { BotOptions } from '../../src/discord/bot.ts';
import type { Library } from '../../src/library.ts';
import { anyString } from '../any-string.ts';
import { createDeferred } from '../local-discord/waiting/deferred.ts';
import { MANAGER_PERMISSIONS } from '../local-discord/world/guilds.ts';
import { runs } from '../runs.ts';
import { ANSWERED, evidenceWith, UNANSWERED } from './answers.ts';
import { libraryThatAnswers, openScene, type Scene, shownIn } from './scene.ts';

let scene: Scene;
afterEach(() => scene.end());

async function start(
  answer: Answer | (() => Promise<Answer>) | Library,
  changes: Partial<BotOptions> = {},
): Promise<Scene['discord']> {
  scene = await openScene('ask' in answer ? answer : libraryThatAnswers(answer), changes);
  return scene.discord;
}

const mention = (text: string): string => `<@${scene.discord.bot.id}> ${text}`;
const questions = (): string[] => scene.asked.map(([question]) => question);

describe('a question', () => {
  it('is acknowledged before its answer is there, also while the index is still being opened', async () => {
    const opened = createDeferred<Library>();
    const { promise } = opened;
    const late: Library = {
      ask: async (...question) => (await promise).ask(...question),
      status: async () => (await promise).status(),
      articles: async () => (await promise).articles(),
      article: async (id) => (await promise).article(id),
      group: async (asked) => (await promise).group(asked),
      close: async () => {},
    };
    const discord = await start(late);
    const interaction = discord.slash('ask', { question: 'slow?' });
    expect((await interaction.acked).type).toBe(5);
    const question = discord.say(mention('slow, too?'), { author: discord.addPerson('bob') });
    const status = discord.slash('status', {}, { locale: 'zh-CN' });
    expect(shownIn(await status.answered)).toBe('我还在读文章，请稍后再试。');
    const choices = discord.autocomplete('articles', { title: '' }, 'title');
    expect((await choices.acked).data.choices).toEqual([]);
    expect(discord.presences).toEqual([]);

    opened.resolve(libraryThatAnswers(ANSWERED));
    expect(shownIn(await interaction.answered)).toContain('霍步刚');
    expect(shownIn(await discord.replyTo(question))).toContain('霍步刚');
    expect(discord.typing).toEqual([discord.channel.id]);
    expect(discord.presences).toMatchObject([{ activities: [{ state: '📚 2026-11-03' }] }]);
  });

  it('that fails gets one neutral sentence with a reference, and the log the whole', async () => {
    const failure = new Error('ENOENT: /srv/secret/index.bin');
    const discord = await start(() => Promise.reject(failure));
    const english = await discord.slash('ask', { question: 'why?' }).answered;
    const chinese = await discord.replyTo(discord.say(mention('为什么？')));
    expect(shownIn(english)).toMatch(
      /^Sorry, something went wrong on my side\. .* \(Reference [0-9a-f]{6}\)$/,
    );
    expect(shownIn(chinese)).toMatch(/^抱歉，我这边出了点问题，请稍后再试。（编号 [0-9a-f]{6}）$/);
    expect(scene.logged).toMatchObject(
      [english, chinese].map((message) => ({
        level: 'error',
        event: 'failed',
        reference: /[0-9a-f]{6}/.exec(shownIn(message))?.[0],
        error: { message: 'ENOENT: /srv/secret/index.bin', stack: expect.stringContaining('at ') },
      })),
    );
  });

  it('that fails in any way shows nothing of the error: no path, no stack, no name', async () => {
    let failure: unknown;
    const discord = await start(() => Promise.reject(failure));
    const errors = fc.oneof(
      anyString().map((message) => new Error(message)),
      fc.constantFrom('/srv/index.bin', 'C:\\index.bin').map((path) => new RangeError(`ENOENT: ${path}`)),
      fc.anything(),
    );
    await fc.assert(
      fc.asyncProperty(errors, async (error) => {
        failure = error;
        const told = shownIn(await discord.slash('ask', { question: 'why?' }).answered);
        expect(told).toMatch(
          /^Sorry, something went wrong on my side\. Please try again in a moment\. \(Reference [0-9a-f]{6}\)$/,
        );
      }),
      runs(20),
    );
  });

  it('leaves nothing of its text in the log from info upwards', async () => {
    const discord = await start(UNANSWERED);
    await discord.slash('ask', { question: 'a secret?' }).answered;
    expect(scene.logged).toMatchObject([{ level: 'info', event: 'answered', status: 'unanswered' }]);
    expect(JSON.stringify(scene.logged)).not.toMatch(
      new RegExp(`secret|${discord.person.id}|${discord.token}`),
    );
  });

  it('is answered once where Discord delivers it twice', async () => {
    const discord = await start(ANSWERED);
    const interaction = discord.slash('ask', { question: 'once?' });
    discord.gateway.sendRawEvent('INTERACTION_CREATE', interaction.payload);
    await interaction.answered;
    const question = discord.say(mention('once, too?'));
    discord.gateway.sendRawEvent('MESSAGE_CREATE', { ...question, guild_id: discord.guild.id });
    await discord.replyTo(question);
    await scene.bot().stop();
    expect(questions()).toEqual(['once?', 'once, too?']);
    expect(discord.messagesIn()).toHaveLength(3);
  });

  it('in a channel where the bot may not write is logged, and the bot goes on', async () => {
    const discord = await start(ANSWERED);
    const closed = discord.addChannel('closed');
    discord.forbid(closed);
    discord.say(mention('here?'), { channel: closed });
    await discord.replyTo(discord.say(mention('there?'), { author: discord.addPerson('bob') }));
    await scene.bot().stop();
    const failed = scene.logged.filter(({ event }) => event === 'failed');
    expect(failed).toMatchObject([{ level: 'warn', kind: 'message', error: { code: 50013 } }]);
    // The refusals are what this test is about.
    expect(discord.violations.splice(0).every(({ code }) => code === 50013)).toBe(true);
  });
});

describe('another index', () => {
  it('shows in the presence, in /status and in the titles with the first answer from it', async () => {
    let library = libraryThatAnswers(ANSWERED);
    const discord = await start({
      ask: (...question) => library.ask(...question),
      status: () => library.status(),
      articles: () => library.articles(),
      article: (id) => library.article(id),
      group: (asked) => library.group(asked),
      close: () => library.close(),
    });
    await discord.slash('ask', { question: 'before?' }).answered;
    const article = { id: 'new', title: 'A new title', date: '2026-11-04', url: null };
    const answer = { ...ANSWERED, index: 'build-2', evidence: [evidenceWith({ article })] };
    const next = libraryThatAnswers(answer);
    const status = { ...(await next.status()), index: 'build-2', builtAt: '2026-11-05T00:00:00.000Z' };
    library = { ...next, status: async () => status };
    await discord.slash('ask', { question: 'after?' }).answered;
    const shown = await discord.slash('status').answered;
    expect(shownIn(shown)).toContain('2026-11-05 00:00 UTC');
    const { data } = await discord.autocomplete('articles', { title: '' }, 'title').acked;
    expect(data.choices?.map(({ name }) => name)).toEqual(['A new title · 2026-11-04']);
    expect(JSON.stringify(discord.presences.at(-1))).toContain('2026-11-05');
  });

  it('that cannot be looked at costs nobody the answer', async () => {
    const failing = async () => Promise.reject(new Error('the index is away'));
    const discord = await start({ ...libraryThatAnswers(ANSWERED), status: failing });
    expect(shownIn(await discord.slash('ask', { question: 'who?' }).answered)).toContain('霍步刚');
    expect(scene.logged).toContainEqual(
      expect.objectContaining({ level: 'warn', event: 'the index could not be looked at' }),
    );
  });
});

it('pings nobody and shows marks as they are, whatever an article says', async () => {
  const quote = '@everyone <@123> **stars** ``` [links](http://x)';
  const evidence = [evidenceWith({ quote, highlights: [] })];
  const discord = await start({ ...ANSWERED, answer: '<@1> @here', evidence });
  const viaCommand = await discord.slash('ask', { question: 'who?' }).answered;
  const viaMention = await discord.replyTo(discord.say(mention('who?')));
  for (const message of [viaCommand, viaMention]) {
    expect(message).toMatchObject({ mentions: [], mention_roles: [], mention_everyone: false });
    expect(shownIn(message)).toContain(
      '> \\@everyone \\<\\@123> \\*\\*stars\\*\\* \\`\\`\\` \\[links\\](http\\://x)\n',
    );
  }
  const sent = discord.requests.flatMap(({ body }) =>
    typeof body === 'object' && body !== null && 'embeds' in body ? [body] : [],
  );
  expect(sent).toHaveLength(2);
  for (const body of sent)
    expect(body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
});

describe('manners', () => {
  it('answer a flood of one person with a few answers and one line', async () => {
    const slow = createDeferred<Answer>();
    const discord = await start(() => slow.promise);
    for (let place = 1; place <= 30; place++) discord.say(mention(`flood ${place}?`));
    const other = discord.say(mention('of another?'), { author: discord.addPerson('bob') });
    await expect
      .poll(() => discord.messagesIn().filter(({ author }) => author.id === discord.bot.id))
      .toHaveLength(1);
    slow.resolve(ANSWERED);
    await discord.replyTo(other);
    await scene.bot().stop();
    const replies = discord.messagesIn().filter(({ author }) => author.id === discord.bot.id);
    expect(replies.filter((message) => shownIn(message).startsWith('Two of your questions'))).toHaveLength(1);
    expect(questions().sort()).toEqual(['flood 1?', 'flood 2?', 'flood 3?', 'of another?']);
    expect(replies).toHaveLength(5);
  });

  it('answer mentions without a question no more often', async () => {
    // Two still wait for their turn when the bot ends.
    const discord = await start(ANSWERED, { manners: { cooldownMs: 60_000 }, drainDeadlineMs: 0 });
    for (let place = 1; place <= 20; place++) discord.say(mention(' '));
    await discord.replyTo(discord.say(mention('of another?'), { author: discord.addPerson('bob') }));
    const replies = discord.messagesIn().filter(({ author }) => author.id === discord.bot.id);
    expect(replies.map(shownIn).filter((text) => text.startsWith('Ask me'))).toHaveLength(1);
    expect(replies).toHaveLength(3);
  });

  it('tell each who asks by a command, to them alone', async () => {
    const slow = createDeferred<Answer>();
    const discord = await start(() => slow.promise, { manners: { atOnce: 1, waiting: 1, cooldownMs: 0 } });
    const ask = (name: string) =>
      discord.slash('ask', { question: name }, { by: discord.addPerson(name), locale: 'zh-CN' });
    const [first, second] = [ask('a'), ask('b')];
    await second.acked;
    for (const name of ['c', 'd']) {
      const told = await ask(name).answered;
      expect(shownIn(told)).toBe('现在有很多问题在排队，请过一分钟再问。');
      expect(told.flags & 64).toBe(64);
    }
    slow.resolve(ANSWERED);
    await Promise.all([first.answered, second.answered]);
    expect(questions()).toEqual(['a', 'b']);
  });
});

it('tells kindly of commands and buttons of another version', async () => {
  const discord = await start(ANSWERED);
  const answer = await discord.slash('ask', { question: 'who?' }).answered;
  const button = { type: 2, style: 1, label: 'old', custom_id: 'old:1' };
  const old = { ...answer, components: [{ type: 1, components: [button] }] };
  const told = await discord.press(old, 'old:1').answered;
  expect(shownIn(told)).toMatch(/^This belongs to another version of me\./);
});

it('acknowledges forged ids and does no more', async () => {
  const discord = await start(ANSWERED);
  const answer = await discord.slash('ask', { question: 'who?' }).answered;
  const before = structuredClone(answer);
  const key = '0123456789abcdef';
  const forged = [
    ...['NaN', '-1', '1e9', '1.5', '', '1:1', '12345678'].map((place) => `page:${key}:${place}`),
    ...[
      'page',
      `page:${key}`,
      'page:x:1',
      'why',
      'why:',
      'why:a b',
      'source:1',
      'follow:x',
      'helpful:',
      'reset:1',
    ],
  ];
  for (const custom_id of forged) {
    const button = { type: 2, style: 1, label: 'x', custom_id };
    const message = { ...answer, components: [{ type: 1, components: [button] }] };
    expect((await discord.press(message, custom_id).acked).type).toBe(6);
  }
  const option = { label: 'x', value: 'f'.repeat(16) };
  for (const value of ['', 'x', key, `${key}.NaN`, `${key}.1.1`, `${key}.-1`]) {
    const select = { type: 3, custom_id: 'source', options: [{ ...option, value }] };
    const message = { ...answer, components: [{ type: 1, components: [select] }] };
    expect((await discord.choose(message, 'source', [value]).acked).type).toBe(6);
  }
  await scene.bot().stop();
  expect(answer).toEqual(before);
  expect(scene.logged.filter(({ level }) => level !== 'info')).toEqual([]);
});

describe('a server that removes the bot', () => {
  const DAY_MS = 86_400_000;
  const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

  it('is forgotten after 30 days, and not where it is only away or comes back', async () => {
    const discord = await start(ANSWERED);
    const { state } = scene;
    const [left, away, back] = ['left', 'away', 'back'].map((name) => discord.addGuild(name));
    const ids = [left!, away!, back!].map(({ id }) => id);
    for (const id of ids) await state.countGap(id, 'why?', '2026-11-03');
    const kept = () => Promise.all(ids.map(async (id) => (await state.gaps(id, 9)).length));
    discord.removeBot(left!);
    discord.removeBot(back!);
    discord.loseGuild(away!);
    await discord.slash('status').answered;
    await state.forgetDeparted(dayBefore(1));
    expect(await kept()).toEqual([1, 1, 1]);
    discord.gateway.sendRawEvent('GUILD_CREATE', back);
    await discord.slash('status').answered;
    await state.forgetDeparted(dayBefore(0));
    expect(await kept()).toEqual([0, 1, 1]);
  });

  it('while the bot does not run is found at the next start, and counts from then', async () => {
    const discord = await start(ANSWERED);
    const { state } = scene;
    await state.countGap('123456789012345678', 'why?', '2026-11-03');
    await state.countFeedback('direct messages', 'helpful');
    await scene.restart();
    await discord.slash('status').answered;
    await state.forgetDeparted(dayBefore(1));
    expect(await state.gaps('123456789012345678', 9)).toHaveLength(1);
    await state.forgetDeparted(dayBefore(0));
    expect(await state.gaps('123456789012345678', 9)).toEqual([]);
    expect((await state.feedback('direct messages')).helpful).toBe(1);
  });
});

describe('stop', () => {
  it('waits for the answer under way and takes nothing new', async () => {
    const slow = createDeferred<Answer>();
    const discord = await start(() => slow.promise);
    const order: string[] = [];
    const underWay = discord.slash('ask', { question: 'slow?' });
    await underWay.acked;
    // A bot that did not wait would be gone before its answer is.
    discord.fault({ match: /^PATCH \/webhooks/, delayMs: 100 });
    const closed = discord.gateway.nextClose().then((code) => order.push(`closed with ${code}`));
    const answered = underWay.answered.then((message) => order.push(shownIn(message)));
    const stopped = scene.bot().stop();
    discord.slash('ask', { question: 'too late?' });
    slow.resolve(UNANSWERED);
    await Promise.all([stopped, answered, closed]);
    expect(order).toEqual([expect.stringContaining('First title'), 'closed with 1000']);
    expect(questions()).toEqual(['slow?']);
  });

  it('waits for no index that is being built', async () => {
    const never = new Promise<never>(() => {});
    const discord = await start(ANSWERED, { reindex: () => never });
    await discord.slash('ask', { question: 'is it open?' }).answered;
    const permissions = MANAGER_PERMISSIONS;
    const reindex = discord.slash('admin', { reindex: {} }, { permissions });
    await reindex.answered;
    const edited = reindex.nextEdit();
    const startedMs = performance.now();
    await scene.bot().stop();
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    expect(shownIn(await edited)).toBe('I’m just restarting. Please ask again in a moment.');
  });

  it('does not wait for ever: what is not answered by then is told so', async () => {
    const discord = await start(() => new Promise(() => {}), { drainDeadlineMs: 20 });
    const never = discord.slash('ask', { question: 'never?' });
    await never.acked;
    await Promise.all([scene.bot().stop(), scene.bot().stop()]);
    expect(shownIn(await never.answered)).toBe('I’m just restarting. Please ask again in a moment.');
    expect(scene.logged).toEqual([]);
  });
});
