/** What `/admin` shows. */
import { ButtonStyle, ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord.js';
import type { Context } from '../context.ts';
import { customId, type Kind, textKey } from '../custom-id.ts';
import { cut, LIMITS } from '../render/limits.ts';
import { oneLine } from '../render/markdown.ts';
import { type Rendered, type Row, renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import type { Part } from '../titles.ts';

/** Channels that questions are asked in. */
export const CHANNEL_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
] as const;

/** `chosen` is the channel that the weekly digest goes to. */
export const renderDigestMenu = (chosen: string | null, { digest }: Texts): Rendered => ({
  ...renderNotice(chosen === null ? digest.off : digest.on(`<#${chosen}>`)),
  components: [channelRow(customId('digest'), digest.placeholder, chosen === null ? [] : [chosen], 1)],
});

export interface ChosenChannels {
  /** Where questions are answered; none for all. */
  readonly allowed: readonly string[];
  /** Where new posts are answered without a mention; null where the bot does not see them. */
  readonly listening: readonly string[] | null;
}

export const channelsOf = async (
  guildId: string,
  { state, readsMessages }: Pick<Context, 'state' | 'readsMessages'>,
): Promise<ChosenChannels> => ({
  allowed: await state.allowedChannels(guildId),
  listening: readsMessages ? await state.listeningChannels(guildId) : null,
});

export function renderChannelMenus({ allowed, listening }: ChosenChannels, { admin }: Texts): Rendered {
  const said = [admin.channels, ...(listening === null ? [] : [admin.listening])];
  return {
    ...renderNotice(said.join('\n\n')),
    components: [
      channelRow(customId('channels'), admin.channelsPlaceholder, allowed),
      ...(listening === null
        ? []
        : [channelRow(customId('listening'), admin.listeningPlaceholder, listening)]),
    ],
  };
}

/** A menu of channels with those that are chosen so far. */
export const channelRow = (
  id: string,
  placeholder: string,
  chosen: readonly string[],
  most: number = LIMITS.selectOptions,
): Row => ({
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.ChannelSelect,
      custom_id: id,
      placeholder,
      channel_types: [...CHANNEL_TYPES],
      min_values: 0,
      max_values: most,
      default_values: chosen
        .slice(0, LIMITS.selectOptions)
        .map((channel) => ({ id: channel, type: SelectMenuDefaultValueType.Channel })),
    },
  ],
});

/** `chosen` are the folders and sources that the channel is limited to so far, `limited` the channels that are. */
export function renderPartsMenu(
  channelId: string,
  offered: readonly Part[],
  chosen: readonly string[],
  limited: readonly string[],
  { admin }: Texts,
): Rendered {
  const others = limited.filter((id) => id !== channelId).slice(0, LIMITS.selectOptions);
  const said = [
    offered.length === 0 ? admin.noParts : admin.parts(`<#${channelId}>`),
    ...(others.length > 0 ? [admin.limited(others.map((id) => `<#${id}>`))] : []),
  ];
  const options = [
    ...offered.filter(({ name }) => chosen.includes(name)),
    ...offered.filter(({ name }) => !chosen.includes(name)),
  ]
    .slice(0, LIMITS.selectOptions)
    .map(({ name, articles }) => ({
      label: cut(oneLine(name) || '—', LIMITS.choice),
      value: textKey(name),
      description: admin.partSize(articles),
      default: chosen.includes(name),
    }));
  const menu = {
    type: ComponentType.StringSelect as const,
    custom_id: customId('parts', channelId),
    placeholder: admin.partsPlaceholder,
    min_values: 0,
    max_values: options.length,
    options,
  };
  const rows: Row[] = options.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: [menu] }];
  return { ...renderNotice(said.join('\n')), components: rows };
}

/** For those who manage a server, below what is kept of it. */
export const forgetRow = ({ admin }: Texts): Row => dangerRow('forget', admin.forget);

/** Asks before everything is deleted. */
export function renderResetQuestion({ admin }: Texts): Rendered {
  return { ...renderNotice(admin.resetQuestion), components: [dangerRow('reset', admin.resetConfirm)] };
}

const dangerRow = (kind: Kind, label: string): Row => ({
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.Button, style: ButtonStyle.Danger, custom_id: customId(kind), label }],
});
