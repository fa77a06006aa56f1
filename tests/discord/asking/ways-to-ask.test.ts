import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Library, libraryOf, NotBuilt } from '../../../src/library.ts';
import type { OptionValues } from '../../local-discord/people/given-options.ts';
import { createDeferred } from '../../local-discord/waiting/deferred.ts';
import { MANAGER_PERMISSIONS, PERMISSION } from '../../local-discord/world/guilds.ts';
import type { Channel, Message } from '../../local-discord/world/nouns.ts';
import { openStartingCorpus } from '../../open-corpus.ts';
import { componentsOf, idOf, openScene, readIn, type Scene, shownIn } from '../scene.ts';

const CHINESE = '谁和辽宁签了约，什么时候？';
const ENGLISH = 'who signed with Liaoning and when';

let library: Library;
let scene: Scene;
beforeAll(async () => {
  library = libraryOf(await openStartingCorpus().engine);
  scene = await openScene(library);
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

describe('a question without an answer', () => {
  const question = 'Which comet passed Nowhereville in 1702?';
  const kept = async () =>
    (await scene.state.gaps(scene.discord.guild.id, 99)).find((gap) => gap.question === question)?.count;

  it('is deleted by whoever asked it, once, and by nobody else', async () => {
    const { discord } = scene;
    const other = discord.addPerson('nosy');
    const viaCommand = await discord.slash('ask', { question }).answered;
    const viaMention = await discord.replyTo(discord.say(mention(question)));
    expect(await kept()).toBe(2);
    for (const answer of [viaCommand, viaMention])
      expect(shownIn(await discord.press(answer, 'unkeep', { by: other }).answered)).toMatch(
        /^Only whoever asked/,
      );
    expect(await kept()).toBe(2);
    const before = structuredClone(viaCommand);
    const after = await discord.press(viaCommand, 'unkeep').answered;
    expect(componentsOf(after).map(({ custom_id }) => custom_id)).not.toContain('unkeep');
    await discord.press(before, 'unkeep').answered;
    expect(await kept()).toBe(1);
    await discord.press(viaMention, 'unkeep').answered;
    expect(await kept()).toBeUndefined();
  });

  it('offers that only where it is kept', async () => {
    const { discord } = scene;
    const alone = await discord.slash('ask', { question, private: true }).answered;
    const direct = await discord.replyTo(discord.say(question, { channel: discord.directChannel() }));
    const about = await discord.contextMenu('Ask about this', discord.say(question)).answered;
    for (const answer of [alone, direct, about])
      expect(componentsOf(answer).map(({ custom_id }) => custom_id)).not.toContain('unkeep');
    expect(await kept()).toBeUndefined();
  });
});

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

describe('/articles', () => {
  it.each([
    ['西北工业', '辽宁省人民政府与西北工业大学签署战略合作框架协议'],
    ['liaoning', '辽宁省人民政府与西北工业大学签署战略合作框架协议'],
    ['LNS', '辽宁省人民政府与西北工业大学签署战略合作框架协议'],
    ['belief', 'BeliefBioMed'],
  ])('completes %s', async (typed, title) => {
    const { discord } = scene;
    const { data } = await discord.autocomplete('articles', { title: typed }, 'title').acked;
    expect(
      data.choices
        ?.map(({ name }) => name)
        .join('\n')
        .replaceAll(' ', ''),
    ).toContain(title);
    expect(data.choices?.length).toBeLessThan(23);
  });

  it('shows the newest first while nothing is typed, and nothing for what no title has', async () => {
    const { discord } = scene;
    const all = (await discord.autocomplete('articles', { title: '' }, 'title').acked).data.choices ?? [];
    const days = all.map(({ name }) => / · (\d{4}-\d\d-\d\d)$/.exec(name)?.[1] ?? '');
    expect(all).toHaveLength(23);
    expect(days).toEqual([...days].sort().reverse());
    const none = await discord.autocomplete('articles', { title: 'zzzz' }, 'title').acked;
    expect(none.data.choices).toEqual([]);
  });

  it('shows the chosen article page by page, and tells where a title is none', async () => {
    const { discord } = scene;
    const { data } = await discord.autocomplete('articles', { title: '西北工业' }, 'title').acked;
    const chosen = String(data.choices?.[0]?.value);
    const page = await discord.slash('articles', { title: chosen }, { locale: 'zh-CN' }).answered;
    expect(page.embeds[0]?.title).toContain('西北工业大学');
    expect(page.embeds[0]?.footer?.text).toMatch(/第 1 部分，共 \d+ 部分$/);
    const unknown = await discord.slash('articles', { title: 'zzzz' }).answered;
    expect(shownIn(unknown)).toBe('I have no article with these words in its title.');
  });

  it('without a title lists all, page by page, and opens one', async () => {
    const { discord } = scene;
    const first = await discord.slash('articles', {}, { locale: 'en-US' }).answered;
    expect(isEphemeral(first)).toBe(true);
    expect(shownIn(first).split('\n')).toHaveLength(10);
    expect(first.embeds[0]?.footer?.text).toBe('23 articles · page 1 of 3');
    await scene.restart();
    const second = await discord.press(first, 'list:2').answered;
    expect(second.embeds[0]?.footer?.text).toBe('23 articles · page 2 of 3');
    const third = await discord.press(second, 'list:3').answered;
    expect(shownIn(third).split('\n')).toHaveLength(3);
    const menu = componentsOf(third).find(({ custom_id }) => custom_id === 'source');
    const opened = await discord.choose(third, 'source', [menu?.options?.[0]?.value ?? '']).answered;
    expect(opened.embeds[0]?.footer?.text).toContain('Part 1 of');
  });

  it('lists those whose title has the words, and goes on with them on the next page', async () => {
    const { discord } = scene;
    const found = await discord.slash('articles', { title: '签' }, { locale: 'zh-CN' }).answered;
    expect(found.embeds[0]?.footer?.text).toMatch(/^🔎 签\n\d+ 篇 · 第 1 页，共 \d+ 页$/);
    expect(shownIn(found)).not.toContain('Wisp');
    const next = componentsOf(found).find(({ custom_id, disabled }) => custom_id === 'list:2' && !disabled);
    if (next) {
      const second = await discord.press(found, 'list:2', { locale: 'zh-CN' }).answered;
      expect(second.embeds[0]?.footer?.text).toMatch(/^🔎 签\n\d+ 篇 · 第 2 页/);
    }
  });
});

describe('what the bot tells of itself', () => {
  it.each([
    ['status', 'en-US', ['Articles: **23**', 'Search model: **', 'Articles read on: **20']],
    ['status', 'zh-CN', ['文章： **23**']],
    [
      'help',
      'en-US',
      [
        '“Ask about this”',
        '“Tell me when there is an answer”',
        'scope=bot+applications.commands&permissions=',
      ],
    ],
    ['help', 'zh-TW', ['「就此提問」', '討論串', '邀請']],
    ['privacy', 'en-US', ['no name, no id', 'until I have told them', 'without names']],
    ['privacy', 'zh-CN', ['一个例外', '不写名字', '30 天']],
  ])('/%s in %s', async (name, locale, told) => {
    const { discord } = scene;
    const answer = await discord.slash(name, {}, { locale }).answered;
    for (const text of told) expect(readIn(answer)).toContain(text);
    expect(isEphemeral(answer)).toBe(true);
  });

  it('/privacy names the machine that questions go to, where there is one', async () => {
    const said = async () => readIn(await scene.discord.slash('privacy', {}, { locale: 'en-US' }).answered);
    expect(await said()).toContain('your questions go to no other service');
    await scene.restart({ sendsTo: 'models.example' });
    expect(await said()).toContain('sent to the language model at models.example');
    expect(await said()).not.toContain('no other service');
  });

  it('shows the day of the index beside its name', async () => {
    const { builtAt } = await library.status();
    expect(JSON.stringify(scene.discord.presences)).toContain(`📚 ${builtAt.slice(0, 10)}`);
  });
});

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

describe('under an answer', () => {
  it.each([
    ['en-US', 'Thank you!', 'Why this answer?', 'Part '],
    ['zh-CN', '谢谢！', '为什么这样回答？', '第 '],
  ])('everything works after a restart, in %s', async (locale, thanks, why, page) => {
    const { discord } = scene;
    const viaCommand = await discord.slash('ask', { question: CHINESE }, { locale }).answered;
    const viaMention = await discord.replyTo(discord.say(mention(CHINESE)));
    await scene.restart();
    for (const answer of [viaCommand, viaMention]) {
      const explained = await discord.press(answer, idOf(answer, 'why'), { locale }).answered;
      expect(explained.embeds[0]?.title).toBe(why);
      expect(shownIn(explained)).toMatch(/\*\*1\*\* .*西北工业大学[\s\S]*1/);
      expect(isEphemeral(explained)).toBe(true);

      const menu = componentsOf(answer).find(({ custom_id }) => custom_id === 'source');
      const opened = await discord.choose(answer, 'source', [menu?.options?.[0]?.value ?? ''], { locale })
        .answered;
      expect(opened.embeds[0]?.title).toContain('西北工业大学');
      expect(opened.embeds[0]?.footer?.text).toContain(page);
      expect(isEphemeral(opened)).toBe(true);

      const helped = await discord.press(answer, 'helpful', { locale }).answered;
      expect(shownIn(helped)).toContain(thanks);
      const form = (await discord.press(answer, 'follow', { locale }).acked).data;
      await scene.restart();
      const further = await discord.submit(form, { question: '那是什么时候？' }, { source: answer, locale })
        .answered;
      expect(shownIn(further)).not.toBe('');
      expect(scene.asked.at(-1)).toEqual(['那是什么时候？', { follows: CHINESE }]);
    }
    expect(await scene.state.feedback(discord.guild.id)).toEqual({ helpful: 2, unhelpful: 0 });
    await scene.state.reset(discord.guild.id);
  });

  it('pages can be turned after a restart, as far as there are pages', async () => {
    const { discord } = scene;
    const articles = await library.articles();
    const views = await Promise.all(articles.map(({ id }) => library.article(id)));
    const long = views.find((view) => view && view.passages.length > 1)!;
    let page = await discord.slash('articles', { title: long.title }).answered;
    await scene.restart();
    for (let number = 2; number <= long.passages.length; number++) {
      const [back, on] = componentsOf(page).filter(({ type }) => type === 2);
      expect(back?.disabled).toBe(number === 2);
      page = await discord.press(page, on?.custom_id ?? '').answered;
      expect(page.embeds[0]?.footer?.text).toContain(`Part ${number} of ${long.passages.length}`);
    }
    const [back, on] = componentsOf(page).filter(({ type }) => type === 2);
    expect([back?.disabled, on?.disabled]).toEqual([false, true]);
  });

  it('feedback of one person counts once', async () => {
    const { discord } = scene;
    const answer = await discord.slash('ask', { question: ENGLISH }).answered;
    for (const verdict of ['unhelpful', 'unhelpful', 'helpful'])
      await discord.press(answer, verdict).answered;
    await discord.press(answer, 'helpful', { by: discord.addPerson('bob') }).answered;
    const channel = discord.directChannel();
    const direct = await discord.replyTo(discord.say(ENGLISH, { channel }));
    expect(shownIn(await discord.press(direct, 'helpful').answered)).toMatch(/^Thank you!/);
    expect(await scene.state.feedback(discord.guild.id)).toEqual({ helpful: 1, unhelpful: 1 });
  });

  it('a source of an index that is gone, and a question that was removed, are told kindly', async () => {
    const { discord } = scene;
    const answer = await discord.slash('ask', { question: ENGLISH }).answered;
    const menu = componentsOf(answer).find(({ custom_id }) => custom_id === 'source');
    const page = await discord.slash('articles', { title: (await library.articles())[0]?.title ?? '' })
      .answered;
    await scene.restart({
      library: {
        ...library,
        status: async () => ({ ...(await library.status()), index: 'another' }),
        articles: async () => [],
        article: async () => null,
      },
    });
    const gone = 'That article is no longer here. Please ask again.';
    const source = await discord.choose(answer, 'source', [menu?.options?.[0]?.value ?? '']).answered;
    expect(shownIn(source)).toBe(gone);
    const on = componentsOf(page).find(
      ({ custom_id, disabled }) => custom_id?.startsWith('page') && !disabled,
    );
    if (on) expect(shownIn(await discord.press(page, on.custom_id ?? '').answered)).toBe(gone);
    await scene.restart({
      library: { ...library, ask: async (...a) => ({ ...(await library.ask(...a)), index: 'another' }) },
    });
    const why = await discord.press(answer, idOf(answer, 'why')).answered;
    expect(shownIn(why)).toMatch(/^The articles have been updated since this answer/);

    const bare = { ...answer, embeds: [] };
    const told = await discord.press(bare, idOf(answer, 'why')).answered;
    expect(shownIn(told)).toBe('I can no longer see what the question was. Please ask it again with `/ask`.');
    await scene.restart();
    const form = (await discord.press(bare, 'follow').acked).data;
    await discord.submit(form, { question: 'and where?' }, { source: bare }).answered;
    expect(scene.asked.at(-1)).toEqual(['and where?', {}]);
  });
});
