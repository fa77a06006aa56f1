import type { State } from '../state.ts';
import { next } from '../waiting/next.ts';
import type { Message } from '../world/nouns.ts';

/** How a test waits for what the bot does in channels; each wait rejects when it was in vain. */
export interface BotWatch {
  /** The next message, from this call on: call it before, or in the same breath as, what the bot reacts to. */
  readonly nextMessage: () => Promise<Message>;
  readonly nextEdit: () => Promise<Message>;
  /** The bot's reply to a message, whether it is there already or still to come. */
  readonly replyTo: (message: Message) => Promise<Message>;
}

export function createBotWatch(state: State): BotWatch {
  const { posted, edited, world } = state;
  return {
    nextMessage: () => next(posted, 'a message of the bot', state),
    nextEdit: () => next(edited, 'an edit of the bot', state),
    replyTo: async (message) => {
      const isReply = (candidate: Message) =>
        candidate.author.id === world.bot.id && candidate.message_reference?.message_id === message.id;
      const already = [...world.messages.values()].find(isReply);
      return already ?? next(posted, `a reply to "${message.content}"`, state, isReply);
    },
  };
}
