import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { libraryOf } from '../../../src/library.ts';
import type { OptionValues } from '../../local-discord/people/given-options.ts';
import { PERMISSION } from '../../local-discord/world/guilds.ts';
import type { Channel, Message } from '../../local-discord/world/nouns.ts';
import { openStartingCorpus } from '../../open-corpus.ts';
import { componentsOf, openScene, readIn, type Scene, shownIn } from '../scene.ts';

const CHINESE = '谁和辽宁签了约，什么时候？';
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

/** What each language shows of the same answer. */
const TOLD = [
  [ENGLISH, 'en-US', ['Northwestern Polytechnical University', '31 January 2024', 'Ask a follow-up']],
  [CHINESE, 'zh-CN', ['**西北工业大学**', '2024年1月31日', '接着问']],
] as const;

describe.each(TOLD)('%s', (question, locale, told) => {
  it('is answered after /ask, by a mention, in a thread and in direct messages', async () => {
    const { discord } = scene;
    const thread = discord.addThread('signings');
    const answers = [
      await discord.slash('ask', { question }, { locale }).answered,
      await discord.replyTo(discord.say(mention(question))),
      await discord.replyTo(discord.say(mention(question), { channel: thread })),
      await discord.replyTo(discord.say(question, { channel: discord.directChannel() })),
      await discord.slash('ask', { question }, { locale, channel: discord.directChannel() }).answered,
    ];
    for (const answer of answers) {
      for (const text of told) expect(readIn(answer)).toContain(text);
      expect(isEphemeral(answer)).toBe(false);
      expect(answer.content).toBe('');
    }
  });

  it('is answered from the menu of a message', async () => {
    const { discord } = scene;
    const message = discord.say(`<@${discord.person.id}> ${question}`);
    const answer = await discord.contextMenu('Ask about this', message, { locale }).answered;
    for (const text of told) expect(readIn(answer)).toContain(text);
    expect(scene.asked).toEqual([[question, {}]]);
  });
});

describe('/ask', () => {
  it('answers in the language of the question, with labels in that of the person', async () => {
    const { discord } = scene;
    const answer = await discord.slash('ask', { question: ENGLISH }, { locale: 'zh-CN' }).answered;
    expect(readIn(answer)).toMatch(/Northwestern[\s\S]*31 January 2024[\s\S]*为什么这样回答？/);
    const traditional = await discord.slash('ask', { question: CHINESE }, { locale: 'zh-TW' }).answered;
    expect(readIn(traditional)).toMatch(/閱讀來源[\s\S]*接著問/);
    const french = await discord.slash('ask', { question: CHINESE }, { locale: 'fr' }).answered;
    expect(readIn(french)).toMatch(/Ask a follow-up/);
  });

  it('shows the answer to the person alone where they want that', async () => {
    const { discord } = scene;
    const interaction = discord.slash('ask', { question: ENGLISH, private: true });
    expect(isEphemeral(await interaction.answered)).toBe(true);
    expect((await interaction.acked).message?.flags).toBeDefined();
  });

  it('suggests headings and titles while somebody types', async () => {
    const { discord } = scene;
    const suggested = async (typed: string): Promise<string[]> => {
      const { data } = await discord.autocomplete('ask', { question: typed }, 'question').acked;
      return data.choices?.map(({ value }) => String(value)) ?? [];
    };
    expect((await suggested('')).length).toBe(23);
    const found = await suggested('install');
    expect(found.length).toBeGreaterThan(0);
    for (const text of found) expect(text.toLowerCase()).toContain('install');
    expect(await suggested('zzzz zzzz')).toEqual([]);
  });

  it('and mentions in Traditional Chinese get Traditional labels', async () => {
    const { discord } = scene;
    const answer = await discord.replyTo(discord.say(mention('誰和遼寧簽了約，什麼時候？')));
    expect(readIn(answer)).toMatch(/西北工业大学[\s\S]*閱讀來源/);
  });

  it('takes days in many forms and hands them on', async () => {
    const { discord } = scene;
    const answer = await discord.slash('ask', { question: ENGLISH, from: '2024-01', to: '2024年3月1日' })
      .answered;
    expect(scene.asked).toEqual([[ENGLISH, { period: { from: '2024-01-01', to: '2024-03-01' } }]]);
    expect(answer.embeds[0]?.footer?.text).toBe(`${ENGLISH}\n🗓 2024-01-01 – 2024-03-01`);
  });

  it.each([
    [{ from: 'soon' }, 'en-US', 'I can’t read “soon” as a date.'],
    [{ to: '@everyone' }, 'zh-CN', '我看不懂“\\@everyone”这个日期。'],
    [{ from: '2024-02-01', to: '2024-01-31' }, 'en-US', 'The first day, 2024-02-01, comes after the last'],
  ])('says what is wrong with the days %j, and asks nothing', async (days, locale, told) => {
    const { discord } = scene;
    const answer = await discord.slash('ask', { question: ENGLISH, ...days }, { locale }).answered;
    expect(shownIn(answer)).toContain(told);
    expect(isEphemeral(answer)).toBe(true);
    expect(scene.asked).toEqual([]);
  });

  it('says that it found nothing, with the closest titles and their sources', async () => {
    const { discord } = scene;
    const question = 'Which volcano erupted in Iceland?';
    const answer = await discord.slash('ask', { question }, { locale: 'en-US' }).answered;
    expect(shownIn(answer)).toMatch(
      /^Sorry, I couldn’t find an answer to that\.[\s\S]*Maybe one of these helps:\n- /,
    );
    expect(
      componentsOf(answer).find(({ custom_id }) => custom_id === 'source')?.options?.length,
    ).toBeGreaterThan(0);
    expect(await scene.state.gaps(discord.guild.id, 9)).toMatchObject([{ question, count: 1 }]);
    await discord.slash('ask', { question: `${question} Really?`, private: true }).answered;
    await discord.replyTo(discord.say(`${question} Why?`, { channel: discord.directChannel() }));
    expect(await scene.state.gaps(discord.guild.id, 9)).toHaveLength(1);
  });
});

