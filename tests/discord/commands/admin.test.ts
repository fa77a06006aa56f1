import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { libraryOf, NotBuilt } from '../../../src/library.ts';
import { createDeferred } from '../../local-discord/waiting/deferred.ts';
import { MANAGER_PERMISSIONS } from '../../local-discord/world/guilds.ts';
import type { Message } from '../../local-discord/world/nouns.ts';
import { openStartingCorpus } from '../../open-corpus.ts';
import { componentsOf, openScene, readIn, type Scene, shownIn } from '../scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene(libraryOf(await openStartingCorpus().engine));
});
afterAll(() => scene.end());
beforeEach(() => {
  scene.asked.length = 0;
});

const mention = (text: string): string => `<@${scene.discord.bot.id}> ${text}`;
const isEphemeral = ({ flags }: Message): boolean => (flags & 64) !== 0;

describe('/admin', () => {
  const manager = { permissions: MANAGER_PERMISSIONS };

  it('is for those who manage the server', async () => {
    const { discord } = scene;
    for (const name of ['channels', 'gaps', 'reset']) {
      const answer = await discord.slash('admin', { [name]: {} }, { locale: 'zh-CN' }).answered;
      expect(shownIn(answer)).toBe('这需要“管理服务器”权限。');
    }
    const menu = await discord.slash('admin', { channels: {} }, manager).answered;
    const refused = await discord.choose(menu, 'channels', [discord.channel.id]).answered;
    expect(shownIn(refused)).toBe('You need the permission “Manage Server” for this.');
    expect(await scene.state.allowedChannels(discord.guild.id)).toEqual([]);
  });

  it('chooses the channels in which mentions are answered, threads with them', async () => {
    const { discord } = scene;
    const [open, closed] = [discord.addChannel('open'), discord.addChannel('closed')];
    const menu = await discord.slash('admin', { channels: {} }, manager).answered;
    const saved = await discord.choose(menu, 'channels', [open.id], manager).answered;
    expect(shownIn(saved)).toBe('Done: I answer in one channel only.');
    discord.say(mention('not here?'), { channel: closed });
    discord.say(mention('nor here?'), { channel: discord.addThread('closed thread', closed) });
    const thread = discord.addThread('open thread', open);
    await discord.replyTo(discord.say(mention('here?'), { channel: open }));
    await discord.replyTo(discord.say(mention('and here?'), { channel: thread }));
    expect(scene.asked.map(([question]) => question)).toEqual(['here?', 'and here?']);

    const refused = await discord.slash('ask', { question: 'not here?' }, { channel: closed }).answered;
    expect(shownIn(refused)).toBe(
      `I don’t answer questions in this channel. Please ask me in <#${open.id}>.`,
    );
    expect(isEphemeral(refused)).toBe(true);
    const about = discord.contextMenu('Ask about this', discord.say('who?', { channel: closed }));
    expect(shownIn(await about.answered)).toMatch(/^I don’t answer questions in this channel/);
    await discord.slash('ask', { question: 'yes, here?' }, { channel: thread }).answered;
    expect(scene.asked.map(([question]) => question)).toEqual(['here?', 'and here?', 'yes, here?']);

    const again = await discord.slash('admin', { channels: {} }, manager).answered;
    expect(componentsOf(again)[1]?.default_values).toEqual([{ id: open.id, type: 'channel' }]);
    await discord.choose(again, 'channels', [], manager).answered;
    await discord.replyTo(discord.say(mention('here again?'), { channel: closed }));
  });

  it('shows what was asked and not answered, and deletes what is kept', async () => {
    const { discord } = scene;
    await scene.state.countGap(discord.guild.id, 'who is **@everyone**?', '2026-11-03');
    await scene.state.countFeedback(discord.guild.id, 'helpful');
    const gaps = await discord.slash('admin', { gaps: {} }, manager).answered;
    expect(shownIn(gaps)).toContain('- who is \\*\\*\\@everyone\\*\\*? (asked once, on 2026-11-03)');
    expect(gaps.embeds[0]?.footer?.text).toBe('Ratings: 1 helpful, 0 not');

    const question = await discord.slash('admin', { reset: {} }, manager).answered;
    expect(shownIn(await discord.press(question, 'reset').answered)).toMatch(/Manage Server/);
    expect(await scene.state.gaps(discord.guild.id, 9)).not.toEqual([]);
    const done = await discord.press(question, 'reset', manager).answered;
    expect(shownIn(done)).toBe('Done: everything that I kept of this server is deleted.');
    const empty = await discord.slash('admin', { gaps: {} }, { ...manager, locale: 'zh-CN' }).answered;
    expect(readIn(empty)).toMatch(/每个问题我都回答了[\s\S]*评价：0 次有帮助/);
  });

  it('has the articles read anew for whoever runs the bot alone', async () => {
    const { discord } = scene;
    let times = 0;
    const reindex = async () => void times++;
    const [manages, named] = [discord.addPerson('manages'), discord.addPerson('named')];
    await scene.restart({ reindex, operators: [named.id] });
    const refused = await discord.slash('admin', { reindex: {} }, { ...manager, by: manages }).answered;
    expect(shownIn(refused)).toMatch(/^All servers with this bot share its articles/);
    expect(isEphemeral(refused)).toBe(true);
    expect(times).toBe(0);
    // The owner of the application, and who is named, whether they manage this server or not.
    for (const by of [discord.person, named]) await discord.slash('admin', { reindex: {} }, { by }).answered;
    await expect.poll(() => times).toBe(2);
    await scene.restart({ operators: [], reindex });
    const again = discord.slash('admin', { reindex: {} }, { ...manager, by: named });
    expect(shownIn(await again.answered)).toMatch(/^All servers/);
  });

  it('belongs in a team to those who have joined it', async () => {
    const { discord } = scene;
    const [joined, invited] = [discord.addPerson('joined'), discord.addPerson('invited')];
    discord.ownByTeam([joined, invited], [joined]);
    let times = 0;
    await scene.restart({ reindex: async () => void times++ });
    for (const by of [joined, invited, discord.person])
      await discord.slash('admin', { reindex: {} }, { ...manager, by }).answered;
    await expect.poll(() => times).toBe(1);
    discord.ownByTeam([], []);
  });

  it('lets those who manage the server delete what is kept from /privacy, too', async () => {
    const { discord } = scene;
    await scene.state.countGap(discord.guild.id, 'who?', '2026-11-03');
    expect(componentsOf(await discord.slash('privacy').answered)).toEqual([]);
    const kept = await discord.slash('privacy', {}, manager).answered;
    expect(shownIn(await discord.press(kept, 'forget').answered)).toMatch(/Manage Server/);
    const asks = await discord.press(kept, 'forget', manager).answered;
    await discord.press(asks, 'reset', manager).answered;
    expect(await scene.state.gaps(discord.guild.id, 9)).toEqual([]);
  });

  it('indexes anew where the bot can', async () => {
    await scene.restart();
    const cannot = await scene.discord.slash('admin', { reindex: {} }, manager).answered;
    expect(shownIn(cannot)).toContain('npm run deploy');
    const indexed = createDeferred<void>();
    await scene.restart({ reindex: () => indexed.promise });
    const interaction = scene.discord.slash('admin', { reindex: {} }, manager);
    expect(shownIn(await interaction.answered)).toMatch(/rereading the articles/);
    const edited = interaction.nextEdit();
    indexed.resolve();
    expect(shownIn(await edited)).toBe('Done: I have reread the articles.');
  });

  it.each([
    [
      { reason: 'locked', since: '2026-11-25T03:01:02.000Z' },
      'since 2026-11-25 03:01 UTC',
      '从 2026-11-25 03:01 UTC 起',
    ],
    [{ reason: 'disk', since: null }, 'the disk is full', '磁盘已满'],
    [{ reason: 'unread', since: null }, 'cannot be read', '无法读取'],
    [{ reason: 'empty', since: null }, 'no article that I can use', '没有可用的文章'],
  ] as const)(
    'says why nothing was indexed, without what only the log is to tell: %o',
    async (why, ...said) => {
      const failure = new NotBuilt('/home/somebody/secret.md: EACCES', why);
      let building = createDeferred<void>();
      await scene.restart({ reindex: () => building.promise });
      for (const [i, locale] of (['en-US', 'zh-CN'] as const).entries()) {
        building = createDeferred<void>();
        const interaction = scene.discord.slash('admin', { reindex: {} }, { ...manager, locale });
        await interaction.answered;
        const edited = interaction.nextEdit();
        building.reject(failure);
        const shown = await edited;
        expect(readIn(shown)).toContain(said[i]);
        expect(readIn(shown)).not.toMatch(/secret|EACCES|Reference|编号/);
      }
      expect(scene.logged.at(-1)).toMatchObject({
        event: 'the articles were not indexed',
        error: { message: failure.message },
      });
    },
  );
});
