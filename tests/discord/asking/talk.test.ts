import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { libraryOf } from '../../../src/library.ts';
import type { Message } from '../../local-discord/world/nouns.ts';
import { openStartingCorpus } from '../../open-corpus.ts';
import { openScene, readIn, type Scene, shownIn } from '../scene.ts';

const ENGLISH = 'who signed with Liaoning and when';

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

describe('a follow-up', () => {
  it('by a reply goes on from the answer, in a channel and in direct messages', async () => {
    const { discord } = scene;
    for (const channel of [discord.channel, discord.directChannel()]) {
      scene.asked.length = 0;
      const first = await discord.replyTo(discord.say(mention('谁和辽宁签了约？'), { channel }));
      const second = await discord.replyTo(discord.say('那是什么时候？', { channel, replyTo: first }));
      await discord.replyTo(discord.say('and where?', { channel, replyTo: second }));
      expect(scene.asked).toEqual([
        ['谁和辽宁签了约？', {}],
        ['那是什么时候？', { follows: '谁和辽宁签了约？' }],
        ['and where?', { follows: '谁和辽宁签了约？ 那是什么时候？' }],
      ]);
      expect(second.embeds[0]?.footer?.text).toBe('那是什么时候？\n↪ 谁和辽宁签了约？');
    }
  });

  it('by the button goes on from any answer, as privately as that one', async () => {
    const { discord } = scene;
    for (const isPrivate of [true, false]) {
      const first = await discord.slash('ask', { question: ENGLISH, private: isPrivate, from: '2024' })
        .answered;
      const form = (await discord.press(first, 'follow').acked).data;
      expect(form.title).toBe('Ask a follow-up');
      const second = await discord.submit(form, { question: 'and where?' }, { source: first }).answered;
      expect(isEphemeral(second)).toBe(isPrivate);
      expect(scene.asked.at(-1)).toEqual([
        'and where?',
        { follows: ENGLISH, period: { from: '2024-01-01', to: null } },
      ]);
    }
  });

  it('and /ask without a question get a hint', async () => {
    const { discord } = scene;
    const first = await discord.slash('ask', { question: ENGLISH }).answered;
    const form = (await discord.press(first, 'follow').acked).data;
    scene.asked.length = 0;
    const hints = [
      await discord.submit(form, { question: '  ' }, { source: first, locale: 'zh-CN' }).answered,
      await discord.slash('ask', { question: '\n' }, { locale: 'zh-CN' }).answered,
    ];
    for (const hint of hints) expect(shownIn(hint)).toMatch(/^可以用 `\/提问` 问我/);
    expect(scene.asked).toEqual([]);
  });

  it('is none where somebody says thanks, or replies to something else', async () => {
    const { discord } = scene;
    const other = discord.say('something else');
    const answer = await discord.replyTo(discord.say(mention(ENGLISH)));
    for (const words of ['Thank you!', '谢谢。', 'ok 👍']) discord.say(words, { replyTo: answer });
    discord.say('and when?', { replyTo: answer, ping: false });
    await discord.replyTo(discord.say(mention('and when?'), { replyTo: other }));
    expect(scene.asked).toEqual([
      [ENGLISH, {}],
      ['and when?', {}],
    ]);
  });
});

describe('a follow-up to an answer of /ask', () => {
  it('needs a mention beside the reply, as the help says', async () => {
    const { discord } = scene;
    const first = await discord.slash('ask', { question: ENGLISH }).answered;
    scene.asked.length = 0;
    discord.say('and when?', { replyTo: first });
    await discord.replyTo(discord.say(mention('and where?'), { replyTo: first }));
    expect(scene.asked).toEqual([['and where?', { follows: ENGLISH }]]);
    const help = await discord.slash('help').answered;
    expect(readIn(help)).toContain('under an answer to `/ask`, mention me in your reply');
  });
});

describe('small talk', () => {
  it.each(['hello', '你好', 'help', 'thanks!'])('%s gets a small line, never a gap', async (words) => {
    const { discord } = scene;
    const direct = discord.directChannel();
    const said = [
      await discord.slash('ask', { question: words }).answered,
      await discord.replyTo(discord.say(mention(words))),
      await discord.replyTo(discord.say(words, { channel: direct })),
    ];
    expect(said.map(isEphemeral)).toEqual([true, false, false]);
    for (const { content, embeds, components } of said) {
      expect(content).not.toBe('');
      expect([embeds, components]).toEqual([[], []]);
    }
    expect((await scene.state.gaps(discord.guild.id, 99)).map(({ question }) => question)).not.toContain(
      words,
    );
  });
});

describe('messages that are no questions', () => {
  it('are those of bots, webhooks and itself, and quotes of a mention', async () => {
    const { discord } = scene;
    discord.say(`> ${mention('first?')}\ngood question`);
    discord.say('no mention at all?');
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
    await discord.replyTo(discord.say(mention(ENGLISH)));
    expect(scene.asked).toEqual([[ENGLISH, {}]]);
  });

  it('get a hint in both languages where they name the bot and ask nothing', async () => {
    const { discord } = scene;
    const reply = await discord.replyTo(discord.say(mention(' ')));
    expect(shownIn(reply)).toMatch(/Ask me with `\/ask`.*\n可以用 `\/提问` 问我/);
    const about = await discord.contextMenu('Ask about this', discord.say('<@1>'), { locale: 'zh-CN' })
      .answered;
    expect(shownIn(about)).toBe('这条消息里没有可以查找的文字。');
    expect(scene.asked).toEqual([]);
  });
});
