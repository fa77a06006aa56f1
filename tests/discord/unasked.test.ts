import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer-types.ts';
import type { BotOptions } from '../../src/discord/bot.ts';
import { MANAGER_PERMISSIONS, PERMISSION } from '../local-discord/world/guilds.ts';
import type { Channel, Message, User } from '../local-discord/world/nouns.ts';
import { ANSWERED, UNANSWERED } from './answers.ts';
import { componentsOf, libraryThatAnswers, openScene, type Scene, shownIn } from './scene.ts';

const MANAGER = { permissions: MANAGER_PERMISSIONS };
const MESSAGE_CONTENT = 1 << 15;
const TAG = '123456789012345678';
const ROLE = '223456789012345678';
const QUESTION = 'who signed for Liaoning?';

let scene: Scene;
afterEach(() => scene.end());

/** A bot that reads messages, and a channel and a forum in which it is to answer new posts. */
async function start(
  answer: Answer = ANSWERED,
  changes: Partial<BotOptions> = {},
): Promise<{ listening: Channel; forum: Channel }> {
  const settings = { privilegedIntents: MESSAGE_CONTENT };
  scene = await openScene(
    libraryThatAnswers(answer),
    { readsMessages: true, helperWaitMs: 30, ...changes },
    settings,
  );
  const { discord, state } = scene;
  const forum = discord.addForum('forum', [{ id: TAG, name: 'Solved' }]);
  const listening = discord.addChannel('listening');
  await state.listenTo(discord.guild.id, [listening.id, forum.id]);
  return { listening, forum };
}

const replies = (channel: Channel | string): Message[] => {
  const id = typeof channel === 'string' ? channel : channel.id;
  const place = { id } as Channel;
  return scene.discord.messagesIn(place).filter(({ author }) => author.id === scene.discord.bot.id);
};
/** Events come in order, so what was to be passed over has been by then. */
const settled = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 60));
  await scene.discord.slash('status').answered;
};

