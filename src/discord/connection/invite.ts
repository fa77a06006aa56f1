/** What the bot may do in a server, and the link that asks for exactly that. */
import { OAuth2Scopes, PermissionFlagsBits, PermissionsBitField } from 'discord.js';

const PERMISSIONS = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.SendMessagesInThreads,
  PermissionFlagsBits.EmbedLinks,
  // A reply refers to a message, which Discord allows only to who may read it.
  PermissionFlagsBits.ReadMessageHistory,
];

/** Whoever opens it chooses a server to bring the bot to; one that `readsMessages` marks solved posts with tags, too. */
export function inviteLink(applicationId: string, readsMessages: boolean): string {
  const permissions = [...PERMISSIONS, ...(readsMessages ? [PermissionFlagsBits.ManageThreads] : [])];
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: PermissionsBitField.resolve(permissions).toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
