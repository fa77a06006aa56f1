/** What is said to small talk and to questions about the bot: one line, or what it can do. */
import type { SmallTalk } from '../rules/messages.ts';
import { toSimplified } from '../text/normalize.ts';
import { toTraditional } from '../text/traditional.ts';
import type { Language } from '../types.ts';
import { SAYINGS } from './sayings.ts';

/** The reply to a message; in Traditional characters where the message has some. */
export function replyTo(talk: SmallTalk, message: string, language: Language): string {
  const { abilities, smallTalk, gap } = SAYINGS[language];
  const said =
    talk === 'abilities'
      ? Object.values(abilities).join(gap)
      : smallTalk[talk === 'address' ? 'greeting' : talk];
  return toSimplified(message) === message ? said : toTraditional(said);
}
