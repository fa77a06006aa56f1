/** Where something happens, and what the bot may do there. */
import {
  type BaseInteraction,
  type Message,
  PermissionFlagsBits,
  type PermissionsBitField,
  type TextBasedChannel,
} from 'discord.js';

export interface Place {
  /** Null in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** The channel that a thread belongs to. */
  readonly parentId: string | null;
  /** False in a thread that is locked or archived, and where the bot lacks the permission. */
  readonly mayWrite: boolean;
  /** False where a message of the bot may show no embed. */
  readonly mayEmbed: boolean;
}

export const placeOfInteraction = ({ guildId, channelId, channel, appPermissions }: BaseInteraction): Place =>
  placeOf(guildId, channelId ?? '', channel, appPermissions);

export function placeOfMessage({ guildId, channelId, channel, client }: Message): Place {
  const permissions = channel.isDMBased() ? null : channel.permissionsFor(client.user);
  return placeOf(guildId, channelId, channel, permissions);
}

/** What is not known of the permissions is tried: Discord refuses what may not be. */
function placeOf(
  guildId: string | null,
  channelId: string,
  channel: TextBasedChannel | null,
  permissions: Readonly<PermissionsBitField> | null,
): Place {
  const may = (permission: bigint): boolean =>
    guildId === null || permissions === null || permissions.has(permission);
  const thread = channel?.isThread() ? channel : null;
  const isOpen = thread === null || !thread.archived || may(PermissionFlagsBits.ManageThreads);
  const isUnlocked = thread === null || !thread.locked || may(PermissionFlagsBits.ManageThreads);
  const writing =
    thread === null ? PermissionFlagsBits.SendMessages : PermissionFlagsBits.SendMessagesInThreads;
  return {
    guildId,
    channelId,
    parentId: thread?.parentId ?? null,
    mayWrite: isOpen && isUnlocked && may(writing),
    mayEmbed: may(PermissionFlagsBits.EmbedLinks),
  };
}
