import { once } from 'node:events';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Partials,
  PermissionFlagsBits,
  REST,
  Routes,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from './start-local-discord.ts';
import { MANAGER_PERMISSIONS } from './world/guilds.ts';

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
const NOBODY = { parse: [], repliedUser: false } as const;

let discord: LocalDiscord;
let clients: Client[];

beforeEach(async () => {
  clients = [];
  discord = await startLocalDiscord({ patienceMs: 3_000 });
});

afterEach(async () => {
  for (const client of clients) await client.destroy();
  await discord.stop();
});

function makeClient(intents: readonly GatewayIntentBits[] = [Guilds, GuildMessages]): Client {
  const client = new Client({
    intents,
    partials: [Partials.Channel],
    allowedMentions: NOBODY,
    rest: { api: discord.api, version: '10' },
  });
  clients.push(client);
  return client;
}

async function logIn(client = makeClient()): Promise<Client> {
  const ready = once(client, Events.ClientReady);
  await client.login(discord.token);
  await ready;
  return client;
}

/** Logs a client in that gives every interaction to one handler; `failure` is what the handler throws. */
async function handleInteractions(handle: (interaction: Interaction) => Promise<unknown>) {
  const client = makeClient();
  const failure = new Promise<unknown>((resolve) => {
    client.on(Events.InteractionCreate, (interaction) => {
      handle(interaction).catch(resolve);
    });
  });
  await logIn(client);
  return { client, failure };
}

function handleCommands(handle: (command: ChatInputCommandInteraction) => Promise<unknown>) {
  return handleInteractions(async (interaction) => {
    if (interaction.isChatInputCommand()) await handle(interaction);
  });
}

function deploy(...commands: SlashCommandBuilder[]): Promise<unknown> {
  const rest = new REST({ api: discord.api, version: '10' }).setToken(discord.token);
  return rest.put(Routes.applicationCommands(discord.applicationId), {
    body: commands.map((command) => command.toJSON()),
  });
}

function askCommand(): SlashCommandBuilder {
  const command = new SlashCommandBuilder().setName('ask').setDescription('Ask the articles');
  command.addStringOption((option) =>
    option
      .setName('question')
      .setDescription('What you want to know')
      .setRequired(true)
      .setAutocomplete(true),
  );
  return command;
}

describe('logging in', () => {
  it('gets ready and knows its guild', async () => {
    const client = await logIn();
    expect(client.user?.id).toBe(discord.bot.id);
    expect(client.guilds.cache.get(discord.guild.id)?.name).toBe('Home');
    expect(discord.violations).toEqual([]);
  });

  it('rejects a wrong token at REST', async () => {
    await expect(makeClient().login('wrong.token')).rejects.toThrow(/invalid token/);
  });

  it('rejects a wrong token at the gateway with 4004', async () => {
    discord.gateway.faults.failIdentify = 4004;
    const closed = discord.gateway.nextClose();
    await expect(makeClient().login(discord.token)).rejects.toThrow('Authentication failed');
    await expect(closed).resolves.toBe(4004);
  });

  it('closes with 4014 when a privileged intent was not granted', async () => {
    const closed = discord.gateway.nextClose();
    await expect(makeClient([Guilds, MessageContent]).login(discord.token)).rejects.toThrow(
      /disallowed intents/,
    );
    await expect(closed).resolves.toBe(4014);
  });

  it('closes with 4013 when an intent does not exist', async () => {
    const closed = discord.gateway.nextClose();
    const unknownIntent = 1 << 18;
    await expect(makeClient([Guilds, unknownIntent]).login(discord.token)).rejects.toThrow(/invalid intents/);
    await expect(closed).resolves.toBe(4013);
  });
});