describe('a new post', () => {
  it('is answered without a mention: the first message of a forum post, and a question in a channel', async () => {
    const { listening, forum } = await start();
    const { discord } = scene;
    const post = discord.addPost('Signing for Liaoning', 'Does anybody know who signed?', forum);
    const answer = await discord.replyTo(post);
    expect(shownIn(answer)).toMatch(/^-# I wasn’t asked[\s\S]*霍步刚/);
    const inChannel = await discord.replyTo(discord.say(QUESTION, { channel: listening }));
    expect(shownIn(inChannel)).toContain('霍步刚');
    expect(scene.asked.map(([question]) => question)).toEqual([
      'Signing for Liaoning. Does anybody know who signed?',
      QUESTION,
    ]);
    discord.say('and when was that?', { channel: { ...forum, id: post.channel_id, type: 11 } as Channel });
    await settled();
    expect(replies(post.channel_id)).toHaveLength(1);
    expect(answer).toMatchObject({ mentions: [], mention_everyone: false });
  });

  it('is passed over where it asks nothing, replies, or stands where nobody wants that', async () => {
    const { listening } = await start();
    const { discord } = scene;
    const said = discord.say('good morning everybody', { channel: listening });
    discord.say(QUESTION, { channel: listening, replyTo: said });
    discord.say(QUESTION);
    discord.say(QUESTION, { channel: discord.addThread('aside', listening) });
    discord.say(QUESTION, { channel: listening, author: { ...discord.addPerson('other'), bot: true } });
    discord.say('thanks!', { channel: listening });
    await settled();
    expect(scene.asked).toEqual([]);
    expect(replies(listening)).toEqual([]);
  });

  it.each([
    ['there is no answer', UNANSWERED],
    ['the answer is not sure', { ...ANSWERED, confidence: 0.7 }],
    ['the articles themselves are asked about', { ...ANSWERED, intent: 'about-the-collection' }],
  ] as const)('gets nothing where %s, and is not kept', async (_name, answer) => {
    const { listening } = await start(answer as Answer);
    scene.discord.say(QUESTION, { channel: listening });
    await expect.poll(() => scene.asked).toHaveLength(1);
    await settled();
    expect(replies(listening)).toEqual([]);
    expect(scene.discord.typing).toEqual([]);
    expect(await scene.state.gaps(scene.discord.guild.id, 9)).toEqual([]);
  });

  it('is left to somebody who was faster', async () => {
    const { listening } = await start(ANSWERED, { helperWaitMs: 200 });
    const { discord } = scene;
    discord.say(QUESTION, { channel: listening });
    discord.say('It was Huo Bugang.', { channel: listening, author: discord.addPerson('helper') });
    const alone = discord.say('who signed for Shanxi?', { channel: discord.addChannel('other') });
    expect(alone.content).not.toBe('');
    await new Promise((resolve) => setTimeout(resolve, 260));
    await settled();
    expect(replies(listening)).toEqual([]);
  });

  it('is no reason to go on when the bot ends', async () => {
    const { listening } = await start(ANSWERED, { helperWaitMs: 60_000 });
    scene.discord.say(QUESTION, { channel: listening });
    await scene.discord.slash('status').answered;
    const startedMs = performance.now();
    await scene.bot().stop();
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    expect(replies(listening)).toEqual([]);
  });
});

describe('an answer that nobody asked for', () => {
  it.each([
    ['by whoever asked', (asker: User) => asker],
    ['by whoever manages the server', () => scene.discord.person],
  ])('is taken back with a thumb down %s, and counted', async (_name, whoOf) => {
    const { listening } = await start();
    const { discord } = scene;
    const author = discord.addPerson('asker');
    const answer = await discord.replyTo(discord.say(QUESTION, { channel: listening, author }));
    await scene.restart();
    discord.react(answer, '👍', author);
    discord.react(answer, '👎', discord.addPerson('somebody'));
    await settled();
    expect(replies(listening)).toHaveLength(1);
    discord.react(answer, '👎', whoOf(author));
    await expect.poll(() => replies(listening)).toEqual([]);
    await expect.poll(async () => (await scene.state.feedback(discord.guild.id)).unhelpful).toBe(1);
  });
});

describe('below an answer to a post', () => {
  const post = async (forum: Channel): Promise<{ answer: Message; asker: User; thread: Channel }> => {
    const { discord } = scene;
    const asker = discord.addPerson('asker');
    const first = discord.addPost('Signing', QUESTION, forum, asker);
    const answer = await discord.replyTo(first);
    return { answer, asker, thread: { ...forum, id: first.channel_id, type: 11 } as Channel };
  };
  const idsIn = (message: Message) => componentsOf(message).map(({ custom_id }) => custom_id);
  const tagsOf = ({ id }: Channel): unknown =>
    scene.discord.guild.threads.find((thread) => thread.id === id)?.applied_tags;

  it('“This solved it” marks the post, for whoever asked and those who manage the server', async () => {
    const { forum } = await start();
    const { discord } = scene;
    discord.grant(forum, PERMISSION.manageThreads);
    const panel = await discord.slash('admin', { solved: { forum: forum.id } }, MANAGER).answered;
    const chosen = await discord.choose(panel, `tag:${forum.id}`, [TAG], MANAGER).answered;
    expect(shownIn(chosen)).toContain(`Solved posts of <#${forum.id}> get the tag: Solved`);
    const { answer, asker, thread } = await post(forum);
    expect(idsIn(answer)).toEqual(expect.arrayContaining(['solved', 'unsolved']));
    const other = discord.addPerson('other');
    expect(shownIn(await discord.press(answer, 'solved', { by: other }).answered)).toMatch(
      /^Only whoever asked/,
    );
    const marked = await discord.press(answer, 'solved', { by: asker }).answered;
    expect(idsIn(marked)).not.toContain('solved');
    expect(idsIn(marked)).toContain('follow');
    await expect.poll(() => tagsOf(thread)).toEqual([TAG]);
    expect((await scene.state.feedback(discord.guild.id)).helpful).toBe(1);
  });

  it('without the permission or a tag nothing is marked, and the log tells why', async () => {
    const { forum } = await start();
    const { discord, state } = scene;
    const first = await post(forum);
    await discord.press(first.answer, 'solved', { by: first.asker }).answered;
    await state.chooseSolvedTag(discord.guild.id, forum.id, TAG);
    const second = await post(forum);
    await discord.press(second.answer, 'solved', MANAGER).answered;
    await scene.bot().stop();
    expect([tagsOf(first.thread), tagsOf(second.thread)]).toEqual([[], []]);
    const told = scene.logged.filter(({ level }) => level !== 'info').map(({ event }) => event);
    expect(told).toEqual([expect.stringContaining('needs Manage Threads')]);
  });

  it('“Not quite” opens the form, or names those who help: without a ping unless that was switched on', async () => {
    const { forum } = await start();
    const { discord, state } = scene;
    const alone = await post(forum);
    expect((await discord.press(alone.answer, 'unsolved', { by: alone.asker }).acked).data.title).toBe(
      'Ask a follow-up',
    );
    const panel = await discord.slash('admin', { solved: {} }, MANAGER).answered;
    const chosen = await discord.choose(panel, 'helpers', [ROLE], MANAGER).answered;
    expect(shownIn(chosen)).toContain('They are named and not pinged.');
    const named = await post(forum);
    const handing = discord.replyTo(named.answer);
    await discord.press(named.answer, 'unsolved', { by: named.asker }).answered;
    expect(await handing).toMatchObject({
      content: `That was not quite it. Maybe <@&${ROLE}> can help here.`,
      mention_roles: [],
    });
    expect(shownIn(await discord.press(chosen, 'pings', MANAGER).answered)).toContain('They are pinged.');
    const pinged = await post(forum);
    const pinging = discord.replyTo(pinged.answer);
    await discord.press(pinged.answer, 'unsolved', { by: pinged.asker }).answered;
    expect((await pinging).mention_roles).toEqual([ROLE]);
    expect(await state.helpers(discord.guild.id)).toEqual({ role: ROLE, isPinged: true });
  });

  it('is set only where the bot answers posts, and its invite asks for no more than that needs', async () => {
    await start();
    const { discord } = scene;
    const manageThreads = 1n << 34n;
    const asksFor = (): boolean =>
      (BigInt(new URL(scene.bot().invite).searchParams.get('permissions') ?? 0) & manageThreads) !== 0n;
    expect(asksFor()).toBe(true);
    await scene.restart({ readsMessages: false });
    expect(asksFor()).toBe(false);
    const off = await discord.slash('admin', { solved: {} }, MANAGER).answered;
    expect(shownIn(off)).toMatch(/^I answer new posts only where/);
  });
});

describe('where new posts are answered', () => {
  it('is chosen in a menu, shown in the settings, and offered only where the bot sees them', async () => {
    const { listening } = await start();
    const { discord, state } = scene;
    await state.listenTo(discord.guild.id, []);
    const menus = await discord.slash('admin', { channels: {} }, MANAGER).answered;
    const saved = await discord.choose(menus, 'listening', [listening.id], MANAGER).answered;
    expect(shownIn(saved)).toBe('Done: I answer new posts in one channel.');
    const panel = await discord.slash('admin', { settings: {} }, MANAGER).answered;
    expect(shownIn(panel)).toContain(`**I answer new posts in:** <#${listening.id}>`);
    expect(shownIn(await discord.choose(menus, 'listening', []).answered)).toMatch(/Manage Server/);
    await scene.restart({ readsMessages: false });
    const without = await discord.slash('admin', { channels: {} }, MANAGER).answered;
    expect(componentsOf(without).map(({ custom_id }) => custom_id)).not.toContain('listening');
    discord.say(QUESTION, { channel: listening });
    await settled();
    expect(replies(listening)).toEqual([]);
  });
});
