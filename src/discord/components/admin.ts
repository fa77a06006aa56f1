/** The menus and the buttons of `/admin`. */
import { SETTING_NAMES, waysOf } from '../../storage/server-settings.ts';
import { acknowledgeUpdate, mayManage, respond, textsFor } from '../connection/interaction.ts';
import { today } from '../context.ts';
import { textKey } from '../custom-id.ts';
import { forgetUnlearned } from '../editing/learn.ts';
import { channelsOf, renderChannelMenus, renderDigestMenu, renderResetQuestion } from '../panels/admin.ts';
import { renderSettings } from '../panels/settings.ts';
import { escapeText, oneLine } from '../render/markdown.ts';
import { renderNotice } from '../render/rendered.ts';
import type { ComponentAction } from './component.ts';

export const chooseChannels: ComponentAction = async (interaction, _parts, context) => {
  if (!interaction.isChannelSelectMenu() || !mayManage(interaction)) return refuse(interaction);
  await acknowledgeUpdate(interaction);
  const { guildId, values } = interaction;
  await context.state.allowChannels(guildId, values);
  const texts = textsFor(interaction);
  const menus = renderChannelMenus(await channelsOf(guildId, context), texts);
  await respond(interaction, { ...menus, ...renderNotice(texts.admin.channelsSaved(values.length)) });
};

/** Where new posts are answered without a mention; an old menu may outlive the setting that allows it. */
export const chooseListening: ComponentAction = async (interaction, _parts, context) => {
  if (!interaction.isChannelSelectMenu() || !mayManage(interaction)) return refuse(interaction);
  await acknowledgeUpdate(interaction);
  const { guildId, values } = interaction;
  await context.state.listenTo(guildId, values);
  const texts = textsFor(interaction);
  const menus = renderChannelMenus(await channelsOf(guildId, context), texts);
  await respond(interaction, { ...menus, ...renderNotice(texts.admin.listeningSaved(values.length)) });
};

export const chooseDigest: ComponentAction = async (interaction, _parts, { state }) => {
  if (!interaction.isChannelSelectMenu() || !mayManage(interaction)) return refuse(interaction);
  await acknowledgeUpdate(interaction);
  const [channel = null] = interaction.values;
  await state.sendDigestTo(interaction.guildId, channel, today());
  await respond(interaction, renderDigestMenu(channel, textsFor(interaction)));
};

/** Changes one setting in the panel, and shows the panel as it is then. */
export const changeSetting: ComponentAction = async (interaction, [name = ''], { state }) => {
  if (!mayManage(interaction)) return refuse(interaction);
  await acknowledgeUpdate(interaction);
  const { guildId } = interaction;
  const setting = SETTING_NAMES.find((known) => known === name);
  if (interaction.isChannelSelectMenu()) await state.allowChannels(guildId, interaction.values);
  else if (interaction.isStringSelectMenu() && setting !== undefined) {
    const [way = ''] = interaction.values;
    if (waysOf(setting).includes(way)) await state.choose(guildId, setting, way);
  }
  await respond(interaction, await renderSettings(guildId, state, textsFor(interaction)));
};

/** Limits a channel to some folders and sources of the articles; to all where none is chosen. */
export const chooseParts: ComponentAction = async (interaction, [channelId = ''], { state, catalog }) => {
  if (!interaction.isStringSelectMenu() || !mayManage(interaction)) return refuse(interaction);
  await acknowledgeUpdate(interaction);
  const { guildId, values } = interaction;
  const offered = catalog.titles({ server: guildId }).parts();
  const chosen = offered.filter(({ name }) => values.includes(textKey(name))).map(({ name }) => name);
  await state.limitChannel(guildId, channelId, chosen);
  const { admin } = textsFor(interaction);
  const said = admin.partsSaved(
    `<#${channelId}>`,
    chosen.map((part) => escapeText(oneLine(part))),
  );
  await respond(interaction, { ...renderNotice(said), components: [] });
};

export const askToReset: ComponentAction = async (interaction) => {
  if (!mayManage(interaction)) return refuse(interaction);
  await respond(interaction, renderResetQuestion(textsFor(interaction)));
};

export const resetServer: ComponentAction = async (interaction, _parts, context) => {
  if (!mayManage(interaction)) return refuse(interaction);
  await acknowledgeUpdate(interaction);
  await context.state.reset(interaction.guildId);
  await context.editor?.tidy();
  const hasChanged = await forgetUnlearned(context);
  await respond(interaction, { ...renderNotice(textsFor(interaction).admin.resetDone), components: [] });
  if (hasChanged) await context.rebuild?.();
};

type Use = Parameters<ComponentAction>[0];

const refuse = (interaction: Use): Promise<void> =>
  respond(interaction, renderNotice(textsFor(interaction).admin.notAllowed));