describe('interactions', () => {
  it('answers a deferred command once the reply is edited', async () => {
    await handleCommands(async (command) => {
      await command.deferReply();
      await command.editReply(`You asked: ${command.options.getString('question')}`);
    });
    await deploy(askCommand());
    const interaction = discord.slash('ask', { question: 'why?' });
    const { type, message } = await interaction.acked;
    expect(type).toBe(5);
    expect(message?.content).toBe('');
    const answer = await interaction.answered;
    expect(answer.content).toBe('You asked: why?');
    expect(answer.flags).toBe(0);
    expect(discord.violations).toEqual([]);
    expect(discord.liveMentionRisks).toEqual([]);
  });

  it('answers a second acknowledgement with 40060', async () => {
    const { failure } = await handleCommands(async (command) => {
      await command.reply('first');
      await command.client.rest.post(Routes.interactionCallback(command.id, command.token), {
        body: { type: 5 },
        auth: false,
      });
    });
    await discord.slash('ask', { question: 'why?' }).answered;
    await expect(failure).resolves.toMatchObject({ code: 40060, status: 400 });
    expect(discord.violations).toMatchObject([{ code: 40060, path: '' }]);
  });

  it('drops an interaction that nobody acknowledges in time, and answers 10062 after that', async () => {
    await discord.stop();
    discord = await startLocalDiscord({ acknowledgeWithinMs: 30 });
    let acknowledgeLate = () => {};
    const { failure } = await handleCommands(async (command) => {
      await new Promise<void>((resolve) => {
        acknowledgeLate = resolve;
      });
      await command.reply('too late');
    });
    const interaction = discord.slash('ask');
    await expect(interaction.acked).rejects.toThrow('within 30 ms');
    await expect(interaction.answered).rejects.toThrow('within 30 ms');
    acknowledgeLate();
    await expect(failure).resolves.toMatchObject({ code: 10062, status: 404 });
  });

  it('keeps an ephemeral deferral ephemeral, and sends follow-ups beside it', async () => {
    await handleCommands(async (command) => {
      await command.deferReply({ flags: MessageFlags.Ephemeral });
      await command.followUp('fills the loading message');
      await command.followUp({ content: 'stands alone', flags: MessageFlags.Ephemeral });
    });
    const interaction = discord.slash('ask');
    const followUp = interaction.nextFollowUp();
    expect((await interaction.answered).content).toBe('fills the loading message');
    expect((await interaction.answered).flags & MessageFlags.Ephemeral).toBeTruthy();
    expect((await followUp).content).toBe('stands alone');
    expect(interaction.followUps).toHaveLength(1);
    expect(discord.messagesIn()).toEqual([]);
  });

  it('lets people press buttons and fill in modals', async () => {
    await handleInteractions(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(buttonPanel());
      if (interaction.isButton() && interaction.customId === 'more') await interaction.update('More of it.');
      if (interaction.isButton() && interaction.customId === 'feedback') {
        await interaction.showModal(feedbackModal());
      }
      if (interaction.isModalSubmit()) {
        const text = interaction.fields.getTextInputValue('text');
        await interaction.reply({ content: `Thank you: ${text}`, flags: MessageFlags.Ephemeral });
      }
    });
    const panel = await discord.slash('panel').answered;
    expect(() => discord.press(panel, 'unknown')).toThrow(/more, feedback/);
    expect((await discord.press(panel, 'more').answered).content).toBe('More of it.');
    const { data } = await discord.press(panel, 'feedback').acked;
    const submitted = discord.submit(data, { text: 'good' }, { source: panel });
    expect((await submitted.answered).content).toBe('Thank you: good');
    expect(discord.violations).toEqual([]);
  });

  it('lets people of a thread choose channels, with what they may do', async () => {
    const thread = discord.addThread('questions');
    const { client } = await handleInteractions(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const menu = new ChannelSelectMenuBuilder().setCustomId('channels').setMinValues(0);
        const row = new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(menu);
        await interaction.reply({ content: 'where?', components: [row], allowedMentions: NOBODY });
      }
      if (!interaction.isChannelSelectMenu()) return;
      const mayManage = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild);
      const content = `${interaction.channels.map(({ id }) => id)} ${interaction.channel?.isThread()} ${mayManage}`;
      await interaction.update({ content, components: [], allowedMentions: NOBODY });
    });
    expect(client.channels.cache.get(thread.id)?.isThread()).toBe(true);
    const message = await discord.slash('where', {}, { channel: thread }).answered;
    const { id } = discord.channel;
    expect(() => discord.choose(message, 'channels', ['1'])).toThrow('Expected the id of a channel, got 1');
    const chosen = await discord.choose(message, 'channels', [id], { permissions: MANAGER_PERMISSIONS })
      .answered;
    expect(chosen.content).toBe(`${id} true true`);
  });

  it('completes options', async () => {
    await handleInteractions(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      await interaction.respond([{ name: `${typed}?`, value: typed }]);
    });
    await deploy(askCommand());
    const { data } = await discord.autocomplete('ask', { question: 'who' }, 'question').acked;
    expect(data.choices).toEqual([{ name: 'who?', value: 'who' }]);
    expect(discord.violations).toEqual([]);
  });
});

