/** What `/admin` shows. */
import { ButtonStyle, ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord.js';
import type { Gap } from '../../storage/server-state.ts';
import { customId } from '../custom-id.ts';
import type { Texts } from '../texts/en.ts';
import { cut, joinWithin, LIMITS } from './limits.ts';
import { escapeText, oneLine } from './markdown.ts';
import { COLOR, type Rendered, renderNotice } from './rendered.ts';

/** Kinds of these components, as their ids begin. */
export const ADMIN_PART = { channels: 'channels', reset: 'reset' } as const;

const MAX_GAP = 120;

/** `chosen` are the ids of the channels allowed so far. */
export function renderChannelMenu(chosen: readonly string[], { admin }: Texts): Rendered {
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

/** `footer` tells of the feedback. */
export function renderGaps(gaps: readonly Gap[], footer: string, { admin }: Texts): Rendered {
  const lines = gaps.map(
    ({ question, count, lastAsked }) =>
      `- ${escapeText(cut(oneLine(question), MAX_GAP))} (${admin.asked(count, lastAsked)})`,
  );
  const description = joinWithin(lines, '\n', LIMITS.embedDescription) || admin.noGaps;
  return { embeds: [{ color: COLOR.plain, title: admin.gaps, description, footer: { text: footer } }] };
}

/** Asks before everything is deleted. */
export function renderResetQuestion({ admin }: Texts): Rendered {
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
