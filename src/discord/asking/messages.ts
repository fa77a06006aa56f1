/** Questions in messages: a mention, a direct message, or a reply to an answer. */
import { ChannelType, type Message, MessageReferenceType, MessageType } from 'discord.js';
import { toSimplified } from '../../text/normalize.ts';
import type { Answer } from '../../types.ts';
import { NO_PINGS } from '../connection/pings.ts';
import type { Context } from '../context.ts';
import { type Rendered, renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import { localeOfText } from '../texts/locale.ts';
import { TEXTS } from '../texts/texts.ts';
import { type Asker, answerAsked } from './ask.ts';
import { type Asked, askFurther, readAsked, tidyQuestion } from './asked.ts';
import { isThanks, namesBot, ownWords } from './mention.ts';

/** What a message asks; '' where somebody named the bot and asked nothing. Null where it is not for the bot. */
export function questionOf(message: Message, context: Context): string | null {
  if (!isFromPerson(message) || !isAllowedHere(message, context)) return null;
  const { channel, client, content, mentions } = message;
  const words = ownWords(content);
  if (namesBot(content, client.user.id)) return words;
  if (channel.type === ChannelType.DM) return isThanks(words) && isReply(message) ? null : words;
  const repliesToBot = isReply(message) && mentions.repliedUser?.id === client.user.id;
  return repliesToBot && words !== '' && !isThanks(words) ? words : null;
}

export async function answerMessage(message: Message, question: string, context: Context): Promise<void> {
  if (question === '') {
    // Nothing tells the language of somebody who writes nothing.
    const lines = [TEXTS.en, TEXTS.zh].map(({ notices }) => notices.howToAsk);
    await reply(message, renderNotice(lines.join('\n')));
    return;
  }
  const before = isReply(message) ? await readAnswered(message) : null;
  const plain: Asked = { question: tidyQuestion(question), follows: null, period: null };
  const asked = before === null ? plain : askFurther(question, before);
  await answerAsked(asked, askerOf(message, question), context);
}

/**
 * Replies to a message, once whatever happens: the nonce makes of a repeated request the same message.
 * A failure after an answer that went out is therefore not told.
 */
export const reply = (message: Message, { embeds, components = [] }: Rendered): Promise<unknown> =>
  message.reply({
    embeds,
    components,
    allowedMentions: NO_PINGS,
    failIfNotExists: false,
    nonce: message.id,
    enforceNonce: true,
  });

const isFromPerson = ({ author, webhookId, type }: Message): boolean =>
  !author.bot && webhookId === null && (type === MessageType.Default || type === MessageType.Reply);

/** Forwarded messages refer to another one, too. */
const isReply = ({ type, reference }: Message): boolean =>
  type === MessageType.Reply && reference?.type === MessageReferenceType.Default;

/** Threads belong to their channel; no channels chosen means all. */
function isAllowedHere({ guildId, channel, channelId }: Message, { state }: Context): boolean {
  if (guildId === null) return true;
  const allowed = state.allowedChannels(guildId);
  const parent = channel.isThread() ? channel.parentId : null;
  return allowed.length === 0 || [channelId, parent].some((id) => id !== null && allowed.includes(id));
}

/** What the answer that a message replies to was asked; null where it is no answer, or is gone. */
async function readAnswered(message: Message): Promise<Asked | null> {
  const answered = await message.fetchReference().catch(() => null);
  if (answered === null || answered.author.id !== message.client.user.id) return null;
  return readAsked(answered.embeds[0]?.footer?.text);
}

/** Labels in the language of the answer, Traditional where the question is. */
function textsOfAnswer({ language, question }: Answer): Texts {
  if (language === 'en') return TEXTS.en;
  return TEXTS[toSimplified(question) === question ? 'zh' : 'zh-TW'];
}

function askerOf(message: Message, question: string): Asker {
  const { author, guildId, channel } = message;
  return {
    personId: author.id,
    guildId,
    isPrivate: false,
    texts: TEXTS[localeOfText(question)],
    textsFor: textsOfAnswer,
    // A courtesy: the answer waits for it as little as it depends on it.
    acknowledge: async () => {
      if (channel.isSendable()) channel.sendTyping().catch(() => {});
    },
    respond: (body) => reply(message, body),
  };
}
