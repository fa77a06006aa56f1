/** `/admin`: what those who manage a server can see and set. */
import {
  ApplicationCommandOptionType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import { NotBuilt } from '../../library.ts';
import { forumOf } from '../connection/forum.ts';
import { acknowledge, mayManage, respond, textsFor } from '../connection/interaction.ts';
import { placeOfInteraction } from '../connection/place.ts';
import { gapsOfServer } from '../digest.ts';
import {
  CHANNEL_TYPES,
  channelsOf,
  renderChannelMenus,
  renderDigestMenu,
  renderPartsMenu,
  renderResetQuestion,
} from '../panels/admin.ts';
import { renderGaps } from '../panels/digest.ts';
import { renderSettings } from '../panels/settings.ts';
import { renderSolving } from '../panels/solving.ts';
import { renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import { localizations } from '../texts/locale.ts';
import { ARTICLE_SUBCOMMANDS, ARTICLES_GROUP, ARTICLES_OPTION } from './admin-articles.ts';
import type { SlashCommand } from './command.ts';
import { type Subcommand, subcommand } from './subcommand.ts';

const CHANNEL = 'channel';
const FORUM = 'forum';

const SUBCOMMANDS: readonly Subcommand[] = [
  {
    data: subcommand(
      'settings',
      '设置',
      'See and change what this server has set',
      '查看和更改本服务器的设置',
    ),
    run: async (interaction, guildId, { state }) =>
      respond(interaction, await renderSettings(guildId, state, textsFor(interaction))),
  },
  {
    data: subcommand('channels', '频道', 'Choose where mentions are answered', '选择在哪里回答提及'),
    run: async (interaction, guildId, context) =>
      respond(interaction, renderChannelMenus(await channelsOf(guildId, context), textsFor(interaction))),
  },
  {
    data: {
      ...subcommand('corpus', '范围', 'Choose which articles a channel uses', '选择一个频道使用哪些文章'),
      options: [
        {
          type: ApplicationCommandOptionType.Channel,
          name: CHANNEL,
          name_localizations: localizations('channel', '频道'),
          description: 'The channel; this one unless you choose another',
          description_localizations: localizations(
            'The channel; this one unless you choose another',
            '哪个频道；不选就是这个',
          ),
          channel_types: [...CHANNEL_TYPES],
        },
      ],
    },
    run: async (interaction, guildId, { state, catalog }) => {
      const { parentId, channelId } = placeOfInteraction(interaction);
      const channel = interaction.options.getChannel(CHANNEL)?.id ?? parentId ?? channelId;
      const offered = catalog.titles({ server: guildId }).parts();
      const chosen = await state.partsOfChannel(guildId, channel);
      const texts = textsFor(interaction);
      const limited = await state.limitedChannels(guildId);
      return respond(interaction, renderPartsMenu(channel, offered, chosen, limited, texts));
    },
  },
  {
    data: {
      ...subcommand(
        'solved',
        '解决',
        'What happens when an answer helped, or did not',
        '回答有用或没用时怎么办',
      ),
      options: [
        {
          type: ApplicationCommandOptionType.Channel,
          name: FORUM,
          name_localizations: localizations('forum', '论坛'),
          description: 'The forum whose solved posts get a tag',
          description_localizations: localizations(
            'The forum whose solved posts get a tag',
            '哪个论坛的帖子解决后加标签',
          ),
          channel_types: [ChannelType.GuildForum],
        },
      ],
    },
    run: async (interaction, guildId, { state, readsMessages }) => {
      const texts = textsFor(interaction);
      if (!readsMessages) return respond(interaction, renderNotice(texts.solving.off));
      const { parentId } = placeOfInteraction(interaction);
      const forum = forumOf(interaction.client, interaction.options.getChannel(FORUM)?.id ?? parentId ?? '');
      const tag = forum === null ? null : await state.solvedTag(guildId, forum.id);
      return respond(interaction, renderSolving(forum, tag, await state.helpers(guildId), texts));
    },
  },
  {
    data: subcommand('gaps', '未答', 'See what was asked and not answered', '查看问了而没有回答的问题'),
    run: async (interaction, guildId, context) => {
      const { helpful, unhelpful } = await context.state.feedback(guildId);
      const texts = textsFor(interaction);
      const groups = await gapsOfServer(guildId, '', context);
      const ratings = texts.admin.feedback(helpful, unhelpful);
      await respond(interaction, renderGaps(groups, ratings, context.editor !== null, texts));
    },
  },
  {
    data: subcommand(
      'digest',
      '周报',
      'Have a digest of each week sent to a channel',
      '每周发送一份周报到一个频道',
    ),
    run: async (interaction, guildId, { state }) =>
      respond(interaction, renderDigestMenu(await state.digestChannel(guildId), textsFor(interaction))),
  },
  {
    data: subcommand('reset', '重置', 'Delete what is kept of this server', '删除保存的本服务器内容'),
    run: (interaction) => respond(interaction, renderResetQuestion(textsFor(interaction))),
  },
  {
    isForOperators: true,
    data: subcommand(
      'reindex',
      '重建',
      'Read the articles anew (for whoever runs the bot)',
      '重新读取文章（供机器人的运行者使用）',
    ),
    run: async (interaction, _guildId, { rebuild, catalog, log }) => {
      const { admin, notices } = textsFor(interaction);
      if (rebuild === null) return respond(interaction, renderNotice(notices.unknownCommand));
      await respond(interaction, renderNotice(admin.reindexStarted));
      try {
        await rebuild();
      } catch (error) {
        if (!(error instanceof NotBuilt)) throw error;
        log.warn('the articles were not indexed', { error });
        return respond(interaction, renderNotice(describeFailure(error, admin)));
      }
      await catalog.refresh();
      await respond(interaction, renderNotice(admin.reindexDone));
    },
  },
];

/** Paths and the system's own words, which the message has, are for the log. */
function describeFailure({ why: { reason, since } }: NotBuilt, { notIndexed }: Texts['admin']): string {
  // In universal time, as the status tells the day.
  if (reason === 'locked')
    return notIndexed.locked(since === null ? '?' : `${since.slice(0, 16).replace('T', ' ')} UTC`);
  return notIndexed[reason];
}

export const ADMIN: SlashCommand = {
  data: {
    name: 'admin',
    name_localizations: localizations('admin', '管理'),
    description: 'For those who manage this server',
    description_localizations: localizations('For those who manage this server', '供管理本服务器的人使用'),
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    contexts: [InteractionContextType.Guild],
    options: [...SUBCOMMANDS.map(({ data }) => data), ARTICLES_OPTION],
  },
  run: async (interaction, context) => {
    const name = interaction.options.getSubcommand();
    const isOfArticles = interaction.options.getSubcommandGroup() === ARTICLES_GROUP;
    const chosen = (isOfArticles ? ARTICLE_SUBCOMMANDS : SUBCOMMANDS).find(({ data }) => data.name === name);
    const { admin, notices } = textsFor(interaction);
    const { guildId } = interaction;
    if (chosen === undefined || guildId === null)
      return respond(interaction, renderNotice(notices.unknownCommand));
    if (!chosen.opensForm) await acknowledge(interaction, true);
    if (chosen.isForOperators && !(await context.isOperator(interaction.user.id)))
      return respond(interaction, renderNotice(admin.notOperator));
    // Discord hides the command from everybody else, unless somebody has set it otherwise.
    if (!chosen.isForOperators && !mayManage(interaction))
      return respond(interaction, renderNotice(admin.notAllowed));
    await chosen.run(interaction, guildId, context);
  },
};
