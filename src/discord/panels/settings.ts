/** The panel of what a server has set, each setting with the menu that changes it. */
import { ComponentType } from 'discord.js';
import { SETTING_NAMES, type Setting, waysOf } from '../../storage/server-settings.ts';
import type { ServerState } from '../../storage/server-state.ts';
import { customId } from '../custom-id.ts';
import { cut, LIMITS } from '../render/limits.ts';
import { COLOR, type Rendered, type Row } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import { channelRow, forgetRow } from './admin.ts';

export async function renderSettings(guildId: string, state: ServerState, texts: Texts): Promise<Rendered> {
  const { settings } = texts;
  const channels = await state.allowedChannels(guildId);
  const listening = await state.listeningChannels(guildId);
  const limited = await state.limitedChannels(guildId);
  const chosen = await state.settings(guildId);
  const nameOf = (name: Setting): string => settings.ways[name][chosen[name] as never];
  const lines = [
    [settings.channels, channels.length === 0 ? settings.allChannels : mentionsOf(channels)],
    ...(listening.length > 0 ? [[settings.listening, mentionsOf(listening)]] : []),
    ...SETTING_NAMES.map((name) => [settings.names[name], nameOf(name)]),
    ...(limited.length > 0 ? [[settings.limited, mentionsOf(limited)]] : []),
  ].map(([label, value]) => `**${label}** ${value}`);
  return {
    embeds: [{ color: COLOR.plain, title: settings.title, description: lines.join('\n') }],
    components: [
      channelRow(customId('setting', 'channels'), settings.allChannels, channels),
      ...SETTING_NAMES.map((name) => settingRow(name, chosen[name], settings)),
      forgetRow(texts),
    ],
  };
}

const mentionsOf = (ids: readonly string[]): string =>
  ids
    .slice(0, LIMITS.selectOptions)
    .map((id) => `<#${id}>`)
    .join(' ');

function settingRow(name: Setting, chosen: string, { names, ways }: Texts['settings']): Row {
  const labels: Readonly<Record<string, string>> = ways[name];
  const options = waysOf(name).map((way) => ({
    label: cut(`${names[name]} ${labels[way] ?? way}`, LIMITS.choice),
    value: way,
    default: way === chosen,
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId('setting', name),
        placeholder: names[name],
        options,
      },
    ],
  };
}
