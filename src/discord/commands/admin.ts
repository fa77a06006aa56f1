/** `/admin`: what those who manage a server can see and set. */
import {
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  InteractionContextType,
  PermissionFlagsBits,
  SelectMenuDefaultValueType,
} from 'discord.js';
import type { Gap } from '../../storage/server-state.ts';
import { ADMIN_PART } from '../components/admin.ts';
import type { Context } from '../context.ts';
import { customId } from '../custom-id.ts';
import { type Answerable, acknowledge, respond, textsFor } from '../interaction.ts';
import { cut, joinWithin, LIMITS } from '../limits.ts';
import { localizations } from '../locale.ts';
import { escapeText, oneLine } from '../markdown.ts';
import { COLOR, type Rendered, renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import type { SlashCommand } from './command.ts';

const GAPS = 25;
const MAX_GAP = 120;

interface Subcommand {
  readonly data: APIApplicationCommandSubcommandOption;
  readonly run: (interaction: Answerable, guildId: string, context: Context) => Promise<void>;
}

const SUBCOMMANDS: readonly Subcommand[] = [
  {
    data: subcommand('channels', '频道', 'Choose where mentions are answered', '选择在哪里回答提及'),
    run: (interaction, guildId, { state }) =>
      respond(interaction, renderChannelMenu(state.allowedChannels(guildId), textsFor(interaction))),
  },
  {
    data: subcommand('gaps', '未答', 'See what was asked and not answered', '查看问了而没有回答的问题'),
    run: (interaction, guildId, { state }) => {
      const { helpful, unhelpful } = state.feedback(guildId);
      const texts = textsFor(interaction);
      const footer = texts.admin.feedback(helpful, unhelpful);
      return respond(interaction, renderGaps(state.gaps(guildId, GAPS), footer, texts));
    },
  },
  {
    data: subcommand('reset', '重置', 'Delete what is kept of this server', '删除保存的本服务器内容'),
    run: (interaction) => respond(interaction, renderResetQuestion(textsFor(interaction))),
  },
  {
    data: subcommand('reindex', '重建', 'Index the articles anew', '为文章重新建立索引'),
    run: async (interaction, _guildId, { reindex, catalog, closing }) => {
      const { admin, notices } = textsFor(interaction);
      if (reindex === null) return respond(interaction, renderNotice(notices.unknownCommand));
      await acknowledge(interaction, true);
      await respond(interaction, renderNotice(admin.reindexStarted));
      await Promise.race([reindex(), closing]);
      await catalog.refresh();
      await respond(interaction, renderNotice(admin.reindexDone));
    },
  },
];

export const ADMIN: SlashCommand = {
  data: {
    name: 'admin',
    name_localizations: localizations('admin', '管理'),
    description: 'For those who manage this server',
    description_localizations: localizations('For those who manage this server', '供管理本服务器的人使用'),
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    contexts: [InteractionContextType.Guild],
    options: SUBCOMMANDS.map(({ data }) => data),
  },
  run: async (interaction, context) => {
    const name = interaction.options.getSubcommand();
    const chosen = SUBCOMMANDS.find(({ data }) => data.name === name);
    const { admin, notices } = textsFor(interaction);
    const { guildId } = interaction;
    // Discord hides the command from everybody else, unless somebody has set it otherwise.
    if (guildId === null || !interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild))
      await respond(interaction, renderNotice(admin.notAllowed));
    else if (chosen) await chosen.run(interaction, guildId, context);
    else await respond(interaction, renderNotice(notices.unknownCommand));
  },
};

function subcommand(
  name: string,
  chineseName: string,
  description: string,
  chineseDescription: string,
): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    name_localizations: localizations(name, chineseName),
    description,
    description_localizations: localizations(description, chineseDescription),
  };
}

function renderChannelMenu(chosen: readonly string[], { admin }: Texts): Rendered {
  const menu = {
    type: ComponentType.ChannelSelect as const,
    custom_id: customId(ADMIN_PART.channels),
    placeholder: admin.channelsPlaceholder,
    channel_types: [
      ChannelType.GuildText as const,
      ChannelType.GuildAnnouncement as const,
      ChannelType.GuildForum as const,
    ],
    min_values: 0,
    max_values: LIMITS.selectOptions,
    default_values: chosen
      .slice(0, LIMITS.selectOptions)
      .map((id) => ({ id, type: SelectMenuDefaultValueType.Channel as const })),
  };
  return {
    ...renderNotice(admin.channels),
    components: [{ type: ComponentType.ActionRow, components: [menu] }],
  };
}

function renderGaps(gaps: readonly Gap[], footer: string, { admin }: Texts): Rendered {
  const lines = gaps.map(
    ({ question, count, lastAsked }) =>
      `- ${escapeText(cut(oneLine(question), MAX_GAP))} (${admin.asked(count, lastAsked)})`,
  );
  const description = joinWithin(lines, '\n', LIMITS.embedDescription) || admin.noGaps;
  return { embeds: [{ color: COLOR.plain, title: admin.gaps, description, footer: { text: footer } }] };
}

function renderResetQuestion({ admin }: Texts): Rendered {
  const button = {
    type: ComponentType.Button as const,
    style: ButtonStyle.Danger as const,
    custom_id: customId(ADMIN_PART.reset),
    label: admin.resetConfirm,
  };
  return {
    ...renderNotice(admin.resetQuestion),
    components: [{ type: ComponentType.ActionRow, components: [button] }],
  };
}
