import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { BotOptions } from '../../src/discord/bot.ts';
import type { Library } from '../../src/library.ts';
import type { Answer } from '../../src/types.ts';
import { anyString } from '../any-string.ts';
import { createDeferred } from '../local-discord/waiting/deferred.ts';
import { MANAGER_PERMISSIONS } from '../local-discord/world/guilds.ts';
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
      close: async () => {},
    };
    const discord = await start(late);
    const interaction = discord.slash('ask', { question: 'slow?' });
    expect((await interaction.acked).type).toBe(5);
    const question = discord.say(mention('slow, too?'), { author: discord.addPerson('bob') });
    const status = discord.slash('status', {}, { locale: 'zh-CN' });
    expect(shownIn(await status.answered)).toBe('文章还在准备中，请稍后再试。');
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
      /^Sorry, this could not be done just now\. .* \(Reference [0-9a-f]{6}\)$/,
    );
    expect(shownIn(chinese)).toMatch(/^抱歉，现在无法完成，请稍后再试。（编号 [0-9a-f]{6}）$/);
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
          /^Sorry, this could not be done just now\. Please try again in a moment\. \(Reference [0-9a-f]{6}\)$/,
        );
      }),
      { numRuns: 40 },
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
  it('take one question of a person at a time, and pause between them', async () => {
    const slow = createDeferred<Answer>();
    const discord = await start(() => slow.promise, { manners: { cooldownMs: 60_000 } });
    const first = discord.slash('ask', { question: 'first?' });
    await first.acked;
    const second = await discord.slash('ask', { question: 'second?' }).answered;
    expect(shownIn(second)).toMatch(/^Your last question is still being answered\./);
    slow.resolve(ANSWERED);
    await first.answered;
    const third = await discord.replyTo(discord.say(mention('第三个？')));
    expect(shownIn(third)).toBe('请稍等 60 秒再问。');
    await discord.slash('ask', { question: 'of another' }, { by: discord.addPerson('bob') }).answered;
    expect(questions()).toEqual(['first?', 'of another']);
  });

  it('have a queue that can be full', async () => {
    const slow = createDeferred<Answer>();
    const discord = await start(() => slow.promise, { manners: { atOnce: 1, waiting: 1, cooldownMs: 0 } });
    const ask = (name: string) =>
      discord.slash('ask', { question: name }, { by: discord.addPerson(name), locale: 'zh-CN' });
    const [first, second] = [ask('a'), ask('b')];
    await second.acked;
    expect(shownIn(await ask('c').answered)).toBe('排队的问题太多，这个问题暂时排不上，请过一分钟再问。');
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
  expect(shownIn(told)).toMatch(/^This command belongs to another version of the bot\./);
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
    expect(shownIn(await edited)).toBe('The bot is being restarted. Please ask again in a moment.');
  });

  it('does not wait for ever: what is not answered by then is told so', async () => {
    const discord = await start(() => new Promise(() => {}), { drainDeadlineMs: 20 });
    const never = discord.slash('ask', { question: 'never?' });
    await never.acked;
    await Promise.all([scene.bot().stop(), scene.bot().stop()]);
    expect(shownIn(await never.answered)).toBe('The bot is being restarted. Please ask again in a moment.');
    expect(scene.logged).toEqual([]);
  });
});
