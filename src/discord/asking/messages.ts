/** Questions in messages: a mention, a direct message, or a reply to an answer. */
import { ChannelType, type Message, MessageReferenceType, MessageType, RESTJSONErrorCodes } from 'discord.js';
import type { Answer } from '../../answer-types.ts';
import { toSimplified } from '../../text/normalize.ts';
import { isRefusedWith } from '../connection/interaction.ts';
import { NO_PINGS } from '../connection/pings.ts';
import { placeOfMessage } from '../connection/place.ts';
import type { Context } from '../context.ts';
import { bodyOf, type Rendered, renderNotice } from '../render/rendered.ts';
import type { Texts } from '../texts/en.ts';
import { localeOfText } from '../texts/locale.ts';
import { TEXTS } from '../texts/texts.ts';
import { type Asker, answerAsked, inTurn, mayAskHere } from './ask.ts';
import { type Asked, askFurther, askPlain } from './asked.ts';
import { askedIn } from './asked-in.ts';
import { isThanks, namesBot, ownWords } from './mention.ts';
import { textsAt } from './where.ts';

/** What a message asks; '' where somebody named the bot and asked nothing. Null where it is not for the bot. */
export function questionOf(message: Message): string | null {
  if (!isFromPerson(message)) return null;
  const { channel, client, content, mentions } = message;
  const words = ownWords(content);
  if (namesBot(content, client.user.id)) return words;
  if (channel.type === ChannelType.DM) return isThanks(words) && isReply(message) ? null : words;
  const repliesToBot = isReply(message) && mentions.repliedUser?.id === client.user.id;
  return repliesToBot && words !== '' && !isThanks(words) ? words : null;
}

export async function answerMessage(message: Message, question: string, context: Context): Promise<void> {
  const asker = await askerOf(message, question, context);
  if (question === '') {
    // Nothing tells the language of somebody who writes nothing.
    const lines = [TEXTS.en, TEXTS.zh].map(({ notices }) => notices.howToAsk);
    const tell = () => asker.respond(renderNotice(lines.join('\n')));
    if (await mayAskHere(asker, context)) await inTurn(asker, context, true, tell);
    return;
  }
  const before = isReply(message) ? await readAnswered(message) : null;
  const asked = before === null ? askPlain(question) : askFurther(question, before);
  await answerAsked(asked, asker, context);
}

/**
 * Replies to a message, once whatever happens: the nonce makes of a repeated request the same message.
 * A failure after an answer that went out is therefore not told.
 */
export const reply = (message: Message, rendered: Rendered): Promise<Message> =>
  message.reply({
    ...bodyOf(rendered, placeOfMessage(message).mayEmbed),
    allowedMentions: NO_PINGS,
    failIfNotExists: false,
    nonce: message.id,
    enforceNonce: true,
  });

/** One that was deleted meanwhile is gone. */
const change = (sent: Message, rendered: Rendered, mayEmbed: boolean): Promise<unknown> =>
  sent.edit({ ...bodyOf(rendered, mayEmbed), allowedMentions: NO_PINGS }).catch((error: unknown) => {
    if (!isRefusedWith(error, RESTJSONErrorCodes.UnknownMessage)) throw error;
  });

const isFromPerson = ({ author, webhookId, type }: Message): boolean =>
  !author.bot && webhookId === null && (type === MessageType.Default || type === MessageType.Reply);

/** Forwarded messages refer to another one, too. */
const isReply = ({ type, reference }: Message): boolean =>
  type === MessageType.Reply && reference?.type === MessageReferenceType.Default;

/** What the answer that a message replies to was asked; null where it is no answer, or is gone. */
async function readAnswered(message: Message): Promise<Asked | null> {
  const answered = await message.fetchReference().catch(() => null);
  if (answered === null || answered.author.id !== message.client.user.id) return null;
  return askedIn(answered);
}

/** Labels in the language of the answer, Traditional where the question is. */
function textsOfAnswer({ language, question }: Answer): Texts {
  if (language === 'en') return TEXTS.en;
  return TEXTS[toSimplified(question) === question ? 'zh' : 'zh-TW'];
}

/** Whoever wrote a message; others read what is said to them. */
export async function askerOf(message: Message, question: string, { rulesAt }: Context): Promise<Asker> {
  const { author, channel } = message;
  const place = placeOfMessage(message);
  const rules = await rulesAt(place);
  const texts = textsAt(rules);
  let sent: Message | null = null;
  return {
    personId: author.id,
    place,
    rules,
    isPrivate: false,
    wantsPrivacy: false,
    maySayNothing: true,
    texts: texts ?? TEXTS[localeOfText(question)],
    textsFor: (answer) => texts ?? textsOfAnswer(answer),
    // A courtesy: the answer waits for it as little as it depends on it.
    acknowledge: async () => {
      if (channel.isSendable()) channel.sendTyping().catch(() => {});
    },
    respond: async (body) => {
      if (sent === null) sent = await reply(message, body);
      else await change(sent, body, place.mayEmbed);
    },
    decline: async (reason, isNews) => {
      if (isNews) await reply(message, renderNotice(reason));
    },
  };
}
