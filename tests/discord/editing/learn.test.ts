import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Channel, Message, User } from '../../local-discord/world/nouns.ts';
import { shownIn } from '../scene.ts';
import { type EditingScene, MANAGER, openEditing } from './editing-scene.ts';

const MESSAGE_CONTENT = 1 << 15;
const VIEW_CHANNEL = 1n << 10n;
const TAG = '123456789012345678';
const QUESTION = 'How do I reset the tram gate?';

// Each change builds an index.
vi.setConfig({ testTimeout: 60_000 });

let scene: EditingScene;
let forum: Channel;
let helper: User;
beforeEach(async () => {
  scene = await openEditing([], { readsMessages: true }, { privilegedIntents: MESSAGE_CONTENT });
  forum = scene.discord.addForum('help', [{ id: TAG, name: 'Solved' }]);
  helper = scene.discord.addPerson('brightkestrel');
});
afterEach(() => scene.end());

const folder = (): string => join(scene.corpus, 'servers', scene.discord.guild.id, 'learned', forum.id);
const learned = (): string[] =>
  existsSync(folder()) ? readdirSync(folder()).map((file) => readFileSync(join(folder(), file), 'utf8')) : [];
const learn = (channel = forum): Promise<Message> =>
  scene.finished(scene.discord.slash('admin', { articles: { learn: { channel: channel.id } } }, MANAGER));
const ask = async (): Promise<string> =>
  shownIn(await scene.discord.slash('ask', { question: QUESTION }).answered);

/** A post with an answer that is thanked for, and talk beside it. */
function addSolved(): { readonly post: Message; readonly answer: Message } {
  const { discord } = scene;
  const post = discord.addPost('Tram gate stuck', QUESTION, forum);
  const channel = { ...forum, id: post.channel_id, type: 11 } as Channel;
  const say = (text: string, author?: User, replyTo?: Message) =>
    discord.say(text, { channel, ...(author && { author }), ...(replyTo && { replyTo }) });
  say('The weather is lovely by the way.', discord.addPerson('chatterfinch'));
  const answer = say('Hold the amber lever of the tram gate for nine seconds.', helper);
  say('thanks brightkestrel, that worked!', undefined, answer);
  return { post, answer };
}

/** The bot looks again as on another day. */
async function nextDay(): Promise<void> {
  for (const { guildId, channelId } of await scene.state.learnedChannels())
    await scene.state.learnFrom(guildId, channelId, '2026-01-01');
  const before = scene.built();
  await scene.restart();
  await vi.waitFor(() => expect(scene.built()).toBeGreaterThan(before), { timeout: 30_000 });
}

describe('a forum that is learned from', () => {
  it('gives an article for each solved post: question, accepted answer and link, without names', async () => {
    const { discord } = scene;
    const { post } = addSolved();
    discord.addPost('Nobody knows', 'Why is the sky above the depot green?', forum);
    expect(shownIn(await learn())).toMatch(
      /^I learn from the solved posts of <#\d+>: one is an article now\./,
    );
    const [article] = learned();
    expect(article).toContain(`https://discord.com/channels/${discord.guild.id}/${post.channel_id}`);
    expect(article).toContain('amber lever');
    expect(article).toContain(QUESTION);
    expect(article).not.toMatch(/brightkestrel|chatterfinch|weather|\bann\b/);
    expect(await ask()).toContain('amber lever');
    const elsewhere = discord.addGuild('There').channels[0]!;
    const there = await discord.slash('ask', { question: QUESTION }, { channel: elsewhere }).answered;
    expect(shownIn(there)).not.toContain('amber');
  });

  it('has what was deleted no more when it is read the next time', async () => {
    const { answer } = addSolved();
    await learn();
    expect(learned()).toHaveLength(1);
    scene.discord.deleteMessage(answer);
    await nextDay();
    expect(learned().join('')).not.toContain('amber lever');
    expect(await ask()).not.toContain('amber lever');
  });

  it('is deleted where it is to be learned no more, is for some alone by then, or the server forgets all', async () => {
    addSolved();
    await learn();
    expect(shownIn(await learn())).toMatch(/^I no longer learn from/);
    expect(learned()).toEqual([]);
    await learn();
    scene.discord.withhold(forum, VIEW_CHANNEL);
    await nextDay();
    expect(learned()).toEqual([]);
    expect(await scene.state.learnedChannels()).toEqual([]);
    scene.discord.withhold(forum);
    await learn();
    expect(learned()).toHaveLength(1);
    const question = await scene.discord.slash('admin', { reset: {} }, MANAGER).answered;
    await scene.discord.press(question, 'reset', MANAGER).answered;
    expect(learned()).toEqual([]);
  });

  it('is not kept while the bot reads no messages, as it could not be read anew, and learned again after that', async () => {
    addSolved();
    await learn();
    await scene.restart({ readsMessages: false });
    await vi.waitFor(() => expect(learned()).toEqual([]), { timeout: 30_000 });
    await scene.restart();
    await vi.waitFor(() => expect(learned()).toHaveLength(1), { timeout: 30_000 });
  });

  it('is one that everybody may read', async () => {
    addSolved();
    scene.discord.withhold(forum, VIEW_CHANNEL);
    expect(shownIn(await learn())).toMatch(/^Not everybody in this server may read/);
    expect(learned()).toEqual([]);
  });
});

describe('a bot that does not read messages', () => {
  it('learns from none', async () => {
    await scene.restart({ readsMessages: false });
    expect(shownIn(await learn())).toMatch(/MESSAGE_CONTENT=1/);
  });
});