describe('messages', () => {
  it('shows the bot a mention and keeps other messages empty', async () => {
    const client = makeClient();
    const seen: string[] = [];
    client.on(Events.MessageCreate, async (message) => {
      if (message.author.bot) return;
      seen.push(message.content);
      if (message.mentions.has(client.user!)) await message.reply('You called?');
    });
    await logIn(client);
    discord.say('nothing for the bot');
    const mention = discord.say(`<@${discord.bot.id}> hello`);
    const reply = await discord.replyTo(mention);
    expect(reply.content).toBe('You called?');
    expect(reply.mentions).toEqual([]);
    expect(seen).toEqual(['', `<@${discord.bot.id}> hello`]);
    expect(discord.violations).toEqual([]);
    expect(discord.liveMentionRisks).toEqual([]);
  });

  it('shows the bot direct messages and pinged replies to its messages', async () => {
    const client = makeClient([Guilds, GuildMessages, DirectMessages]);
    client.on(Events.MessageCreate, async (message) => {
      if (message.author.bot) return;
      await message.channel.sendTyping();
      await message.reply(`Read: ${message.content}`);
    });
    await logIn(client);
    const direct = discord.say('in private', { channel: discord.directChannel() });
    const answer = await discord.replyTo(direct);
    expect(answer.content).toBe('Read: in private');
    const first = await discord.replyTo(discord.say(`<@${discord.bot.id}>`));
    const pinged = discord.say('go on', { replyTo: first });
    expect((await discord.replyTo(pinged)).content).toBe('Read: go on');
    const silent = discord.say('go on', { replyTo: first, ping: false });
    expect((await discord.replyTo(silent)).content).toBe('Read: ');
    expect(discord.typing).toHaveLength(4);
  });

  it('refuses an oversized embed with an error tree, and records it', async () => {
    const client = await logIn();
    const channel = await client.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('Expected a channel to send to');
    await expect(channel.send({ embeds: [{ description: 'x'.repeat(4097) }] })).rejects.toMatchObject({
      code: 50035,
      status: 400,
      rawError: {
        errors: { embeds: { 0: { description: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } },
      },
    });
    expect(discord.violations).toMatchObject([
      { request: `POST /channels/${channel.id}/messages`, status: 400, path: 'embeds.0.description' },
    ]);
    await channel.send({ embeds: [{ description: 'x'.repeat(4096) }] });
    expect(discord.messagesIn()).toHaveLength(1);
    expect(discord.violations).toHaveLength(1);
  });

  it('records messages and edits in which any quoted mention would ping', async () => {
    const client = await logIn();
    client.options.allowedMentions = undefined as never;
    const channel = await client.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('Expected a channel to send to');
    const posted = discord.nextMessage();
    const message = await channel.send({ content: 'Good morning @everyone' });
    expect((await posted).mention_everyone).toBe(true);
    await message.edit({ content: `Only <@${discord.person.id}>`, allowedMentions: NOBODY });
    expect((await posted).mentions).toEqual([]);
    await message.edit(`Now <@${discord.person.id}>`);
    expect((await posted).mentions).toEqual([discord.person]);
    expect(discord.liveMentionRisks.map(({ content }) => content)).toEqual([
      'Good morning @everyone',
      `Now <@${discord.person.id}>`,
    ]);
    expect(discord.violations).toEqual([]);
  });

  it('sends a retried message once when its nonce is enforced', async () => {
    const client = await logIn();
    const channel = await client.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('Expected a channel to send to');
    const fault = discord.fault({ match: /^POST .*\/messages$/, status: 502, after: true, times: 2 });
    await channel.send({ content: 'once', nonce: '1', enforceNonce: true });
    expect(fault.hits).toBe(2);
    expect(discord.messagesIn()).toHaveLength(1);
  });
});

describe('commands', () => {
  it('registers a command that people then use with its own options', async () => {
    await deploy(askCommand());
    expect(discord.commands()).toMatchObject([{ name: 'ask', type: 1, options: [{ name: 'question' }] }]);
    const [{ id } = { id: '' }] = discord.commands();
    await deploy(askCommand());
    expect(discord.commands()[0]?.id).toBe(id);
    expect(() => discord.slash('ask', { quest: 'x', question: 'y' })).toThrow(/question/);
    expect(() => discord.slash('ask')).toThrow(/required/);
    expect(() => discord.slash('other')).toThrow(/registered/);
    expect(discord.violations).toEqual([]);
  });

  it('refuses a set of commands that has two of a name', async () => {
    await expect(deploy(askCommand(), askCommand())).rejects.toMatchObject({ code: 50035 });
    expect(discord.violations).toMatchObject([
      { code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', path: '1.name' },
    ]);
    expect(discord.commands()).toEqual([]);
  });
});

describe('the gateway', () => {
  it('resumes after a drop and replays what was missed', async () => {
    const client = await logIn();
    const heard = once(client, Events.MessageCreate);
    const resumed = discord.gateway.nextResume();
    discord.gateway.drop();
    await discord.gateway.nextClose();
    discord.say(`<@${discord.bot.id}> while you were away`);
    await resumed;
    const [message] = await heard;
    expect(message.content).toContain('while you were away');
  });
});

function buttonPanel() {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setCustomId('feedback').setLabel('Feedback').setStyle(ButtonStyle.Secondary),
  );
  return { content: 'An answer.', components: [row] };
}

function feedbackModal(): ModalBuilder {
  const input = new TextInputBuilder().setCustomId('text').setStyle(TextInputStyle.Short);
  const label = new LabelBuilder().setLabel('What was wrong?').setTextInputComponent(input);
  return new ModalBuilder().setCustomId('feedback').setTitle('Feedback').addLabelComponents(label);
}
