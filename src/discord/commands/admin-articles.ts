/** `/admin articles`: files, addresses and texts into the corpus of the server, and out of it. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandGroupOption,
  ApplicationCommandOptionType,
  ChannelType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { MAX_FILE_BYTES } from '../../documents/limits.ts';
import { once, respond, textsFor } from '../connection/interaction.ts';
import type { Context } from '../context.ts';
import { download } from '../editing/download.ts';
import type { Editor } from '../editing/editor.ts';
import { learnOrStop } from '../editing/learn.ts';
import { respondAndRebuild } from '../editing/read-anew.ts';
import type { Taken } from '../editing/taking.ts';
import { renderChanges, renderEntries, renderTaken, writeForm } from '../panels/articles.ts';
import { renderNotice } from '../render/rendered.ts';
import { named, type Subcommand, subcommand } from './subcommand.ts';

const OPTION = { file: 'file', address: 'address', everywhere: 'everywhere', channel: 'channel' } as const;
export const ARTICLES_GROUP = 'articles';

const EVERYWHERE: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  ...named(
    OPTION.everywhere,
    '所有服务器',
    'For all servers (for whoever runs the bot)',
    '供所有服务器使用（限机器人的运行者）',
  ),
};

type Run = (
  interaction: ChatInputCommandInteraction,
  editor: Editor,
  guildId: string | null,
  context: Context,
) => Promise<void>;

/** For the server, or where whoever runs the bot wants that, for all. */
const editing =
  (run: Run): Subcommand['run'] =>
  async (interaction, guildId, context) => {
    const { editing: texts } = textsFor(interaction);
    if (context.editor === null) return respond(interaction, renderNotice(texts.off));
    const isForAll = interaction.options.getBoolean(OPTION.everywhere) ?? false;
    if (isForAll && !(await context.isOperator(interaction.user.id)))
      return respond(interaction, renderNotice(texts.notOperator));
    await run(interaction, context.editor, isForAll ? null : guildId, context);
  };

export const ARTICLE_SUBCOMMANDS: readonly Subcommand[] = [
  {
    data: {
      ...subcommand(
        'list',
        '列表',
        'See the articles of this server, and remove some',
        '查看本服务器的文章，移除其中的',
      ),
      options: [EVERYWHERE],
    },
    run: editing(async (interaction, editor, guildId, { catalog }) => {
      const titles = catalog.titles({ server: guildId });
      return respond(
        interaction,
        renderEntries(await editor.list(guildId), 1, guildId, titles, textsFor(interaction)),
      );
    }),
  },
  {
    data: {
      ...subcommand('add', '添加', 'Add a file, or what is at an address', '添加文件，或网址上的内容'),
      options: [
        {
          type: ApplicationCommandOptionType.Attachment,
          ...named(
            OPTION.file,
            '文件',
            'Markdown, text, PDF, Word, HTML, CSV, Excel, JSON Lines or a Discord export',
            'Markdown、文本、PDF、Word、HTML、CSV、Excel、JSON Lines 或 Discord 导出文件',
          ),
        },
        {
          type: ApplicationCommandOptionType.String,
          ...named(
            OPTION.address,
            '网址',
            'A page, feed, sitemap or public Git repository of Markdown',
            '网页、订阅源、网站地图或公开的 Markdown 仓库',
          ),
          max_length: 500,
        },
        EVERYWHERE,
      ],
    },
    run: editing(async (interaction, editor, guildId, context) => {
      const texts = textsFor(interaction);
      const file = interaction.options.getAttachment(OPTION.file);
      const address = interaction.options.getString(OPTION.address);
      const given: Taken[] = [];
      const person = interaction.user.id;
      if (file !== null) {
        const bytes = file.size > MAX_FILE_BYTES ? null : await download(file.url).catch(() => null);
        const { editing: told } = texts;
        const why =
          file.size > MAX_FILE_BYTES
            ? told.tooLarge(file.name, MAX_FILE_BYTES >> 20)
            : told.notFetched(file.name);
        given.push(
          bytes === null
            ? { taken: [], same: 0, left: [why], hasChanged: false }
            : await editor.addFile(guildId, person, { name: file.name, bytes }),
        );
      }
      if (address !== null)
        given.push(await context.unlessEnding(editor.addSource(guildId, person, address.trim())));
      if (given.length === 0) return respond(interaction, renderNotice(texts.editing.nothingGiven));
      const shown = renderTaken(given, address !== null, texts);
      if (!given.some(({ hasChanged }) => hasChanged)) return respond(interaction, shown);
      await respondAndRebuild(interaction, shown, texts, context);
    }),
  },
  {
    opensForm: true,
    data: {
      ...subcommand('write', '撰写', 'Write an article yourself', '自己写一篇文章'),
      options: [EVERYWHERE],
    },
    run: editing(async (interaction, _editor, guildId) => {
      await once(interaction.showModal(writeForm(guildId, textsFor(interaction))));
    }),
  },
  {
    data: {
      ...subcommand('changes', '更改', 'See who changed what, and undo it', '查看谁改了什么，可以撤销'),
      options: [EVERYWHERE],
    },
    run: editing(async (interaction, editor, guildId) =>
      respond(interaction, renderChanges(await editor.changes(guildId), guildId, textsFor(interaction))),
    ),
  },
  {
    data: {
      ...subcommand(
        'learn',
        '学习',
        'Make articles of the solved posts of a forum or thread, or stop that',
        '把论坛或子区里解决了的帖子变成文章，或停止这样做',
      ),
      options: [
        {
          type: ApplicationCommandOptionType.Channel,
          ...named(OPTION.channel, '频道', 'The forum or thread', '哪个论坛或子区'),
          channel_types: [ChannelType.GuildForum, ChannelType.PublicThread],
          required: true,
        },
      ],
    },
    run: async (interaction, guildId, context) => {
      const texts = textsFor(interaction);
      const channel = interaction.options.getChannel(OPTION.channel, true);
      const { said, hasChanged } = await learnOrStop(interaction.client, guildId, channel.id, context, texts);
      if (hasChanged) await respondAndRebuild(interaction, renderNotice(said), texts, context);
      else await respond(interaction, renderNotice(said));
    },
  },
];

export const ARTICLES_OPTION: APIApplicationCommandSubcommandGroupOption = {
  type: ApplicationCommandOptionType.SubcommandGroup,
  ...named(ARTICLES_GROUP, '文章', 'The articles of this server', '本服务器的文章'),
  options: ARTICLE_SUBCOMMANDS.map(({ data }) => data),
};
