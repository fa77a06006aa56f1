/** What a person asks of the bot, whichever way they ask it, and the way back to them. */
import {
  ChannelType,
  type ChatInputCommandInteraction,
  type Interaction,
  type Message,
  MessageType,
} from 'discord.js';
import { ASK, QUESTION } from './commands.ts';
import { questionBesideMention } from './mention.ts';
import { NO_PINGS } from './pings.ts';
import type { Rendered } from './render.ts';

export interface Request {
  /** Empty where the person named the bot and asked nothing. */
  readonly question: string;
  /** Shows that work has begun. Comes first: Discord drops an interaction after 3 seconds. */
  readonly acknowledge: () => Promise<unknown>;
  readonly respond: (body: Rendered) => Promise<unknown>;
}

/** Null for an interaction that is no question. */
export const requestOfInteraction = (interaction: Interaction): Request | null =>
  interaction.isChatInputCommand() && interaction.commandName === ASK.name ? requestOfAsk(interaction) : null;

const requestOfAsk = (command: ChatInputCommandInteraction): Request => ({
  question: command.options.getString(QUESTION, true).trim(),
  acknowledge: () => command.deferReply(),
  respond: ({ embeds }) => command.editReply({ embeds, allowedMentions: NO_PINGS }),
});

/** Null for a message that is not from a person to the bot. */
export function requestOfMessage(message: Message): Request | null {
  const question = isFromPerson(message) ? questionIn(message) : null;
  if (question === null) return null;
  const { channel } = message;
  return {
    question,
    // A courtesy: where it fails, the answer may still get through.
    acknowledge: async () => channel.isSendable() && (await channel.sendTyping().catch(() => {})),
    respond: ({ embeds }) => message.reply({ embeds, allowedMentions: NO_PINGS, failIfNotExists: false }),
  };
}

const isFromPerson = ({ author, webhookId, type }: Message): boolean =>
  !author.bot && webhookId === null && (type === MessageType.Default || type === MessageType.Reply);

/** In direct messages nobody else can be meant, so no mention is needed. */
function questionIn({ channel, content, client }: Message): string | null {
  const question = questionBesideMention(content, client.user.id);
  return channel.type === ChannelType.DM ? (question ?? content.trim()) : question;
}
