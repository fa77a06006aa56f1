/** Who may say something about an answer that counts, and the answer without the buttons that were used. */
import { ComponentType, type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { mayManage } from '../connection/interaction.ts';
import { type Kind, readCustomId } from '../custom-id.ts';
import type { Row } from '../render/rendered.ts';

/** Whoever asked what the message answers, and those who manage the server. */
export async function mayJudge(interaction: MessageComponentInteraction): Promise<boolean> {
  if (mayManage(interaction)) return true;
  const { message, user } = interaction;
  // Nobody else sees it.
  if (message.flags.has(MessageFlags.Ephemeral)) return true;
  if (message.interactionMetadata !== null) return message.interactionMetadata.user.id === user.id;
  const asked = message.reference === null ? null : await message.fetchReference().catch(() => null);
  return asked?.author.id === user.id;
}

export const rowsOf = ({ message }: MessageComponentInteraction): Row[] =>
  message.components.flatMap((row) => (row.type === ComponentType.ActionRow ? [row.toJSON() as Row] : []));

/** The rows of a message without some buttons, and without rows that are empty then. */
export function rowsWithout(interaction: MessageComponentInteraction, ...kinds: readonly Kind[]): Row[] {
  const isUsed = (id: string): boolean => kinds.some((kind) => readCustomId(id)?.kind === kind);
  return rowsOf(interaction)
    .map((row) => ({
      ...row,
      components: row.components.filter((one) => !('custom_id' in one && isUsed(one.custom_id))),
    }))
    .filter(({ components }) => components.length > 0);
}
