/** Questions that nobody put to the bot: first messages of forum posts, and messages that ask, where a server wants that. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Message, MessageType } from 'discord.js';
import type { Context } from '../context.ts';
import { renderAnswer } from '../render/answer.ts';
import { type Asker, findAnswer } from './ask.ts';
import { askPlain } from './asked.ts';
import { asksSomething, ownWords } from './mention.ts';
import { askerOf } from './messages.ts';
import { scopeAt, whyNotHere } from './where.ts';

/** Nobody has asked the bot: a wrong answer costs more than none, so it has to be surer than where somebody has. */
const CONFIDENT = 0.8;

export interface Helpers {
  /** Hears of each message of a person: who helps is not to be talked over. */
  readonly noteMessage: (message: Message) => void;
  /** Looks from now on whether somebody else writes where a message stands. */
  readonly watch: (message: Message) => Watch;
}

interface Watch {
  readonly isHelped: () => boolean;
  readonly end: () => void;
}

/** Only messages that wait for a helper are remembered, by their channel and writer. */
export function createHelpers(): Helpers {
  const waiting = new Set<{ readonly channelId: string; readonly authorId: string; isHelped: boolean }>();
  return {
    noteMessage: ({ channelId, author }) => {
      for (const one of waiting)
        if (one.channelId === channelId && one.authorId !== author.id) one.isHelped = true;
    },
    watch: ({ channelId, author }) => {
      const one = { channelId, authorId: author.id, isHelped: false };
      waiting.add(one);
      return { isHelped: () => one.isHelped, end: () => void waiting.delete(one) };
    },
  };
}

/**
 * The question of a message that is not for the bot, or null. Of a forum post it is the title with the first message, so a
 * post is answered once at most; in a text channel it is a message that asks and is no reply.
 */
export function unaskedQuestionOf(
  message: Message,
  { readsMessages }: Pick<Context, 'readsMessages'>,
): string | null {
  const { guildId, channel, content, type, author, webhookId } = message;
  if (!readsMessages || guildId === null || author.bot || webhookId !== null) return null;
  if (type !== MessageType.Default) return null;
  const words = ownWords(content);
  if (!channel.isThread()) return asksSomething(words) ? words : null;
  const isPost = channel.parent?.isThreadOnly() === true && message.id === channel.id;
  return isPost ? `${channel.name}. ${words}` : null;
}

/**
 * Where a server wants that, waits for somebody who helps, and answers where nobody has and the answer is sure; otherwise
 * says nothing at all.
 */
export async function answerUnasked(message: Message, question: string, context: Context): Promise<void> {
  // At once: somebody may help while the rules of the place are read.
  const watch = context.helpers.watch(message);
  try {
    const asker = await askerOf(message, question, context);
    if (!isWanted(asker, context)) return;
    await context.unlessEnding(wait(context.helperWaitMs, undefined, { ref: false }));
    if (watch.isHelped() || !(await context.sharing.isFirst(`unasked:${message.id}`))) return;
    await answerWhereSure(question, asker, context);
  } finally {
    watch.end();
  }
}

function isWanted({ place, rules, texts }: Asker, { answersDirectMessages }: Context): boolean {
  const { mayWrite, channelId, parentId } = place;
  return (
    rules.listening.includes(parentId ?? channelId) &&
    mayWrite &&
    rules.settings.answers === 'public' &&
    whyNotHere(place, rules, answersDirectMessages, texts) === null
  );
}

async function answerWhereSure(question: string, asker: Asker, context: Context): Promise<void> {
  const asked = askPlain(question);
  const silent = { ...asker, acknowledge: async () => {}, decline: async () => {} };
  const answer = await findAnswer(asked, silent, context, true);
  if (answer?.status !== 'answered' || answer.intent !== 'question' || answer.confidence < CONFIDENT) return;
  context.log.info('answered without being asked', { language: answer.language });
  const findArticle = context.catalog.titles(scopeAt(asker.place, asker.rules)).byId;
  const texts = asker.textsFor(answer);
  await asker.respond(renderAnswer(answer, { asked, texts, findArticle, isUnasked: true }));
}
