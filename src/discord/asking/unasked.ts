/** Questions that nobody put to the bot: first messages of forum posts, and messages that ask, where a server wants that. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Message, MessageType } from 'discord.js';
import { placeOfMessage } from '../connection/place.ts';
import type { Context } from '../context.ts';
import { renderAnswer } from '../render/answer.ts';
import { findAnswer } from './ask.ts';
import { askPlain } from './asked.ts';
import { asksSomething, ownWords } from './mention.ts';
import { askerOf } from './messages.ts';
import { scopeAt, settingsAt, whyNotHere } from './where.ts';

/** Nobody has asked the bot: a wrong answer costs more than none, so it has to be surer than where somebody has. */
const CONFIDENT = 0.8;

export interface Helpers {
  /** Hears of each message of a person: who helps is not to be talked over. */
  readonly noteMessage: (message: Message) => void;
  /** Resolves after the wait for helpers: false where somebody else has written there meanwhile. */
  readonly waitForHelper: (message: Message, waitMs: number) => Promise<boolean>;
}

/** Only messages that wait for a helper are remembered, by their channel and writer. */
export function createHelpers(): Helpers {
  const waiting = new Set<{ readonly channelId: string; readonly authorId: string; isHelped: boolean }>();
  return {
    noteMessage: ({ channelId, author }) => {
      for (const one of waiting)
        if (one.channelId === channelId && one.authorId !== author.id) one.isHelped = true;
    },
    waitForHelper: async ({ channelId, author }, waitMs) => {
      const one = { channelId, authorId: author.id, isHelped: false };
      waiting.add(one);
      try {
        await wait(waitMs, undefined, { ref: false });
        return !one.isHelped;
      } finally {
        waiting.delete(one);
      }
    },
  };
}

/**
 * The question of a message that is not for the bot, or null. Of a forum post it is the title with the first message, so a
 * post is answered once at most; in a text channel it is a message that asks and is no reply.
 */
export function unaskedQuestionOf(message: Message, { state, readsMessages }: Context): string | null {
  const { guildId, channel, channelId, content, type, author, webhookId } = message;
  if (!readsMessages || guildId === null || author.bot || webhookId !== null) return null;
  if (type !== MessageType.Default) return null;
  const listening = state.listeningChannels(guildId);
  const words = ownWords(content);
  if (channel.isThread()) {
    const isPost = channel.parent?.isThreadOnly() === true && message.id === channel.id;
    return isPost && listening.includes(channel.parentId ?? '') ? `${channel.name}. ${words}` : null;
  }
  return listening.includes(channelId) && asksSomething(words) ? words : null;
}

/** Waits for somebody who helps, and answers where nobody has and the answer is sure; otherwise says nothing at all. */
export async function answerUnasked(message: Message, question: string, context: Context): Promise<void> {
  const { state, helpers, helperWaitMs, unlessEnding } = context;
  const place = placeOfMessage(message);
  const asker = askerOf(message, question, context);
  const isWanted =
    place.mayWrite &&
    settingsAt(place, state).answers === 'public' &&
    whyNotHere(place, context, asker.texts) === null;
  if (!isWanted || !(await unlessEnding(helpers.waitForHelper(message, helperWaitMs)))) return;
  const asked = askPlain(question);
  const silent = { ...asker, acknowledge: async () => {}, decline: async () => {} };
  const answer = await findAnswer(asked, silent, context, true);
  if (answer?.status !== 'answered' || answer.intent !== 'question' || answer.confidence < CONFIDENT) return;
  context.log.info('answered without being asked', { language: answer.language });
  const findArticle = context.catalog.titles(scopeAt(place, state)).byId;
  const texts = asker.textsFor(answer);
  await asker.respond(renderAnswer(answer, { asked, texts, findArticle, isUnasked: true }));
}
