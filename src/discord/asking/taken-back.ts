/** Taking an answer back that nobody had asked for. */
import {
  type Message,
  type MessageReaction,
  type PartialMessageReaction,
  type PartialUser,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type User,
} from 'discord.js';
import { isRefusedWith } from '../connection/interaction.ts';
import type { Context } from '../context.ts';

const WRONG = '👎';

/** Whether a reaction may mean that an answer is to go; who gave it is looked at later. */
export const mayTakeBack = ({ emoji, message }: MessageReaction | PartialMessageReaction): boolean =>
  emoji.name === WRONG && (message.author === null || message.author.id === message.client.user.id);

/** Deletes a reply of the bot where whoever asked, or somebody who manages the server, says that it is wrong; counts that. */
export async function takeBack(
  reaction: MessageReaction | PartialMessageReaction,
  { id: personId }: User | PartialUser,
  { state, log }: Context,
): Promise<void> {
  const message = reaction.message.partial ? await reaction.message.fetch() : reaction.message;
  const { author, client, guild, reference } = message;
  if (guild === null || author.id !== client.user.id || reference === null) return;
  if (!(await hasAsked(message, personId)) && !(await manages(message, personId))) return;
  try {
    await message.delete();
  } catch (error) {
    // Two people may have said so at once.
    if (isRefusedWith(error, RESTJSONErrorCodes.UnknownMessage)) return;
    throw error;
  }
  await state.countFeedback(guild.id, 'unhelpful');
  log.info('an answer was taken back');
}

async function hasAsked(message: Message, personId: string): Promise<boolean> {
  const asked = await message.fetchReference().catch(() => null);
  return asked?.author.id === personId;
}

async function manages({ guild }: Message, personId: string): Promise<boolean> {
  const member = await guild?.members.fetch(personId).catch(() => null);
  return member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false;
}