describe('asking about a message', () => {
  const SECRET = 'Which volcano erupted near Zanzibar yesterday?';

  it('shows and keeps nothing of what it says, only where it is', async () => {
    const { discord } = scene;
    for (const words of [SECRET, `${ENGLISH}, and ${SECRET}`, '有没有关于火山的文章？']) {
      const message = discord.say(words, { author: discord.addPerson('carl') });
      const answer = await discord.contextMenu('Ask about this', message).answered;
      const { id: guild } = discord.guild;
      expect(shownIn(answer)).toContain(
        `(https://discord.com/channels/${guild}/${discord.channel.id}/${message.id})`,
      );
      expect(JSON.stringify([answer.embeds, answer.components])).not.toMatch(/Zanzibar|who signed|火山/);
      expect(componentsOf(answer).map(({ custom_id }) => custom_id?.split(':')[0])).not.toContain('why');
      const form = (await discord.press(answer, 'follow').acked).data;
      scene.asked.length = 0;
      const further = await discord.submit(form, { question: 'and when?' }, { source: answer }).answered;
      expect(scene.asked).toEqual([['and when?', {}]]);
      expect(readIn(further)).not.toContain('Zanzibar');
    }
    expect(JSON.stringify(await scene.state.gaps(discord.guild.id, 99))).not.toMatch(/Zanzibar|火山/);
  });
});

describe('where the bot may do less', () => {
  const told = async (channel: Channel, more: OptionValues = {}): Promise<Message> =>
    scene.discord.slash('ask', { question: ENGLISH, ...more }, { channel }).answered;

  it('answers in plain text without Embed Links, and goes on from there', async () => {
    const { discord } = scene;
    const bare = discord.addChannel('bare');
    discord.withhold(bare, PERMISSION.embedLinks);
    const answers = [
      await told(bare),
      await discord.replyTo(discord.say(mention(ENGLISH), { channel: bare })),
    ];
    for (const answer of answers) {
      expect(answer.embeds).toEqual([]);
      expect(answer.content).toMatch(
        /Northwestern[\s\S]*31 January 2024[\s\S]*\n-# 💬 who signed with Liaoning and when$/,
      );
      const form = (await discord.press(answer, 'follow').acked).data;
      await discord.submit(form, { question: 'and where?' }, { source: answer }).answered;
      expect(scene.asked.at(-1)).toEqual(['and where?', { follows: ENGLISH }]);
    }
    const thanks = await discord.press(answers[0]!, 'helpful').answered;
    expect(thanks.content).toMatch(/^Thank you!/);
    await scene.state.reset(discord.guild.id);
  });

  it.each([
    ['archived', (thread: Channel) => scene.discord.closeThread(thread, 'archived')],
    ['locked', (thread: Channel) => scene.discord.closeThread(thread, 'locked')],
    ['silent', (thread: Channel) => scene.discord.withhold(thread, PERMISSION.sendMessagesInThreads)],
  ])(
    'tells by a command why it does not answer in a thread that is %s, and is silent else',
    async (name, close) => {
      const { discord } = scene;
      const parent = discord.addChannel(`with ${name}`);
      const thread = discord.addThread(name, parent);
      if (name === 'silent') close(parent);
      else close(thread);
      const refused = await told(thread);
      expect(shownIn(refused)).toMatch(/^I can’t write here/);
      expect(isEphemeral(refused)).toBe(true);
      expect(shownIn(await told(thread, { private: true }))).toContain('Northwestern');
      scene.logged.length = 0;
      discord.say(mention('here?'), { channel: thread });
      await discord.replyTo(discord.say(mention('there?')));
      const lines = scene.logged.filter(({ event }) => event !== 'answered');
      expect(lines).toMatchObject([
        { level: 'info', event: 'a question cannot be answered where it was asked' },
      ]);
      expect(discord.messagesIn(thread)).toHaveLength(1);
    },
  );

  it('answers nothing in direct messages where they are off: a command is told each time, a message once', async () => {
    const { discord } = scene;
    await scene.restart({ answersDirectMessages: false });
    const channel = discord.directChannel(discord.addPerson('dora'));
    const refused = await told(channel);
    expect(shownIn(refused)).toMatch(/^I don’t answer in direct messages/);
    expect(isEphemeral(refused)).toBe(true);
    const author = channel.recipients![0]!;
    const line = await discord.replyTo(discord.say('who?', { channel, author }));
    expect(shownIn(line)).toMatch(/^I don’t answer in direct messages/);
    discord.say('who?', { channel, author });
    await discord.replyTo(discord.say(mention('there?')));
    expect(discord.messagesIn(channel).filter(({ content }) => content !== 'who?')).toHaveLength(1);
    await scene.restart();
  });
});
