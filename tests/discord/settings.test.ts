import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MANAGER_PERMISSIONS } from '../local-discord/world/guilds.ts';
import type { Message } from '../local-discord/world/nouns.ts';
import { ANSWERED, UNANSWERED } from './answers.ts';
import { componentsOf, libraryThatAnswers, openScene, readIn, type Scene, shownIn } from './scene.ts';

const MANAGER = { permissions: MANAGER_PERMISSIONS };

let scene: Scene;
beforeEach(async () => {
  scene = await openScene({
    ...libraryThatAnswers(ANSWERED),
    ask: async (question) => ({ ...(question.includes('cup') ? UNANSWERED : ANSWERED), question }),
  });
});
afterEach(() => scene.end());

const mention = (text: string): Message => scene.discord.say(`<@${scene.discord.bot.id}> ${text}`);
const ask = (question: string): Promise<Message> =>
  scene.discord.slash('ask', { question }, { locale: 'en-US' }).answered;
const isEphemeral = ({ flags }: Message): boolean => (flags & 64) !== 0;
const set = async (name: string, way: string): Promise<Message> => {
  const panel = await scene.discord.slash('admin', { settings: {} }, MANAGER).answered;
  return scene.discord.choose(panel, `setting:${name}`, [way], MANAGER).answered;
};

describe('the panel of settings', () => {
  it('shows what is set, changes it, and shows it as it is then', async () => {
    const { discord } = scene;
    const panel = await discord.slash('admin', { settings: {} }, MANAGER).answered;
    expect(isEphemeral(panel)).toBe(true);
    expect(shownIn(panel)).toContain('**I answer in:** all channels');
    expect(shownIn(panel)).toContain('**Language of my answers:** that of the question');
    expect(shownIn(await set('language', 'zh-TW'))).toContain('Traditional Chinese');
    const changed = await set('refusals', 'nothing');
    expect(shownIn(changed)).toContain('**Where I find nothing:** I say nothing; a command gets one line');
    const menu = componentsOf(changed).find(({ custom_id }) => custom_id === 'setting:language');
    expect(menu?.options).toContainEqual(expect.objectContaining({ value: 'zh-TW', default: true }));
    const limited = await discord.choose(panel, 'setting:channels', [discord.channel.id], MANAGER).answered;
    expect(shownIn(limited)).toContain(`**I answer in:** <#${discord.channel.id}>`);
    await scene.restart();
    const again = await discord.slash('admin', { settings: {} }, { ...MANAGER, locale: 'zh-TW' }).answered;
    expect(shownIn(again)).toContain('**回答的語言：** 繁體中文');
  });

  it('is for those who manage the server, and takes no way that there is not', async () => {
    const { discord } = scene;
    const panel = await discord.slash('admin', { settings: {} }, MANAGER).answered;
    expect(shownIn(await discord.choose(panel, 'setting:answers', ['private']).answered)).toMatch(
      /Manage Server/,
    );
    const menu = { type: 3, custom_id: 'setting:answers', options: [{ label: 'x', value: 'aloud' }] };
    const forged = { ...panel, components: [{ type: 1, components: [menu] }] };
    await discord.choose(forged, 'setting:answers', ['aloud'], MANAGER).answered;
    expect(await scene.state.settings(discord.guild.id)).toEqual({
      language: 'question',
      refusals: 'titles',
      answers: 'public',
    });
  });

  it('goes with all that is kept of the server', async () => {
    await set('answers', 'private');
    await scene.state.reset(scene.discord.guild.id);
    expect((await scene.state.settings(scene.discord.guild.id)).answers).toBe('public');
  });
});

describe('a language that the server has chosen', () => {
  it('is that of what all see; alone each is spoken to in their own', async () => {
    const { discord } = scene;
    await set('language', 'zh-TW');
    expect(readIn(await ask('who signed?'))).toContain('接著問');
    expect(readIn(await discord.replyTo(mention('who signed?')))).toContain('接著問');
    expect(scene.asked.map(([, { language }]) => language)).toEqual(['zh', 'zh']);
    const alone = await discord.slash('ask', { question: 'who?', private: true }).answered;
    expect(readIn(alone)).toContain('Ask a follow-up');
    const direct = discord.say('who signed?', { channel: discord.directChannel() });
    expect(readIn(await discord.replyTo(direct))).toContain('Ask a follow-up');
  });
});

describe('where nothing is found', () => {
  it.each([
    ['titles', /Sorry[\s\S]*Maybe one of these helps:/],
    ['line', /^Sorry, I couldn’t find an answer to that\. Asking it another way may help\.$/],
  ])('%s are said', async (way, told) => {
    await set('refusals', way);
    expect(shownIn(await ask('who won the cup?'))).toMatch(told);
    expect(shownIn(await scene.discord.replyTo(mention('who won the cup?')))).toMatch(told);
    expect(await scene.state.gaps(scene.discord.guild.id, 9)).toMatchObject([{ count: 2 }]);
  });

  it('nothing is said to a mention, one line to a command, and both are counted', async () => {
    await set('refusals', 'nothing');
    expect(shownIn(await ask('who won the cup?'))).toMatch(/^Sorry, I couldn’t find an answer/);
    mention('who won the cup?');
    await scene.discord.replyTo(mention('who signed?'));
    const own = scene.discord.messagesIn().filter(({ author, content }) => author.bot && content === '');
    expect(own).toHaveLength(2);
    expect(await scene.state.gaps(scene.discord.guild.id, 9)).toMatchObject([{ count: 2 }]);
  });
});

describe('answers for whoever asks alone', () => {
  it('are given to commands; a mention is told so once', async () => {
    const { discord } = scene;
    await set('answers', 'private');
    const answer = await ask('who signed?');
    expect(isEphemeral(answer)).toBe(true);
    expect(shownIn(answer)).toContain('霍步刚');
    expect(isEphemeral(await discord.contextMenu('Ask about this', discord.say('who?')).answered)).toBe(true);
    expect(shownIn(await discord.replyTo(mention('who signed?')))).toMatch(
      /^In this server only whoever asks/,
    );
    mention('and when?');
    await ask('who won the cup?');
    await scene.bot().stop();
    expect(discord.messagesIn().filter(({ author }) => author.bot)).toHaveLength(1);
    expect(await scene.state.gaps(discord.guild.id, 9)).toMatchObject([{ question: 'who won the cup?' }]);
  });
});
