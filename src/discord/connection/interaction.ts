/** Acknowledging and answering interactions: once, in time, and whatever becomes of an answer of Discord. */
import {
  type CommandInteraction,
  DiscordAPIError,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import { bodyOf, type Rendered } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import { localeOfPerson } from '../texts/locale.ts';
import { TEXTS } from '../texts/texts.ts';
import { NO_PINGS } from './pings.ts';
import { placeOfInteraction } from './place.ts';

export type Answerable = CommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** What the bot says to this person, in the language they have set. */
export const textsFor = ({ locale }: { readonly locale: string }): Texts => TEXTS[localeOfPerson(locale)];

/** Whether somebody manages the server that they are in; they may have lost the permission since a menu was shown. */
export const mayManage = <T extends Answerable>(interaction: T): interaction is T & { guildId: string } =>
  interaction.guildId !== null &&
  (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false);

/** Shows that work has begun; Discord drops an interaction after 3 seconds. Whether it is private is fixed here. */
export async function acknowledge(interaction: Answerable, isPrivate: boolean): Promise<void> {
  await once(interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}));
  interaction.deferred = true;
}

/** Shows that work on the message of a button or menu has begun. */
export async function acknowledgeUpdate(interaction: MessageComponentInteraction): Promise<void> {
  await once(interaction.deferUpdate());
  interaction.deferred = true;
}

/** Fills in what was acknowledged, or answers at once, to that person alone. */
export async function respond(interaction: Answerable, rendered: Rendered): Promise<void> {
  const { mayEmbed } = placeOfInteraction(interaction);
  const body = { ...bodyOf(rendered, mayEmbed), allowedMentions: NO_PINGS };
  if (interaction.deferred || interaction.replied) await interaction.editReply(body);
  else await once(interaction.reply({ ...body, flags: MessageFlags.Ephemeral }));
}

/** Waits for an acknowledgement; one that took effect although its answer was lost is refused when it is repeated. */
export async function once(acknowledgement: Promise<unknown>): Promise<void> {
  await acknowledgement.catch((error: unknown) => {
    if (!isRefusedWith(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
  });
}

export const isRefusedWith = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && error.code === code;
